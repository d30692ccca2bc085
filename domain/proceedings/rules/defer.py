"""Deferral: a decision is not carried out before something else is over (§ 42; § 76 of 2025)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain.law.aside_places import REASONS_FOR_REFUSED_DEFERRAL, regime_of
from domain.law.book import LawBook
from domain.law.remedies import Instance
from domain.proceedings import aside_refusals as refusals
from domain.proceedings.aside import Until, refuse_decided
from domain.proceedings.aside_facts import DeferralDecided, DeferralRequested
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.refusals import with_the_appeal_body
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


class DeferralException(StrEnum):
    """Why what cannot be undone is carried out all the same (§ 76 of 2025, second paragraph)."""

    WEIGHTY_INTERESTS = "weighty-interests"
    OBVIOUSLY_IN_VAIN = "obviously-in-vain"


def request_deferral(
    proceeding: Proceeding,
    deferral: Id,
    *,
    ruling: int,
    until: Until | None,
    grounds: Confidential | None,
    sent_by: Id,
    received_on: date,
    by: Id,
) -> DeferralRequested:
    """Take a request in, whatever it is of; ``ruling`` 0, or one not there: the one that stands."""
    proceeding.be_open()
    found = proceeding.rulings.by_version.get(ruling) or proceeding.rulings.standing
    return DeferralRequested(
        deferral=deferral,
        ruling=found.at if found else 0,
        until=until,
        grounds=grounds,
        sent_by=sent_by,
        received_on=received_on,
        entered_by=by,
    )


def decide_deferral(
    proceeding: Proceeding,
    deferral: Id,
    *,
    deferred: bool,
    until: Until | None,
    conditions: Confidential | None,
    because: Confidential | None,
    irreversible: bool,
    exception: DeferralException | None,
    body: Instance,
    by: Id,
    on: date,
    law: LawBook,
) -> DeferralDecided:
    """Decide a request, or defer of the body's own accord; raises Invalid and RuleBroken."""
    proceeding.be_running()
    asked = proceeding.aside.deferrals.get(deferral)
    requested = asked.requested if asked else None
    if asked:
        refuse_decided(asked)
    if (proceeding.aside.has_it or body) != body:
        raise with_the_appeal_body()
    standing = proceeding.rulings.standing
    named = proceeding.rulings.by_version.get(requested.ruling) if requested else None
    ruling = named or standing or proceeding.be_ruled()
    rule = law.deferral.on(ruling.decided_on)
    if requested:
        refusals.refuse_before(on, requested.received_on, field="decidedOn", rule="L-FVL-15")
    if not (deferred or requested):
        raise refusals.unfit_deferral(
            field="deferred",
            nb="Ingen har bedt om utsetting, så det er ingenting å avslå.",
            en="Nobody asked for a deferral, so there is nothing to refuse.",
            basis=rule.citation,
        )
    reasons = REASONS_FOR_REFUSED_DEFERRAL[regime_of(law, ruling.decided_on)]
    if deferred != (until is not None):
        raise refusals.unfit_deferral(
            field="until",
            nb="Oppgi hva det utsettes til når det utsettes, og bare da.",
            en="State until what it is deferred where it is deferred, and only then.",
            basis=rule.citation,
        )
    if conditions and not deferred:
        raise refusals.unfit_deferral(
            field="conditions",
            nb="Vilkår settes bare for en utsetting.",
            en="Conditions are set only for a deferral.",
            basis=rule.citation,
        )
    if not deferred and because is None:
        raise refusals.unfit_deferral(
            field="reason",
            nb="Et avslag på utsetting skal grunngis samtidig.",
            en="A refusal to defer is given with its reasons.",
            basis=reasons,
        )
    if exception and (deferred or not irreversible):
        raise refusals.unfit_deferral(
            field="exception",
            nb="Et unntak sies bare der det som ikke kan gjøres om, ikke utsettes.",
            en="An exception is stated only where what cannot be undone is not deferred.",
            basis=rule.citation,
        )
    too_little = until in (None, Until.APPEAL_PERIOD_OVER) and exception is None
    if rule.value.must_if_irreversible and irreversible and too_little:
        raise refusals.must_defer(rule.citation)
    return DeferralDecided(
        deferral=deferral,
        ruling=ruling.at,
        deferred=deferred,
        until=until,
        conditions=conditions,
        because=because,
        irreversible=irreversible,
        exception=exception,
        body=body,
        decided_by=by,
        decided_on=on,
        law=law.version,
        basis=(rule.citation,) if deferred else (rule.citation, reasons),
    )
