"""How an act on a proceeding runs: what concerns the doctor reaches the plan in the same append."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order, Role
from application.permitting import unknown_case
from application.plans import standing
from application.plans.standing import Standing
from application.ports import Change, Loaded, Receipt
from application.proceedings.impartial import refuse_disqualified, refuse_final
from application.proceedings.telling import told_in_plan
from domain.catalogue.catalogue import Catalogue
from domain.law.administration import ACT as ACT_OF_1967
from domain.law.book import LawBook
from domain.law.remedies import Instance
from domain.proceedings.documents import document_of
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.superior import superior_of
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotPermitted

PARTY = Citation(act=ACT_OF_1967, section="6", paragraph=1)
ROLE_OF = {
    Instance.ESTABLISHMENT: Role.LEADER,
    Instance.DIRECTORATE: Role.DIRECTORATE_OFFICER,
    Instance.HELSEKLAGE: Role.HELSEKLAGE_OFFICER,
    Instance.PERSONNEL_BOARD: Role.PERSONNEL_BOARD_OFFICER,
    Instance.MUNICIPAL_APPEALS: Role.APPEALS_MEMBER,
}
"""In which role an instance acts; the county governor arranges new assessments elsewhere."""
INSTANCE_OF = {role: instance for instance, role in ROLE_OF.items()}
PARTIES = frozenset({Role.DOCTOR, Role.REPRESENTATIVE})
"""Those who act for the doctor: the doctor, and one with power of attorney."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A proceeding, and the plan of the doctor it concerns with what is around it."""

    proceeding: Loaded[Proceeding]
    plan: Standing

    @property
    def case(self) -> Proceeding:
        return self.proceeding.case


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of the proceeding, and changes of other cases that belong in the same append."""

    facts: tuple[Fact, ...]
    elsewhere: tuple[Change, ...] = ()


Decide = Callable[[At], Fact | tuple[Fact, ...] | Told]
"""What an act comes to in the proceeding; what it is in the plan follows from that."""
Marks = Callable[[At], tuple[Fact, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingActing:
    """Runs acts on proceedings: proceeding and plan change in one append, or not at all."""

    acting: Acting
    catalogue: Catalogue
    law: LawBook

    @property
    def today(self) -> date:
        return self.acting.clock.today()

    def on_new(
        self, proceeding: Id, plan: Id, actor: Actor, order: Order, decide: Decide
    ) -> Receipt:
        """Run the opening of a proceeding about the doctor of a plan."""

        def decided() -> Decided:
            at = self._at(proceeding, plan, actor)
            at.plan.permit(Act.APPLY_FOR_DECISION, actor, self.today)
            return self._decided(at, _told(decide(at)), None)

        return self.acting.perform(actor, order, decided)

    def on_proceeding(
        self,
        proceeding: Id,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        in_plan: Marks | None = None,
    ) -> Receipt:
        """Run an act by the doctor it concerns, or by the instance whose turn it is.

        ``in_plan``: what it comes to in the plan, where that does not follow from the facts.
        """

        def decided() -> Decided:
            at = self.at(proceeding, actor)
            at.plan.permit(act, actor, self.today)
            refuse_other_instance(at.case, act, actor)
            _refuse_own_case(at, act, actor)
            refuse_disqualified(at.case, act, actor, self.today)
            hidden = kept_from(at.case, actor)
            refuse_if_changed(at.proceeding.stored, order, concerns=lambda one: not hidden(one))
            told = _told(decide(at))
            refuse_final(at.case, told.facts, actor)
            return self._decided(at, told, in_plan)

        return self.acting.perform(actor, order, decided)

    def at(self, proceeding: Id, actor: Actor | None) -> At:
        """Return the proceeding with the plan it is about; raises NotFound."""
        found = self.acting.histories.load({proceeding: Proceeding})
        loaded: Loaded[Proceeding] = found[proceeding]
        opened = loaded.case.opened
        if opened is None or opened.plan is None:
            raise unknown_case()
        plan = standing.of_plan(self.acting.histories, opened.plan, actor)
        return At(proceeding=loaded, plan=plan)

    def _at(self, proceeding: Id, plan: Id, actor: Actor) -> At:
        found = self.acting.histories.load({proceeding: Proceeding})
        return At(
            proceeding=found[proceeding],
            plan=standing.of_plan(self.acting.histories, plan, actor),
        )

    def _decided(self, at: At, found: Told, in_plan: Marks | None) -> Decided:
        plan, case_id = at.plan.plan, at.proceeding.case_id
        told = in_plan(at) if in_plan else told_in_plan(case_id, at.case.facts, found.facts)
        subject = plan.case.subject
        changes = [
            Change(
                case_id=case_id,
                version=at.proceeding.version,
                facts=found.facts,
                subject=subject,
            )
        ]
        if told:
            changes.append(
                Change(case_id=plan.case_id, version=plan.version, facts=told, subject=subject)
            )
        return Decided(changes=(*changes, *found.elsewhere))


def _told(came_to: Fact | tuple[Fact, ...] | Told) -> Told:
    if isinstance(came_to, Told):
        return came_to
    return Told(came_to if isinstance(came_to, tuple) else (came_to,))


def _refuse_own_case(at: At, act: Act, actor: Actor) -> None:
    """Raise NotPermitted to an official who is the party (section 6)."""
    if (
        act
        in {
            Act.CONDUCT_PROCEEDING,
            Act.HEAR_APPEAL,
            Act.DECIDE_IMPARTIALITY,
            Act.REVIEW_AS_SUPERIOR,
        }
        and actor.person == at.plan.plan.case.doctor
    ):
        raise NotPermitted(
            "own-case",
            nb="Ingen behandler sin egen sak; en annen må gjøre det.",
            en="Nobody handles their own case; another has to.",
            rule="L-FVL-15",
            basis=(PARTY,),
            field="Acting-As",
        )


def _superior(case: Proceeding) -> set[Role | None]:
    """Return the role of the body above the ruling that stands, or that reviewed an earlier one."""
    above = superior_of(case.rulings.standing)
    reviewed = {one.body for one in case.aside.announced}
    ruled = {one.body for one in case.rulings if one.at in case.ruled.by_superior}
    return {ROLE_OF.get(Instance(one)) for one in {above, *reviewed, *ruled} if one}


def refuse_other_instance(case: Proceeding, act: Act, actor: Actor) -> None:
    """Raise NotPermitted to officials of the instance whose turn it is not; each has its room."""
    decides = ROLE_OF[Instance(case.be_open().decided_by)]
    hearing = {
        ROLE_OF.get(Instance(appeal.forwarded.to))
        for appeal in case.appeals.by_id.values()
        if appeal.forwarded
    }
    # One that ruled without an appeal (section 35) tells of it, and sees what came after.
    hearing |= {ROLE_OF.get(Instance(one.body)) for one in case.rulings} - {decides}
    hearing |= {ROLE_OF.get(Instance(one.body)) for one in case.aside.announced}
    by_act: dict[Act, set[Role | None]] = {
        Act.CONDUCT_PROCEEDING: {decides},
        Act.HEAR_APPEAL: hearing,
        Act.REVIEW_AS_SUPERIOR: _superior(case),
        Act.FILE_APPEAL: {*PARTIES, decides},
        Act.SPEAK_IN_PROCEEDING: {*PARTIES, decides},
        Act.QUESTION_IMPARTIALITY: {*PARTIES, decides, *hearing},
        Act.DECIDE_IMPARTIALITY: {decides, *hearing},
        Act.SEE_PROCEEDING: {*PARTIES, Role.AUDITOR, decides, *hearing},
    }
    may = by_act[act]
    if actor.acting_as not in may:
        raise other_instance(actor, ", ".join(sorted(role for role in may if role)))


def other_instance(actor: Actor, named: str) -> NotPermitted:
    """Return the refusal to one with whom the case is not; ``named``: with whom it is."""
    return NotPermitted(
        "other-instance",
        nb=f"Saken er ikke hos deg som {actor.acting_as}; her handler: {named or 'ingen ennå'}.",
        en=f"The case is not with you as {actor.acting_as}; those acting here are: "
        f"{named or 'nobody yet'}.",
        rule="L-FVL-13",
        field="Acting-As",
    )


def kept_from(case: Proceeding, actor: Actor) -> Callable[[Fact], bool]:
    """Return what tells whether a fact is of a document in another's room; audit sees all."""
    if actor.acting_as is Role.AUDITOR:
        return lambda _: False
    sealed = case.documents_kept_from(INSTANCE_OF.get(actor.acting_as))
    return lambda fact: document_of(case.concerned(fact)) in sealed
