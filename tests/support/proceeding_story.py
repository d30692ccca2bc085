"""One life of a proceeding in which every fact there is occurs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.proceedings.appeal import Defect, Outcome, Review
from domain.proceedings.appeal_facts import TimelinessJudged
from domain.proceedings.facts import (
    DecisionReversed,
    ProceedingDeadlineLapsed,
    ProceedingFactCorrected,
    ProceedingPersonMerged,
    ProceedingReminderSent,
)
from domain.proceedings.letter_facts import LetterIssued
from domain.proceedings.rulings import Decided
from domain.shared.facts import Fact
from domain.shared.ids import Id
from tests.support.aside_samples import aside_samples
from tests.support.case_documents import document_story
from tests.support.plans import DOCTOR, text
from tests.support.preparing import preparation_story
from tests.support.proceedings import ADVISER, APPEAL, CASE_HANDLER, OTHER_PARTY, Story


def proceeding_story() -> tuple[Fact, ...]:
    """Return one life of a proceeding in which every fact there is occurs."""
    story = Story().opened().decided().sent().made_available()
    law, by, case = story.law, CASE_HANDLER, story.case
    story.repeated(date(2026, 4, 7)).demanded_reasons(date(2026, 4, 8))
    story.gave_reasons(date(2026, 4, 10)).extended(date(2026, 5, 11), on=date(2026, 4, 13))
    story.filed(date(2026, 4, 14), Defect.SIGNATURE).filed(date(2026, 4, 15))
    story.demanded(date(2026, 4, 16)).mended(date(2026, 4, 20), Defect.SIGNATURE)
    story.reviewed(date(2026, 5, 4), Review.PARTLY_CHANGED)
    story.rest(date(2026, 5, 6), maintained=True).forwarded(date(2026, 5, 8))
    others = [Id(f"{UUID(int=0xA00 + place)}") for place in range(2)]
    for place, appeal in enumerate(others):
        story.filed(
            date(2026, 6, 1),
            appeal=appeal,
            appellant=Id(f"{UUID(int=0xB00 + place)}"),
            knew_on=date(2026, 5, 5),
        )
    first, second = others
    story.accepted(date(2026, 6, 2), appeal=first)
    story.withdrawn(date(2026, 6, 3), appeal=first)
    story.dismissed(date(2026, 6, 3), appeal=second).notified(date(2026, 6, 3))
    story.warned(date(2026, 6, 4))
    story.heard(date(2026, 9, 1), Outcome.CHANGED, result=Decided.GRANTED)
    story.notified(date(2026, 9, 1)).closed(date(2026, 9, 2))
    merged = ProceedingPersonMerged(
        double=OTHER_PARTY, into=ADVISER, merged_by=by, merged_on=date(2026, 9, 3)
    )
    corrected = case.mark(
        ProceedingFactCorrected, case.version, by=by, on=date(2026, 9, 4), reason=text()
    )
    lapsed = ProceedingDeadlineLapsed(
        kind="decision-appeal",
        subject="",
        last_day=date(2026, 5, 11),
        lapsed_on=date(2026, 5, 12),
        noticed_on=date(2026, 5, 12),
    )
    reminded = ProceedingReminderSent(
        kind="decision-appeal",
        subject="",
        due_on=date(2026, 5, 11),
        days_before=7,
        to=(DOCTOR,),
        reminded_on=date(2026, 5, 4),
    )
    judged = TimelinessJudged(
        appeal=APPEAL,
        was="in-time",
        verdict="late",
        late="may-be-treated",
        steps=(),
        law=law.version,
        judged_on=date(2026, 5, 1),
    )
    letter = LetterIssued(
        letter=OTHER_PARTY,
        kind="decision-notice",
        ruling=2,
        appeal=None,
        says=("deadline",),
        size_in_bytes=30_000,
        sha256="0" * 64,
        issued_by=by,
        issued_on=date(2026, 3, 31),
    )
    # Never in one life; what is folded is not judged.
    changed = DecisionReversed(
        ground="invalid",
        outcome="granted",
        text=text(),
        reversed_by=by,
        reversed_on=date(2026, 9, 3),
        law=law.version,
        basis=(),
    )
    after = (*aside_samples(), letter, judged, changed, reminded, lapsed, corrected, merged)
    return (*case.facts, *after, *preparation_story(), *document_story(APPEAL))
