"""What each fact of a plan says in words, and which of its days is the legal one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from application.plans.sentences_of_way import WAY
from application.plans.sentences_of_work import WORK
from application.plans.words import in_words
from domain.plans.corrections import FactCorrected
from domain.shared.facts import Fact, Recorded
from domain.shared.texts import Text

SENTENCES = {**WAY, **WORK}

LEGAL_DAYS = (
    "lapsed_on",
    "reminded_on",
    "begun_on",
    "held_on",
    "done_on",
    "sent_on",
    "answered_on",
    "withdrawn_on",
    "requested_on",
    "moved_on",
    "changed_on",
    "merged_on",
    "evaluated_on",
    "submitted_on",
    "given_on",
    "approved_on",
    "decided_on",
    "refused_on",
    "returned_on",
    "recalled_on",
    "corrected_on",
    "finalised_on",
    "written_on",
    "attached_on",
    "withdrawn_on",
    "shared_on",
    "unshared_on",
    "assessed_on",
    "arranged_on",
    "signed_on",
    "confirmed_on",
    "issued_on",
    "discarded_on",
    "planned_on",
    "proposed_on",
    "agreed_on",
    "raised_on",
    "closed_on",
    "convened_on",
    "concluded_on",
    "forwarded_on",
    "received_on",
    "computed_on",
    "opened_on",
    "appointed_on",
    "joined_on",
    "authorised_on",
    "ended_on",
    "last_day",
    "days",
)


def told(fact: Fact) -> Text:
    """Return what a fact says."""
    shown = {name: in_words(name, getattr(fact, name)) for name in fact.__struct_fields__}
    sentence = SENTENCES[type(fact)]
    return Text(
        nb=sentence.nb.format(**{name: words.nb for name, words in shown.items()}),
        en=sentence.en.format(**{name: words.en for name, words in shown.items()}),
    )


def told_in(history: Sequence[Recorded], recorded: Recorded) -> Text:
    """Return what a fact of a history says; a mark says what it marks."""
    fact = recorded.fact
    if not isinstance(fact, FactCorrected):
        return told(fact)
    said, marked = told(fact), told(history[fact.corrects - 1].fact)
    return Text(nb=f"{said.nb} ({marked.nb})", en=f"{said.en} ({marked.en})")


def legal_day(fact: Fact) -> date | None:
    """Return the day on which what a fact tells happened; of several days the last."""
    day: date | tuple[date, ...] | None = next(
        (getattr(fact, name) for name in LEGAL_DAYS if name in fact.__struct_fields__), None
    )
    return day[-1] if isinstance(day, tuple) else day
