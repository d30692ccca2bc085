"""The body above tells of its review and reverses without an appeal, over HTTP."""

from __future__ import annotations

from datetime import date

from tests.web.api.test_aside import LEADER, room, told_of
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, SAYS, Room

__all__ = ["room"]


def test_the_body_above_tells_of_its_review_and_reverses_to_the_detriment(room: Room) -> None:
    """L-FVL-10."""
    room.town.clock.day = date(2026, 3, 31)
    room.done("/decide", DIRECTORATE, DECISION | {"outcome": "granted"})
    told_of(room, DIRECTORATE, "2026-03-31")
    above = {"ground": "for-others-or-public-interests", "outcome": "refused", "text": "Omgjort."}
    # Nobody above sees the case before it is told of a review; nobody else reviews it.
    assert room.town.get(room.path, *BOARD).status_code == 403
    untold = room.post("/superior/reverse", BOARD, above)
    assert (untold.status_code, untold.json["rule"]) == (422, "L-FVL-10")
    for who in (DIRECTORATE, DOCTOR):
        wrong = room.post("/superior/announce", who, {})
        assert (wrong.status_code, wrong.json["code"]) == (403, "role-not-permitted")
    room.town.clock.day = date(2026, 4, 21)
    room.done("/superior/announce", BOARD, {})
    trail = room.trail(BOARD)
    assert {one["period"]: one["day"] for one in trail["days"]} == {
        "superior_review_notice": "2026-04-21",
        "superior_reversal_notice": "2026-06-30",
    }
    (review,) = trail["aside"]["reviews"]
    assert (review["announcedOn"], review["inTimeUntil"]) == ("2026-04-21", "2026-04-21")
    announced_at = trail["version"]
    astray = room.post(f"/facts/{announced_at}/correct", DIRECTORATE, {"reason": "Vil ikke."})
    assert (astray.status_code, astray.json["code"]) == (403, "role-not-permitted")
    room.town.clock.day = date(2026, 7, 1)
    late = room.post("/superior/reverse", BOARD, above)
    assert (late.status_code, late.json["rule"]) == (422, "L-FVL-10")
    assert "2026-06-30" in late.json["detail"]
    room.town.clock.day = date(2026, 6, 30)
    room.done("/superior/reverse", BOARD, above)
    trail = room.trail()
    ruling = trail["rulings"][-1]
    assert (ruling["outcome"], ruling["body"], ruling["remedy"]) == (
        "refused",
        "personnel-board",
        "a-person-decides",
    )
    assert trail["outcome"] == "refused"
    mine = room.post("/notice", DIRECTORATE, {"channel": "digital", "says": SAYS})
    assert (mine.status_code, mine.json["code"]) == (403, "role-not-permitted")
    undone = room.post(f"/facts/{trail['version']}/correct", DIRECTORATE, {"reason": "Nei."})
    assert (undone.status_code, undone.json["code"]) == (403, "role-not-permitted")
    told_of(room, BOARD, "2026-06-30")
    assert room.told()[-1] == "Decision (specialist approval): refused"


def test_a_review_comes_too_late_after_three_weeks(room: Room) -> None:
    room.notified()
    room.town.clock.day = date(2026, 4, 22)
    late = room.post("/superior/announce", BOARD, {})
    assert (late.status_code, late.json["rule"]) == (422, "L-FVL-10")
    assert "2026-04-21" in late.json["detail"]
    # What is not to the detriment has no such time, and takes no announcement.
    above = {"ground": "not-to-detriment", "outcome": "granted", "text": "Omgjort."}
    version = room.trail()["version"]
    room.done("/superior/reverse", BOARD, above)
    assert room.trail(BOARD)["version"] == version + 1
    undo = {"reason": "Gjaldt en annen sak."}
    room.done(f"/facts/{version + 1}/correct", BOARD, undo)
    assert room.trail()["outcome"] == "refused"


def test_a_municipal_appeal_body_does_not_reverse(room: Room) -> None:
    goal = {"kind": "municipal-decision"}
    made = room.town.done(f"{room.plan}/proceedings", *DOCTOR, goal)["made"]
    municipal = Room(town=room.town, plan=room.plan, path=f"/proceedings/{made}")
    municipal.done("/decide", LEADER, DECISION)
    member = {
        "person": str(room.town.people["deputy"]),
        "office": "appeals-member",
        "firstDay": "2026-01-01",
    }
    officers = f"/organisations/{room.town.organisation}/officers"
    room.town.done(officers, "administrator", "administrator", member)
    above = {"ground": "invalid", "outcome": "granted", "text": "Omgjort."}
    refused = municipal.post("/superior/reverse", ("deputy", "appeals-member"), above)
    assert (refused.status_code, refused.json["rule"]) == (422, "L-FVL-10")
    assert "municipal" in refused.json["detail"]
