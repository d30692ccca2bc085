"""Days along a picture: where each lies, and the years below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from web.pages.pictures.drawing import Label, Shape


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last, over a width that begins at ``left``."""

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        at = min(max((day - self.first).days, 0), whole)
        return self.left + self.width * at / whole

    def years(self, top: float, bottom: float) -> Iterator[tuple[Shape, Label]]:
        for year in range(self.first.year + 1, self.last.year + 1):
            x = self.x(date(year, 1, 1))
            yield (
                Shape(look="drawn-grid", x=x, y=top, width=1, height=bottom - top),
                Label(x=x, y=bottom + 16, says=str(year), anchor="middle"),
            )
