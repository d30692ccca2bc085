"""The days of a case, for its timeline: what happened, what the law asks, what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, repeat
from math import inf

from application.proceedings.beside.words import PERIODS
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.told.step_words import STEPS
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import SOURCES, WAITING, word
from domain.shared.texts import Text
from web.pages.casework.looking import capital
from web.pages.pictures.timeline import Day, DayKind

CAME_IN = Text(nb="Søknaden kom inn", en="The application came in")
ARRIVED = Text(nb="Underretningen kom fram", en="The notice arrived")
APPEALED = Text(nb="En klage kom inn", en="An appeal came in")
COMMENT_BY = Text(nb="Frist for å uttale seg", en="The last day to comment")
CLOSED = Text(nb="Saken ble avsluttet", en="The case was closed")
ANSWER_BY = Text(nb="Det som mangler, må være her", en="What is lacking must be here")

FILED, COMMENTS = "proceeding.appeal-filed", "comments"

MEANS: Mapping[str, Text] = {
    "decide": Text(nb="Vedtak eller foreløpig svar", en="A decision or a provisional reply"),
    "hear": Text(
        nb="Varsel om endring til skade for klageren",
        en="Telling the appellant of a change to their detriment",
    ),
}
"""What the law sets a day for, where it is not for all that is waited for."""


def days_of(trail: Trail) -> list[Day]:
    """Return the days in order, each once."""
    happened = sorted(_happened(trail), key=lambda one: (one[1].on, one[0]))
    found = dict.fromkeys((*(day for _, day in happened), *_to_keep(trail)))
    return sorted(found, key=lambda one: one.on)


def _happened(trail: Trail) -> Iterator[tuple[float, Day]]:
    """Yield what happened, each with the version it was recorded at."""
    if trail.received_on:
        yield 0, Day(on=trail.received_on, says=CAME_IN)
    rulings = {one.version for one in trail.rulings}
    for ruling in trail.rulings:
        yield ruling.version, Day(on=ruling.decided_on, says=word(SOURCES, ruling.source))
        if ruling.arrived_on:
            # It follows its ruling, and comes before what was made of it.
            yield ruling.version + 0.5, Day(on=ruling.arrived_on, says=ARRIVED)
    for filed, appeal in zip(chain(_filed(trail), repeat(inf)), trail.appeals, strict=False):
        yield filed, Day(on=appeal.received_on, says=APPEALED)
        steps = (one for one in appeal.happened if one.version not in rulings)
        yield from ((one.version, Day(on=one.on, says=word(STEPS, one.tag))) for one in steps)
    if trail.closed_on:
        yield inf, Day(on=trail.closed_on, says=CLOSED)


def _filed(trail: Trail) -> Iterator[int]:
    """Yield the versions at which the appeals were recorded, in their order."""
    for one in trail.steps:
        if one.tag == FILED and one.corrected_in is None:
            yield one.version


def _to_keep(trail: Trail) -> Iterator[Day]:
    yield from _to_speak_by(trail)
    for ruling in trail.rulings:
        if ruling.in_force and ruling.last_day:
            what = heading_of(ruling)
            says = Text(
                nb=f"Siste dag for å klage ({what.nb})", en=f"The last day to appeal ({what.en})"
            )
            yield Day(on=ruling.last_day, says=says, kind=DayKind.LAW)
    for waits in trail.waits:
        if waits.waits_for == COMMENTS:
            # The day of the advance notice, which is told as that.
            continue
        says = word(WAITING, waits.waits_for)
        if waits.legal_by:
            means = MEANS.get(waits.waits_for, says)
            yield Day(on=waits.legal_by, says=capital(means), kind=DayKind.LAW)
        if waits.target_on:
            yield Day(on=waits.target_on, says=capital(says), kind=DayKind.TARGET)
    for beside in trail.days:
        if beside.day:
            yield Day(on=beside.day, says=word(PERIODS, beside.period), kind=DayKind.LAW)


def _to_speak_by(trail: Trail) -> Iterator[Day]:
    """Yield the days the party has been given to say something by."""
    waits_for_comments = any(one.waits_for == COMMENTS for one in trail.waits)
    for notice in trail.preparation.advance_notices:
        yield Day(
            on=notice.comment_by,
            says=COMMENT_BY,
            kind=DayKind.LAW,
            is_over=not waits_for_comments,
        )
    for appeal in trail.appeals:
        if appeal.answer_by:
            yield Day(on=appeal.answer_by, says=ANSWER_BY, kind=DayKind.LAW)
