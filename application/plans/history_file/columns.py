"""The columns of a history file: which there are, and which each kind of record uses."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum

RECORD, HPR, ORGANISATION, ID = "record", "hpr", "organisation", "id"

NORWEGIAN = {
    RECORD: "post",
    HPR: "hpr-nummer",
    ORGANISATION: "virksomhet",
    "day": "dag",
    "last_day": "siste_dag",
    "kind": "type",
    "minutes": "minutter",
    "hours": "timer",
    "percentage": "stillingsprosent",
    "arena": "læringsarena",
    "goals": "læringsmål",
    "by": "av",
    "role": "rolle",
    "channel": "kanal",
    "confirmed_on": "bekreftet",
    "name": "navn",
    "place": "sted",
    "certificate": "kursbevis",
    "stated_in": "kilde",
    "text": "tekst",
    ID: "id",
}
"""Every column in the order it is written, with the Norwegian name that is read as well."""

COLUMNS = tuple(NORWEGIAN)
_BY_NAME = {name: name for name in COLUMNS} | {nb: name for name, nb in NORWEGIAN.items()}


class RecordKind(StrEnum):
    """What a line tells of."""

    SESSION = "session"
    ACTIVITY = "activity"
    GOAL = "goal"
    COURSE = "course"
    SERVICE = "service"


USED: dict[RecordKind, frozenset[str]] = {
    kind: frozenset({RECORD, HPR, ORGANISATION, *columns.split()})
    for kind, columns in {
        RecordKind.SESSION: "id day minutes goals by confirmed_on text",
        RecordKind.ACTIVITY: "id day kind arena goals by role channel confirmed_on text",
        RecordKind.GOAL: "day goals stated_in",
        RecordKind.COURSE: "id day last_day hours goals name place"
        " certificate confirmed_on stated_in",
        RecordKind.SERVICE: "id day last_day kind percentage arena place by confirmed_on",
    }.items()
}


def column(written: str) -> str | None:
    """Return the column that a heading names, in either language, if any."""
    return _BY_NAME.get(written.strip().lower().replace(" ", "_"))


def close_to(written: str) -> str | None:
    """Return the heading somebody may have meant."""
    close = get_close_matches(written.strip().lower(), _BY_NAME, n=1, cutoff=0.6)
    return close[0] if close else None
