"""What the body that hears an appeal does: it decides, and nobody decides twice (§ 34; § 68)."""

from __future__ import annotations

from datetime import date

from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.proceedings import refusals
from domain.proceedings.appeal import Outcome, Stage
from domain.proceedings.appeal_facts import AppealDecided, DetrimentNotified
from domain.proceedings.governing import appeal_governed_on
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.detriment import (
    HELD_RIGHT,
    detriment_to_be_said,
    refuse_contradiction,
    refuse_untimely,
)
from domain.proceedings.rules.impartial import refuse_who_decided_before
from domain.proceedings.rulings import Decided, Source, is_worse
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.ids import Id


def notify_detriment(
    proceeding: Proceeding, appeal: Id, *, by: Id, on: date, law: LawBook
) -> DetrimentNotified:
    found = proceeding.appeals.appeal(appeal)
    found.be(Stage.FORWARDED)
    says = party_rights(law, appeal_governed_on(proceeding, found, on))
    return DetrimentNotified(appeal=appeal, notified_by=by, notified_on=on, basis=(says.detriment,))


def decide(
    proceeding: Proceeding,
    appeal: Id,
    outcome: Outcome,
    *,
    to_detriment: bool | None,
    result: Decided | None,
    text: Confidential,
    seen: tuple[Seen, ...],
    by: Id,
    on: date,
    law: LawBook,
) -> AppealDecided:
    """Decide; raises RuleBroken for one who decided before, or a detriment not told in time.

    ``result`` is what the party has after a change; None for all other outcomes. Whether it is
    to the appellant's detriment to have what they hold quashed is for the body to say.
    """
    appeals = proceeding.appeals
    found = appeals.appeal(appeal)
    found.be(Stage.FORWARDED)
    governed_on = appeal_governed_on(proceeding, found, on)
    refuse_who_decided_before(proceeding, by, regime_of(law, governed_on))
    against = proceeding.ruling_against(found)
    # Of a dismissal, or of costs, the text says what is changed.
    apart = against is not None and (against.source is Source.DISMISSED or against.of_costs)
    if (outcome is Outcome.CHANGED and not apart) != (result is not None):
        raise refusals.result_to_be_told(changed=outcome is Outcome.CHANGED and not apart)
    # What the party loses is no detriment to another who appealed against it.
    own = found.filed.appellant == proceeding.be_open().party
    worse = own and result is not None and is_worse(result, proceeding.outcome)
    taken = own and not apart and outcome is Outcome.QUASHED and proceeding.outcome in HELD_RIGHT
    if taken and to_detriment is None:
        raise detriment_to_be_said(party_rights(law, governed_on).detriment)
    was = against.outcome if against and not apart else None
    refuse_contradiction(outcome, result, was=was, to_detriment=bool(to_detriment), own=own)
    to_detriment = bool(to_detriment) or worse
    if to_detriment:
        refuse_untimely(proceeding, found, on=on, law=law)
    says = party_rights(law, governed_on)
    return AppealDecided(
        appeal=appeal,
        outcome=outcome,
        to_detriment=to_detriment,
        text=text,
        decided_by=by,
        decided_on=on,
        seen=seen,
        law=law.version,
        basis=(says.hearing, says.final),
        result=result,
    )
