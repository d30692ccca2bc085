"""A plan and everything around it that its rules and its readers need, by two reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import BODY_OF_ROLE, Actor, Role
from application.holding import held, took_part
from application.permitting import permit, refuse_out_of_scope, refuse_unheld, unknown_case
from application.ports import Loaded, Loading
from domain.bodies.body import Body, body_id
from domain.law.book import LawBook
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.plans.setting import Setting
from domain.practitioners.practitioner import Practitioner
from domain.shared.facts import Seen
from domain.shared.ids import Id

GUIDING = frozenset({Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A plan, its establishment, the practitioners around it and the body somebody acts for."""

    plan: Loaded[TrainingPlan]
    organisation: Loaded[Organisation]
    practitioners: dict[Id, Loaded[Practitioner]]
    body: Body | None

    def permit(
        self,
        act: Act,
        actor: Actor,
        today: date,
        *,
        session: Id | None = None,
        giver: Id | None = None,
    ) -> None:
        """Raise NotFound or NotPermitted unless the actor may do this here today.

        With a ``session`` the one who held it counts as supervisor, also after stepping down; so
        does the ``giver`` of what is taken back, in the capacity it may have been given in.
        """
        roles = held(
            actor.person,
            today,
            plan=self.plan.case,
            organisation=self.organisation.case,
            body=self.body,
        )
        if session:
            roles |= took_part(actor.person, self.plan.case, session)
        if giver and actor.person == self.plan.case.same.get(giver, giver):
            roles |= {actor.acting_as} & GUIDING
        permit(act, actor, roles)
        if actor.acting_as is Role.REPRESENTATIVE:
            refuse_out_of_scope(act, self.plan.case, actor.person, today)

    def refuse_unheld(self, actor: Actor, today: date) -> None:
        """Raise NotFound or NotPermitted unless the capacity is held here today."""
        roles = held(
            actor.person,
            today,
            plan=self.plan.case,
            organisation=self.organisation.case,
            body=self.body,
        )
        refuse_unheld(actor, roles)

    def setting(self, law: LawBook) -> Setting:
        """Return what the other cases say, as the plan's rules under a law book ask for it."""
        leant_on: tuple[Loaded[Organisation] | Loaded[Practitioner], ...] = (
            self.organisation,
            *self.practitioners.values(),
        )
        return setting_of(
            self.organisation.case,
            {person: loaded.case for person, loaded in self.practitioners.items()},
            law,
            leant_on=tuple(seen for loaded in leant_on for seen in loaded.last_seen()),
        )


def setting_of(
    organisation: Organisation,
    practitioners: Mapping[Id, Practitioner],
    law: LawBook,
    *,
    leant_on: tuple[Seen, ...],
) -> Setting:
    """Return what an establishment and practitioners say, as a plan's rules ask for it."""
    specialty = law.supervisor.wordings[-1].value.specialty
    specialists, otherwise = {}, {}
    for person, practitioner in practitioners.items():
        days = practitioner.specialties
        specialists[person] = tuple(days.pop(specialty, ()))
        otherwise[person] = tuple(span for spans in days.values() for span in spans)
    return Setting(
        leaders=organisation.leaders(),
        specialists=specialists,
        otherwise_specialists=otherwise,
        authorised={person: tuple(one.authorised) for person, one in practitioners.items()},
        course_days={person: tuple(one.courses) for person, one in practitioners.items()},
        registered=organisation.registered_spans,
        external_arenas=organisation.external_arenas,
        leant_on=leant_on,
    )


def of_plan(
    histories: Loading,
    plan: Id,
    actor: Actor | None,
    *,
    people: Iterable[Id] = (),
    upto: int | None = None,
) -> Standing:
    """Return the plan with its establishment and the practitioners around it; raises NotFound.

    With no actor nobody is asked for: the plan is read for those who may, or beside the database.
    """
    loaded: Loaded[TrainingPlan] = histories.load({plan: TrainingPlan}, upto=upto)[plan]
    if loaded.case.opening.opened is None:
        raise unknown_case()
    around = {loaded.case.doctor, *(held.person for held in loaded.case.roles.appointments.all)}
    organisation = loaded.case.opened.organisation
    return _around(histories, loaded, organisation, actor, people=around | {*people}, upto=upto)


def of_organisation(
    histories: Loading, plan: Id, organisation: Id, actor: Actor, *, people: Iterable[Id]
) -> Standing:
    """Return the standing of a plan that may not be opened yet."""
    loaded: Loaded[TrainingPlan] = histories.load({plan: TrainingPlan})[plan]
    return _around(histories, loaded, organisation, actor, people=set(people))


def _around(
    histories: Loading,
    plan: Loaded[TrainingPlan],
    organisation: Id,
    actor: Actor | None,
    *,
    people: set[Id],
    upto: int | None = None,
) -> Standing:
    people = people - {organisation, plan.case_id}
    wanted: dict[Id, type] = {organisation: Organisation}
    wanted |= dict.fromkeys(sorted(people), Practitioner)
    kind = BODY_OF_ROLE.get(actor.acting_as) if actor else None
    if kind:
        wanted[body_id(kind)] = Body
    found = histories.load(wanted, upto=upto)
    return Standing(
        plan=plan,
        organisation=found[organisation],
        practitioners={person: found[person] for person in sorted(people)},
        body=found[body_id(kind)].case if kind else None,
    )
