"""May the body change its own decision, with no appeal deciding it (omgjøring, § 35; § 71)?"""

from __future__ import annotations

from datetime import date

from domain.law.aside_places import regime_of
from domain.law.book import LawBook
from domain.law.reversal_places import GROUNDS, REVERSAL, ReversalGround
from domain.proceedings import refusals
from domain.proceedings.appeal import Stage
from domain.proceedings.facts import DecisionReversed
from domain.proceedings.grounds import place_of
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.impartial import refuse_who_decided_before
from domain.proceedings.rulings import SET_ASIDE, Decided, is_worse
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


def reverse(
    proceeding: Proceeding,
    ground: ReversalGround,
    outcome: Decided,
    *,
    text: Confidential,
    by: Id,
    on: date,
    law: LawBook,
) -> DecisionReversed:
    """Reverse what one decided; raises RuleBroken where the ground does not hold (L-FVL-10).

    A body reverses its own: what the appeal body decided is not the first instance's to change.
    """
    proceeding.be_ruled()
    standing = proceeding.rulings.standing
    assert standing
    if standing.outcome == SET_ASIDE:
        raise refusals.to_be_decided_anew()
    if any(one.stage is Stage.FORWARDED for one in proceeding.appeals.running):
        raise refusals.with_the_appeal_body()
    regime = regime_of(law, standing.decided_on)
    if standing.body != proceeding.be_open().decided_by:
        refuse_who_decided_before(proceeding, by, regime)
    refusals.refuse_before(on, standing.decided_on, field="reversedOn", rule="L-FVL-10")
    basis = place_of(ground, GROUNDS[regime], rule="L-FVL-10", basis=REVERSAL[regime])
    if ground is ReversalGround.NOT_TO_DETRIMENT and is_worse(outcome, standing.outcome):
        raise refusals.broken(
            "L-FVL-10",
            *basis,
            nb="Endringen er til skade for parten; det krever en annen grunn.",
            en="The change is to the party's detriment; that takes another ground.",
        )
    if ground is ReversalGround.NOT_ARRIVED and standing.notice.arrivals:
        raise refusals.broken(
            "L-FVL-10",
            *basis,
            nb="Underretningen er kommet fram, så denne grunnen gjelder ikke lenger.",
            en="The notice has arrived, so this ground holds no longer.",
        )
    return DecisionReversed(
        ground=ground,
        outcome=outcome,
        text=text,
        reversed_by=by,
        reversed_on=on,
        law=law.version,
        basis=basis,
    )
