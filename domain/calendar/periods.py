"""The register of periods: each by its name, its rule and how it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.ambiguities import REASSESSMENT, SHORT_TIME, Ambiguity
from domain.calendar.deadlines import Deadline, Step, deadline, roll
from domain.calendar.words import day_in_words
from domain.law.book import LawBook
from domain.law.timers import Rolls, Starts, TimerRule, Unit
from domain.shared.dated import Dated, Version
from domain.shared.refusals import Invalid
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One row of the register; the name is that of its rule in the law book."""

    name: str
    rule: str
    ambiguities: tuple[Ambiguity, ...] = ()


REGISTER = {
    period.name: period
    for period in (
        Period(name="appeal", rule="L-FVL-01"),
        Period(name="appeal_once_known", rule="L-FVL-02"),
        Period(name="appeal_by_others", rule="L-FVL-02"),
        Period(name="repeated_appeal", rule="L-FVL-05"),
        Period(name="cost_claim", rule="L-FVL-11"),
        Period(name="detriment_notice", rule="L-FVL-09"),
        Period(name="lawsuit_despite_appeal", rule="L-FVL-12"),
        Period(name="superior_review_notice", rule="L-FVL-10"),
        Period(name="superior_reversal_notice", rule="L-FVL-10"),
        Period(name="superior_reversal_of_appeal", rule="L-FVL-10"),
        Period(name="provisional_reply", rule="L-FVL-15"),
        Period(name="second_alert", rule="L-EFV-01"),
        Period(name="second_reassessment", rule="R-ASM-06", ambiguities=(REASSESSMENT,)),
        Period(name="half_yearly_meeting", rule="R-MTG-01"),
        Period(name="approval_processing", rule="R-VT-20"),
        Period(name="specialist_processing", rule="L-SPA-01"),
        Period(name="appeal_processing", rule="R-APP-04"),
        Period(name="lawsuit_after_board", rule="L-SPF-35"),
    )
}
"""Those counted from a day that is known; the appeal with all its facts is in ``appeals``."""


def named(name: str) -> Period:
    """Return the row of the register; raises Invalid."""
    if name not in REGISTER:
        raise Invalid(
            "unknown-period",
            nb=f"Ingen frist heter «{name}»; velg {', '.join(REGISTER)}.",
            en=f'No period is called "{name}"; choose {", ".join(REGISTER)}.',
            field="period",
        )
    return REGISTER[name]


def period(
    name: str, started_on: date, law: LawBook, *, governed_on: date | None = None
) -> Deadline:
    """Return when a period of the register is over; ``governed_on``: the decision's day."""
    row, timer = named(name), _timer(name, law).on(governed_on or started_on)
    return deadline(started_on, timer, law, rule=row.rule, ambiguities=row.ambiguities)


def others_deadline(knew_on: date | None, decided_on: date, law: LawBook) -> Deadline:
    """Return until when those who got no notice of a right given to another can appeal.

    Three weeks from when they knew or should have known, and three months at the latest.
    """
    latest = period("appeal_by_others", decided_on, law)
    if knew_on is None:
        return latest
    known = period("appeal_once_known", knew_on, law, governed_on=decided_on)
    assert known.last_day
    assert latest.last_day
    return known if known.last_day <= latest.last_day else latest


def correction_deadline(
    letter_on: date, law: LawBook, *, days: int | None = None, governed_on: date | None = None
) -> Deadline:
    """Return until when a defective appeal is to be mended; the day is always stated (AMB-33)."""
    rule = law.corrected_appeal.on(governed_on or letter_on)
    value = rule.value
    length = value.days if days is None else days
    if not value.fewest <= length <= value.most:
        raise Invalid(
            "short-time-outside",
            nb=f"En kort frist er fra {value.fewest} til {value.most} dager, ikke {length}.",
            en=f"A short time is {value.fewest} to {value.most} days, not {length}.",
            rule="L-FVL-06",
            basis=(rule.citation,),
            field="days",
        )
    timer = TimerRule(
        length=length,
        unit=Unit.DAYS,
        starts=Starts.LETTER_OF_DEFECTS,
        rolls=value.rolls,
        nature=value.nature,
    )
    counted = Version(
        in_force_from=rule.in_force_from,
        value=timer,
        citation=rule.citation,
        confidence=rule.confidence,
    )
    return deadline(letter_on, counted, law, rule="L-FVL-06", ambiguities=(SHORT_TIME,))


def report_due(year: int, law: LawBook) -> Deadline | None:
    """Return when the municipality's report on exemptions is due in the year, if it is (C)."""
    start = date(year, 1, 1)
    rule = law.exemption_report.find(start)
    if rule is None or not rule.value.first_year <= year <= rule.value.last_year:
        return None
    due = date(year, rule.value.month, rule.value.day)
    told = day_in_words(due)
    first = Step(
        rule="L-KOMP-02",
        says=Text(
            nb=f"Kommunen rapporterer for året før innen {told.nb}.",
            en=f"The municipality reports for the year before by {told.en}.",
        ),
        basis=(rule.citation,),
        confidence=rule.confidence,
    )
    rolled, met, step = roll(due, law)
    return Deadline(
        started_on=start,
        governed_on=start,
        raw_day=due,
        last_day=rolled,
        met=met,
        steps=(first, step),
        settled=rule.value.rolls is not Rolls.UNSETTLED or not met,
    )


def _timer(name: str, law: LawBook) -> Dated[TimerRule]:
    found: Dated[TimerRule] = law.rules()[name]
    return found
