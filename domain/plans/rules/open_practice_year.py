"""One of the two years of group guidance falls in open unselected practice (R-GRP-02)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.plans.service import ServiceKind
from domain.shared.findings import Finding, Force
from domain.shared.texts import Text

if TYPE_CHECKING:
    from domain.law.book import LawBook
    from domain.plans.groups import YearInGroup
    from domain.plans.plan import TrainingPlan


def in_open_practice(plan: TrainingPlan, held: YearInGroup) -> int:
    """Return how many of a group year's gatherings were in confirmed open unselected practice."""
    spans = [
        period.entered.span
        for period in plan.service.by_id.values()
        if period.confirmed and period.entered.kind == ServiceKind.OPEN_UNSELECTED_PRACTICE
    ]
    return sum(any(one.held_on in span for span in spans) for one in held.attended)


def a_group_year_in_open_practice(plan: TrainingPlan, law: LawBook) -> Finding | None:
    """Return what is found if no group year had enough gatherings in open practice (AMB-28).

    Nothing is found of a plan without gatherings, nor of one that goes on from another
    establishment's: the year may lie there.
    """
    years = [held for held in plan.groups.years if held.attended]
    if not years or plan.path.here:
        return None
    rule = law.group_year_in_open_practice.on(plan.opened.starts_on)
    if any(in_open_practice(plan, held) >= rule.value.share * len(held.attended) for held in years):
        return None
    best = max(years, key=lambda held: Fraction(in_open_practice(plan, held), len(held.attended)))
    had, of = in_open_practice(plan, best), len(best.attended)
    return Finding(
        rule="R-GRP-02",
        force=Force.SOFT,
        says=Text(
            nb=f"Ett gruppeår skal være i åpen uselektert praksis; høyst {had} av {of} samlinger i "
            "ett år ligger i bekreftet slik tjeneste.",
            en=f"One group year is to be in open unselected practice; at most {had} of {of} "
            "gatherings of a year lie in confirmed service there.",
        ),
        basis=(rule.citation,),
        confidence=rule.confidence,
    )
