"""What is written out of a plan is brought in again as the same facts."""

from __future__ import annotations

import msgspec
import pytest

from application.plans.history_file.export import Wanted
from application.plans.history_file.problems import HistoryRefused
from application.plans.history_file.rows import Row
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from domain.shared.ids import Id
from infrastructure.keys import Keys
from tests.application.plans.history_file.test_forms import cells
from tests.support import portal as p
from tests.support.portal import Portal
from tests.support.portal import portal as moved_in
from tests.support.town import Town
from tests.web.api.test_journey import GOAL, ready

WHY = "flytting til ny kommune"


def exported(portal: Portal, *, reason: str | None = None) -> str:
    export = portal.town.services.history_export
    return "".join(export.lines(Wanted(plan=portal.plan, reason=reason)))


def opened(portal: Portal, plan: Id, doctor: Id) -> list[Fact]:
    """Return a plan's brought facts with their words, as of one and the same doctor."""
    histories, facts = portal.town.services.histories, []
    for recorded in histories.history(plan):
        if not recorded.source.startswith("import:"):
            continue
        fact, changed = recorded.fact, {}
        for name in fact.__struct_fields__:
            value = getattr(fact, name)
            if isinstance(value, Confidential):
                context = f"{plan}|{recorded.version}|{tag_of(fact)}|{name}"
                changed[name] = histories.open_text(value, subject=doctor, context=context)
            elif value == doctor:
                changed[name] = "the doctor"
        facts.append(msgspec.structs.replace(fact, **changed))
    return sorted(facts, key=repr)


def test_an_export_brought_into_an_empty_plan_gives_the_same_facts(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(*p.ALL))
    file = exported(portal, reason=WHY)
    people = portal.town.people
    other = moved_in(portal.town.with_new_people())
    other.bring_in(file.replace(portal.hpr, other.hpr).encode())
    mine = opened(portal, portal.plan, people["doctor"])
    theirs = opened(other, other.plan, other.town.people["doctor"])
    assert len(mine) == 11
    assert mine == theirs
    again = exported(other, reason=WHY)
    assert again == file.replace(portal.hpr, other.hpr)


@pytest.mark.parametrize("reason", [WHY, None])
def test_an_export_brought_into_the_same_system_adds_nothing(
    portal: Portal, reason: str | None
) -> None:
    portal.bring_in(portal.of_the_doctor(*p.ALL))
    report = portal.bring_in(exported(portal, reason=reason).encode())
    assert (report.new, report.known, report.recorded) == (0, 5, False)


def test_texts_are_opened_with_a_reason_that_the_doctor_sees(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION, p.ACTIVITY))
    assert p.SESSION["text"] not in exported(portal)
    file = exported(portal, reason=WHY)
    assert p.SESSION["text"] in file
    assert p.ACTIVITY["text"] in file
    noted = portal.town.get(f"/plans/{portal.plan}/openings", "doctor", "doctor").json["items"]
    assert sorted((line["openedBy"], line["field"], line["reason"]) for line in noted) == [
        ("alis", "description", WHY),
        ("alis", "minutes", WHY),
    ]


def test_a_plan_made_here_is_written_as_far_as_a_file_can_say_it(aasnes: Town) -> None:
    portal = p.unopened(aasnes)
    aasnes = portal.town
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    session = {"supervisor": aasnes.people["supervisor"], "heldOn": "2026-03-02"}
    draft = session | {"durationMinutes": 60}
    aasnes.done(f"{plan}/sessions", "doctor", "doctor", draft)
    rows = cells(exported(portal).encode())
    assert [row.cells["record"] for row in rows] == ["activity", "goal", "session"]
    assert _row(rows, "goal")["stated_in"] == "Åsnes kommune"
    assert _row(rows, "session")["by"] == p.SUPERVISOR_HPR
    report = portal.bring_in(exported(portal).encode())
    assert (report.new, report.known) == (0, 3)


def test_people_without_a_number_are_named_by_id(portal: Portal) -> None:
    stranger = portal.town.people["stranger"]
    portal.bring_in(portal.of_the_doctor(p.ACTIVITY, by=stranger))
    assert _row(cells(exported(portal).encode()), "activity")["by"] == stranger
    assert portal.bring_in(exported(portal).encode()).known == 1


def test_the_words_of_a_shredded_key_are_gone_and_nothing_else(portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(*p.ALL))
    with_words = exported(portal, reason=WHY)
    with Keys(portal.town.addresses.keys) as keys:
        keys.shred(portal.town.people["doctor"], "opphørt")
    without = exported(portal, reason=WHY)
    assert p.SESSION["text"] in with_words
    assert without == exported(portal)
    assert portal.bring_in(without.encode()).known == 5
    with pytest.raises(HistoryRefused, match="the key to the doctor's texts was destroyed"):
        portal.bring_in(portal.of_the_doctor(p.SESSION, text="Nye ord."))


def _row(rows: list[Row], record: str) -> dict[str, str]:
    return next(row.cells for row in rows if row.cells["record"] == record)
