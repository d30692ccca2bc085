"""Correcting what was recorded of a proceeding, where the plan tells it as well."""

from __future__ import annotations

from datetime import date

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.ports import Receipt
from application.proceedings.about import parties_of
from application.proceedings.acting import At, ProceedingActing, instance_of, is_of_party
from application.proceedings.commands import CorrectProceedingFact
from application.proceedings.documents.service import act_of, refuse_correcting
from application.proceedings.rooms import act_of_who_has
from application.proceedings.telling import retold
from domain.law.book import LawBook
from domain.law.party_rights import party_rights
from domain.proceedings import access_facts as x
from domain.proceedings import appeal_facts as a
from domain.proceedings import aside_facts as b
from domain.proceedings import facts as f
from domain.proceedings import impartiality_facts as m
from domain.proceedings import preparation_facts as p
from domain.proceedings import without_effect_facts as w
from domain.proceedings.document_facts import DocumentFact
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.correct import correct
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotPermitted

BY_WHOM = {
    a.AppealFiled: "entered_by",
    a.AppealSupplemented: "entered_by",
    a.RestAnswered: "entered_by",
    a.AppealWithdrawn: "withdrawn_by",
    f.ReasonsDemanded: "entered_by",
    b.CostsClaimed: "entered_by",
    b.CostsSumStated: "entered_by",
    b.DeferralRequested: "entered_by",
    w.SentWithoutEffect: "entered_by",
    p.CommentsReceived: "entered_by",
    p.ApplicationWithdrawn: "entered_by",
    x.AccessAsked: "entered_by",
    x.AccessRefusalAppealed: "entered_by",
    m.ImpartialityQuestioned: "raised_by",
}
"""What parties send, and which field tells who entered it."""


class ProceedingCorrections:
    """Each corrects what was theirs to record, the last of it first."""

    def __init__(self, proceedings: ProceedingActing) -> None:
        self._proceedings = proceedings

    def correct(self, command: CorrectProceedingFact, actor: Actor, order: Order) -> Receipt:
        reason = required_text(command.reason, field="reason")
        # A fact never changes, so what it is can be asked before the act is tried.
        case = self._proceedings.at(command.proceeding, actor).case
        facts = case.facts
        fact = facts[command.version - 1] if 1 <= command.version <= len(facts) else None

        def decide(at: At) -> tuple[Fact, ...]:
            _refuse_what_a_party_sent(at, fact, actor, self._entered_as(command))
            _refuse_about_oneself(fact, actor)
            _refuse_question_of_another(fact, actor)
            _refuse_over_for_good(
                at, fact, actor, today=self._proceedings.today, law=self._proceedings.law
            )
            if isinstance(fact, DocumentFact):
                refuse_correcting(at, fact, actor)
            return correct(
                at.case,
                command.version,
                by=actor.person,
                on=self._proceedings.today,
                reason=reason,
                law=self._proceedings.law,
            )

        def in_own(at: At, told: tuple[Fact, ...]) -> tuple[Fact, ...]:
            today = self._proceedings.today
            marks = tuple(one for one in told if isinstance(one, f.ProceedingFactCorrected))
            own = at.about.own.case
            taken_back = retold(at.about.told, own, command.proceeding, at.case.facts, marks)
            return (
                *(
                    at.about.mark(version, reason, by=actor.person, on=today)
                    for version in taken_back
                ),
                *at.about.told(command.proceeding, at.case.facts, told),
            )

        act = _whose(case, fact, actor)
        return self._proceedings.on_proceeding(
            command.proceeding, act, actor, order, decide, in_own=in_own
        )

    def _entered_as(self, command: CorrectProceedingFact) -> str | None:
        """Return in which role a fact was recorded: one may have had several, or have them now."""
        history = self._proceedings.acting.histories.history(command.proceeding)
        found = (one.acting_as for one in history if one.version == command.version)
        return next(found, None)


def _whose(case: Proceeding, fact: Fact | None, actor: Actor) -> Act:
    """Return by which act a fact is corrected: a party's own, or that of the body that has it."""
    if isinstance(fact, DocumentFact):
        return act_of(case, actor)
    if is_of_party(case, actor) and type(fact) in BY_WHOM:
        return Act.FILE_APPEAL
    if isinstance(fact, b.ReviewAnnounced) or getattr(fact, "by_superior", False):
        return Act.REVIEW_AS_SUPERIOR
    if body := _body_of(case, fact, actor):
        own = body == case.be_open().decided_by
        return Act.CONDUCT_PROCEEDING if own else Act.HEAR_APPEAL
    appeal: Id | None = getattr(fact, "appeal", getattr(fact, "of", None))
    ruling = case.rulings.by_version.get(getattr(fact, "ruling", 0))
    if ruling and ruling.body != case.be_open().decided_by:
        return Act.HEAR_APPEAL
    return act_of_who_has(case, appeal) if appeal else Act.CONDUCT_PROCEEDING


