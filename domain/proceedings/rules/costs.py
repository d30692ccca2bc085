"""Claims for costs: taken in whenever they come, decided by the body of the new ruling (§ 36)."""

from __future__ import annotations

from datetime import date

from domain.calendar.appeal_question import Channel
from domain.calendar.deadlines import Deadline, Step, count
from domain.calendar.timeliness import Filing, Verdict, in_time
from domain.calendar.words import day_in_words
from domain.law.aside_places import COSTS_COVERED, WHO_DECIDES_COSTS, regime_of
from domain.law.book import LawBook
from domain.law.remedies import Instance, Remedy
from domain.proceedings import aside_refusals as refusals
from domain.proceedings.arrival import from_arrival
from domain.proceedings.aside import Claim, is_in_favour
from domain.proceedings.aside_facts import CostsClaimed, CostsDecided, CostsSumStated
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.first_instance import LATE, LateGround
from domain.proceedings.rules.impartial import refuse_who_decided_before
from domain.proceedings.rulings import Decided, Ruling
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.texts import Text


def claim_costs(
    proceeding: Proceeding,
    claim: Id,
    filing: Filing,
    *,
    ruling: int,
    claimant: Id,
    sent_by: Id,
    amount: int | None,
    grounds: Confidential | None,
    by: Id,
    law: LawBook,
) -> CostsClaimed:
    """Take a claim in; raises Invalid only for days and sums that cannot be: 0 lacks its sum.

    ``ruling`` 0, or one that is not there: the last that was made in favour.
    """
    proceeding.be_open()
    assert filing.received
    if amount is not None and amount < 0:
        raise refusals.no_sum()
    found = proceeding.rulings.by_version.get(ruling) or _last_in_favour(proceeding)
    verdict, steps = judge_claim(filing, found, law)
    return CostsClaimed(
        claim=claim,
        ruling=found.at if found else 0,
        claimant=claimant,
        sent_by=sent_by,
        channel=filing.channel,
        sent_on=filing.sent,
        received_on=filing.received,
        amount=amount,
        grounds=grounds,
        verdict=verdict,
        steps=steps,
        law=law.version,
        entered_by=by,
    )


def state_sum(
    proceeding: Proceeding, claim: Id, amount: int, *, sent_by: Id, received_on: date, by: Id
) -> CostsSumStated:
    """Take in the sum of a claim; raises NotFound, and Invalid for one that cannot be."""
    if amount < 0:
        raise refusals.no_sum()
    proceeding.aside.claim(claim)
    return CostsSumStated(
        claim=claim, amount=amount, sent_by=sent_by, received_on=received_on, entered_by=by
    )


def decide_costs(
    proceeding: Proceeding,
    claim: Id,
    outcome: Decided,
    *,
    amount: int,
    because: Confidential,
    late_ground: LateGround | None,
    body: Instance,
    by: Id,
    on: date,
    law: LawBook,
) -> CostsDecided:
    """Decide a claim; raises RuleBroken for a body that did not make the new ruling (L-FVL-11)."""
    proceeding.be_running()
    found = proceeding.aside.claim(claim)
    ruling = proceeding.aside.ruling_behind(found)
    governed_on = ruling.decided_on if ruling else on
    regime = regime_of(law, governed_on)
    whose = proceeding.aside.decides(found)
    if whose is None:
        raise refusals.costs_decided(found.decided[-1].decided_on)
    if body != whose:
        raise refusals.costs_of_another_body(whose, WHO_DECIDES_COSTS[regime])
    if body != proceeding.be_open().decided_by:
        refuse_who_decided_before(proceeding, by, regime)
    refusals.refuse_before(on, found.made.received_on, field="decidedOn", rule="L-FVL-11")
    refusals.refuse_sum(outcome, amount, found.amount)
    if outcome is not Decided.REFUSED:
        if ruling is None or not is_in_favour(ruling):
            raise refusals.nothing_in_favour(COSTS_COVERED[regime])
        _refuse_late(found, ruling, late_ground, law)
    elif late_ground:
        raise refusals.ground_not_meant()
    remedy, heard_by = _way_against(proceeding, found, body)
    return CostsDecided(
        claim=claim,
        ruling=ruling.at if ruling else 0,
        claimant=found.made.claimant,
        outcome=outcome,
        amount=amount,
        because=because,
        late_ground=late_ground,
        body=body,
        decided_by=by,
        decided_on=on,
        remedy=remedy,
        heard_by=heard_by,
        law=law.version,
        basis=(COSTS_COVERED[regime], WHO_DECIDES_COSTS[regime]),
    )


