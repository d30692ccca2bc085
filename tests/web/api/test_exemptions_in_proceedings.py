"""An exemption decided in a proceeding: what it comes to is so in the exemption and in the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from application.actors import Actor, Role
from application.bodies.service import AppointBodyOfficer
from application.ids import new_id
from application.proceedings.trails.told.trail import told_trail
from domain.bodies.body import BodyKind
from domain.shared.ids import Id
from tests.support.town import Town, order
from tests.web.api.exempting import Exempting
from tests.web.api.exempting import applied as applied_for
from tests.web.api.of_establishment import ADMINISTRATOR, HELSEKLAGE, LEADER, Case, with_helseklage
from tests.web.api.test_proceedings import DECISION, DIRECTORATE, SAYS

TERMS = {"firstDay": "2026-02-01", "lastDay": "2026-12-31"}
GRANTED: dict[str, Any] = {"outcome": "granted", "text": "Innvilges.", "exemption": TERMS}
CHANGED = {"outcome": "changed", "result": "granted", "text": "Klagen tas til følge."}
QUASHED = {"outcome": "quashed-and-returned", "text": "Ikke godt nok opplyst."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An exemption applied for, and the proceeding that decides it."""

    case: Case
    exempting: Exempting

    def status(self, day: str) -> str:
        status: str = self.exempting.card(f"?on={day}")["status"]
        return status

    def covers(self) -> list[tuple[str, str]]:
        """Return the days on which the plan says that it is covered."""
        items = self.exempting.of_plan()["exemptions"]
        return [(one["firstDay"], one["lastDay"]) for one in items]

    def forwarded(self) -> str:
        """Return an appeal that Helseklage has."""
        sent = {"channel": "digital", "says": SAYS}
        self.case.done("/notice", DIRECTORATE, sent)
        self.case.arrived(DIRECTORATE)
        self.case.town.clock.day = date(2026, 4, 20)
        appeal = self.case.appealed()
        review = {"outcome": "maintained", "text": "Som før."}
        self.case.done(f"{appeal}/review", DIRECTORATE, review)
        self.case.done(f"{appeal}/forward", DIRECTORATE, {"to": "helseklage"})
        return appeal


@pytest.fixture
def taken(aasnes: Town) -> Taken:
    organisation = aasnes.organisation
    with_board = with_helseklage(aasnes)
    exempting = applied_for(aasnes)
    there = f"/organisations/{organisation}"
    body = {"kind": "supervisor-exemption", "exemption": exempting.exemption_id}
    aasnes.clock.day = date(2026, 2, 2)
    made = aasnes.done(f"{there}/proceedings", *ADMINISTRATOR, body)["made"]
    aasnes.clock.day = date(2026, 3, 31)
    town = replace(aasnes, people=with_board.people)
    return Taken(case=Case(town=town, plan=there, path=f"/proceedings/{made}"), exempting=exempting)


def test_granted_it_covers_the_plan_from_the_same_append(taken: Taken) -> None:
    assert taken.covers() == []
    taken.case.done("/decide", DIRECTORATE, GRANTED)
    assert taken.covers() == [("2026-02-01", "2026-12-31")]
    assert taken.status("2026-05-04") == "in-force"
    trail = taken.case.trail(LEADER)
    assert trail["inEffect"] == [{"firstDay": "2026-02-01", "lastDay": "2026-12-31"}]
    # The decision keeps what was applied for as it was, beside the establishment.
    assert taken.exempting.exemption_id in [one["case"] for one in trail["decision"]["seen"]]
    found = taken.case.town.services.trails.unasked(Id(trail["proceeding"]))
    told = [one.says for part in told_trail(found, {}) for one in part.lines]
    assert any(one.nb.startswith("Fritaket gjelder fra søndag 1. februar 2026") for one in told)
    assert any(one.en.startswith("the application for an exemption, up to") for one in told)
    card = taken.exempting.card()
    assert card["proceeding"] == taken.case.path.removeprefix("/proceedings/")
    # One who is no specialist may supervise under it.
    taken.exempting.release_the_other()
    taken.exempting.supervise()


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (None, 422),
        ({"firstDay": "2026-02-01"}, 422),
        ({"firstDay": "2026-02-01", "lastDay": "2026-01-01"}, 400),
        (TERMS | {"plans": [str(new_id())]}, 400),
    ],
)
def test_it_is_not_granted_without_days_and_plans_that_can_be(
    taken: Taken, terms: Any, code: int
) -> None:
    """R-EXM-01: it is limited in time."""
    version = taken.case.trail(LEADER)["version"]
    body = {key: value for key, value in (GRANTED | {"exemption": terms}).items() if value}
    assert taken.case.post("/decide", DIRECTORATE, body).status_code == code
    assert taken.case.trail(LEADER)["version"] == version
    assert taken.covers() == []


