"""The letters of a proceeding: which facts go where."""

from __future__ import annotations

from application.letters import forwarding, receipt
from application.letters.against import (
    Against,
    Appealable,
    Final,
    NewAssessment,
    Unsettled,
)
from application.letters.decision import (
    AlsoTold,
    Appealed,
    Decision,
    decision_notice,
    notice_says,
)
from application.letters.letter import Letter
from application.plans.sentences import legal_day
from application.proceedings.letters.material import Material, appealed_ruling
from application.proceedings.letters.outcomes import outcome_of
from application.proceedings.letters.said import LACKING, in_time
from application.proceedings.trails.new_since import is_of_a_proceeding
from domain.calendar.appeal_question import Channel
from domain.calendar.deadlines import Step
from domain.calendar.periods import period
from domain.calendar.timeliness import Late
from domain.law.courts import COUNTED_BY_NAME
from domain.law.notices import NoticeContent
from domain.law.remedies import Instance, Remedy
from domain.proceedings.appeal import Appeal, Review
from domain.proceedings.appeal_facts import AppealReviewed
from domain.proceedings.rulings import Ruling, Source
from domain.shared.facts import Recorded
from domain.shared.ids import Id
from domain.shared.texts import Text


def notice(material: Material, ruling: Ruling) -> tuple[Letter, tuple[NoticeContent, ...]]:
    """Return the notice of a ruling, and what of the law's demands it tells."""
    rights = material.rights(ruling.decided_on)
    # One that concerns a single appellant, such as the dismissal of their appeal, is to them.
    whom = ruling.appellant or material.at.about.party
    to = material.to(whom)
    decision = Decision(
        matter=material.matter,
        outcome=outcome_of(material, ruling, _spoken_to(material, whom)),
        text=material.reasons(ruling.at),
        decided_on=ruling.decided_on,
        basis=material.basis(ruling),
        conditions=material.texts.get((ruling.at, "conditions")),
        appealed=_before(material, ruling),
    )
    frame = material.frame(sender=material.body(ruling.body), addressee=material.name(whom), to=to)
    way, also = _way(material, ruling), _also(material, ruling)
    return decision_notice(frame, decision, way, rights, also), notice_says(frame, way, also)


def appeal_receipt(material: Material, appeal: Appeal) -> Letter:
    """Return the receipt of an appeal, as what is known of it now has it."""
    ruling, filed = appealed_ruling(material, appeal), appeal.filed
    first = material.body(material.case.be_open().decided_by)
    target = material.law.appeal_processing.on(filed.received_on)
    target_on = period("appeal_processing", filed.received_on, material.law).last_day
    assert target_on
    periods = ruling.notice.computed
    deadline_steps: tuple[Step, ...] = periods[-1].steps if periods else ()
    lacking = appeal.answer_by and receipt.Lacking(
        what=tuple(LACKING[one] for one in sorted(appeal.lacking)), answer_by=appeal.answer_by
    )
    return receipt.appeal_receipt(
        material.frame(
            sender=first,
            addressee=material.name(filed.appellant),
            to=material.to(filed.appellant),
        ),
        receipt.Received(
            matter=material.matter,
            decided_on=ruling.decided_on,
            decided_by=material.body(ruling.body),
            appellant=material.name(filed.appellant),
            received=filed.received_on,
            channel=Channel(filed.channel),
            sent_on=filed.sent_on,
        ),
        receipt.Judged(
            verdict=appeal.verdict,
            late=Late(appeal.judgement.late) if appeal.judgement.late else None,
            last_day=ruling.notice.last_day,
            steps=(*deadline_steps, *appeal.judgement.steps),
        ),
        receipt.Onward(
            first_body=first,
            appeal_body=material.body(ruling.heard_by) if ruling.heard_by else "klageinstansen",
            target=target,
            target_on=target_on,
        ),
        material.rights(ruling.decided_on),
        lacking=lacking or None,
    )


