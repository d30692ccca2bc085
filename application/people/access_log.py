"""One's own access log: who else read of one, in which capacity, when, what and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from application.access import Act
from application.looking import Look
from application.people.directory import Directory
from application.plans.timeline import recorder
from application.ports import Openings
from domain.shared.ids import Id
from domain.shared.texts import Text

IDENTITY, TRAIL, INCOMING, HISTORY_FILE = "identity", "trail", "incoming", "history-file"
TEXT = "text"
MOST = 500

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        IDENTITY: Text(
            nb="Så navn, kontaktpunkt og HPR-nummer", en="Saw name, contact and HPR number"
        ),
        TRAIL: Text(nb="Så saken og hva den bygger på", en="Saw the case and what it rests on"),
        INCOMING: Text(nb="Så noe som var sendt inn", en="Saw something that was sent in"),
        HISTORY_FILE: Text(
            nb="Skrev historikken ut til en fil", en="Wrote the history out to a file"
        ),
        TEXT: Text(nb="Åpnet en fortrolig tekst", en="Opened a confidential text"),
        Act.SEE_PLAN: Text(nb="Så planen", en="Saw the plan"),
        Act.SEE_HISTORY: Text(nb="Så det som er gjort etter planen", en="Saw what was done"),
        Act.SEE_VISITS: Text(nb="Så praksisbesøkene", en="Saw the practice visits"),
        Act.SEE_ABSENCES: Text(nb="Så fraværet", en="Saw the absences"),
        Act.SEE_REASSESSMENTS: Text(nb="Så de nye vurderingene", en="Saw the new assessments"),
        Act.SEE_OPENINGS: Text(nb="Så innsynsloggen", en="Saw the log of openings"),
        Act.READ_EVALUATION: Text(nb="Så evalueringene", en="Saw the evaluations"),
    }
)
"""What each kind of look is in words; a test finds every kind here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One look at the one who asks; ``field`` names the text where one was opened."""

    looked_at: datetime
    looked_by: Id | str
    acting_as: str
    what: str
    says: Text
    field: str | None
    case_id: Id | None
    reason: str | None


def looks_at(person: Id, *, directory: Directory, openings: Openings) -> tuple[LookLine, ...]:
    """Return the latest looks at a person, latest first, under all the ids they have had."""
    ids = directory.same({person})
    return tuple(map(_line, openings.of_people(ids, most=MOST)))


def _line(look: Look) -> LookLine:
    return LookLine(
        looked_at=look.looked_at,
        looked_by=recorder(look.looked_by),
        acting_as=look.acting_as,
        what=look.what,
        says=WORDS[look.what],
        field=look.field,
        case_id=look.case_id,
        reason=look.reason,
    )
