"""How an act on a plan runs: two reads, access, the part seen, the rule, one append."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from application.access import Act
from application.acting import Acting, Decided
from application.actors import Actor, Order
from application.plans import standing
from application.plans.standing import Standing
from application.ports import Change, Receipt, Stream
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.plans.plan import PARTS
from domain.shared.facts import Fact, tag_of
from domain.shared.refusals import PartChanged

Decide = Callable[[Standing], Fact | tuple[Fact, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanActing:
    """Runs acts on plans, under one catalogue and one law book."""

    acting: Acting
    catalogue: Catalogue
    law: LawBook

    def on_plan(
        self,
        plan: UUID,
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        people: Iterable[UUID] = (),
    ) -> Receipt:
        """Run an act on an open plan; ``people`` are further practitioners its rules ask about."""

        def load() -> Standing:
            return standing.of_plan(self.acting.histories, plan, actor, people=people)

        return self.run(load, act, actor, order, decide)

    def run(
        self,
        load: Callable[[], Standing],
        act: Act,
        actor: Actor,
        order: Order,
        decide: Decide,
        *,
        subject: UUID | None = None,
    ) -> Receipt:
        def decided() -> Decided:
            at = load()
            at.permit(act, actor, self.acting.clock.today())
            found = decide(at)
            facts = found if isinstance(found, tuple) else (found,)
            refuse_if_part_changed(at.plan.stored, facts, order.seen_version)
            change = Change(
                case_id=at.plan.case_id,
                version=at.plan.version,
                facts=facts,
                subject=subject or at.plan.case.doctor,
            )
            return Decided(changes=(change,), leant_on=at.setting().leant_on)

        return self.acting.perform(actor, order, decided)


def refuse_if_part_changed(
    stored: Stream, facts: tuple[Fact, ...], seen_version: int | None
) -> None:
    """Raise PartChanged if the parts acted on have facts the client had not seen."""
    if seen_version is None:
        return
    parts = {PARTS[type(fact)] for fact in facts}
    since = tuple(
        (version, tag_of(fact))
        for version, fact in enumerate(stored.facts(), start=1)
        if version > seen_version and PARTS[type(fact)] in parts
    )
    if since:
        raise PartChanged(
            nb=f"Planen er endret siden versjon {seen_version}, som du så.",
            en=f"The plan has changed since version {seen_version}, which you saw.",
            changes=since,
        )
