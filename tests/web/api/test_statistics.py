"""Statistics of appeals over HTTP: each office counts the cases it may open, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests.support.projecting import projecting
from tests.support.town import Town
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, Room

LEADER, AUDITOR = ("leader", "leader"), ("auditor", "auditor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Two cases of one doctor: the Directorate's, and the establishment's own."""

    directorate: Room
    municipal: Room

    @property
    def town(self) -> Town:
        return self.directorate.town

    def counted(self, who: tuple[str, str], span: str = "", **more: str) -> dict[str, set[str]]:
        """Return which of the two cases stand behind each number together."""
        found = self.asked(who, span, **more)
        ours = {one.path: name for name, one in self._named().items()}
        return {
            one["of"]: {
                ours[path]
                for behind in one["behind"]
                if (path := f"/proceedings/{behind['proceeding']}") in ours
            }
            for one in found["together"]
        }

    def asked(self, who: tuple[str, str], span: str = "", **more: str) -> Any:
        services = self.town.services
        assert services.views.wait_for(services.histories.position(), seconds=20)
        answer = self.town.get(f"/statistics/appeals{span}", *who, **more)
        assert answer.status_code == 200, answer.json
        return answer.json

    def _named(self) -> dict[str, Room]:
        return {"directorate": self.directorate, "municipal": self.municipal}


@pytest.fixture
def cases(aasnes: Town) -> Iterator[Cases]:
    with projecting(aasnes.addresses.application):
        plan = aasnes.plan()

        def room(kind: str) -> Room:
            today, aasnes.clock.day = aasnes.clock.day, date(2026, 2, 2)
            made = aasnes.done(f"{plan}/proceedings", *DOCTOR, {"kind": kind})["made"]
            aasnes.clock.day = today
            return Room(town=aasnes, plan=plan, path=f"/proceedings/{made}")

        yield Cases(directorate=room("specialist-approval"), municipal=room("municipal-decision"))


def here(town: Town) -> dict[str, str]:
    return {"Acting_For": str(town.organisation)}


def heard(room: Room) -> None:
    """Have the refusal appealed on its last day, forwarded, and quashed by the board."""
    room.notified()
    room.town.clock.day = date(2026, 4, 21)
    appeal = "/appeals/" + room.done("/appeals", DOCTOR)["made"]
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    decided = {"outcome": "quashed-and-returned", "text": "Tjenesten må utredes bedre."}
    room.done(f"{appeal}/decide", BOARD, decided)


def test_each_office_counts_the_cases_it_may_open(cases: Cases) -> None:
    cases.town.clock.day = date(2026, 3, 31)
    cases.municipal.done("/decide", LEADER, DECISION)
    cases.directorate.done("/decide", DIRECTORATE, DECISION)
    assert cases.counted(DIRECTORATE)["decisions"] == {"directorate"}
    assert cases.counted(LEADER, **here(cases.town))["decisions"] == {"municipal"}
    assert cases.counted(AUDITOR)["decisions"] == {"directorate", "municipal"}
    # Nothing has come to the board yet.
    assert cases.counted(BOARD)["decisions"] == set()


def test_whatever_is_counted_can_be_opened_by_who_was_shown_it(cases: Cases) -> None:
    heard(cases.directorate)
    cases.municipal.done("/decide", LEADER, DECISION)
    for who, more in (
        (DIRECTORATE, {}),
        (BOARD, {}),
        (AUDITOR, {}),
        (LEADER, here(cases.town)),
    ):
        counted = cases.counted(who, **more)["decisions"]
        assert counted
        for name, room in (("directorate", cases.directorate), ("municipal", cases.municipal)):
            opened = cases.town.get(room.path, *who).status_code
            assert (opened == 200) is (name in counted), (who, name)


def test_the_numbers_tell_what_became_of_it_by_kind_rule_and_establishment(cases: Cases) -> None:
    heard(cases.directorate)
    met = {of for of, found in cases.counted(DIRECTORATE).items() if found}
    assert met == {
        "decisions",
        "appealed",
        "in-time",
        "forwarded",
        "quashed-and-returned",
        "overturned",
    }
    found = cases.asked(BOARD)
    ours = cases.directorate.path.removeprefix("/proceedings/")

    def keys(groups: str, of: str) -> set[str]:
        return {
            group["key"]
            for group in found[groups]
            for number in group["numbers"]
            if number["of"] == of and any(one["proceeding"] == ours for one in number["behind"])
        }

    assert keys("byKind", "overturned") == {"specialist-approval"}
    assert keys("byOrganisation", "overturned") == {str(cases.town.organisation)}
    rested_on = cases.directorate.trail()["decision"]["findings"]
    assert keys("byRule", "overturned") == {one["rule"] for one in rested_on}
    every = [*found["together"], *(n for g in found["byKind"] for n in g["numbers"])]
    assert all(one["number"] == len(one["behind"]) for one in every)


def test_the_days_are_those_the_decisions_were_made_on(cases: Cases) -> None:
    cases.directorate.notified()
    for span, there in (
        ("?from=2026-03-31&to=2026-03-31", True),
        ("?from=2026-04-01", False),
        ("?to=2026-03-30", False),
    ):
        assert bool(cases.counted(DIRECTORATE, span)["decisions"]) is there
    refused = cases.town.get(
        "/statistics/appeals?from=2026-04-01&to=2026-03-01", *DIRECTORATE, Accept_Language="en"
    )
    assert (refused.status_code, refused.json["code"]) == (400, "days-reversed")
    assert "swap them" in refused.json["detail"]


def test_those_without_such_an_office_are_told_so(cases: Cases) -> None:
    for who, status, code in (
        (DOCTOR, 403, "role-not-permitted"),
        (("supervisor", "supervisor"), 403, "role-not-permitted"),
        (("stranger", BOARD[1]), 403, "role-not-held"),
        (LEADER, 400, "acting-for-missing"),
    ):
        refused = cases.town.get("/statistics/appeals", *who)
        assert (refused.status_code, refused.json["code"]) == (status, code)


def test_a_leader_who_is_the_party_does_not_count_their_own_case(cases: Cases) -> None:
    """R-ROL-02: toward their own training nobody is leader."""
    town = cases.town
    cases.municipal.done("/decide", LEADER, DECISION)
    own = {"office": "leader", "person": str(town.people["doctor"]), "firstDay": "2026-01-01"}
    path = f"/organisations/{town.organisation}/officers"
    town.done(path, "administrator", "administrator", own)
    who = ("doctor", "leader")
    assert cases.counted(who, **here(town))["decisions"] == set()
    assert town.get(cases.municipal.path, *who).status_code == 403
    assert cases.counted(LEADER, **here(town))["decisions"] == {"municipal"}
