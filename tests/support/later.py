"""The latest parts of a plan's story: service, absences, what is assessed anew."""

from __future__ import annotations

from domain.shared.facts import Fact
from tests.support import absences, clockwork, meetings, reassessments, services
from tests.support.exemptions import TOLD_OF_EXEMPTION
from tests.support.told_decisions import TOLD_OF_PROCEEDING

STORY: tuple[Fact, ...] = (
    services.service_entered(),
    services.service_confirmed(),
    services.service_certified(),
    *reassessments.STORY,
    *absences.STORY,
    *meetings.STORY,
    *clockwork.STORY,
    *TOLD_OF_EXEMPTION,
    *TOLD_OF_PROCEEDING,
)
