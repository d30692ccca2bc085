"""What a reminder says: the day and what it is, and nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass

from application.enforcement.post import Message
from application.enforcement.reminders import REMINDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A subject line and a text, in both languages, for whoever may read over a shoulder."""

    subject: str
    body: str


def letter(message: Message) -> Letter:
    """Return the letter; the case is named by its id, which only those who may can look up."""
    kind = REMINDERS[message.kind]
    law_nb = "Fristen følger av loven." if kind.legal else "Dagen er ikke en lovbestemt frist."
    law_en = "The law sets this day." if kind.legal else "The law does not set this day."
    return Letter(
        subject=f"Påminnelse: {message.due_on:%d.%m.%Y} / Reminder: {message.due_on}",
        body=(
            f"{kind.says.nb}: {message.due_on:%d.%m.%Y}. {law_nb}\n"
            f"Sak: {message.case_id}. Logg inn for å se mer.\n\n"
            f"{kind.says.en}: {message.due_on}. {law_en}\n"
            f"Case: {message.case_id}. Sign in to see more.\n"
        ),
    )
