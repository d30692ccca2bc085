"""The days to come of an exemption: until when a refusal can be appealed, and its own last day."""

from __future__ import annotations

from collections.abc import Iterator

from domain.exemptions.exemption import Exemption
from domain.exemptions.notice import ExemptionDeadline
from domain.shared.enforced import Due


def exemption_deadlines(exemption: Exemption) -> Iterator[Due]:
    """Yield what is to come, or past and not yet noticed."""
    applied = exemption.applied
    if applied is None:
        return
    notice = exemption.notice
    if exemption.refused and notice.last_day:
        due = Due(
            kind=ExemptionDeadline.APPEAL,
            subject="",
            due_on=notice.last_day,
            concerns=(applied.applied_by,),
            lapses=True,
        )
        if not notice.has_lapsed(due):
            yield due
    if exemption.granted and applied.supervisor and exemption.expired is None:
        yield Due(
            kind=ExemptionDeadline.EXEMPTION_ENDS,
            subject=applied.supervisor,
            due_on=exemption.last_day,
            concerns=(applied.supervisor,),
            lapses=False,
        )
