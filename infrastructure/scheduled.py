"""What the worker does by the clock beside keeping the rows: the sweep, and the post."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from application.enforcement.outages import Outage
from application.enforcement.outcome import Outcome
from domain.shared.days import OSLO
from infrastructure import heartbeat
from infrastructure.projector.lease import ENFORCING, Lease

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

LOG = logging.getLogger(__name__)
MINUTES_PAST_THE_HOUR = 5
SECONDS_BETWEEN_POSTS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Enforcing:
    """The work itself; whichever worker has the lease does it, and the others let it be."""

    address: str
    sweep: Callable[[], Mapping[str, Outcome]]
    note_outages: Callable[[Sequence[Outage]], Outcome]
    deliver: Callable[[], int] | None = None

    def schedule(self, scheduler: BackgroundScheduler) -> None:
        """Say when: at once, and every hour, so also just after midnight in Oslo; the post oftener.

        A sweep that could not be done, or was another's, is tried within the hour.
        """
        scheduler.add_job(self.sweep_once, name="sweep at start")
        scheduler.add_job(
            self.sweep_once,
            "cron",
            minute=MINUTES_PAST_THE_HOUR,
            timezone=OSLO,
            name="sweep",
        )
        if self.deliver:
            scheduler.add_job(
                self.deliver_once, "interval", seconds=SECONDS_BETWEEN_POSTS, name="deliver"
            )

    def sweep_once(self) -> bool:
        """Sweep, if nobody else does now; return whether it was done here."""
        with Lease(self.address, ENFORCING) as lease:
            if not lease.take_now():
                return False
            noted = {"outages": self.note_outages(heartbeat.outages(self.address))}
            for what, outcome in {**noted, **self.sweep()}.items():
                LOG.info(
                    "%s: %s recorded, %s done before, %s failed",
                    what,
                    outcome.recorded,
                    outcome.done_before,
                    len(outcome.failed),
                )
        return True

    def deliver_once(self) -> None:
        if self.deliver and (sent := self.deliver()):
            LOG.info("%s messages were sent", sent)