def forwarding_letter(
    material: Material,
    appeal: Appeal,
    to: Instance,
    *,
    new: tuple[tuple[Recorded, Text], ...],
    documents: tuple[forwarding.Document, ...],
) -> Letter:
    """Return the letter to the body that hears the appeal, with a copy to the appellant."""
    ruling, filed = appealed_ruling(material, appeal), appeal.filed
    first = material.body(material.case.be_open().decided_by)
    grounds = [material.texts.get((at, "grounds")) for at in sent_at(material, filed.appeal)]
    words = "\n\n".join(one for one in grounds if one)
    partly = appeal.reviewed is not None and appeal.reviewed.outcome == Review.PARTLY_CHANGED
    return forwarding.forwarding_letter(
        material.frame(
            sender=first,
            addressee=material.body(to),
            copies=(material.name(filed.appellant),),
        ),
        forwarding.Contested(
            matter=material.matter,
            decided_by=material.body(ruling.body),
            decided_on=ruling.decided_on,
            outcome=outcome_of(material, ruling),
            basis=material.basis(ruling),
        ),
        forwarding.Appealed(
            appellant=material.name(filed.appellant),
            received_on=filed.received_on,
            in_time=in_time(appeal, ruling.notice.last_day),
            words=words or "(Klagen er uten begrunnelse.)",
        ),
        forwarding.Statement(
            maintained_because=material.reasons(_reviewed_at(material, filed.appeal)),
            new=tuple(_line(*one) for one in new if not is_of_a_proceeding(one[0])),
            documents=documents,
            partly="Klagen er delvis tatt til følge; resten opprettholdes." if partly else None,
        ),
        material.rights(ruling.decided_on),
    )


def _spoken_to(material: Material, whom: Id) -> str:
    """Return as what the party is spoken of in a letter to somebody: another is told the name."""
    party = material.at.about.party
    return material.to(whom).you_object if whom == party else material.party


def sent_at(material: Material, appeal: Id) -> list[int]:
    """Return the versions of what was sent of an appeal: it, and what joined it."""
    return [
        at
        for at, fact in enumerate(material.case.facts, start=1)
        if getattr(fact, "appeal", None) == appeal and hasattr(fact, "grounds")
    ]


def _reviewed_at(material: Material, appeal: Id) -> int:
    found = [
        at
        for at, fact in enumerate(material.case.facts, start=1)
        if isinstance(fact, AppealReviewed) and fact.appeal == appeal
    ]
    return found[-1] if found else 0


def _line(one: Recorded, says: Text) -> str:
    on = legal_day(one.fact)
    return f"{says.nb} ({on.strftime('%d.%m.%Y')})" if on else says.nb


def _before(material: Material, ruling: Ruling) -> Appealed | None:
    """Return what the decision of an appeal body is about."""
    if ruling.source is not Source.HEARD or ruling.appeal is None:
        return None
    appeal = material.case.appeals.appeal(ruling.appeal)
    before = appealed_ruling(material, appeal)
    return Appealed(
        first_body=material.body(before.body),
        first_decided_on=before.decided_on,
        appeal_received_on=appeal.filed.received_on,
    )


def _way(material: Material, ruling: Ruling) -> Against:
    """Return what can be done against a ruling, as its notice tells it."""
    law, on, route = material.law, ruling.decided_on, material.case.way(material.law)
    if ruling.remedy is Remedy.FINAL:
        return Final(basis=material.rights(on).final)
    if ruling.remedy is Remedy.APPEAL and ruling.heard_by and route.rule:
        return Appealable(
            sent_to=material.body(ruling.body),
            heard_by=material.body(ruling.heard_by),
            heard_by_law=route.rule.citation,
            period=law.appeal.on(on),
            by_letter=law.appeal_filing.on(on),
            digital=law.digital_filing.on(on),
            arrival=law.digital_notice.on(on).citation,
            counting=(COUNTED_BY_NAME, law.end_of_period.on(on).citation),
        )
    if ruling.remedy is Remedy.NEW_ASSESSMENT and ruling.heard_by and route.rule:
        return NewAssessment(asked_of=material.body(ruling.heard_by), basis=route.rule.citation)
    known = " ".join(f"{odd.says.nb} {odd.choice.nb}" for odd in route.ambiguities)
    return Unsettled(
        says=known or "Loven sier ikke hvem som hører en klage over dette.",
        ask=material.body(ruling.body),
    )


def _also(material: Material, ruling: Ruling) -> AlsoTold:
    law, on = material.law, ruling.decided_on
    final = ruling.remedy is Remedy.FINAL
    board = final and ruling.body == Instance.PERSONNEL_BOARD
    return AlsoTold(
        deferral=material.deferral,
        costs=law.cost_claim.on(on) if ruling.favours or ruling.remedy is Remedy.APPEAL else None,
        lawsuit_within=law.lawsuit_after_board.on(on) if board else None,
    )