def test_refused_it_is_granted_on_appeal_by_those_who_heard_it(taken: Taken) -> None:
    taken.case.done("/decide", DIRECTORATE, DECISION)
    assert (taken.status("2026-05-04"), taken.covers()) == ("refused", [])
    # L-SPF-35: the second paragraph, letter h.
    assert taken.case.trail(LEADER)["decision"]["heardBy"] == "helseklage"
    appeal = taken.forwarded()
    daysless = taken.case.post(f"{appeal}/decide", HELSEKLAGE, CHANGED)
    assert (daysless.status_code, daysless.json["rule"]) == (422, "R-EXM-01")
    taken.case.done(f"{appeal}/decide", HELSEKLAGE, CHANGED | {"exemption": TERMS})
    assert taken.covers() == [("2026-02-01", "2026-12-31")]
    assert taken.status("2026-05-04") == "in-force"


def test_a_refusal_that_is_quashed_is_to_be_decided_anew(taken: Taken) -> None:
    taken.case.done("/decide", DIRECTORATE, DECISION)
    appeal = taken.forwarded()
    taken.case.done(f"{appeal}/decide", HELSEKLAGE, QUASHED)
    assert taken.status("2026-04-19") == "refused"
    assert taken.status("2026-05-04") == "applied-for"
    taken.case.town.clock.day = date(2026, 4, 27)
    taken.case.done("/decide", DIRECTORATE, GRANTED)
    assert taken.covers() == [("2026-02-01", "2026-12-31")]


def test_a_grant_in_part_that_is_quashed_ends_and_keeps_the_days_it_had(taken: Taken) -> None:
    part = GRANTED | {"outcome": "partly-granted"}
    taken.case.done("/decide", DIRECTORATE, part)
    appeal = taken.forwarded()
    unsaid = taken.case.post(f"{appeal}/decide", HELSEKLAGE, QUASHED)
    assert (unsaid.status_code, unsaid.json["code"]) == (400, "detriment-to-be-said")
    taken.case.done(f"{appeal}/decide", HELSEKLAGE, QUASHED | {"toDetriment": False})
    assert taken.covers() == [("2026-02-01", "2026-04-20")]
    assert [taken.status(day) for day in ("2026-04-20", "2026-04-21")] == [
        "in-force",
        "applied-for",
    ]
    taken.case.town.clock.day = date(2026, 4, 27)
    anew = GRANTED | {"exemption": {"firstDay": "2026-04-27", "lastDay": "2027-06-30"}}
    taken.case.done("/decide", DIRECTORATE, anew)
    assert taken.status("2026-04-20") == "in-force"
    assert taken.status("2027-06-30") == "in-force"
    both = [("2026-02-01", "2026-04-20"), ("2026-04-27", "2027-06-30")]
    assert taken.covers() == both
    card = taken.exempting.card()
    decided = [(one["decision"], one["decidedOn"]) for one in card["decisions"]]
    assert decided == [
        ("granted", "2026-03-31"),
        ("revoked", "2026-04-20"),
        ("granted", "2026-04-27"),
    ]
    assert all("Helsedirektoratet" not in one["says"]["nb"] for one in taken.exempting.timeline())
    held = taken.case.trail(LEADER)["inEffect"]
    assert [(one["firstDay"], one["lastDay"]) for one in held] == both


def test_reversed_in_favour_it_is_granted_for_the_days_that_are_stated(taken: Taken) -> None:
    taken.case.done("/decide", DIRECTORATE, DECISION)
    body = {"ground": "not-to-detriment", "outcome": "granted", "text": "Vi tok feil."}
    taken.case.done("/reverse", DIRECTORATE, body | {"exemption": TERMS})
    assert taken.covers() == [("2026-02-01", "2026-12-31")]


