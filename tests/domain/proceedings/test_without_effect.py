"""What a party sends is recorded also where nothing can come of it, and then nothing does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from application.proceedings.rows import docket_rows
from application.proceedings.without_effect import without_effect_lines
from domain.law.remedies import Instance
from domain.proceedings.appeal import Review, Stage
from domain.proceedings.facts import ProceedingFactCorrected
from domain.proceedings.rulings import Decided
from domain.proceedings.without_effect import Because, Meant, told_of
from domain.proceedings.without_effect_facts import SentWithoutEffect
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound, Refused
from tests.domain.proceedings.test_invariants import Act, tries
from tests.support import speaking
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import (
    ADVISER,
    APPEAL,
    CASE_HANDLER,
    OTHER_APPEAL,
    OTHER_PARTY,
    Story,
    refused,
)

FILED, REVIEWED, LATER = date(2026, 4, 14), date(2026, 6, 1), date(2026, 9, 10)
PROCEEDING = Id(f"{UUID(int=0x9C0)}")


def appealed() -> Story:
    return refused().filed(FILED)


def forwarded() -> Story:
    return appealed().reviewed(REVIEWED).forwarded(REVIEWED)


OVER: dict[str, tuple[Callable[[], Story], Stage, str, str]] = {
    "decided": (
        lambda: forwarded().heard(date(2026, 9, 1)),
        Stage.DECIDED,
        "Klagen er allerede avgjort; ingenting ble trukket.",
        "The appeal is already decided; nothing was withdrawn.",
    ),
    "dismissed": (
        lambda: refused().filed(date(2026, 5, 20)).dismissed(REVIEWED),
        Stage.DISMISSED,
        "Klagen er allerede avvist; ingenting ble trukket.",
        "The appeal is already dismissed; nothing was withdrawn.",
    ),
    "met": (
        lambda: appealed().reviewed(REVIEWED, Review.CHANGED),
        Stage.CHANGED,
        "Klagen er allerede tatt til følge; ingenting ble trukket.",
        "The appeal is already met; nothing was withdrawn.",
    ),
    "withdrawn": (
        lambda: appealed().withdrawn(REVIEWED),
        Stage.WITHDRAWN,
        "Klagen er allerede trukket; ingenting ble trukket.",
        "The appeal is already withdrawn; nothing was withdrawn.",
    ),
}


def last(story: Story) -> SentWithoutEffect:
    fact = story.case.facts[-1]
    assert isinstance(fact, SentWithoutEffect)
    return fact


def waits(story: Story) -> list[tuple[str, str, Id | None]]:
    rows = docket_rows(PROCEEDING, story.case, {})
    return [
        (one.waits_for, one.instance, one.appeal) for one in rows if one.waits_for == "see-sending"
    ]


@pytest.mark.parametrize("how", OVER)
@pytest.mark.parametrize("party", [DOCTOR, None], ids=["the party", "an official for them"])
def test_withdrawing_what_is_over_is_recorded_and_told_and_changes_nothing(
    how: str, party: Id | None
) -> None:
    given, stage, nb, en = OVER[how]
    story = given()
    before = story.appeal().stage, story.case.outcome, story.appeal().withdrawn
    story.told(speaking.withdraw(story.case, APPEAL, on=LATER, party=party))
    fact = last(story)
    assert (fact.what, fact.because, fact.of) == (Meant.APPEAL_WITHDRAWN, Because.OVER, APPEAL)
    assert (fact.stage, fact.received_on) == (stage, LATER)
    assert (story.appeal().stage, story.case.outcome, story.appeal().withdrawn) == before
    assert told_of(fact).nb.startswith(nb)
    assert told_of(fact).en.startswith(en)


def test_one_that_runs_is_withdrawn() -> None:
    story = forwarded()
    story.told(speaking.withdraw(story.case, APPEAL, on=LATER, party=DOCTOR))
    assert story.appeal().stage is Stage.WITHDRAWN
    assert waits(story) == []


def test_withdrawing_what_never_was_waits_for_a_person_and_an_official_is_told() -> None:
    story = appealed()
    told = speaking.withdraw(story.case, OTHER_APPEAL, on=LATER, party=DOCTOR)
    story.told(told)
    assert (last(story).because, last(story).stage) == (Because.UNKNOWN, None)
    assert told_of(last(story)).en.startswith("The case has no such appeal; nothing was withdrawn")
    assert story.appeal().stage is Stage.FIRST_INSTANCE
    assert waits(story) == [("see-sending", Instance.DIRECTORATE, OTHER_APPEAL)]
    with pytest.raises(NotFound, match="no such appeal"):
        speaking.withdraw(story.case, OTHER_APPEAL, on=LATER)
    with pytest.raises(NotFound, match="no such appeal"):
        speaking.answer_rest(story.case, OTHER_APPEAL, maintained=True, on=LATER)


@pytest.mark.parametrize("maintained", [True, False])
def test_answering_for_the_rest_unasked_is_recorded_and_laid_before_a_person(
    maintained: bool,  # noqa: FBT001
) -> None:
    story = appealed()
    story.told(
        speaking.answer_rest(story.case, APPEAL, maintained=maintained, on=LATER, party=DOCTOR)
    )
    fact = last(story)
    meant = Meant.REST_MAINTAINED if maintained else Meant.REST_NOT_MAINTAINED
    assert (fact.what, fact.because) == (meant, Because.NOT_ASKED)
    assert (fact.stage, story.appeal().stage) == (Stage.FIRST_INSTANCE, Stage.FIRST_INSTANCE)
    assert "Nobody asked" in told_of(fact).en
    assert "the answer changes nothing" in told_of(fact).en
    assert story.appeal().rest is None
    assert waits(story) == [("see-sending", Instance.DIRECTORATE, APPEAL)]


def test_asked_it_is_the_answer() -> None:
    story = appealed().reviewed(REVIEWED, Review.PARTLY_CHANGED)
    story.told(speaking.answer_rest(story.case, APPEAL, maintained=True, on=LATER, party=DOCTOR))
    assert story.appeal().stage is Stage.MAINTAINED
    story.told(speaking.answer_rest(story.case, APPEAL, maintained=False, on=LATER, party=DOCTOR))
    assert story.appeal().stage is Stage.MAINTAINED
    assert last(story).because == Because.NOT_ASKED


def test_what_is_anothers_is_neither_withdrawn_nor_answered() -> None:
    story = refused().filed(FILED, appeal=OTHER_APPEAL, appellant=OTHER_PARTY, knew_on=FILED)
    changed = Review.PARTLY_CHANGED
    story.reviewed(REVIEWED, changed, appeal=OTHER_APPEAL, result=Decided.PARTLY_GRANTED)
    for act in (
        speaking.withdraw(story.case, OTHER_APPEAL, on=LATER, party=DOCTOR),
        speaking.answer_rest(story.case, OTHER_APPEAL, maintained=False, on=LATER, party=DOCTOR),
    ):
        story.told(act)
        assert last(story).because == Because.ANOTHERS
        assert told_of(last(story)).en.startswith("The appeal is another's; ")
    assert story.appeal(OTHER_APPEAL).stage is Stage.PARTLY_CHANGED


def test_it_waits_where_the_appeal_is_until_it_is_noted_once() -> None:
    story = forwarded()
    story.told(speaking.answer_rest(story.case, APPEAL, maintained=True, on=LATER, party=DOCTOR))
    sending = last(story).sending
    assert waits(story) == [("see-sending", Instance.PERSONNEL_BOARD, APPEAL)]
    vain = story.case.appeals.without_effect
    story.told(vain.note(sending, by=ADVISER, on=LATER))
    assert waits(story) == []
    (line,) = without_effect_lines(story.case)
    assert (line.sending, line.noted_on) == (sending, LATER)
    with pytest.raises(NotAllowed, match=f"seen on {LATER}"):
        story.case.appeals.without_effect.note(sending, by=ADVISER, on=LATER)
    with pytest.raises(NotFound):
        story.case.appeals.without_effect.note(APPEAL, by=ADVISER, on=LATER)


def test_it_opens_no_closed_case_and_keeps_no_official_from_correcting() -> None:
    story = forwarded().heard(date(2026, 9, 1)).notified(date(2026, 9, 1)).closed(LATER)
    closing = story.case.version
    story.told(speaking.withdraw(story.case, APPEAL, on=LATER, party=DOCTOR))
    sent = story.case.version
    story.told(story.case.appeals.without_effect.note(last(story).sending, by=ADVISER, on=LATER))
    assert is_closed(story)
    with pytest.raises(NotAllowed):
        corrected(story, sent)
    corrected(story, closing)
    assert not is_closed(story)
    corrected(story, sent + 1)
    assert waits(story) == [("see-sending", Instance.PERSONNEL_BOARD, APPEAL)]
    corrected(story, sent)
    assert waits(story) == []


@given(tries, st.sampled_from([APPEAL, OTHER_APPEAL]), st.booleans(), st.booleans())
@settings(max_examples=150)
def test_whatever_came_before_what_the_party_says_is_recorded_and_acts_or_changes_nothing(
    told: list[tuple[Act, int]],
    appeal: Id,
    withdraws: bool,  # noqa: FBT001 - drawn
    maintained: bool,  # noqa: FBT001 - drawn
) -> None:
    story, day = appealed(), FILED
    for act, days in told:
        day += timedelta(days=days)
        with suppress(Refused):
            act(story, day)
    before, closed = stages(story), is_closed(story)
    if withdraws:
        fact = speaking.withdraw(story.case, appeal, on=day, party=DOCTOR)
    else:
        fact = speaking.answer_rest(story.case, appeal, maintained=maintained, on=day, party=DOCTOR)
    story.told(fact)
    event(type(fact).__name__)
    assert is_closed(story) is closed
    if isinstance(fact, SentWithoutEffect):
        assert stages(story) == before
        assert told_of(fact).nb
        assert fact.sending in {
            one.sent.sending for one in story.case.appeals.without_effect.waiting
        }
    else:
        others = {one: stage for one, stage in stages(story).items() if one != appeal}
        assert others == {one: stage for one, stage in before.items() if one != appeal}
        assert story.appeal(appeal).filed.appellant == DOCTOR


def stages(story: Story) -> dict[Id, Stage]:
    return {name: one.stage for name, one in story.case.appeals.by_id.items()}


def is_closed(story: Story) -> bool:
    return story.case.closed is not None


def corrected(story: Story, version: int) -> None:
    story.told(
        story.case.mark(ProceedingFactCorrected, version, by=CASE_HANDLER, on=LATER, reason=text())
    )
