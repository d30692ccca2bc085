"""Goals approved over time against an even path to the end of the training."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from domain.shared.texts import Text
from web.pages.pictures.days import Axis
from web.pages.pictures.drawing import Label, Picture, Shape

if TYPE_CHECKING:
    from web.pages.file.shelf import At

TOP, BASE, LEFT, WIDTH = 20.0, 180.0, 40.0, 620.0
MONTH = Decimal("30.4375")
"""Days."""
TITLE = Text(nb="Godkjente læringsmål over tid", en="Goals approved over time")


def over_time(at: At) -> Picture:
    """Draw the approved goals as steps, and the even path as a dashed line."""
    card, today = at.card, at.use.clock.today()
    in_force = at.use.catalogue.codes_in_force(today)
    lines = [one for one in at.use.plans.goals(at.asked, at.by) if one.code in in_force]
    days = sorted(one.decided_on for one in lines if one.stage == "approved" and one.decided_on)
    # An even path ends when the service the law asks for is done, at full time.
    needed = at.use.accounts.service(at.asked, at.by).needed
    end = card.starts_on + timedelta(days=int(needed * MONTH))
    first = min([card.starts_on, *days[:1]])
    axis = Axis(first, max(end, today), LEFT, WIDTH)
    all_goals = max(card.goals_in_force, 1)
    years = list(axis.years(TOP, BASE))
    ahead = _expected(card.starts_on, end, min(today, end), all_goals)
    return Picture(
        title=TITLE,
        says=Text(
            nb=f"{len(days)} av {all_goals} er godkjent. På en jevn vei ville det vært {ahead} nå.",
            en=f"{len(days)} of {all_goals} are approved. On an even path it would be {ahead} now.",
        ),
        width=LEFT + WIDTH + 40,
        height=BASE + 30,
        shapes=[
            *(shape for shape, _ in years),
            Shape(
                look="drawn-path",
                x=0,
                y=0,
                points=f"{axis.x(card.starts_on):.1f},{BASE} {axis.x(end):.1f},{TOP}",
            ),
            Shape(look="drawn-line", x=0, y=0, points=_steps(axis, days, today, all_goals)),
            Shape(look="drawn-today", x=axis.x(today), y=TOP, width=1.5, height=BASE - TOP),
        ],
        labels=[
            *(label for _, label in years),
            Label(x=LEFT - 6, y=TOP + 4, says=str(all_goals), anchor="end"),
            Label(x=LEFT - 6, y=BASE, says="0", anchor="end"),
            Label(x=axis.x(today), y=TOP - 6, says=Text(nb="i dag", en="today"), anchor="middle"),
        ],
        head=(
            Text(nb="Ved utgangen av", en="At the end of"),
            Text(nb="Godkjent", en="Approved"),
            Text(nb="Jevn vei", en="Even path"),
        ),
        rows=[
            (
                str(year),
                sum(1 for day in days if day.year <= year),
                _expected(card.starts_on, end, min(date(year, 12, 31), end), all_goals),
            )
            for year in range(first.year, axis.last.year + 1)
            if year <= today.year
        ],
    )


def _expected(first: date, end: date, day: date, goals: int) -> int:
    whole = max((end - first).days, 1)
    return round(goals * max((day - first).days, 0) / whole)


def _steps(axis: Axis, days: Sequence[date], today: date, goals: int) -> str:
    points = [f"{axis.x(axis.first):.1f},{BASE}"]
    for count, day in enumerate(days, start=1):
        x = axis.x(day)
        before, after = (BASE - (BASE - TOP) * n / goals for n in (count - 1, count))
        points += [f"{x:.1f},{before:.1f}", f"{x:.1f},{after:.1f}"]
    points.append(f"{axis.x(today):.1f},{BASE - (BASE - TOP) * len(days) / goals:.1f}")
    return " ".join(points)
