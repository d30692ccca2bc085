"""The law books by name, and those somebody wrote down in a file."""

from __future__ import annotations

from datetime import date

from application.law.amendments import amended_by_file
from domain.law.book import IN_FORCE, LawBook
from domain.law.proposed import PROPOSED
from domain.shared.refusals import Invalid

BOOKS = {IN_FORCE.name: IN_FORCE, **PROPOSED}


def law_named(name: str, *, known_at: date | None = None) -> LawBook:
    """Return the book of that name, as announced by a day; raises Invalid."""
    book = BOOKS.get(name)
    if book is None:
        raise Invalid(
            "unknown-law",
            nb=f"Ingen lovbok heter «{name}»; velg {', '.join(BOOKS)}.",
            en=f'No law book is called "{name}"; choose {", ".join(BOOKS)}.',
            field="law",
        )
    return book.as_announced_by(known_at) if known_at else book


def law_proposed(text: str) -> LawBook:
    """Return the law in force as an amendment file would have it; raises AmendmentsRefused."""
    return amended_by_file(IN_FORCE, text)
