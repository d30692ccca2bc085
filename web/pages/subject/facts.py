"""A fact of what a form is about, and the words several of them share."""

from __future__ import annotations

from datetime import date
from typing import Any

from application.actors import Role
from domain.shared.texts import Text
from web.pages.words import codes

Fact = tuple[Text, Any]
DAY, FROM, TO = (
    Text(nb="Dag", en="Day"),
    Text(nb="Fra", en="From"),
    Text(nb="Til", en="To"),
)
DOCTOR, NAME, KIND = (
    Text(nb="Lege", en="Doctor"),
    Text(nb="Navn", en="Name"),
    Text(nb="Slag", en="Kind"),
)
GOALS = Text(nb="Læringsmål", en="Learning goals")
SUPERVISOR = Text(nb="Veileder", en="Supervisor")
STANDS = Text(nb="Status", en="Status")
PER_CENT = Text(nb="Prosent", en="Per cent")
RECEIVED = Text(nb="Kom inn", en="Came in")


def days(first: date, last: date | None) -> Text:
    """Return the days something lasts, open where it has no end."""
    if last is None:
        return Text(nb=f"fra {first}", en=f"from {first}")
    return Text(nb=f"fra {first} til {last}", en=f"from {first} to {last}")


def visited(direction: str, role: Role) -> Text:
    """Return who visited whom, as it is said to the one who looks."""
    if role is Role.DOCTOR:
        return codes.word("Direction", direction)
    return (TO_COLLEAGUE if role is Role.COLLEAGUE else TO_OTHERS)[direction]


TO_COLLEAGUE = {
    "made": Text(nb="Legen besøkte deg", en="The doctor visited you"),
    "received": Text(nb="Du besøkte legen", en="You visited the doctor"),
}
TO_OTHERS = {
    "made": Text(nb="Legen besøkte en kollega", en="The doctor visited a colleague"),
    "received": Text(nb="En kollega besøkte legen", en="A colleague visited the doctor"),
}
