"""What can be done against a decision? A function of its kind, its day and a law book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.law.named import law_named
from domain.calendar.ambiguities import Ambiguity
from domain.law.book import IN_FORCE, LawBook
from domain.law.remedies import DecisionKind
from domain.proceedings.remedies import route
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid

KINDS = tuple(map(str, DecisionKind))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRemedy:
    """Against a decision made on a day, under a law book as announced by a day."""

    decided: date
    law: str = IN_FORCE.name
    known_at: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyView:
    """The way: an appeal is sent to the body that decided, and heard by another.

    ``weeks`` is the time there is from the notice, None where the law sets none or a person
    decides.
    """

    law: str
    kind: str
    remedy: str
    sent_to: str | None
    heard_by: str | None
    weeks: int | None
    citations: tuple[Citation, ...]
    confidence: Confidence | None
    ambiguities: tuple[Ambiguity, ...]


def ask_remedy(kind: str, asked: AskRemedy) -> RemedyView:
    """Return the way against a kind of decision, by the law book named; raises Invalid."""
    return remedy_by(kind, asked.decided, law_named(asked.law, known_at=asked.known_at))


def remedy_by(kind: str, decided: date, law: LawBook) -> RemedyView:
    """Return the way against a kind of decision, by a law book; raises Invalid."""
    found = route(_kind(kind), law, decided)
    said = (found.rule, found.period)
    return RemedyView(
        law=law.version,
        kind=found.kind,
        remedy=found.remedy,
        sent_to=found.decided_by,
        heard_by=found.heard_by,
        weeks=found.period.value.length if found.period else None,
        citations=tuple(one.citation for one in said if one),
        confidence=found.rule.confidence if found.rule else None,
        ambiguities=found.ambiguities,
    )


def _kind(named: str) -> DecisionKind:
    if named not in KINDS:
        raise Invalid(
            "unknown-decision-kind",
            nb=f"Ingen slags vedtak heter «{named}»; velg {', '.join(KINDS)}.",
            en=f'No kind of decision is called "{named}"; choose {", ".join(KINDS)}.',
            field="kind",
        )
    return DecisionKind(named)
