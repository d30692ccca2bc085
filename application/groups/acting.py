"""How an act on a guidance group runs: what concerns a doctor reaches the plan as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order
from application.permitting import permit_in_office
from application.ports import Change, Loaded, Receipt
from application.standing import offices_of, roles_in
from domain.groups.group import Group
from domain.plans.plan import TrainingPlan
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

Read = Callable[[Iterable[Id]], tuple[Loaded[TrainingPlan], ...]]
"""Returns the plans of the ids, in their order; raises Invalid for one that is not open."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the group, and what it comes to in each plan it concerns."""

    fact: Fact
    plans: tuple[tuple[Loaded[TrainingPlan], Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupActing:
    """Runs acts on groups: group and plans change in one append, or not at all."""

    acting: Acting

    def on_group(
        self,
        group: Id,
        actor: Actor,
        order: Order,
        decide: Callable[[Loaded[Group], Read], Told],
    ) -> Receipt:
        """Run an act of the organiser on a group."""

        def decided() -> Decided:
            found = self.acting.histories.load({**offices_of(actor), group: Group})
            permit_in_office(Act.RUN_GROUP, actor, roles_in(found, actor, self.acting.clock))
            loaded: Loaded[Group] = found[group]
            refuse_if_changed(loaded.stored, order)
            told = decide(loaded, self._read)
            return Decided(changes=tuple(_changes(loaded, told)))

        return self.acting.perform(actor, order, decided)

    def _read(self, plans: Iterable[Id]) -> tuple[Loaded[TrainingPlan], ...]:
        wanted = dict.fromkeys(plans, TrainingPlan)
        found = self.acting.histories.load(wanted)
        for plan in wanted:
            if found[plan].case.opening.opened is None:
                raise Invalid(
                    "unknown-plan",
                    nb="Legen har ingen åpen utdanningsplan.",
                    en="The doctor has no open training plan.",
                    rule="R-GRP-01",
                    field="plan",
                )
        return tuple(found[plan] for plan in wanted)


def _changes(group: Loaded[Group], told: Told) -> Iterable[Change]:
    """Yield the group's change first, for it is what the command was about.

    A text about a group is sealed with the group's own key: it may be about several doctors.
    """
    yield Change(
        case_id=group.case_id,
        version=group.version,
        facts=(told.fact,),
        subject=group.case_id,
    )
    for plan, fact in told.plans:
        yield Change(
            case_id=plan.case_id, version=plan.version, facts=(fact,), subject=plan.case.subject
        )