def claim_deadline(ruling: Ruling, law: LawBook) -> Deadline | None:
    """Return until when costs can be claimed; None before the notice of the ruling arrived."""
    return from_arrival("cost_claim", ruling, law)


def judge_claim(
    filing: Filing, ruling: Ruling | None, law: LawBook
) -> tuple[Verdict, tuple[Step, ...]]:
    """Return whether a claim came within three weeks of the notice of the new ruling."""
    if ruling is None or not is_in_favour(ruling):
        says = Text(
            nb="Ingen avgjørelse er endret til gunst ennå; et menneske ser på kravet.",
            en="No decision has been changed in favour yet; a person looks at the claim.",
        )
        return Verdict.A_PERSON_DECIDES, (Step(rule="L-FVL-11", says=says),)
    deadline = claim_deadline(ruling, law)
    if deadline is None or deadline.last_day is None:
        says = Text(
            nb="Underretningen om den nye avgjørelsen er ikke kommet fram; fristen løper ikke.",
            en="The notice of the new ruling has not arrived; no time runs.",
        )
        return Verdict.IN_TIME, (Step(rule="L-FVL-11", says=says),)
    verdict = in_time(filing, deadline, law).verdict
    assert filing.received
    came, last = day_in_words(filing.received), day_in_words(deadline.last_day)
    told = {
        Verdict.IN_TIME: Text(nb="det er i tide", en="that is in time"),
        Verdict.LATE: Text(nb="det er for sent", en="that is late"),
        Verdict.A_PERSON_DECIDES: Text(
            nb="om det er i tide, avgjør et menneske", en="whether it is in time a person decides"
        ),
    }[verdict]
    sent = day_in_words(filing.sent) if filing.sent else None
    sent_nb, sent_en = (f", sendt {sent.nb}", f", sent on {sent.en}") if sent else ("", "")
    says = Text(
        nb=f"Kravet kom inn {came.nb}{sent_nb}; siste dag var {last.nb}: {told.nb}.",
        en=f"The claim came in on {came.en}{sent_en}; the last day was {last.en}: {told.en}.",
    )
    basis = (law.appeal_filing.on(deadline.governed_on).citation,)
    return verdict, (*deadline.steps, Step(rule="L-FVL-11", says=says, basis=basis))


def _last_in_favour(proceeding: Proceeding) -> Ruling | None:
    found = [one for one in proceeding.rulings if is_in_favour(one)]
    return found[-1] if found else None


def _refuse_late(claim: Claim, ruling: Ruling, ground: LateGround | None, law: LawBook) -> None:
    """Raise unless the claim came in time, as known now, or may be treated all the same (§ 31)."""
    made = claim.made
    filing = Filing(channel=_channel(made), sent=made.sent_on, received=made.received_on)
    verdict, _ = judge_claim(filing, ruling, law)
    if verdict is Verdict.IN_TIME:
        if ground:
            raise refusals.ground_not_meant()
        return
    after_all = ground is LateGround.IN_TIME_AFTER_ALL and verdict is Verdict.A_PERSON_DECIDES
    if ground not in LATE and not after_all:
        raise refusals.claim_late(law.cost_claim.on(ruling.decided_on).citation)
    cap = law.late_appeal_cap.on(ruling.decided_on)
    if ground in LATE and made.received_on > count(ruling.decided_on, cap.value, law).rolled_day:
        raise refusals.claim_after_the_year(cap.citation)


def _channel(made: CostsClaimed) -> Channel:
    return Channel(made.channel)


def _way_against(proceeding: Proceeding, claim: Claim, body: Instance) -> tuple[Remedy, str | None]:
    """Return the way against what is decided of costs, and who hears an appeal over it."""
    decided = proceeding.decided
    if body == proceeding.be_open().decided_by:
        if decided and Remedy(decided.remedy) is Remedy.APPEAL:
            return Remedy.APPEAL, decided.heard_by
        return Remedy.A_PERSON_DECIDES, None
    # Decided before, this is in an appeal over it; otherwise no source names who would hear one.
    return (Remedy.FINAL if claim.decided else Remedy.A_PERSON_DECIDES), None
