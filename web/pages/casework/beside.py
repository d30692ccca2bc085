"""What stands beside a form of a case: what it is decided on, and how its time was counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.actors import Actor
from application.proceedings.trails.rulings import RulingLine
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import KINDS, OUTCOMES, WAITING, word
from domain.shared.texts import Text
from web.pages.casework.days import MEANS
from web.pages.casework.looking import at, capital, names_in, trail_of
from web.pages.casework.stages import speaks_for_party
from web.pages.fields import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToAppeal:
    """The time to appeal against one ruling as it stands today, with how it was counted."""

    ruling: RulingLine
    heading: Text
    last_day: date | None
    left: int | None
    steps: Sequence[Any]
    settled: bool

    @property
    def is_over(self) -> bool:
        return self.left is not None and self.left < 0


def times_to_appeal(trail: Trail) -> list[TimeToAppeal]:
    """Return those of the rulings that stand and can be gone against, the last ruling first."""
    open_to = [one for one in trail.rulings if one.in_force and one.remedy != "final"]
    return [_time(one, trail.asked_on) for one in reversed(open_to)]


def _time(one: RulingLine, today: date) -> TimeToAppeal:
    last = one.periods[-1] if one.periods else None
    return TimeToAppeal(
        ruling=one,
        heading=heading_of(one),
        last_day=one.last_day,
        left=(one.last_day - today).days if one.last_day else None,
        steps=last.steps if last else (),
        settled=last.settled if last else False,
    )


def brief(trail: Trail) -> dict[str, Any]:
    """Return a case in a few words."""
    return {
        "kind": capital(word(KINDS, trail.kind)),
        "standing": word(OUTCOMES, trail.outcome) if trail.outcome else None,
        "waits": [
            (capital(word(WAITING, one.waits_for)), MEANS.get(one.waits_for), one)
            for one in trail.waits
        ],
    }


def facts(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Return what a decision is made on."""
    trail = trail_of(path["proceeding"], looks)
    return {
        "trail": trail,
        "names": names_in(trail),
        "brief": brief(trail),
        "texts": at("texts", proceeding=trail.proceeding),
    }


def entered_appeal(path: Path, looks: Actor) -> Mapping[str, Any]:
    """Return until when it could be appealed, and who is taken to appeal."""
    trail = trail_of(path["proceeding"], looks)
    return {**deadlines(path, looks), "party": names_in(trail)[trail.party]}


def deadlines(path: Path, looks: Actor) -> Mapping[str, Any]:
    trail = trail_of(path["proceeding"], looks)
    return {
        "times": times_to_appeal(trail),
        "brief": brief(trail),
        "speaks": speaks_for_party(trail, looks.acting_as),
    }
