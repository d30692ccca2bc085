"""Noting that exemptions have expired; nothing depends on when, or whether, it is done.

The status of an exemption, and what lacks its basis in a plan, follow from its last day alone.
What is noted here is that the day came, in the exemption and in every plan it covered.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from application.actors import MACHINE, Actor, Order
from application.exemptions.acting import At, ExemptionActing, Told
from application.exemptions.rows import unnoticed
from application.exemptions.service import ended
from application.ids import new_id
from application.ports import Views
from domain.plans.exemptions import Ending
from domain.shared.ids import Id

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """What a sweep came to: what was noted, and where it failed, which is tried again next time."""

    noticed_on: date
    noted: tuple[Id, ...]
    failed: tuple[Id, ...]


class ExpiryService:
    """Idempotent: whoever runs it again, or at the same time, finds nothing left to note."""

    def __init__(self, exemptions: ExemptionActing, views: Views) -> None:
        self._exemptions = exemptions
        self._views = views

    def expire(self, day: date, actor: Actor = MACHINE) -> Expiry:
        """Note every exemption whose last day was before the day; raises Invalid for days to come.

        The rows tell which may be due; the exemption itself tells whether it is. Rows that are
        behind leave some to the next sweep.
        """
        acting = self._exemptions.acting
        acting.legal_day(day, field="day")
        due = dict.fromkeys(row.case_id for row in unnoticed(self._views, day))
        return self._expire(due, acting.clock.today(), actor)

    def _expire(self, due: Iterable[Id], noticed_on: date, actor: Actor) -> Expiry:
        noted, failed = [], []
        for exemption in due:
            try:
                if self._is_due(exemption, noticed_on):
                    self._note(exemption, noticed_on, actor)
                    noted.append(exemption)
            except Exception:
                # One that cannot be read must not keep the others from being noted.
                LOG.exception("the expiry of exemption %s could not be noted", exemption)
                failed.append(exemption)
        return Expiry(noticed_on=noticed_on, noted=tuple(noted), failed=tuple(failed))

    def _is_due(self, exemption: Id, day: date) -> bool:
        return self._exemptions.at(exemption).case.is_due(day)

    def _note(self, exemption: Id, noticed_on: date, actor: Actor) -> None:
        def decide(at: At) -> Told:
            expired = at.case.expire(noticed_on=noticed_on)
            last_day = expired.last_day
            return Told(expired, ended(at, Ending.EXPIRED, last_day=last_day, noted_on=noticed_on))

        command_id = new_id()
        order = Order(command_id=command_id, body_hash=b"", correlation_id=command_id)
        self._exemptions.by_machine(exemption, actor, order, decide)
