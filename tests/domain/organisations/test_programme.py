"""What a programme is expected to say, and which changes the Directorate is told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from domain.organisations.facts import (
    ArenaClosed,
    ArenaOpened,
    DirectorateNotified,
    OrganisationFactCorrected,
    ProgrammePublished,
)
from domain.organisations.organisation import Organisation
from domain.organisations.programme import checklist
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Force
from domain.shared.refusals import NotAllowed
from tests.support.history import Given, Then, folded
from tests.support.plans import ORGANISATION
from tests.support.stories import ARENA, FIRST_DAY, LAST_DAY, OFFICER, REGISTERED

OTHER_ARENA = ArenaOpened(arena=replace(ARENA, code="ARE-05"), first_day=FIRST_DAY)
PROGRAMME = ProgrammePublished(
    number=1,
    first_day=FIRST_DAY,
    arenas=("ARE-04",),
    guidance="Hver uke.",
    assessment="Hvert halvår.",
    supervision="Hver dag.",
    basis=(),
)
APPLIED = (REGISTERED, ArenaOpened(arena=ARENA, first_day=FIRST_DAY), PROGRAMME)
CLOSED = ArenaClosed(arena="ARE-04", last_day=LAST_DAY)
TOLD_ON = date(2026, 2, 1)


def told(upto: int) -> DirectorateNotified:
    return DirectorateNotified(
        upto=upto,
        notified_by=OFFICER,
        notified_on=TOLD_ON,
        reference="26/114",
        basis=(Citation(act="spesialistforskriften", section="28", paragraph=1),),
    )


def given(*facts: Fact) -> Given[Organisation]:
    return folded(Organisation, ORGANISATION, *facts)


def notify(then: Given[Organisation]) -> Then:
    return then.when(
        lambda case: case.notify_directorate(by=OFFICER, on=TOLD_ON, reference="26/114")
    )


@pytest.mark.parametrize(
    ("facts", "changes"),
    [
        pytest.param((), set(), id="L-SPF-28-nothing-since-the-application"),
        pytest.param((CLOSED,), {4}, id="L-SPF-28-an-arena-dropped"),
        pytest.param((OTHER_ARENA,), {4}, id="L-SPF-28-an-arena-more"),
        pytest.param(
            (msgspec.structs.replace(PROGRAMME, number=2), CLOSED), {4, 5}, id="L-SPF-28-both"
        ),
        pytest.param((CLOSED, told(4)), set(), id="L-SPF-28-told"),
        pytest.param((CLOSED, told(4), OTHER_ARENA), {6}, id="L-SPF-28-changed-again"),
    ],
)
def test_the_directorate_is_told_what_changed_since_the_application(
    facts: tuple[Fact, ...], changes: set[int]
) -> None:
    assert given(*APPLIED, *facts).case.untold.keys() == changes


def test_a_closing_on_the_last_day_there_is_stays_readable() -> None:
    last = msgspec.structs.replace(CLOSED, last_day=date.max)
    (change,) = given(*APPLIED, last).case.untold.values()
    assert change.from_day == date.max


def test_everything_untold_is_told_at_once() -> None:
    notify(given(*APPLIED, CLOSED, OTHER_ARENA)).then(told(5))


def test_nothing_is_told_when_nothing_changed() -> None:
    notify(given(*APPLIED)).then_refused(NotAllowed, saying="changed since", rule="L-SPF-28")


def test_a_closing_that_was_an_error_need_not_be_told() -> None:
    error = OrganisationFactCorrected(
        corrects=4,
        corrected_fact="organisation.arena-closed",
        reason=Confidential("Feil arena."),
        corrected_by=OFFICER,
        corrected_on=TOLD_ON,
    )
    assert not given(*APPLIED, CLOSED, error).case.untold


def test_what_a_programme_is_expected_to_say_is_told_and_not_enforced() -> None:
    findings = checklist(PROGRAMME)
    assert [(f.rule, f.force, f.basis[0].letter) for f in findings] == [
        ("R-ORG-03", Force.INFO, letter) for letter in "abc"
    ]
    said = msgspec.structs.replace(
        PROGRAMME, paths="Fem år.", activities="Ukentlig.", responsibility=" "
    )
    (left,) = checklist(said)
    assert left.says.en == "The programme lacks organisation and responsibility."