def _body_of(case: Proceeding, fact: Fact | None, actor: Actor) -> str | None:
    """Return in whose room it was done, where neither an appeal nor a ruling tells."""
    match fact:
        case b.CostsDecided(body=body) | b.DeferralDecided(body=body):
            return body
        case w.SentWithoutEffectNoted(sending=sending):
            found = case.appeals.without_effect.by_id.get(sending)
            return case.instance_with(found.appeal) if found else None
        case m.ImpartialityQuestioned():
            # Whoever asked takes it back, wherever it is answered.
            return instance_of(case, actor)
        case (
            m.ImpartialityDecided(question=question)
            | m.SubstituteAppointed(question=question)
            | m.UrgencyStated(question=question)
        ):
            asked = case.preparation.impartiality.by_id.get(question)
            return asked.raised.instance if asked else None
    return None


def _refuse_what_a_party_sent(
    at: At, fact: Fact | None, actor: Actor, entered_as: str | None
) -> None:
    """Raise NotPermitted to anybody else for what a party, or one for them, entered here."""
    field = BY_WHOM.get(type(fact)) if fact else None
    if field is None:
        return
    by = getattr(fact, field)
    of_party = entered_as in parties_of(at.case)
    anothers = of_party and not at.about.takes_up(by, actor.person)
    if of_party != is_of_party(at.case, actor) or anothers:
        raise NotPermitted(
            "sent-by-a-party",
            nb="Det en part har sendt, rettes av den som sendte det, eller i en virksomhets sak av "
            "den som handler for virksomheten; det et embete har ført, av embetet.",
            en="What a party sent is corrected by the one who sent it, or in the case of an "
            "establishment by whoever acts for it; what an official entered, by the office.",
            rule="R-ROL-01",
            field="Acting-As",
        )


def _refuse_over_for_good(
    at: At, fact: Fact | None, actor: Actor, *, today: date, law: LawBook
) -> None:
    """Raise NotAllowed to a party who would have an appeal back once no time to appeal runs.

    On the day it was withdrawn it may be taken back all the same: it was a slip.
    """
    match fact:
        case a.AppealWithdrawn(appeal=appeal, withdrawn_on=on):
            pass
        case a.RestAnswered(appeal=appeal, answered_on=on, maintained=False):
            pass
        case _:
            return
    against = at.case.ruling_against(at.case.appeals.appeal(appeal))
    last_day = against.notice.last_day if against else None
    if against and last_day and is_of_party(at.case, actor) and today > max(last_day, on):
        raise NotAllowed(
            "withdrawn-for-good",
            nb=f"Klagen ble trukket {on}, og klagefristen gikk ut {last_day}; send en ny klage, "
            "som vurderes etter reglene for sene klager.",
            en=f"The appeal was withdrawn on {on}, and the time to appeal was over on {last_day}; "
            "send a new appeal, which is judged as a late one.",
            rule="L-FVL-07",
            basis=(party_rights(law, against.decided_on).late,),
            field="version",
        )


def _refuse_question_of_another(fact: Fact | None, actor: Actor) -> None:
    """Raise NotPermitted to all but who asked: a question is answered, not struck by others."""
    if isinstance(fact, m.ImpartialityQuestioned) and fact.raised_by != actor.person:
        raise NotPermitted(
            "asked-by-another",
            nb="Et spørsmål om habilitet tas tilbake av den som stilte det; andre avgjør det.",
            en="A question of impartiality is taken back by the one who asked; others answer it.",
            rule="L-FVL-15",
            field="Acting-As",
        )


def _refuse_about_oneself(fact: Fact | None, actor: Actor) -> None:
    """Raise NotPermitted to an official for what is recorded of their own impartiality."""
    if isinstance(fact, m.ImpartialityFact) and getattr(fact, "official", None) == actor.person:
        raise NotPermitted(
            "own-impartiality",
            nb="Det som er ført om ens egen habilitet, retter en annen.",
            en="What is recorded of one's own impartiality is corrected by somebody else.",
            rule="L-FVL-15",
            field="Acting-As",
        )
