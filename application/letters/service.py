"""The confirmation of practical service (tjenestebekreftelse)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from application.letters.frame import Frame, framed
from application.letters.letter import (
    Block,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Table,
    Term,
    Terms,
)
from application.letters.writing import acts, day, place
from domain.shared.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of service, as its employer confirmed it.

    ``kind`` says what service it was (åpen uselektert allmennpraksis) and ``arena`` where.
    ``last_day`` is None while it goes on, and then it is confirmed to the day it was confirmed.
    """

    employer: str
    arena: str
    kind: str
    percentage: Decimal
    first_day: date
    last_day: date | None
    confirmed_by: str
    confirmed_on: date

    def __post_init__(self) -> None:
        if not 0 < self.percentage <= 100:  # noqa: PLR2004
            raise ValueError(f"a post is above 0 and at most 100 per cent, not {self.percentage}")
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError(f"a period cannot end on {self.last_day}, before {self.first_day}")


def service_confirmation(
    frame: Frame, doctor: str, periods: tuple[Period, ...], basis: Citation
) -> Letter:
    """Return the confirmation, in order of the first days; ``basis`` is the duty to issue it."""
    if not periods:
        raise ValueError("a confirmation of service must have at least one period")
    ordered = tuple(sorted(periods, key=lambda period: (period.first_day, period.employer)))
    blocks = (*_opening(frame, doctor, basis), *_periods(ordered), *acts((basis,)))
    title = f"Tjenestebekreftelse: {doctor}"
    return framed(frame, LetterKind.SERVICE_CONFIRMED, title, blocks)


def _opening(frame: Frame, doctor: str, basis: Citation) -> Iterator[Block]:
    yield Terms(
        caption="Bekreftelsen",
        terms=(
            Term(name="Lege", description=doctor),
            Term(name="Utstedt av", description=frame.sender),
            Term(name="Utstedt", description=day(frame.on)),
        ),
    )
    yield Paragraph(
        text=f"{frame.sender} bekrefter at {doctor} har gjennomført praktisk tjeneste som "
        f"oppgitt nedenfor ({place(basis)})."
    )


def _periods(periods: tuple[Period, ...]) -> Iterator[Block]:
    yield Heading(text="Tjenesten")
    yield Table(
        caption="Perioder med praktisk tjeneste",
        columns=("Nr.", "Arbeidsgiver", "Arena", "Tjeneste", "Stilling", "Første dag", "Siste dag"),
        rows=tuple(
            (
                str(number),
                period.employer,
                period.arena,
                period.kind,
                f"{_percent(period.percentage)} %",
                f"{period.first_day:%d.%m.%Y}",
                f"{period.last_day:%d.%m.%Y}" if period.last_day else "pågår",
            )
            for number, period in enumerate(periods, start=1)
        ),
    )
    yield Heading(text="Hvem som har bekreftet tjenesten")
    yield Table(
        caption="Bekreftelser fra arbeidsgiverne",
        columns=("Nr.", "Arbeidsgiver", "Bekreftet av", "Bekreftet"),
        rows=tuple(
            (str(number), period.employer, period.confirmed_by, f"{period.confirmed_on:%d.%m.%Y}")
            for number, period in enumerate(periods, start=1)
        ),
    )
    if any(period.last_day is None for period in periods):
        yield Paragraph(
            text="En periode som pågår, er bekreftet til og med den dagen den ble bekreftet."
        )


def _percent(value: Decimal) -> str:
    """Return 100, 80 or 37,5: no more decimals than there are."""
    return f"{value.normalize():f}".replace(".", ",")
