"""What the account of guidance tells people: too little, too seldom, by nobody qualified."""

from __future__ import annotations

from collections.abc import Iterator

from domain.calendar.span_sets import days_in
from domain.law.book import LawBook
from domain.law.specialist_training import INDIVIDUAL_SUPERVISOR
from domain.plans.accounts.guidance import GuidanceAccount, GuidanceYear
from domain.plans.accounts.supervision import Supervision
from domain.shared.citation import Citation
from domain.shared.figures import had, lacking, said, shown
from domain.shared.findings import Finding, Force
from domain.shared.texts import Text


def guidance_findings(
    account: GuidanceAccount, found: Supervision, law: LawBook
) -> tuple[Finding, ...]:
    """Return the findings, the oldest of each sort first."""
    return (*_of_years(account), *_of_supervisors(found, law), *_of_silences(found))


def _of_years(account: GuidanceAccount) -> Iterator[Finding]:
    for year in account.each:
        if year.over and not year.met:
            yield Finding(
                rule="R-SUP-03",
                force=Force.SOFT,
                says=Text(
                    nb=f"{year.year}: {said(had(year.held))} av {said(lacking(year.owed))} timer "
                    "veiledning; "
                    "året telles for seg.",
                    en=f"{year.year}: {said(had(year.held))} of {said(lacking(year.owed))} hours "
                    "of guidance; "
                    "the year is counted for itself.",
                ),
                basis=_basis(year),
            )
    if account.short_together:
        yield Finding(
            rule="R-SUP-03",
            force=Force.SOFT,
            says=Text(
                nb=f"{said(had(account.held_together))} av {said(lacking(account.owed_together))} "
                "timer "
                "veiledning hittil; årene telles samlet, så det kan tas igjen.",
                en=f"{said(had(account.held_together))} of {said(lacking(account.owed_together))} "
                "hours of "
                "guidance so far; the years are counted together, so it can be made up for.",
            ),
            basis=_basis(*account.together),
        )
    for year in account.years:
        if year.unqualified:
            yield Finding(
                rule="R-EXM-01",
                force=Force.SOFT,
                says=Text(
                    nb=f"{year.year}: {said(shown(year.unqualified))} timer ble holdt av en "
                    "veileder som "
                    "ikke var kvalifisert den dagen; de er bevart og teller ikke.",
                    en=f"{year.year}: {said(shown(year.unqualified))} hours were held by a "
                    "supervisor "
                    "not qualified that day; they are kept and do not count.",
                ),
                basis=(INDIVIDUAL_SUPERVISOR,),
            )


def _basis(*years: GuidanceYear) -> tuple[Citation, ...]:
    """Return where the latest month that is owed anything is decided; a year may owe nothing."""
    months = [month for year in years for month in year.months]
    return (months[-1].rule.citation,) if months else ()


def _of_supervisors(found: Supervision, law: LawBook) -> Iterator[Finding]:
    for span in found.without_supervisor:
        yield Finding(
            rule="R-SUP-01",
            force=Force.SOFT,
            says=Text(
                nb=f"Ingen veileder var oppnevnt {span.first_day} - {span.last_day} "
                f"({days_in((span,))} dager).",
                en=f"No supervisor was appointed {span.first_day} - {span.last_day} "
                f"({days_in((span,))} days).",
            ),
            basis=(INDIVIDUAL_SUPERVISOR,),
        )
    for one in found.unqualified:
        yield Finding(
            rule="R-SUP-02",
            force=Force.SOFT,
            says=Text(
                nb=f"Veilederen var ikke kvalifisert {one.span.first_day} - {one.span.last_day}.",
                en=f"The supervisor was not qualified {one.span.first_day} - {one.span.last_day}.",
            ),
            basis=(law.supervisor.on(one.span.first_day).citation,),
        )


def _of_silences(found: Supervision) -> Iterator[Finding]:
    for one in found.silences:
        yield Finding(
            rule="R-SUP-03",
            force=Force.SOFT,
            says=Text(
                nb=f"Ingen veiledning {one.span.first_day} - {one.span.last_day}; loven sier "
                "«jevnlig» og intet tall, og her spørres det etter "
                f"{one.rule.value.most_weeks_between} uker.",
                en=f"No guidance {one.span.first_day} - {one.span.last_day}; the law says "
                '"regularly" and no number, and here it is asked after '
                f"{one.rule.value.most_weeks_between} weeks.",
            ),
            basis=(one.rule.citation,),
            confidence=one.rule.confidence,
        )