def test_marked_as_an_error_the_decision_is_undone_in_the_exemption_and_in_the_plan(
    taken: Taken,
) -> None:
    taken.case.done("/decide", DIRECTORATE, GRANTED)
    version = taken.case.trail(LEADER)["version"]
    reason = {"reason": "Ført på feil sak."}
    stands = taken.exempting.card()["version"]
    there = taken.exempting.post(f"/facts/{stands}/correct", reason)
    assert (there.status_code, there.json["code"]) == (409, "decided-in-the-proceeding")
    taken.case.done(f"/facts/{version}/correct", DIRECTORATE, reason)
    assert (taken.covers(), taken.status("2026-05-04")) == ([], "applied-for")
    taken.case.done("/decide", DIRECTORATE, DECISION)
    assert taken.status("2026-05-04") == "refused"


def test_there_is_one_notice_and_it_is_the_proceedings(taken: Taken) -> None:
    exempting = taken.exempting
    arrival = {"channel": "letter", "arrivedOn": "2026-03-31", "arrivalBasis": "receipt"}
    for path, body in (
        ("/grant", TERMS | {"statedIn": "vedtak"}),
        ("/refuse", {"statedIn": "vedtak"}),
        ("/notice", arrival),
    ):
        refused = exempting.post(path, body, Accept_Language="en")
        assert (refused.status_code, refused.json["code"]) == (409, "decided-in-the-proceeding")
        assert taken.case.path.removeprefix("/proceedings/") in refused.json["detail"]
    taken.case.done("/decide", DIRECTORATE, DECISION)
    assert exempting.post("/notice", arrival).status_code == 409
    assert exempting.card()["appeal"] == []


def test_withdrawn_in_the_proceeding_it_is_withdrawn(taken: Taken) -> None:
    taken.case.done("/withdraw", LEADER)
    assert taken.status("2026-05-04") == "withdrawn"
    version = taken.case.trail(LEADER)["version"]
    taken.case.done(f"/facts/{version}/correct", ADMINISTRATOR, {"reason": "Sendt ved en feil."})
    assert taken.status("2026-05-04") == "applied-for"


def test_one_who_is_to_be_exempted_decides_nothing(taken: Taken) -> None:
    """R-ROL-02, section 6."""
    town, person, today = taken.case.town, taken.exempting.supervisor, date(2026, 5, 4)
    town.clock.day = today
    operator = Actor(person=town.people["operator"], acting_as=Role.SYSTEM_ADMINISTRATOR)
    officer = AppointBodyOfficer(
        kind=BodyKind.DIRECTORATE, person=person, first_day=today, last_day=today
    )
    town.services.bodies.appoint(officer, operator, order())
    both = ("both", "directorate-officer")
    there = replace(taken.case, town=replace(town, people={**town.people, "both": person}))
    refused = there.post("/decide", both, DECISION)
    assert (refused.status_code, refused.json["rule"]) == (403, "R-ROL-02")
    there.done("/decide", DIRECTORATE, DECISION)
    # Nor makes a decision go away, or maintains it.
    version = there.trail(LEADER)["version"]
    undoing = there.post(f"/facts/{version}/correct", both, {"reason": "Feil."})
    assert (undoing.status_code, undoing.json["rule"]) == (403, "R-ROL-02")
    appeal = there.appealed()
    review = {"outcome": "maintained", "text": "Som før."}
    maintaining = there.post(f"{appeal}/review", both, review)
    assert (maintaining.status_code, maintaining.json["rule"]) == (403, "R-ROL-02")
    assert there.post(f"{appeal}/dismiss", both, {"reason": "Nei."}).status_code == 403


def test_a_case_names_the_exemption_it_is_about(taken: Taken) -> None:
    town, there = taken.case.town, taken.case.plan + "/proceedings"
    named = {"exemption": taken.exempting.exemption_id}

    def code(body: dict[str, str]) -> tuple[int, str]:
        found = town.post(there, *ADMINISTRATOR, body)
        return found.status_code, found.json["code"]

    supervisor = {"kind": "supervisor-exemption"}
    assert code(supervisor) == (400, "exemption-missing")
    assert code({"kind": "registration"} | named) == (400, "exemption-not-meant")
    assert code({"kind": "half-time-exemption"} | named) == (400, "exemption-of-another-kind")
    assert code(supervisor | {"exemption": str(new_id())}) == (404, "unknown-exemption")
    # Two proceedings never decide the same.
    assert code(supervisor | named) == (409, "decided-in-the-proceeding")
