"""A case told under either of the two acts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.law.book import IN_FORCE, LawBook
from domain.law.notices import NoticeContent
from domain.law.proposed import PROPOSED
from domain.proceedings.rulings import Decided
from domain.shared.ids import Id
from domain.shared.refusals import Refused
from tests.support.proceedings import CASE_HANDLER, Story

OLD, NEW = IN_FORCE, PROPOSED["new-administration-act"]
ACTS = pytest.mark.parametrize("law", [OLD, NEW], ids=["1967", "2025"])
# A Monday after the day on which the act of 2025 is tried.
DAY = date(2027, 2, 1)
FILED, LATER = DAY + timedelta(days=7), DAY + timedelta(days=14)
ALL, PART, NONE = Decided.GRANTED, Decided.PARTLY_GRANTED, Decided.REFUSED


def notified(
    law: LawBook, outcome: Decided = NONE, *, on: date = DAY, by: Id = CASE_HANDLER
) -> Story:
    story = Story(law).opened(on=on).decided(outcome, on=on, by=by)
    return story.sent(on=on, says=NoticeContent).made_available(on)


def forwarded(law: LawBook, outcome: Decided = NONE, *, on: date = DAY) -> Story:
    later = on + timedelta(days=7)
    story = notified(law, outcome, on=on).filed(later).reviewed(later)
    return story.forwarded(later)


def cited(story: Story) -> tuple[str, ...]:
    return tuple(one.nb.partition("§ ")[2] for one in story.case.facts[-1].basis)  # type: ignore[attr-defined]


def basis_of(refusal: Refused) -> tuple[str, ...]:
    return tuple(one.nb.partition("§ ")[2] for one in refusal.basis)
