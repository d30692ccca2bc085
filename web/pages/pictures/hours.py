"""Guidance hours by year against what is required: a bar each year, a dashed line to reach."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from application.plans.accounts.guidance import GuidanceView, GuidanceYearLine
from domain.shared.figures import said
from domain.shared.texts import Text
from web.pages.pictures.drawing import Label, Picture, Shape

HEIGHT, BASE, LEFT, WIDE, STEP = 160.0, 180.0, 50.0, 48.0, 90.0
TITLE = Text(nb="Veiledningstimer hvert år", en="Guidance hours each year")


def by_year(found: GuidanceView) -> Picture:
    """Draw the hours held of each year beside those owed."""
    years = found.years
    most = max((max(one.held, one.owed) for one in years), default=Decimal(1)) or Decimal(1)
    short = [one.year for one in years if not one.met]
    return Picture(
        title=TITLE,
        says=_says(short),
        width=LEFT + STEP * len(years) + 20,
        height=BASE + 40,
        shapes=[shape for at, one in enumerate(years) for shape in _year(at, one, most)],
        labels=[label for at, one in enumerate(years) for label in _labels(at, one)],
        head=(
            Text(nb="År", en="Year"),
            Text(nb="Timer holdt", en="Hours held"),
            Text(nb="Timer som kreves", en="Hours required"),
            Text(nb="Venter på godkjenning", en="Waiting to be finalised"),
            Text(nb="Mangler", en="Missing"),
        ),
        rows=[(str(one.year), one.held, one.owed, one.pending, one.short) for one in years],
    )


def _says(short: list[int]) -> Text:
    if not short:
        return Text(nb="Kravet er nådd alle år.", en="The requirement is met in every year.")
    told = ", ".join(map(str, short))
    return Text(nb=f"Det mangler timer i {told}.", en=f"Hours are missing in {told}.")


def _year(at: int, one: GuidanceYearLine, most: Decimal) -> Iterator[Shape]:
    x = LEFT + STEP * at
    held = HEIGHT * float(one.held / most)
    owed = HEIGHT * float(one.owed / most)
    yield Shape(look="drawn-grid", x=x - 8, y=BASE, width=WIDE + 16, height=1)
    look = "drawn-full" if one.met else "drawn-short"
    yield Shape(look=look, x=x, y=BASE - held, width=WIDE, height=held)
    line = f"{x - 8:.1f},{BASE - owed:.1f} {x + WIDE + 8:.1f},{BASE - owed:.1f}"
    yield Shape(look="drawn-path", x=0, y=0, points=line)


def _labels(at: int, one: GuidanceYearLine) -> Iterator[Label]:
    middle = LEFT + STEP * at + WIDE / 2
    yield Label(x=middle, y=BASE + 16, says=str(one.year), anchor="middle")
    held, owed = said(one.held), said(one.owed)
    yield Label(
        x=middle,
        y=BASE + 32,
        says=Text(nb=f"{held} av {owed} t".replace(".", ","), en=f"{held} of {owed} h"),
        anchor="middle",
    )
