"""May this diploma for two years of group guidance be recorded in this plan?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.catalogue.group_years import NAMES, GroupYear
from domain.law.book import LawBook
from domain.plans.groups import DiplomaReceived, Groups
from domain.plans.plan import TrainingPlan
from domain.shared.conditions import decide
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed
from domain.shared.texts import Text

MINUTES = 60
"""An hour of group guidance is a whole one (AMB-03)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diploma:
    """May the organiser record that this diploma was issued on this day?

    ``earlier`` is the group guidance of the plans the doctor moved from.
    """

    plan: TrainingPlan
    group: Id
    diploma: str
    on: date
    law: LawBook
    earlier: tuple[Groups, ...] = ()

    @property
    def law_day(self) -> date:
        """Return the day that chooses the rule: not before the training that it counts in."""
        return max(self.on, self.plan.opened.starts_on)

    @property
    def minutes(self) -> int:
        return sum(groups.minutes for groups in (*self.earlier, self.plan.groups))

    def attended(self, year: GroupYear) -> bool:
        return any(g.attended(year, self.on) for g in (*self.earlier, self.plan.groups))


def had_both_years(asked: Diploma) -> Finding | None:
    """A year was had if something of it was attended; how much is the organiser's to judge."""
    missing = [year for year in GroupYear if not asked.attended(year)]
    if not missing:
        return None
    nb, en = (
        " og ".join(NAMES[year].nb for year in missing),
        " and ".join(NAMES[year].en for year in missing),
    )
    return Finding(
        rule="R-GRP-01",
        force=Force.HARD,
        says=Text(
            nb=f"Diplomet gjelder to gruppeår; legen har ikke vært til stede i {nb} innen "
            f"{asked.on}.",
            en=f"The diploma is for two group years; the doctor has attended nothing of the {en} "
            f"by {asked.on}.",
        ),
        basis=(asked.law.group_years.on(asked.law_day).citation,),
    )


def hours_are_as_recommended(asked: Diploma) -> Finding | None:
    """The diploma decides (R-GRP-01); that the hours are fewer is shown."""
    rule = asked.law.group_hours.on(asked.law_day)
    years = asked.law.group_years.on(asked.law_day).value.years
    wanted, had = rule.value.hours_a_year * years, asked.minutes
    if had >= wanted * MINUTES:
        return None
    shown = f"{had / MINUTES:g}"
    return Finding(
        rule="R-GRP-01",
        force=Force.INFO,
        says=Text(
            nb=f"Det er ført {shown} timer gruppeveiledning; anbefalt er {wanted}.",
            en=f"{shown} hours of group guidance are recorded; {wanted} are recommended.",
        ),
        basis=(rule.citation,),
        confidence=Confidence.B,
    )


CONDITIONS = (had_both_years, hours_are_as_recommended)


def receive_diploma(asked: Diploma) -> DiplomaReceived:
    """Record the diploma with what was found; raises NotAllowed or RuleBroken."""
    if held := asked.plan.groups.diploma:
        raise NotAllowed(
            "diploma-received",
            nb=f"Legen fikk diplom den {held.issued_on}.",
            en=f"The doctor was given a diploma on {held.issued_on}.",
            rule="R-GRP-01",
            field="doctor",
        )
    findings = decide(CONDITIONS, asked)
    return DiplomaReceived(
        group=asked.group,
        diploma=asked.diploma,
        issued_on=asked.on,
        minutes_attended=asked.minutes,
        law=asked.law.version,
        basis=(asked.law.group_years.on(asked.law_day).citation,),
        findings=findings,
    )
