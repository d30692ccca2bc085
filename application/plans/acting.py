"""How an act on a plan runs: two reads, access, the part seen, the rule, one append."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import Acting, Decided, refuse_if_changed
from application.actors import Actor, Order
from application.plans import standing
from application.plans.acts import parts_of
from application.plans.standing import Standing
from application.ports import Change, Loaded, Receipt
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.plans.path import TrainingResumed
from domain.plans.plan import TrainingPlan, plan_id
from domain.plans.service import ServiceCertified, ServiceConfirmed
from domain.shared.case import Correction
from domain.shared.facts import Fact
from domain.shared.ids import Id

# The last service is over only when the training here is, and must be confirmed (R-CNF-01).
AFTER_THE_END = (Correction, TrainingResumed, ServiceConfirmed, ServiceCertified)
Decide = Callable[[Standing], Fact | tuple[Fact, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanActing:
    """Runs acts on plans, under one catalogue and one law book."""

    acting: Acting
    catalogue: Catalogue
    law: LawBook

    def on_plan(
        self,
        plan: Id,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        people: Iterable[Id] = (),
        session: Id | None = None,
        giver: Id | None = None,
        undoing: Act | None = None,
    ) -> Receipt:
        """Run an act on an open plan, on one ``session`` of it, or on what a ``giver`` gave.

        ``people`` are further practitioners its rules ask about; ``undoing`` is the act whose
        parts of the plan change, if not those of the act itself.
        """

        def load() -> Standing:
            return standing.of_plan(self.acting.histories, plan, actor, people=people)

        return self.run(
            load, act, actor, order, decide, session=session, giver=giver, undoing=undoing
        )

    def plan_of(self, doctor: Id, organisation: Id) -> Id:
        """Return the id of the doctor's plan at an establishment, opened or not.

        It may have been opened under another entry of the same person; the one under way counts.
        """
        others = sorted(self.acting.same(doctor) - {doctor})
        ids = [plan_id(person, organisation) for person in (doctor, *others)]
        found: Mapping[Id, Loaded[TrainingPlan]] = self.acting.histories.load(
            dict.fromkeys(ids, TrainingPlan)
        )
        opened = [plan for plan in ids if found[plan].case.opening.opened]
        under_way = [plan for plan in opened if found[plan].case.path.ended_on is None]
        return (under_way or opened or ids)[0]

    def goals(self, written: Iterable[str], *, on: date) -> tuple[str, ...]:
        """Return the codes of the goals written, each once, if all were in force on the day."""
        return self.catalogue.goals_on(written, on, field="goals")

    def run(
        self,
        load: Callable[[], Standing],
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        subject: Id | None = None,
        session: Id | None = None,
        giver: Id | None = None,
        undoing: Act | None = None,
    ) -> Receipt:
        def decided() -> Decided:
            at = load()
            at.permit(act, actor, self.acting.clock.today(), session=session, giver=giver)
            # Before the rules: who acts on what has changed is told that, not what came of it.
            parts = parts_of(undoing or act)
            refuse_if_changed(
                at.plan.stored, order, concerns=lambda fact: at.plan.case.part_of(fact) in parts
            )
            found = decide(at)
            facts = found if isinstance(found, tuple) else (found,)
            if not any(isinstance(fact, AFTER_THE_END) for fact in facts):
                at.plan.case.path.refuse_if_over(self.acting.clock.today())
            change = Change(
                case_id=at.plan.case_id,
                version=at.plan.version,
                facts=facts,
                subject=subject or at.plan.case.subject,
            )
            return Decided(changes=(change,), leant_on=at.setting(self.law).leant_on)

        return self.acting.perform(actor, order, decided)
