"""What forms ask of the case they act on: its version, and what came since one looked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from application.actors import Actor
from application.plans.asking import Asked
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.visit import services


def version_of_plan(path: Path, by: Actor) -> int:
    return services().plans.card(Asked(plan=path["plan"]), by).version


def changes_of_plan(path: Path, by: Actor, versions: Sequence[int]) -> Iterable[tuple[int, Text]]:
    """Yield what was recorded in these versions, told in words."""
    for one in services().plans.timeline(Asked(plan=path["plan"]), by):
        if one.version in versions:
            yield one.version, one.says
