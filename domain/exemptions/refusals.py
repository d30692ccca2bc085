"""What an exemption says no to, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from domain.calendar.spans import asked_span
from domain.law.book import LawBook
from domain.law.exemptions import ExemptionKind
from domain.shared.citation import Citation
from domain.shared.dated import Repeal
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from domain.shared.texts import Text

RULE = "R-EXM-01"
LONGEST = timedelta(days=3653)
"""An exemption of more than ten years is a typing error: it would outlast any training."""


def unknown_exemption() -> NotFound:
    return NotFound(
        "unknown-exemption",
        nb="Det finnes ikke noe slikt fritak.",
        en="There is no such exemption.",
        rule=RULE,
        field="exemption",
    )


def broken(nb: str, en: str, *basis: Citation, confidence: Confidence = Confidence.A) -> RuleBroken:
    return RuleBroken(
        Finding(
            rule=RULE,
            force=Force.HARD,
            says=Text(nb=nb, en=en),
            basis=basis,
            confidence=confidence,
        )
    )


def basis_on(kind: ExemptionKind, day: date, law: LawBook) -> Citation:
    """Return where the exemption stands in the law on a day; raises RuleBroken if nowhere."""
    if kind is ExemptionKind.SUPERVISOR_SPECIALTY:
        return law.supervisor_exemption.on(day).citation
    found = law.open_practice_exemption.find(day)
    if found is None:
        raise _unreachable(day, law)
    return found.citation


def _unreachable(day: date, law: LawBook) -> RuleBroken:
    """Return that nothing is left to be exempted from (AMB-43), and which regulation did it."""
    repeals = (
        one
        for one in law.open_practice_exemption.versions
        if isinstance(one, Repeal) and one.in_force_from <= day
    )
    return RuleBroken(
        Finding(
            rule="AMB-43",
            force=Force.HARD,
            says=Text(
                nb=f"Fritak fra kravet om minst halv stilling kan ikke gis for {day}: det er ikke "
                "noe slikt krav den dagen.",
                en=f"No exemption from practice of at least half of full time can be had for "
                f"{day}: there is no such requirement on that day.",
            ),
            basis=tuple(repeal.citation for repeal in repeals),
        )
    )


def given_last_day(last_day: date | None, basis: Citation) -> date:
    """Return the last day; raises RuleBroken without one, for an exemption is limited in time."""
    if last_day is None:
        raise broken(
            "Et fritak er tidsavgrenset: oppgi siste dag.",
            "An exemption is limited in time: state its last day.",
            basis,
        )
    return last_day


def refuse_impossible_days(first_day: date, last_day: date) -> None:
    """Raise Invalid for an exemption that ends before it begins, or outlasts any training."""
    asked_span(first_day, last_day)
    if last_day - first_day > LONGEST:
        raise Invalid(
            "exemption-too-long",
            nb="Et fritak varer høyst ti år; se på dagene en gang til.",
            en="An exemption lasts ten years at most; look at its days again.",
            rule=RULE,
            field="lastDay",
        )


def refuse_strangers(plans: Iterable[Id], applied: Iterable[Id]) -> None:
    """Raise Invalid for no plan at all, or one the establishment did not apply for."""
    asked = set(plans)
    if not asked or not asked <= set(applied):
        raise Invalid(
            "plans-not-applied-for",
            nb="Fritaket må gjelde en eller flere av planene det er søkt for.",
            en="The exemption must cover one or more of the plans that were applied for.",
            rule=RULE,
            field="plans",
        )


def refuse_before(day: date, earlier: date, *, field: str) -> None:
    """Raise NotAllowed for a decision made before what it leans on."""
    if day < earlier:
        raise NotAllowed(
            "decided-too-early",
            nb=f"{day} er før {earlier}, da det som dette bygger på, skjedde.",
            en=f"{day} is before {earlier}, when what this leans on happened.",
            rule=RULE,
            field=field,
        )


def refuse_no_later(last_day: date, current: date) -> None:
    if last_day <= current:
        raise NotAllowed(
            "not-an-extension",
            nb=f"Fritaket varer allerede til og med {current}; en forlengelse varer lenger.",
            en=f"The exemption lasts to {current} already; an extension lasts longer.",
            rule=RULE,
            field="lastDay",
        )


def refuse_after_expiry(day: date, last_day: date, basis: Citation) -> None:
    if day > last_day:
        raise broken(
            f"Fritaket løp ut etter {last_day} og kan ikke forlenges {day}; søk om et nytt.",
            f"The exemption expired after {last_day} and cannot be extended on {day}; apply for "
            "another.",
            basis,
        )


def refuse_revoking(last_day: date, decided_on: date, current: date) -> None:
    """Raise NotAllowed for a last day before the decision, or no earlier than there is."""
    if not decided_on <= last_day < current:
        raise NotAllowed(
            "not-a-revocation",
            nb=f"Siste dag etter tilbaketrekkingen er fra {decided_on}, da den ble besluttet, til "
            f"før {current}, da fritaket ellers løper ut.",
            en=f"The last day after revoking is from {decided_on}, when it was decided, to before "
            f"{current}, when the exemption would expire.",
            rule=RULE,
            field="lastDay",
        )


def decided_in_a_proceeding(proceeding: Id) -> NotAllowed:
    return NotAllowed(
        "decided-in-the-proceeding",
        nb=f"Søknaden behandles i saken {proceeding}; der blir den avgjort, meddelt, påklaget og "
        "trukket.",
        en=f"The application is dealt with in the proceeding {proceeding}; there it is decided, "
        "notified, appealed and withdrawn.",
        rule=RULE,
        field="exemption",
    )


def in_wrong_state(status: str) -> NotAllowed:
    return NotAllowed(
        "exemption-in-wrong-state",
        nb=f"Saken om fritak er i tilstanden «{status}», der dette ikke kan gjøres.",
        en=f"The exemption is {status}, in which this cannot be done.",
        rule=RULE,
    )
