"""The conditions of an application; each that is not met may be set aside with a reason.

What a party sends is recorded: nobody is kept from applying, but applying with something
missing is done knowingly, and says why.
"""

from __future__ import annotations

from fractions import Fraction

from domain.calendar.span_sets import common, days_in
from domain.catalogue.group_years import GroupYear
from domain.law.specialist_training import ACT
from domain.plans.accounts.service import MONTHS
from domain.plans.accounts.stretches import INSTITUTION, OTHER_SPECIALTY
from domain.plans.goals import Stage
from domain.plans.rules.application import Application
from domain.plans.rules.open_practice_year import a_group_year_in_open_practice
from domain.shared.citation import Citation
from domain.shared.figures import had, lacking, said, shown
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text

APPROVAL_GOALS = Citation(act=ACT, section="29", paragraph=1, letter="a")
APPROVAL_AUTHORISED = Citation(act=ACT, section="29", paragraph=1, letter="c")


def missing_goals(asked: Application) -> tuple[str, ...]:
    """Return the goals in force that are not approved, in the order of their codes."""
    stages = {code: goal.stage for code, goal in asked.plan.goals.by_code.items()}
    return tuple(sorted(code for code in asked.in_force if stages.get(code) is not Stage.APPROVED))


def goals_are_approved(asked: Application) -> Finding | None:
    missing = missing_goals(asked)
    if not missing:
        return None
    named = ", ".join(missing[:5]) + (" ..." if len(missing) > 5 else "")  # noqa: PLR2004
    return Finding(
        rule="R-LG-01",
        force=Force.SOFT,
        says=Text(
            nb=f"{len(missing)} av {len(asked.in_force)} læringsmål er ikke godkjent: {named}.",
            en=f"{len(missing)} of {len(asked.in_force)} learning goals are not approved: {named}.",
        ),
        basis=(APPROVAL_GOALS,),
    )


def service_is_long_enough(asked: Application) -> Finding | None:
    missing = asked.service.missing
    if not missing:
        return None
    rule = asked.law.service.on(asked.submitted_on)
    return Finding(
        rule="R-SVC-01",
        force=Force.SOFT,
        says=Text(
            nb=f"Bekreftet tjeneste svarer til {said(had(asked.service.credited))} av "
            f"{rule.value.years * MONTHS} måneder i full stilling; {said(lacking(missing))} "
            "mangler.",
            en=f"Confirmed service comes to {said(had(asked.service.credited))} of "
            f"{rule.value.years * MONTHS} months of full time; {said(lacking(missing))} are "
            "missing.",
        ),
        basis=(rule.citation, asked.law.confirmed_service.on(asked.submitted_on).citation),
    )


def open_practice_is_long_enough(asked: Application) -> Finding | None:
    missing = asked.service.open_missing
    if not missing:
        return None
    rule = asked.law.open_practice.on(asked.submitted_on)
    return Finding(
        rule="R-SVC-02",
        force=Force.SOFT,
        says=Text(
            nb=f"Åpen uselektert allmennpraksis svarer til "
            f"{said(had(asked.service.open_credited))} "
            f"av {said(shown(asked.service.open_needed))} måneder i full stilling.",
            en=f"Open unselected practice comes to {said(had(asked.service.open_credited))} of "
            f"{said(shown(asked.service.open_needed))} months of full time.",
        ),
        basis=(rule.citation, asked.law.absence.on(asked.submitted_on).citation),
    )


def service_is_confirmed(asked: Application) -> Finding | None:
    """What was served and is not confirmed does not count; all of it is to be (L-SPA-01)."""
    if not asked.service.unconfirmed:
        return None
    return Finding(
        rule="R-CNF-01",
        force=Force.SOFT,
        says=Text(
            nb=f"Tjeneste som svarer til {said(lacking(asked.service.unconfirmed))} måneder, er "
            "ikke "
            "bekreftet.",
            en=f"Service of {said(lacking(asked.service.unconfirmed))} months is not confirmed.",
        ),
        basis=(asked.law.confirmed_service.on(asked.submitted_on).citation,),
        confidence=Confidence.B,
    )


def institution_is_as_recommended(asked: Application) -> Finding | None:
    rule = asked.law.institution.on(asked.submitted_on)
    served = asked.service.by_kind[INSTITUTION].served
    if served >= Fraction(rule.value.years) * MONTHS:
        return None
    return Finding(
        rule="R-SVC-05",
        force=Force.SOFT,
        says=Text(
            nb=f"Tjeneste i institusjon er {said(had(served))} måneder; minst seks er anbefalt.",
            en=f"Service in an institution is {said(had(served))} months; at least six are "
            "recommended.",
        ),
        basis=(rule.citation,),
        confidence=rule.confidence,
    )


