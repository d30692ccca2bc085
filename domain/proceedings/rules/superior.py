"""The body that hears appeals reverses without one (§ 35, second to fourth paragraph; § 72)."""

from __future__ import annotations

from datetime import date

from domain.calendar.deadlines import Deadline
from domain.calendar.periods import period
from domain.law.aside import SuperiorGround
from domain.law.aside_places import BY_SUPERIOR, GROUNDS, regime_of
from domain.law.book import LawBook
from domain.law.impartial_places import OF_ACT as IMPARTIAL
from domain.law.remedies import Instance, Remedy
from domain.proceedings import aside_refusals as aside
from domain.proceedings import refusals
from domain.proceedings.aside_facts import ReviewAnnounced
from domain.proceedings.facts import DecisionReversed
from domain.proceedings.grounds import place_of
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import SET_ASIDE, Decided, Ruling, Source, is_worse
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence
from domain.shared.ids import Id


def superior_of(ruling: Ruling | None) -> str | None:
    """Return the body above the one whose ruling it is: that which hears appeals over it."""
    if ruling is None:
        return None
    hears = ruling.remedy is Remedy.APPEAL or ruling.heard_by == Instance.MUNICIPAL_APPEALS
    return ruling.heard_by if hears else None


def announce_review(
    proceeding: Proceeding, *, body: Instance, by: Id, on: date, law: LawBook
) -> ReviewAnnounced:
    """Tell the party that the ruling that stands will be reviewed; raises RuleBroken if late."""
    standing = _standing(proceeding, body, by, law)
    refusals.refuse_before(on, standing.decided_on, field="announcedOn", rule="L-FVL-10")
    latest = review_deadline(standing, law)
    basis = law.superior_review_notice.on(standing.decided_on).citation
    if latest and latest.last_day and on > latest.last_day:
        raise aside.announced_late(latest.last_day, basis)
    return ReviewAnnounced(
        ruling=standing.at,
        body=body,
        announced_by=by,
        announced_on=on,
        in_time_until=latest.last_day if latest else None,
        steps=latest.steps if latest else (),
        basis=(basis,),
    )


def reverse_above(
    proceeding: Proceeding,
    ground: SuperiorGround,
    outcome: Decided,
    *,
    text: Confidential,
    body: Instance,
    by: Id,
    on: date,
    law: LawBook,
) -> DecisionReversed:
    """Reverse what the body below decided; raises RuleBroken where the ground does not hold."""
    standing = _standing(proceeding, body, by, law)
    refusals.refuse_before(on, standing.decided_on, field="reversedOn", rule="L-FVL-10")
    regime = regime_of(law, standing.decided_on)
    basis = place_of(ground, GROUNDS[regime], rule="L-FVL-10", basis=BY_SUPERIOR[regime])
    if ground is SuperiorGround.NOT_TO_DETRIMENT and is_worse(outcome, standing.outcome):
        raise refusals.broken(
            "L-FVL-10",
            *basis,
            nb="Endringen er til skade for parten; det krever en annen grunn.",
            en="The change is to the party's detriment; that takes another ground.",
        )
    if ground is SuperiorGround.NOT_ARRIVED and standing.notice.arrivals:
        raise refusals.broken(
            "L-FVL-10",
            *basis,
            nb="Underretningen er kommet fram, så denne grunnen gjelder ikke lenger.",
            en="The notice has arrived, so this ground holds no longer.",
        )
    if ground is SuperiorGround.FOR_OTHERS:
        _refuse_untimely(proceeding, standing, on=on, law=law)
    return DecisionReversed(
        ground=ground,
        outcome=outcome,
        text=text,
        reversed_by=by,
        reversed_on=on,
        law=law.version,
        basis=basis,
        by_superior=True,
    )


def review_deadline(ruling: Ruling, law: LawBook) -> Deadline | None:
    """Return until when the party can be told of a review; None before a notice was sent."""
    return _from_the_notice("superior_review_notice", ruling, law)


def reversal_deadline(ruling: Ruling, law: LawBook) -> Deadline | None:
    """Return until when notice of a reversal to the detriment can be sent."""
    in_appeal = ruling.source is Source.HEARD
    name = "superior_reversal_of_appeal" if in_appeal else "superior_reversal_notice"
    return _from_the_notice(name, ruling, law)


def refuse_late_reversal(proceeding: Proceeding, ruling: Ruling, *, on: date, law: LawBook) -> None:
    """Raise RuleBroken for a notice of a superior's reversal to the detriment sent too late."""
    fact = proceeding.facts[ruling.at - 1]
    if not isinstance(fact, DecisionReversed) or fact.ground != SuperiorGround.FOR_OTHERS:
        return
    if before := [one for one in proceeding.rulings if one.at < ruling.at and one.outcome]:
        _refuse_after(before[-1], on=on, law=law)


def _standing(proceeding: Proceeding, body: Instance, by: Id, law: LawBook) -> Ruling:
    """Return the ruling that stands, if the body is above the one whose it is."""
    proceeding.be_ruled()
    standing = proceeding.rulings.standing
    assert standing
    rule = law.superior_reversal.on(standing.decided_on)
    if body in rule.value.not_by:
        raise aside.no_superior(rule.citation, municipal=True, confidence=rule.confidence)
    if body != superior_of(standing):
        raise aside.no_superior(rule.citation, municipal=False, confidence=rule.confidence)
    if standing.outcome == SET_ASIDE:
        raise refusals.to_be_decided_anew()
    if proceeding.aside.has_it:
        raise refusals.with_the_appeal_body()
    if by in proceeding.first_instance:
        raise refusals.broken(
            "L-FVL-15",
            IMPARTIAL[regime_of(law, standing.decided_on)].decided_below,
            nb="Den som avgjorde saken i første instans, overprøver den ikke.",
            en="Whoever decided the case at first instance does not review it.",
            confidence=Confidence.C,
        )
    return standing


def _refuse_untimely(proceeding: Proceeding, standing: Ruling, *, on: date, law: LawBook) -> None:
    told = [one for one in proceeding.aside.announced if one.ruling == standing.at]
    basis = law.superior_review_notice.on(standing.decided_on).citation
    if not told:
        raise aside.not_announced(basis)
    # As the notice is known now: it may have been sent after the review was told of.
    latest = review_deadline(standing, law)
    if latest and latest.last_day and told[0].announced_on > latest.last_day:
        raise aside.announced_late(latest.last_day, basis)
    _refuse_after(standing, on=on, law=law)


def _refuse_after(standing: Ruling, *, on: date, law: LawBook) -> None:
    found = reversal_deadline(standing, law)
    if found and found.last_day and on > found.last_day:
        raise aside.reversed_late(found.last_day, found.citations[0])


def _from_the_notice(name: str, ruling: Ruling, law: LawBook) -> Deadline | None:
    sent = [one.dispatched_on for one in ruling.notice.sent]
    return period(name, min(sent), law, governed_on=ruling.decided_on) if sent else None
