"""How an act on a proceeding runs: what concerns the party reaches its history in one append."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.access import FOR_ESTABLISHMENT, Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order, Role
from application.ports import Change, Loaded, Receipt
from application.proceedings.about import (
    PARTIES,
    About,
    about,
    about_establishment,
    about_plan,
    parties_of,
)
from application.proceedings.before.impartial import refuse_disqualified, refuse_final
from application.proceedings.exempting import Ruled, in_exemption
from application.proceedings.own_case import refuse_own_case
from application.role_names import ROLES, named
from domain.catalogue.catalogue import Catalogue
from domain.exemptions.outcome import ExemptionTerms
from domain.law.administration import Regime
from domain.law.book import LawBook
from domain.law.remedies import INSTANCE_NAMES, Instance
from domain.proceedings.documents import document_of
from domain.proceedings.governing import regime_of_case
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.superior import superior_of
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import NotPermitted
from domain.shared.texts import Text

ROLE_OF = {
    Instance.ESTABLISHMENT: Role.LEADER,
    Instance.DIRECTORATE: Role.DIRECTORATE_OFFICER,
    Instance.HELSEKLAGE: Role.HELSEKLAGE_OFFICER,
    Instance.PERSONNEL_BOARD: Role.PERSONNEL_BOARD_OFFICER,
    Instance.MUNICIPAL_APPEALS: Role.APPEALS_MEMBER,
}
"""In which role an instance acts; the county governor arranges new assessments elsewhere."""
INSTANCE_OF = {role: instance for instance, role in ROLE_OF.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A proceeding, and the doctor or establishment it is about."""

    proceeding: Loaded[Proceeding]
    about: About

    @property
    def case(self) -> Proceeding:
        return self.proceeding.case


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of the proceeding, and changes of other cases that belong in the same append."""

    facts: tuple[Fact, ...]
    elsewhere: tuple[Change, ...] = ()


Decide = Callable[[At], Fact | tuple[Fact, ...] | Told]
"""What an act comes to in the proceeding; what the party's own history tells follows from that."""
Marks = Callable[[At, tuple[Fact, ...]], tuple[Fact, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingActing:
    """Runs acts on proceedings: it and the party's history change in one append, or not at all."""

    acting: Acting
    catalogue: Catalogue
    law: LawBook

    @property
    def today(self) -> date:
        return self.acting.clock.today()

    def regime(self, case: Proceeding) -> Regime:
        """Return which act governs what is done in a case today."""
        return regime_of_case(case, self.today, self.law)

    def on_new(
        self, proceeding: Id, plan: Id, actor: Actor, order: Order, decide: Decide
    ) -> Receipt:
        """Run the opening of a proceeding about the doctor of a plan."""
        return self._opening(
            proceeding, lambda: about_plan(self.acting.histories, plan, actor), actor, order, decide
        )

    def on_new_of(
        self, proceeding: Id, organisation: Id, actor: Actor, order: Order, decide: Decide
    ) -> Receipt:
        """Run the opening of a proceeding about an establishment."""
        return self._opening(
            proceeding,
            lambda: about_establishment(self.acting.histories, organisation, actor),
            actor,
            order,
            decide,
        )

    def _opening(
        self,
        proceeding: Id,
        whom: Callable[[], About],
        actor: Actor,
        order: Order,
        decide: Decide,
    ) -> Receipt:
        def decided() -> Decided:
            loaded: Loaded[Proceeding] = self.acting.histories.load({proceeding: Proceeding})[
                proceeding
            ]
            at = At(proceeding=loaded, about=whom())
            at.about.permit(Act.APPLY_FOR_DECISION, actor, self.today)
            return self._decided(at, _told(decide(at)), None, actor)

        return self.acting.perform(actor, order, decided)

    def on_proceeding(
        self,
        proceeding: Id,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        in_own: Marks | None = None,
        terms: ExemptionTerms | None = None,
    ) -> Receipt:
        """Run an act by the party it concerns, or by the instance whose turn it is.

        ``in_own``: what the party's own history tells, where more than follows from the facts.
        ``terms``: for which days and plans an exemption is granted, in a case about one.
        """

        def decided() -> Decided:
            at = self.at(proceeding, actor)
            at.about.permit(act, actor, self.today)
            refuse_other_instance(at.case, act, actor)
            regime = self.regime(at.case)
            refuse_own_case(at.about, at.case, act, actor, today=self.today, regime=regime)
            refuse_disqualified(at.case, act, actor, self.today)
            hidden = kept_from(at.case, actor)
            refuse_if_changed(at.proceeding.stored, order, concerns=lambda one: not hidden(one))
            told = _told(decide(at))
            refuse_final(at.case, told.facts, actor)
            return self._decided(at, told, in_own, actor, terms)

        return self.acting.perform(actor, order, decided)

    def at(self, proceeding: Id, actor: Actor | None) -> At:
        """Return the proceeding with whom it is about; raises NotFound."""
        loaded = self.loaded(proceeding)
        return At(proceeding=loaded, about=about(self.acting.histories, loaded.case, actor))

    def speaks_for_party(self, proceeding: Id, actor: Actor) -> bool:
        """Return whether one acts for the party here, if the role is held at all.

        Asked before an act is tried: whom a proceeding is about never changes.
        """
        if actor.acting_as in FOR_ESTABLISHMENT:
            return is_of_party(self.loaded(proceeding).case, actor)
        return actor.acting_as in PARTIES

    def loaded(self, proceeding: Id) -> Loaded[Proceeding]:
        found: Loaded[Proceeding] = self.acting.histories.load({proceeding: Proceeding})[proceeding]
        return found

    def _decided(
        self,
        at: At,
        found: Told,
        in_own: Marks | None,
        actor: Actor,
        terms: ExemptionTerms | None = None,
    ) -> Decided:
        own, case_id, subject = at.about.own, at.proceeding.case_id, at.about.subject
        told = (
            in_own(at, found.facts)
            if in_own
            else at.about.told(case_id, at.case.facts, found.facts)
        )
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
                Change(case_id=own.case_id, version=own.version, facts=tuple(told), subject=subject)
            )
        ruled = Ruled(proceeding=at.proceeding, facts=found.facts, told=told, terms=terms)
        exempted = in_exemption(self.acting.histories, ruled, actor, self.law)
        return Decided(changes=(*changes, *found.elsewhere, *exempted))


def _told(came_to: Fact | tuple[Fact, ...] | Told) -> Told:
    if isinstance(came_to, Told):
        return came_to
    return Told(came_to if isinstance(came_to, tuple) else (came_to,))


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
    parties = parties_of(case)
    by_act: dict[Act, set[Role | None]] = {
        Act.CONDUCT_PROCEEDING: {decides},
        Act.HEAR_APPEAL: hearing,
        Act.REVIEW_AS_SUPERIOR: _superior(case),
        Act.FILE_APPEAL: {*parties, decides},
        Act.SPEAK_IN_PROCEEDING: {*parties, decides},
        Act.QUESTION_IMPARTIALITY: {*parties, decides, *hearing},
        Act.DECIDE_IMPARTIALITY: {decides, *hearing},
        Act.SEE_PROCEEDING: {*parties, Role.AUDITOR, decides, *hearing},
    }
    may = by_act[act]
    if actor.acting_as not in may:
        raise _not_with(actor, named(role for role in may if role))


def other_instance(actor: Actor, has_it: str) -> NotPermitted:
    """Return the refusal to one with whom the case is not; ``has_it``: the instance it is with."""
    return _not_with(actor, INSTANCE_NAMES[Instance(has_it)])


def _not_with(actor: Actor, those: Text) -> NotPermitted:
    own = ROLES[actor.acting_as]
    return NotPermitted(
        "other-instance",
        nb=f"Saken er ikke hos deg som {own.nb}; her handler: {those.nb or 'ingen ennå'}.",
        en=f"The case is not with you as {own.en}; those acting here are: "
        f"{those.en or 'nobody yet'}.",
        rule="L-FVL-13",
        field="Acting-As",
    )


def kept_from(case: Proceeding, actor: Actor) -> Callable[[Fact], bool]:
    """Return what tells whether a fact is of a document in another's room; audit sees all."""
    if actor.acting_as is Role.AUDITOR:
        return lambda _: False
    sealed = case.documents_kept_from(instance_of(case, actor))
    return lambda fact: document_of(case.concerned(fact)) in sealed


def is_of_party(case: Proceeding, actor: Actor) -> bool:
    """Return whether one acts in a role for the party of a proceeding."""
    return actor.acting_as in parties_of(case)


def instance_of(case: Proceeding, actor: Actor) -> Instance | None:
    """Return the instance one acts in here; None is the parties."""
    return None if is_of_party(case, actor) else INSTANCE_OF.get(actor.acting_as)
