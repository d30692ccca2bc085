"""On which days somebody was qualified to be the supervisor (R-SUP-02)."""

from __future__ import annotations

from domain.calendar.spans import Span
from domain.law.book import LawBook
from domain.plans.accounts.stays import Stay
from domain.shared.ids import Id


def qualified(person: Id, stay: Stay, law: LawBook) -> tuple[Span, ...]:
    """Return the days on which a person may supervise under the stay's plan."""
    return tuple(stay.setting.specialists.get(person, ()))
