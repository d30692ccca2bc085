"""A case over HTTP where the act of 2025 has been in force since before it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from application.organisations.naming import names_of_establishments
from application.proceedings.trails.told.trail import named_in, told_trail
from domain.law.book import IN_FORCE
from domain.law.new_administration import with_new_act
from domain.law.notices import WITH_NAMES
from domain.shared.ids import Id
from infrastructure.embedded import EmbeddedPostgres
from infrastructure.store.migrate import migrate, migrate_keys
from tests.support.postgres import own_databases
from tests.support.town import Town, town
from tests.web.api.test_preparing import WHY, before, refused, unasked
from tests.web.api.test_proceedings import BOARD, DECISION, DIRECTORATE, DOCTOR, Room, applied

LAW = with_new_act(IN_FORCE, date(2026, 1, 1))
SAYS = [str(one) for one in WITH_NAMES.required]
NOTICE = {"channel": "digital", "says": SAYS}


@pytest.fixture(scope="module")
def settled(server: EmbeddedPostgres) -> Iterator[Town]:
    with own_databases(server) as pair:
        migrate(pair.addresses.migrate)
        migrate_keys(pair.addresses.migrate_keys)
        with town(pair.addresses, LAW) as made:
            yield made


@pytest.fixture
def new_town(settled: Town) -> Town:
    return settled.with_new_people()


def sections(cited: list[dict[str, Any]]) -> list[str]:
    """Return the sections cited of the act on public administration, all of that of 2025."""
    of_acts = [one for one in cited if one["act"].startswith("forvaltningsloven")]
    assert {one["act"] for one in of_acts} == {"forvaltningsloven (LOV-2025-06-20-81)"}, cited
    return [one["section"] + (one["letter"] or "") for one in of_acts]


def test_what_is_done_before_the_decision_is_done_by_the_new_act(new_town: Town) -> None:
    room = unasked(new_town)
    old = refused(
        room,
        "/advance-notice/leave-out",
        DIRECTORATE,
        {"ground": "no-known-address", "reason": "Ukjent."},
    )
    assert (old["code"], old["rule"]) == ("ground-of-another-act", "L-FVL-15")
    assert "not-practicable" in str(old)
    left = {"ground": "not-practicable", "reason": "Ukjent adresse."}
    room.done("/advance-notice/leave-out", DIRECTORATE, left)
    assert sections(before(room)["leftOut"]["basis"]) == ["42c"]
    asked = "/access/" + room.done("/access", DOCTOR)["made"]
    no = {"ground": "special-reasons", "reason": "Kilden."}
    assert refused(room, f"{asked}/refuse", DIRECTORATE, no)["code"] == "ground-of-another-act"
    room.done(f"{asked}/refuse", DIRECTORATE, no | {"ground": "identifies-a-source"})
    assert sections(before(room)["access"][0]["basis"]) == ["50e", "53"]
    official = {"official": str(new_town.people["directorate"]), "demandsSuperior": True}
    question = "/impartiality/" + room.done("/impartiality", DOCTOR, {**WHY, **official})["made"]
    answer = {"disqualified": False, "reason": "Ingen tilknytning."}
    room.done(f"{question}/decide", DIRECTORATE, answer)
    assert sections(before(room)["impartiality"][0]["basis"]) == ["29"]


def test_an_appeal_goes_its_way_by_the_new_act(new_town: Town) -> None:
    room = decided(new_town)
    letter = {"receivedOn": "2026-04-07", "channel": "letter", "defects": ["signature"]}
    new_town.clock.day = date(2026, 4, 7)
    appeal = "/appeals/" + room.done("/appeals", DIRECTORATE, letter)["made"]
    # A letter nobody signed lacks nothing.
    assert room.trail()["appeals"][0]["stage"] == "first-instance"
    room.done(f"{appeal}/review", DIRECTORATE, {"outcome": "maintained", "text": "Som før."})
    room.done(f"{appeal}/forward", DIRECTORATE, {"to": "personnel-board"})
    room.done(f"{appeal}/decide", BOARD, {"outcome": "upheld", "text": "Klagen fører ikke fram."})
    (line,) = room.trail()["appeals"]
    by_section = [sections(one["basis"]) for one in line["happened"] if one["basis"]]
    assert ["67"] in by_section
    assert by_section[-1] == ["68", "61"]
    assert "§ 68" in told_of(room)


def test_a_decision_is_reversed_on_a_ground_of_the_new_act(new_town: Town) -> None:
    room = decided(new_town, outcome="granted")
    above = {"ground": "conditions-broken-or-premises-failed", "outcome": "refused", "text": "Nei."}
    room.done("/reverse", DIRECTORATE, above)
    ruling = room.trail()["rulings"][-1]
    assert (ruling["outcome"], sections(ruling["basis"])) == ("refused", ["71c"])
    assert "§ 71 første ledd bokstav c" in told_of(room)


def told_of(room: Room) -> str:
    """Return the case as it is told to people, in Norwegian."""
    services = room.town.services
    found = services.trails.unasked(Id(room.path.removeprefix("/proceedings/")))
    named = services.people.names(named_in(found))
    where = names_of_establishments(services.histories, (found.organisation,))
    lines = (line for section in told_trail(found, {**named, **where}) for line in section.lines)
    told = "\n".join(line.says.nb for line in lines)
    assert "LOV-1967" not in told
    return told


def decided(new_town: Town, outcome: str = "refused") -> Room:
    room = applied(new_town)
    new_town.clock.day = date(2026, 3, 31)
    room.done("/decide", DIRECTORATE, DECISION | {"outcome": outcome})
    room.done("/notice", DIRECTORATE, NOTICE)
    room.arrived(DIRECTORATE)
    return room
