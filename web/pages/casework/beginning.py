"""What the forms of casework begin with: what is assumed where nothing is said stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import flask

from application.actors import Actor
from application.letters.letter import LetterKind
from application.proceedings.acting import INSTANCE_OF
from application.proceedings.trails.rulings import RulingLine
from application.proceedings.trails.trail import LetterLine, Trail
from web.pages.casework.looking import trail_of
from web.pages.fields import Path
from web.pages.visit import services

DIGITAL, LETTER, UNKNOWN = "digital", "letter", "unknown-decision"
"""What a channel, and why something came here, are taken to be by what is done with them."""
Begins = Callable[[Path, Actor], Mapping[str, Any]]
DAYS: Mapping[str, str] = {
    "received_on": "receivedOn",
    "demanded_on": "demandedOn",
    "decided_on": "decidedOn",
}
"""The days that are taken to be today where they are not said."""


def assumed(named: Iterable[str]) -> Begins | None:
    """Return what tells the day and the channel that are taken where none is said."""
    names = frozenset(named)
    days = [key for name, key in DAYS.items() if name in names]
    if not days:
        return None
    channel = {"channel": DIGITAL} if "channel" in names else {}

    def begins(_: Path, __: Actor) -> Mapping[str, Any]:
        return {**dict.fromkeys(days, services().clock.today()), **channel}

    return begins


def appeal(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with what an appeal is taken to be: of today, against what is appealed now."""
    against = services().trails.appealed_now(path["proceeding"], looks)
    return {
        "receivedOn": services().clock.today(),
        "channel": DIGITAL,
        "ruling": against,
    }


def ruling(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with the ruling that an act is on where none is said."""
    last = _last(trail_of(path["proceeding"], looks), looks)
    return {"ruling": last.version if last else None}


def demand(path: Path, looks: Actor) -> Mapping[str, Any]:
    rulings = trail_of(path["proceeding"], looks).rulings
    last = rulings[-1].version if rulings else None
    return {"ruling": last, "demandedOn": services().clock.today()}


def notice(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with the one letter there is to send, if there is one, and the channel used before."""
    trail = trail_of(path["proceeding"], looks)
    about = flask.request.args.get("ruling")
    unsent = [one for one in to_be_sent(trail, looks) if about in (None, str(one.ruling))]
    found = {**_channel(trail), **ruling(path, looks), "dispatchedOn": services().clock.today()}
    if len(unsent) == 1:
        found |= {"letter": unsent[0].letter, "ruling": unsent[0].ruling}
    return found


def arrival(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with the channel a notice was sent by."""
    trail = trail_of(path["proceeding"], looks)
    return {**_channel(trail), **ruling(path, looks)}


def entered(_: Path, __: Actor) -> Mapping[str, Any]:
    """Begin with what something that came in is taken to be where an official enters it."""
    return {
        "receivedOn": services().clock.today(),
        "channel": LETTER,
        "because": UNKNOWN,
    }


def days_of_incoming(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with the days as they stand, of which one is to be changed."""
    card = services().incoming.card(path["incoming"], looks)
    return {"receivedOn": card.received_on, "sentOn": card.sent_on, "channel": card.channel}


def hearing(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Begin with the body that hears the appeal, where it is one alone."""
    may = services().trails.may_hear(path["proceeding"], path["appeal"], looks)
    return {"to": may[0]} if len(may) == 1 else {}


def to_be_sent(trail: Trail, looks: Actor) -> list[LetterLine]:
    """Return the notices one's own body has written and not sent."""
    rulings = {one.version: one for one in trail.rulings}
    return [one for one in own_notices(trail, looks) if not _went_out(one, rulings[one.ruling])]


def own_notices(trail: Trail, looks: Actor) -> list[LetterLine]:
    """Return the notices that one's own body has written of its rulings."""
    own = {one.version for one in trail.rulings if one.body == INSTANCE_OF.get(looks.acting_as)}
    notices = (one for one in trail.letters if one.kind == LetterKind.DECISION_NOTICE)
    return [one for one in notices if one.ruling in own]


def _went_out(letter: LetterLine, of: RulingLine) -> bool:
    """Return whether a letter was sent, or its ruling told of otherwise on a day after it."""
    since = of.dispatched_on is not None and letter.issued_on < of.dispatched_on
    return letter.sent_on is not None or since


def _last(trail: Trail, looks: Actor) -> RulingLine | None:
    """Return the last ruling of one's own body; of whichever where it has none."""
    me = INSTANCE_OF.get(looks.acting_as)
    own = [one for one in trail.rulings if one.body == me] or list(trail.rulings)
    return own[-1] if own else None


def _channel(trail: Trail) -> Mapping[str, Any]:
    sent = [one for one in trail.rulings if one.dispatched_on]
    return {"channel": sent[-1].channel} if sent else {}
