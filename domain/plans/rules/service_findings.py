"""What the account of service tells people: overlaps, small posts, excess, what is unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.law.book import LawBook
from domain.plans.accounts.service import ServiceAccount
from domain.plans.service import ServiceKind
from domain.shared.figures import lacking, said, shown
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text

# What of the catalogue sets the most that can count of each kind.
_CAPPED_BY = {
    ServiceKind.OPEN_UNSELECTED_PRACTICE: "R-SVC-02",
    ServiceKind.OTHER_GENERAL_PRACTICE: "R-SVC-04",
    ServiceKind.OTHER_SPECIALTY: "L-SPF-31",
}


def service_findings(account: ServiceAccount, law: LawBook, day: date) -> tuple[Finding, ...]:
    """Return the findings of the account."""
    return (
        *_of_stretches(account, law),
        *_of_kinds(account),
        *_of_absence(account, law, day),
        *_of_what_is_unconfirmed(account, law, day),
    )


def _of_stretches(account: ServiceAccount, law: LawBook) -> Iterator[Finding]:
    for one in account.stretches:
        first, last = one.span.first_day, one.span.last_day
        if one.too_much:
            yield Finding(
                rule="R-SVC-01",
                force=Force.INFO,
                says=Text(
                    nb=f"{first} - {last}: stillingene er til sammen {one.percentage} prosent; "
                    "100 godskrives.",
                    en=f"{first} - {last}: the posts come to {one.percentage} per cent; 100 are "
                    "credited.",
                ),
                basis=(law.part_time.on(last).citation,),
                confidence=Confidence.C,
            )
        if one.below_floor and (floor := law.open_practice_floor.find(first)):
            yield Finding(
                rule="R-SVC-03",
                force=Force.SOFT,
                says=Text(
                    nb=f"{first} - {last}: {one.below_floor} prosent er mindre enn de "
                    f"{floor.value.percentage} som gjaldt; tiden godskrives som annen "
                    "allmennmedisinsk tjeneste. Om den likevel teller, avgjør Helsedirektoratet.",
                    en=f"{first} - {last}: {one.below_floor} per cent is less than the "
                    f"{floor.value.percentage} then asked; it is credited as other general "
                    "practice. Whether it counts after all, the Directorate decides.",
                ),
                basis=(floor.citation,),
            )


def _of_kinds(account: ServiceAccount) -> Iterator[Finding]:
    for kind in account.kinds:
        if kind.excess and kind.rule:
            yield Finding(
                rule=_CAPPED_BY[kind.kind],
                force=Force.INFO,
                says=Text(
                    nb=f"{said(shown(kind.excess))} måneder er mer enn det som kan telle av dette "
                    "slaget; de er bevart.",
                    en=f"{said(shown(kind.excess))} months are more than can count of this kind; "
                    "they are kept.",
                ),
                basis=(kind.rule.citation,),
                confidence=kind.rule.confidence,
            )


def _of_absence(account: ServiceAccount, law: LawBook, day: date) -> Iterator[Finding]:
    rule, taken = law.absence.on(day), account.deduction
    if taken.days:
        yield Finding(
            rule="L-SPF-31",
            force=Force.INFO,
            says=Text(
                nb=f"Fravær {said(shown(taken.days_away))} dager av {taken.days_served}; det som "
                "er over "
                f"{said(shown(taken.allowed))}, trekkes fra: {said(shown(taken.days))} dager "
                "(AMB-35).",
                en=f"Away {said(shown(taken.days_away))} days of {taken.days_served}; what is "
                "above "
                f"{said(shown(taken.allowed))} is deducted: {said(shown(taken.days))} days "
                "(AMB-35).",
            ),
            basis=(rule.citation,),
        )


def _of_what_is_unconfirmed(account: ServiceAccount, law: LawBook, day: date) -> Iterator[Finding]:
    if account.unconfirmed:
        yield Finding(
            rule="R-CNF-01",
            force=Force.INFO,
            says=Text(
                nb=f"{said(lacking(account.unconfirmed))} måneder er ført og ikke bekreftet; de "
                "teller "
                "ikke ennå.",
                en=f"{said(lacking(account.unconfirmed))} months are entered and not confirmed; "
                "they do "
                "not count yet.",
            ),
            basis=(law.confirmed_service.on(day).citation,),
        )
