"""What is new since the decision, who did what in which role, and the days left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from application.proceedings.docket import DocketLine
from application.proceedings.trails.rulings import RulingLine
from application.proceedings.trails.told.lines import Line, Naming, Section, day, instant, line
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.told.step_words import STEPS
from application.proceedings.trails.trail import Trail, TrailStep
from application.proceedings.trails.words import WAITING, word
from application.role_names import ROLES
from domain.shared.texts import Text

NEW = Text(nb="Hva som er kommet til etter vedtaket", en="What came after the decision")
SEEN_AT_REVIEW = Text(
    nb="Førsteinstansen hadde sett det da den vurderte vedtaket på nytt.",
    en="The first instance had seen it when it looked at the decision anew.",
)
UNSEEN = Text(nb="Førsteinstansen hadde ikke sett det.", en="The first instance had not seen it.")
DONE = Text(nb="Hvem som gjorde hva", en="Who did what")
LEFT = Text(nb="Dager igjen", en="Days left")


def new(trail: Trail) -> Section:
    told = []
    for one in trail.new:
        at = instant(one.recorded_at)
        told.append(line(f"{one.says.nb} (ført {at.nb})", f"{one.says.en} (recorded {at.en})"))
        saw = SEEN_AT_REVIEW if one.seen_at_review else UNSEEN
        told.append(line(saw.nb, saw.en, 1))
    if trail.decision is None:
        return Section(heading=NEW, lines=tuple(told))
    own_nb, own_en = (
        ("utdanningsplanen", "the training plan")
        if trail.plan
        else ("virksomhetens historie", "the history of the establishment")
    )
    nothing = line(
        f"Ingenting er kommet til i {own_nb} siden vedtaket.",
        f"Nothing has been added to {own_en} since the decision.",
    )
    return Section(heading=NEW, lines=tuple(told) or (nothing,))


def done(trail: Trail, naming: Naming) -> Section:
    return Section(heading=DONE, lines=tuple(_done(one, naming) for one in trail.steps))


def _done(one: TrailStep, naming: Naming) -> Line:
    what = word(STEPS, one.tag)
    at, who, role = (
        instant(one.recorded_at),
        naming.person(one.recorded_by),
        word(ROLES, one.acting_as),
    )
    nb, en = "", ""
    if one.corrected_in:
        nb = f" (merket som ført feil i hendelse {one.corrected_in})"
        en = f" (marked as an error by fact {one.corrected_in})"
    return line(
        f"{one.version}. {what.nb}{nb}: {who.nb} ({role.nb}), {at.nb}",
        f"{one.version}. {what.en}{en}: {who.en} ({role.en}), {at.en}",
    )


def left(trail: Trail) -> Section:
    told = (*_times_to_appeal(trail), *(said for one in trail.waits for said in _waits(one)))
    nothing = line("Ingen frist løper, og ingenting venter.", "No time runs, and nothing waits.")
    return Section(heading=LEFT, lines=told or (nothing,))


def _times_to_appeal(trail: Trail) -> Iterator[Line]:
    for one in trail.rulings:
        if one.in_force and one.last_day:
            yield _time_to_appeal(one, one.last_day, trail.asked_on)


def _time_to_appeal(one: RulingLine, last_day: date, today: date) -> Line:
    what, last, still = heading_of(one), day(last_day), days(last_day, today)
    return line(
        f"Klagefristen ({what.nb}): {last.nb}, {still.nb}",
        f"The time to appeal ({what.en}): {last.en}, {still.en}",
    )


def _waits(one: DocketLine) -> Iterator[Line]:
    what, since = word(WAITING, one.waits_for), day(one.since)
    yield line(
        f"Nå: {what.nb} (siden {since.nb}, {_count(one.days_waited).nb})",
        f"Now: {what.en} (since {since.en}, {_count(one.days_waited).en})",
    )
    for by, still, nb, en in (
        (one.legal_by, one.days_left, "Frist etter loven", "Time by law"),
        (
            one.target_on,
            one.days_to_target,
            "Mål for saksbehandlingen, ingen frist etter loven",
            "A target of service, no deadline at law",
        ),
    ):
        if by and still is not None:
            yield line(
                f"{nb}: {day(by).nb}, {_still(still).nb}",
                f"{en}: {day(by).en}, {_still(still).en}",
                1,
            )


def days(last_day: date, today: date) -> Text:
    """Return how long there is to a day, or how long since it."""
    return _still((last_day - today).days)


def _still(left: int) -> Text:
    if left < 0:
        gone = _count(-left)
        return Text(nb=f"ute for {gone.nb} siden", en=f"over {gone.en} ago")
    if left == 0:
        return Text(nb="siste dag er i dag", en="the last day is today")
    count = _count(left)
    return Text(nb=f"{count.nb} igjen", en=f"{count.en} left")


def _count(number: int) -> Text:
    one = number == 1
    return Text(
        nb=f"{number} {'dag' if one else 'dager'}", en=f"{number} {'day' if one else 'days'}"
    )
