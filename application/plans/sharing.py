"""Sharing the minutes of a session with a supervisor who did not take part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.rules.share_minutes import ShareOfMinutes, share_minutes, unshare_minutes
from domain.shared.facts import Fact
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMinutes:
    plan: Id
    session: Id
    person: Id


class SharingService:
    """What the doctor alone decides: who else reads the minutes."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def share(self, command: ShareMinutes, actor: Actor, order: Order) -> Receipt:
        return self._run(command, actor, order, share_minutes)

    def unshare(self, command: ShareMinutes, actor: Actor, order: Order) -> Receipt:
        return self._run(command, actor, order, unshare_minutes)

    def _run(
        self,
        command: ShareMinutes,
        actor: Actor,
        order: Order,
        decide: Callable[[ShareOfMinutes], Fact],
    ) -> Receipt:
        def decided(at: Standing) -> Fact:
            return decide(
                ShareOfMinutes(
                    plan=at.plan.case,
                    session=command.session,
                    person=command.person,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            )

        return self._plans.on_plan(command.plan, Act.SHARE_MINUTES, actor, order, decided)
