"""Whom a proceeding is about: a doctor, with the plan, or an establishment.

Everything an act asks of the party is asked here, so that the acts are the same for both. What
concerns the party reaches the party's own history in the same append: the plan, or that of the
establishment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from application.access import FOR_ESTABLISHMENT, Act
from application.actors import BODY_OF_ROLE, Actor, Role
from application.holding import held
from application.permitting import permit, unknown_case
from application.plans import standing
from application.plans.standing import Standing
from application.ports import Loaded, Loading
from application.proceedings.telling import IN_ORGANISATION, IN_PLAN, told
from domain.bodies.body import Body, body_id
from domain.law.book import LawBook
from domain.organisations.facts import OrganisationFactCorrected
from domain.organisations.organisation import Office, Organisation
from domain.plans.representatives import Scope
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.proceedings.proceeding import Proceeding
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.ids import Id

PARTIES = frozenset({Role.DOCTOR, Role.REPRESENTATIVE})
"""Those who act for a doctor: the doctor, and one with power of attorney."""
OFFICES = (Office.LEADER, Office.DEPUTY, Office.ADMINISTRATOR)
"""The offices whose holders act for an establishment."""

AS_ESTABLISHMENT = {
    Act.APPLY_FOR_DECISION: Act.APPLY_AS_ESTABLISHMENT,
    Act.FILE_APPEAL: Act.SPEAK_AS_ESTABLISHMENT,
    Act.SPEAK_IN_PROCEEDING: Act.SPEAK_AS_ESTABLISHMENT,
    Act.QUESTION_IMPARTIALITY: Act.QUESTION_AS_ESTABLISHMENT,
    Act.SEE_PROCEEDING: Act.SEE_CASE_OF_ESTABLISHMENT,
    Act.SEE_OPENINGS: Act.SEE_OPENINGS_OF_ESTABLISHMENT,
}
"""The row of the table that an act is asked by where the party is an establishment."""


class About(Protocol):
    """Whom a proceeding is about, and the case its party's own history is."""

    @property
    def party(self) -> Id: ...

    @property
    def own(self) -> Loaded[Any]: ...

    @property
    def subject(self) -> Id:
        """Return whose key seals the texts and files of the proceeding."""

    @property
    def plan(self) -> Standing | None: ...

    @property
    def organisation(self) -> Loaded[Organisation]: ...

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles in which one acts for the party."""

    def permit(self, act: Act, actor: Actor, today: date) -> None:
        """Raise NotFound or NotPermitted unless the actor may do this here today."""

    def people(self, today: date) -> frozenset[Id]:
        """Return those whose own matter it is: nobody decides it, and they read it freely."""

    def sender(self, told: Id | None, same: Callable[[Id], frozenset[Id]], on: date) -> Id | None:
        """Return as whose what came in is the party's own; None if it is not."""

    def has_acted_for(self, person: Id) -> bool:
        """Return whether one is, or ever was, a person who acts for the party."""

    def represented_by(self, person: Id, since: date) -> bool:
        """Return whether one holds, or held after a day, power of attorney of the party."""

    def takes_up(self, sender: Id, person: Id) -> bool:
        """Return whether one who acts for the party now may take up what another sent for it."""

    def offices(self, person: Id, today: date) -> frozenset[Role]:
        """Return the roles a person holds toward the case today."""

    def seen(self, law: LawBook) -> tuple[Seen, ...]:
        """Return the facts that stand last: of the party, and around it."""

    def told(self, proceeding: Id, before: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
        """Return what facts of the proceeding come to in the party's own history."""

    def mark(self, version: int, reason: Confidential, *, by: Id, on: date) -> Fact:
        """Return the mark that what was told there was recorded in error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutDoctor:
    """A proceeding about the doctor of a plan, with what is around it."""

    plan: Standing
    roles: frozenset[Role] = PARTIES

    @property
    def party(self) -> Id:
        return self.plan.plan.case.doctor

    @property
    def own(self) -> Loaded[Any]:
        return self.plan.plan

    @property
    def subject(self) -> Id:
        return self.plan.plan.case.subject

    @property
    def organisation(self) -> Loaded[Organisation]:
        return self.plan.organisation

    def permit(self, act: Act, actor: Actor, today: date) -> None:
        self.plan.permit(act, actor, today)

    def people(self, today: date) -> frozenset[Id]:  # noqa: ARG002
        return frozenset({self.party})

    def sender(
        self,
        told: Id | None,
        same: Callable[[Id], frozenset[Id]],
        on: date,  # noqa: ARG002
    ) -> Id | None:
        return self.party if told in same(self.party) else None

    def has_acted_for(self, person: Id) -> bool:
        plan = self.plan.plan.case
        return person == plan.doctor or any(plan.representatives.appointments.of(person, *Scope))

    def represented_by(self, person: Id, since: date) -> bool:
        held = self.plan.plan.case.representatives.appointments.of(person, *Scope)
        return any(one.span.last_day >= since for one in held)

    def takes_up(self, sender: Id, person: Id) -> bool:
        # What a representative sent is theirs to take back, and the doctor's own the doctor's.
        return sender == person

    def offices(self, person: Id, today: date) -> frozenset[Role]:
        plan, organisation = self.plan.plan.case, self.organisation.case
        return held(person, today, plan=plan, organisation=organisation, body=self.plan.body)

    def seen(self, law: LawBook) -> tuple[Seen, ...]:
        return (*self.own.last_seen(), *self.plan.setting(law).leant_on)

    def told(self, proceeding: Id, before: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
        return list(told(IN_PLAN, proceeding, before, facts))

    def mark(self, version: int, reason: Confidential, *, by: Id, on: date) -> Fact:
        plan = self.plan.plan
        asked = FactCorrection(
            plan=plan.case, stored=plan.stored, version=version, reason=reason, by=by, on=on
        )
        return correct_fact(asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutEstablishment:
    """A proceeding about an establishment, or on its application."""

    organisation: Loaded[Organisation]
    body: Body | None
    roles: frozenset[Role] = FOR_ESTABLISHMENT
    plan: None = None

    @property
    def party(self) -> Id:
        return self.organisation.case_id

    @property
    def own(self) -> Loaded[Any]:
        return self.organisation

    @property
    def subject(self) -> Id:
        return self.organisation.case_id

    def permit(self, act: Act, actor: Actor, today: date) -> None:
        asked = AS_ESTABLISHMENT.get(act, act)
        permit(asked, actor, self.offices(actor.person, today))

    def people(self, today: date) -> frozenset[Id]:
        officers = self.organisation.case.officers
        return frozenset(
            one.person for office in OFFICES for one in officers.holding(office, today)
        )

    def sender(
        self,
        told: Id | None,
        same: Callable[[Id], frozenset[Id]],
        on: date,
    ) -> Id | None:
        return told if told and same(told) & self.people(on) else None

    def has_acted_for(self, person: Id) -> bool:
        appointed = self.organisation.case.officers.all
        return any(one.person == person and one.office in OFFICES for one in appointed)

    def represented_by(self, person: Id, since: date) -> bool:  # noqa: ARG002
        # Those in office there are its people; it gives nobody else power of attorney here.
        return False

    def takes_up(self, sender: Id, person: Id) -> bool:  # noqa: ARG002
        # The establishment is the party, whoever of its own wrote; whether one acts for it today
        # is asked before.
        return True

    def offices(self, person: Id, today: date) -> frozenset[Role]:
        return held(person, today, organisation=self.organisation.case, body=self.body)

    def seen(self, law: LawBook) -> tuple[Seen, ...]:  # noqa: ARG002
        return self.organisation.last_seen()

    def told(self, proceeding: Id, before: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
        return list(told(IN_ORGANISATION, proceeding, before, facts))

    def mark(self, version: int, reason: Confidential, *, by: Id, on: date) -> Fact:
        case = self.organisation.case
        return case.mark(OrganisationFactCorrected, version, by=by, on=on, reason=reason)


def about_plan(cases: Loading, plan: Id, actor: Actor | None) -> AboutDoctor:
    """Return the doctor of a plan; raises NotFound."""
    return AboutDoctor(plan=standing.of_plan(cases, plan, actor))


def about_establishment(cases: Loading, organisation: Id, actor: Actor | None) -> About:
    """Return an establishment; raises NotFound for one that is not in the register.

    One that applies is in it from the day it applied (R-ORG-01), before anything is decided.
    """
    wanted: dict[Id, type] = {organisation: Organisation}
    kind = BODY_OF_ROLE.get(actor.acting_as) if actor else None
    if kind:
        wanted[body_id(kind)] = Body
    found = cases.load(wanted)
    loaded: Loaded[Organisation] = found[organisation]
    if loaded.case.registered is None:
        raise unknown_case()
    return AboutEstablishment(organisation=loaded, body=found[body_id(kind)].case if kind else None)


def about(cases: Loading, case: Proceeding, actor: Actor | None) -> About:
    """Return whom a proceeding that was opened is about; raises NotFound."""
    if case.opened is None:
        raise unknown_case()
    if case.opened.plan is None:
        return about_establishment(cases, case.opened.organisation, actor)
    return about_plan(cases, case.opened.plan, actor)


def parties_of(case: Proceeding) -> frozenset[Role]:
    """Return the roles in which one acts for the party of a proceeding."""
    return FOR_ESTABLISHMENT if case.opened and case.opened.plan is None else PARTIES