def essential_part_was_registered(asked: Application) -> Finding | None:
    """Served in the stay while its establishment was registered; arenas elsewhere are tied to it.

    Another specialty, which may be abroad, is tied to none.
    """
    day = asked.submitted_on
    rule = asked.law.essential_part.find(day)
    if rule is None:
        return None
    confirmed = [(stay, one.entered) for stay in asked.record for one in stay.confirmed(day)]
    served = days_in(post.span for _, post in confirmed)
    tied = days_in(
        span
        for stay, post in confirmed
        if post.kind != OTHER_SPECIALTY
        for span in common((post.span,), common(stay.days(day), stay.setting.registered))
    )
    if not served or tied > served * Fraction(rule.value.share):
        return None
    return Finding(
        rule="L-SPF-02",
        force=Force.SOFT,
        says=Text(
            nb=f"{tied} av {served} dager med tjeneste er knyttet til en registrert "
            "utdanningsvirksomhet; det skal den vesentlige delen være.",
            en=f"{tied} of {served} days of service are tied to a registered training "
            "establishment; the essential part is to be.",
        ),
        basis=(rule.citation,),
        confidence=rule.confidence,
    )


def has_a_diploma(asked: Application) -> Finding | None:
    if any(stay.plan.groups.diploma for stay in asked.record):
        return None
    rule = asked.law.group_years.on(asked.submitted_on)
    return Finding(
        rule="R-GRP-01",
        force=Force.SOFT,
        says=Text(
            nb="Diplom for to år i veiledningsgruppe mangler.",
            en="The diploma for two years in a guidance group is missing.",
        ),
        basis=(rule.citation,),
    )


def a_group_year_was_in_open_practice(asked: Application) -> Finding | None:
    """In any of the stays: the year may lie at the establishment before (AMB-28)."""
    found = [
        a_group_year_in_open_practice(stay.plan, asked.law)
        for stay in asked.record
        if any(year.attended for year in stay.plan.groups.years)
    ]
    return found[-1] if found and all(found) else None


def each_year_had_its_guidance(asked: Application) -> Finding | None:
    """A year that stands for itself cannot be made up for later (R-SUP-03)."""
    short = [year for year in asked.guidance.each if year.over and not year.met]
    if not short:
        return None
    nb = ", ".join(f"{year.year} ({said(lacking(year.short))} timer)" for year in short)
    en = ", ".join(f"{year.year} ({said(lacking(year.short))} hours)" for year in short)
    return Finding(
        rule="R-SUP-03",
        force=Force.SOFT,
        says=Text(
            nb=f"For lite veiledning i år som telles hver for seg: {nb} mangler.",
            en=f"Too little guidance in years that are counted each for itself: {en} missing.",
        ),
        basis=tuple(dict.fromkeys(year.months[-1].rule.citation for year in short)),
    )


def the_path_had_its_guidance(asked: Application) -> Finding | None:
    short = asked.guidance.short_together
    if not short:
        return None
    # The last year may have begun without a month that counts.
    months = [month for year in asked.guidance.together for month in year.months]
    return Finding(
        rule="R-SUP-03",
        force=Force.SOFT,
        says=Text(
            nb=f"Det er holdt {said(had(asked.guidance.held_together))} av "
            f"{said(lacking(asked.guidance.owed_together))} timer veiledning som telles samlet.",
            en=f"{said(had(asked.guidance.held_together))} of "
            f"{said(lacking(asked.guidance.owed_together))} "
            "hours of guidance that are counted together were held.",
        ),
        basis=(months[-1].rule.citation,),
    )


def is_authorised(asked: Application) -> Finding | None:
    if asked.stay.setting.authorised_on(asked.plan.doctor, asked.submitted_on):
        return None
    return Finding(
        rule="L-SPF-29",
        force=Force.SOFT,
        says=Text(
            nb=f"Legen er ikke registrert med autorisasjon den {asked.submitted_on}.",
            en=f"The doctor is not recorded as authorised on {asked.submitted_on}.",
        ),
        basis=(APPROVAL_AUTHORISED,),
    )


CONDITIONS = (
    is_authorised,
    goals_are_approved,
    service_is_long_enough,
    open_practice_is_long_enough,
    service_is_confirmed,
    institution_is_as_recommended,
    essential_part_was_registered,
    has_a_diploma,
    a_group_year_was_in_open_practice,
    each_year_had_its_guidance,
    the_path_had_its_guidance,
)


def attended(asked: Application, year: GroupYear) -> bool:
    """Return whether something of a group year was attended, in any stay."""
    return any(stay.plan.groups.attended(year, asked.submitted_on) for stay in asked.record)
