"""What an application for specialist approval is asked about (sections 2, 29 and 31)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.law.book import LawBook
from domain.law.transition import Scheme
from domain.plans.accounts.guidance import GuidanceAccount, guidance_account
from domain.plans.accounts.service import ServiceAccount, service_account
from domain.plans.accounts.stays import Record, Stay
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential


@dataclass(frozen=True, kw_only=True)
class Application:
    """Is everything there on the day the doctor applies?

    ``record`` holds every stay of the training, the one the doctor applies from last;
    ``in_force`` the goals of the catalogue on the day.
    """

    record: Record
    in_force: frozenset[str]
    submitted_on: date
    on: date
    law: LawBook
    scheme: Scheme = Scheme.NEW
    justification: Confidential | None = None

    @property
    def stay(self) -> Stay:
        return self.record[-1]

    @property
    def plan(self) -> TrainingPlan:
        return self.stay.plan

    @cached_property
    def service(self) -> ServiceAccount:
        return service_account(self.record, self.law, self.submitted_on)

    @cached_property
    def service_as_if_confirmed(self) -> ServiceAccount:
        return service_account(self.record, self.law, self.submitted_on, as_if_confirmed=True)

    @cached_property
    def guidance(self) -> GuidanceAccount:
        return guidance_account(self.record, self.law, self.submitted_on)
