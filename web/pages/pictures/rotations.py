"""The plan by rotation: a bar for each, from its first day to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.shared.texts import Text
from web.pages.pictures.days import Axis
from web.pages.pictures.drawing import Label, Picture, Shape

if TYPE_CHECKING:
    from web.pages.file.shelf import At

TOP, LEFT, WIDTH, ROW = 20.0, 200.0, 460.0, 28.0
TITLE = Text(nb="Perioder i planen", en="The rotations of the plan")


def timeline(at: At) -> Picture | None:
    """Draw the version in force; None where there is none."""
    versions = at.use.plans.versions(at.asked, at.by)
    current = next((one for one in versions if one.standing == "in-force"), None)
    if current is None or not current.rotations:
        return None
    arenas = {
        one.code: one.name for one in at.use.establishments.card(at.card.organisation, at.by).arenas
    }
    rotations = sorted(current.rotations, key=lambda one: one.first_day)
    first = min(one.first_day for one in rotations)
    last = max(one.last_day for one in rotations)
    today = at.use.clock.today()
    axis = Axis(first, last, LEFT, WIDTH)
    base = TOP + ROW * len(rotations)
    years = list(axis.years(TOP, base))
    now = [one for one in rotations if one.first_day <= today <= one.last_day]
    names = [arenas.get(one.arena, Text(nb=one.arena, en=one.arena)) for one in now]
    shapes = [shape for shape, _ in years]
    labels = [label for _, label in years]
    for row, one in enumerate(rotations):
        x, y = axis.x(one.first_day), TOP + ROW * row + 5
        look = "drawn-had" if one.last_day >= today else "drawn-full"
        width = max(axis.x(one.last_day) - x, 2)
        shapes.append(Shape(look=look, x=x, y=y, width=width, height=ROW - 10))
        says = arenas.get(one.arena, Text(nb=one.arena, en=one.arena))
        labels.append(Label(x=LEFT - 8, y=y + 13, says=says, anchor="end"))
    if first <= today <= last:
        shapes.append(
            Shape(look="drawn-today", x=axis.x(today), y=TOP, width=1.5, height=base - TOP)
        )
    return Picture(
        title=TITLE,
        says=Text(
            nb="Nå: " + (", ".join(one.nb for one in names) or "ingen periode") + ".",
            en="Now: " + (", ".join(one.en for one in names) or "no rotation") + ".",
        ),
        width=LEFT + WIDTH + 40,
        height=base + 30,
        shapes=shapes,
        labels=labels,
        head=(
            Text(nb="Arena", en="Arena"),
            Text(nb="Fra", en="From"),
            Text(nb="Til", en="To"),
            Text(nb="Prosent", en="Per cent"),
        ),
        rows=[
            (
                arenas.get(one.arena, Text(nb=one.arena, en=one.arena)),
                one.first_day,
                one.last_day,
                one.percentage,
            )
            for one in rotations
        ],
    )
