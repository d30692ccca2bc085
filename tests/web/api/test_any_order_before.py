"""Whatever anybody tries before a decision, in whatever order: what the law asks for holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from tests.support.town import TODAY, Answer, Town
from tests.web.api.test_preparing import COLLEAGUE, with_colleague
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, DOCTOR, Room

OFFICIALS = (DIRECTORATE, COLLEAGUE)
SENT = {
    "/comments": {"text": "Jeg er uenig."},
    "/withdraw": {},
    "/access": {"text": "Alt."},
    "/impartiality": {"reason": "Uvenn."},
}
"""What the party sends, which is recorded whenever it is sent."""
GROUND = "knows-already-or-obviously-unnecessary"


@dataclass(slots=True)
class Tried:
    """A case in which things are tried, and what was made in it."""

    room: Room
    version: int
    requests: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    disqualified: set[str] = field(default_factory=set)
    # The day each said that something could not wait.
    urgent: dict[str, str] = field(default_factory=dict)

    def note(self, path: str, person: str, day: str) -> None:
        """Remember who may not act any more, and what could not wait."""
        if path == "/urgency":
            self.urgent[person] = day
        if path.startswith("/impartiality/") and path.endswith("/decide"):
            lines = self.room.trail()["preparation"]["impartiality"]
            (line,) = [one for one in lines if one["question"] in path]
            change = self.disqualified.add if line["disqualified"] else self.disqualified.discard
            change(line["official"])

    def attempt(self, path: str, who: tuple[str, str], body: dict[str, Any]) -> Answer:
        """Try one act; what is refused leaves nothing behind, and nothing breaks."""
        answer = self.room.post(path, who, body)
        assert answer.status_code in {201, 400, 404, 409, 422}, (path, answer.json)
        recorded = answer.status_code == 201
        version = self.room.trail()["version"]
        assert version == self.version + recorded, (path, answer.json)
        self.version = version
        if recorded and path == "/access":
            self.requests.append(answer.json["made"])
        if recorded and path == "/impartiality":
            self.questions.append(answer.json["made"])
        return answer


Act = Callable[[Tried, Any], tuple[str, dict[str, Any]]]


def on_request(act: str, **body: Any) -> Act:
    return lambda tried, draw: (f"/access/{draw(st.sampled_from(tried.requests))}/{act}", body)


def on_question(act: str, **body: Any) -> Act:
    return lambda tried, draw: (
        f"/impartiality/{draw(st.sampled_from(tried.questions))}/{act}",
        body,
    )


def plain(path: str, **body: Any) -> Act:
    return lambda _, __: (path, body)


def acts(tried: Tried, people: dict[str, str]) -> list[Act]:
    """Return what an official can try now."""
    day = tried.room.town.clock.day
    found = [
        plain("/decide", **DECISION),
        plain("/decide", **DECISION),
        plain("/reply", expectedOn="2027-01-04", reason="Kø."),
        plain("/advance-notice", text="A.", commentBy=str(day + timedelta(days=2))),
        plain("/advance-notice/leave-out", ground=GROUND, reason="Kjent."),
        plain("/urgency", reason="Haster."),
        plain("/close"),
        plain("/comments", text="Et brev."),
    ]
    if tried.requests:
        found += [
            on_request("give"),
            on_request("refuse", ground="special-reasons", reason="Varsler."),
            on_request("forward"),
        ]
    if tried.questions:
        about = {"reason": "Vurdert.", "official": people["directorate"]}
        found += [
            on_question("decide", disqualified=True, ground="special-circumstances", **about),
            on_question("decide", disqualified=True, ground="special-circumstances", **about),
            on_question("decide", disqualified=False, **about),
            on_question("substitute", substitute=people["colleague"]),
        ]
    return found


def test_the_party_is_always_heard_and_the_disqualified_and_withdrawn_decide_nothing(
    aasnes: Town,
) -> None:
    town = with_colleague(aasnes)
    people = {name: str(person) for name, person in town.people.items()}
    plan = town.plan()

    @settings(
        max_examples=12,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        # Each try is dozens of requests: to make a failure smaller would take minutes.
        phases=[Phase.generate],
    )
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        town.clock.day = TODAY
        draw = data.draw
        opener = draw(st.sampled_from((DOCTOR, DIRECTORATE)))
        kind = {"kind": "recognition-of-goals", "about": "ALM-012"}
        opened = town.done(f"{plan}/proceedings", *opener, kind)
        room = Room(town=town, plan=plan, path=f"/proceedings/{opened['made']}")
        tried = Tried(room, room.trail()["version"])
        if draw(st.booleans()):
            tried.attempt("/impartiality", DOCTOR, SENT["/impartiality"])
        for _ in range(draw(st.integers(6, 16))):
            town.clock.day += timedelta(days=draw(st.integers(0, 2)))
            before = room.trail()
            if draw(st.integers(0, 3)) == 0:
                path = draw(st.sampled_from(sorted(SENT)))
                assert tried.attempt(path, DOCTOR, SENT[path]).status_code == 201
                continue
            who = draw(st.sampled_from(OFFICIALS))
            path, body = draw(st.sampled_from(acts(tried, people)))(tried, draw)
            person, day = people[who[0]], town.clock.day.isoformat()
            if tried.attempt(path, who, body).status_code == 201:
                event(path.split("/")[1] + "/" + path.rsplit("/", 1)[-1])
                _allowed(before, path, person, day, tried)
                tried.note(path, person, day)

    holds()
    town.clock.day = TODAY


def _allowed(before: dict[str, Any], path: str, person: str, day: str, tried: Tried) -> None:
    """Check that an act which was recorded could be, by what was known before it."""
    preparation = before["preparation"]
    if path == "/decide":
        assert not any(one["ends"] for one in preparation["withdrawals"])
        assert person not in tried.disqualified
        notices, comments = preparation["advanceNotices"], preparation["comments"]
        assert before["receivedOn"] or notices or comments or preparation["leftOut"]
        if notices and not any(one["receivedOn"] >= notices[-1]["givenOn"] for one in comments):
            assert day > notices[-1]["commentBy"]
    elif person in tried.disqualified and path != "/urgency":
        assert tried.urgent.get(person) == day
        assert path.rsplit("/", 1)[-1] not in {"decide", "refuse", "substitute"}
