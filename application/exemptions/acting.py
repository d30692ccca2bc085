"""How an act on an exemption runs: what concerns a plan reaches the plan in the same append."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order
from application.permitting import permit, permit_in_office, unknown_case
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.exemptions.exemption import Exemption
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """An exemption with the plans it is about, by id."""

    exemption: Loaded[Exemption]
    plans: Mapping[Id, Loaded[TrainingPlan]]

    @property
    def case(self) -> Exemption:
        return self.exemption.case

    def covered(self) -> tuple[Loaded[TrainingPlan], ...]:
        """Return the plans it was granted for."""
        return tuple(self.plans[plan] for plan in self.case.be_granted().plans)

    def about(self) -> frozenset[Id]:
        """Return the supervisor, or whoever's plans are covered: they decide nothing here."""
        doctors = {plan.case.doctor for plan in self.plans.values() if plan.case.opening.opened}
        supervisor = self.case.be_applied_for().supervisor
        return frozenset({*doctors, *((supervisor,) if supervisor else ())})


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the exemption and those that follow, and what it comes to in each plan."""

    fact: Fact
    plans: tuple[tuple[Loaded[TrainingPlan], Fact], ...] = ()
    following: tuple[Fact, ...] = ()


Decide = Callable[[At], Told]


@dataclass(frozen=True, slots=True)
class ExemptionActing:
    """Runs acts on exemptions: exemption and plans change in one append, or not at all."""

    acting: Acting

    def on_new(
        self,
        exemption: Id,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        organisation: Id,
        plans: Iterable[Id],
    ) -> Receipt:
        """Run an application of an establishment; who acts for another one is not let in."""

        def decided() -> Decided:
            found = self._around(actor, organisation)
            here = replace(actor, acting_for=organisation)
            roles = roles_in(found, actor, self.acting.clock)
            permit_in_office(Act.APPLY_FOR_EXEMPTION, here, roles)
            return self._decided(self.at(exemption, plans), decide)

        return self.acting.perform(actor, order, decided)

    def on_exemption(
        self, exemption: Id, act: Act, actor: Actor, order: Order, decide: Decide
    ) -> Receipt:
        """Run an act on an exemption that was applied for, by those it is before or who asked."""

        def decided() -> Decided:
            at = self.at(exemption)
            applied = at.case.applied
            if applied is None:
                raise unknown_case()
            found = self._around(actor, applied.organisation)
            permit(act, actor, roles_in(found, actor, self.acting.clock))
            refuse_if_changed(at.exemption.stored, order)
            return self._decided(at, decide)

        return self.acting.perform(actor, order, decided)

    def by_machine(self, exemption: Id, actor: Actor, order: Order, decide: Decide) -> Receipt:
        """Run what no person does: noting that time has passed."""
        return self.acting.perform(actor, order, lambda: self._decided(self.at(exemption), decide))

    def at(self, exemption: Id, plans: Iterable[Id] = ()) -> At:
        """Return the exemption with its plans, or those that are to be."""
        found = self.acting.histories.load({exemption: Exemption})
        loaded: Loaded[Exemption] = found[exemption]
        applied = loaded.case.applied
        wanted = dict.fromkeys((*plans, *(applied.plans if applied else ())), TrainingPlan)
        return At(exemption=loaded, plans=self.acting.histories.load(wanted))

    def _around(self, actor: Actor, organisation: Id) -> Mapping[Id, Any]:
        """Return the cases that may give the actor a role here: not just any establishment."""
        wanted = offices_of(replace(actor, acting_for=None))
        return self.acting.histories.load({**wanted, organisation: Organisation})

    def _decided(self, at: At, decide: Decide) -> Decided:
        return Decided(changes=tuple(_changes(at.exemption, decide(at))))


def _changes(exemption: Loaded[Exemption], told: Told) -> Iterable[Change]:
    """Yield the exemption's change first, for it is what the command was about.

    Why something was corrected is sealed with the exemption's own key: it may concern several.
    """
    yield Change(
        case_id=exemption.case_id,
        version=exemption.version,
        facts=(told.fact, *told.following),
        subject=exemption.case_id,
    )
    for plan, fact in told.plans:
        yield Change(
            case_id=plan.case_id, version=plan.version, facts=(fact,), subject=plan.case.subject
        )
