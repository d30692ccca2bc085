"""What forms ask of the case they act on: its version, and what came since one looked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from application.actors import Actor
from application.plans.asking import Asked
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.forms import Case
from web.pages.visit import services
from web.pages.words import codes


def _version_of_plan(path: Path, by: Actor) -> int:
    return services().plans.card(Asked(plan=path["plan"]), by).version


def _changes_of_plan(path: Path, by: Actor, versions: Sequence[int]) -> Iterable[tuple[int, Text]]:
    """Yield what was recorded in these versions, told in words."""
    for one in services().plans.timeline(Asked(plan=path["plan"]), by):
        if one.version in versions:
            yield one.version, one.says


def _version_of_exemption(path: Path, by: Actor) -> int:
    return services().exemption_cases.exemption(path["exemption"], by).version


def _changes_of_exemption(
    path: Path, by: Actor, versions: Sequence[int]
) -> Iterable[tuple[int, Text]]:
    """Tell how it stands now: an exemption has few facts, and its page shows them all."""
    card = services().exemption_cases.exemption(path["exemption"], by)
    if card.status and versions:
        yield card.version, codes.word("Status", card.status)


PLAN = Case(_version_of_plan, _changes_of_plan)
EXEMPTION = Case(_version_of_exemption, _changes_of_exemption)
