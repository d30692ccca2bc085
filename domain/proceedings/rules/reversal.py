"""May the body change its own decision, with no appeal deciding it (omgjøring, section 35)?"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain.law.administration import ACT
from domain.law.book import LawBook
from domain.proceedings import refusals
from domain.proceedings.appeal import Stage
from domain.proceedings.facts import DecisionReversed
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.impartial import refuse_who_decided_before
from domain.proceedings.rulings import SET_ASIDE, Decided, is_worse
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


class ReversalGround(StrEnum):
    """Why a decision may be reversed: section 35, first paragraph, letters a to c."""

    NOT_TO_DETRIMENT = "not-to-detriment"
    NOT_ARRIVED = "notice-not-arrived"
    INVALID = "invalid"


LETTERS = {
    ReversalGround.NOT_TO_DETRIMENT: "a",
    ReversalGround.NOT_ARRIVED: "b",
    ReversalGround.INVALID: "c",
}


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
    if standing.body != proceeding.be_open().decided_by:
        refuse_who_decided_before(proceeding, by)
    refusals.refuse_before(on, standing.decided_on, field="reversedOn", rule="L-FVL-10")
    basis = Citation(act=ACT, section="35", paragraph=1, letter=LETTERS[ground])
    if ground is ReversalGround.NOT_TO_DETRIMENT and is_worse(outcome, standing.outcome):
        raise refusals.broken(
            "L-FVL-10",
            basis,
            nb="Endringen er til skade for parten; det krever en annen grunn.",
            en="The change is to the party's detriment; that takes another ground.",
        )
    if ground is ReversalGround.NOT_ARRIVED and standing.notice.arrivals:
        raise refusals.broken(
            "L-FVL-10",
            basis,
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
        basis=(basis,),
    )
