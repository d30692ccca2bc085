"""What a training comes to so far, by whom, as known at any instant, across establishments."""

from __future__ import annotations

from application.access import Act
from application.actors import Actor
from application.law.named import law_named
from application.plans.accounts.guidance import GuidanceView, guidance_view
from application.plans.accounts.readiness import ReadinessView, readiness_view
from application.plans.accounts.service import ServiceView, service_view
from application.plans.acting import PlanActing
from application.plans.asking import Asked, Known, PlanAsking
from application.plans.earlier import EarlierPlan, earlier_plans
from application.plans.old_scheme import OldSchemeView, old_scheme
from application.plans.stays import application_of, record_of
from application.ports import Openings
from domain.law.book import LawBook
from domain.law.transition import Scheme
from domain.plans.accounts.stays import Record


class AccountReading:
    """The accounts of a training; each is refused like an act."""

    def __init__(self, plans: PlanActing, openings: Openings) -> None:
        self._plans = plans
        self._asking = PlanAsking(plans, openings)

    def guidance(self, asked: Asked, actor: Actor) -> GuidanceView:
        known = self._asking.known(asked, Act.SEE_HISTORY, actor)
        law = self._law(asked)
        return guidance_view(self._record(known, law), law, known.day)

    def service(self, asked: Asked, actor: Actor) -> ServiceView:
        known = self._asking.known(asked, Act.SEE_HISTORY, actor)
        law = self._law(asked)
        return service_view(self._record(known, law), law, known.day)

    def readiness(self, asked: Asked, actor: Actor) -> ReadinessView:
        """Return what an application on the day would lack; nothing if it would be accepted."""
        return self._readiness(asked, actor, Scheme.NEW)

    def old_scheme_readiness(self, asked: Asked, actor: Actor) -> ReadinessView:
        return self._readiness(asked, actor, Scheme.OLD)

    def _readiness(self, asked: Asked, actor: Actor, scheme: Scheme) -> ReadinessView:
        known = self._asking.known(asked, Act.SEE_HISTORY, actor)
        law = self._law(asked)
        return readiness_view(
            application_of(
                self._record(known, law),
                law,
                self._plans.catalogue,
                submitted_on=known.day,
                on=known.day,
                scheme=scheme,
            )
        )

    def old_scheme(self, asked: Asked, actor: Actor) -> OldSchemeView:
        known = self._asking.known(asked, Act.SEE_PLAN, actor)
        return old_scheme(known.then.plan.case, self._law(asked), known.day)

    def earlier(self, asked: Asked, actor: Actor) -> tuple[EarlierPlan, ...]:
        """Return what came along from the plans left behind, the latest first; no minutes."""
        known = self._asking.known(asked, Act.SEE_HISTORY, actor)
        return earlier_plans(self._record(known, self._plans.law), self._plans.law)

    def _law(self, asked: Asked) -> LawBook:
        """Return the law book asked for, the one in force if none was; raises Invalid."""
        return law_named(asked.law) if asked.law else self._plans.law

    def _record(self, known: Known, law: LawBook) -> Record:
        return record_of(self._plans.acting.histories, known.then, law, upto=known.upto)
