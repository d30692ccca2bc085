"""The docket of an official: what waits for their instance, with the days left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from application.access import OF_ESTABLISHMENTS, TABLE, Act
from application.actors import Actor
from application.permitting import permit_in_office
from application.ports import Clock, Histories, Loaded, Views
from application.proceedings.acting import INSTANCE_OF
from application.proceedings.before.rows import WaitsBefore
from application.proceedings.rows import VIEW, DocketRow, Waits
from application.standing import roles_held
from domain.plans.plan import TrainingPlan
from domain.plans.representatives import Scope
from domain.proceedings.appeal import Stage
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id

ALERT_IS_OF_USE = timedelta(weeks=2)
"""From a week after the first alert to the three weeks of the time to appeal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketLine:
    """One thing that waits; days left are to a legal day, and apart from that to a target."""

    proceeding: Id
    kind: str
    party: Id
    organisation: Id
    appeal: Id | None
    waits_for: str
    since: date
    days_waited: int
    legal_by: date | None
    days_left: int | None
    target_on: date | None
    days_to_target: int | None
    # Since when who sent an appeal that waits for authority has it, to be entered as mended.
    authority_on: date | None


class Docket:
    """Answers for those who hold an office in one of the instances today."""

    def __init__(self, histories: Histories, views: Views, clock: Clock) -> None:
        self._histories = histories
        self._views = views
        self._clock = clock

    def of(self, actor: Actor) -> tuple[DocketLine, ...]:
        """Return what waits for the actor's instance, the most urgent first."""
        act = Act.HEAR_APPEAL
        if actor.acting_as in TABLE[Act.CONDUCT_PROCEEDING]:
            act = Act.CONDUCT_PROCEEDING
        permit_in_office(act, actor, roles_held(self._histories, actor, self._clock))
        instance = INSTANCE_OF[actor.acting_as]
        rows: Sequence[DocketRow] = self._views.rows(VIEW, instance=str(instance))
        if actor.acting_as in OF_ESTABLISHMENTS:
            rows = [row for row in rows if row.organisation == actor.acting_for]
        today = self._clock.today()
        rows = [row for row in rows if not is_over(row, today)]
        lines = (line_of(row, today) for row in sorted(rows, key=urgency))
        return tuple(map(self._with_authority, lines))

    def _with_authority(self, line: DocketLine) -> DocketLine:
        """Tell of a power of attorney given after the appeal came: the plan says it, no row."""
        if line.waits_for != Waits.HAVE_MENDED or line.appeal is None:
            return line
        found: Loaded[Proceeding] = self._histories.load({line.proceeding: Proceeding})[
            line.proceeding
        ]
        appeal, plan = found.case.appeals.appeal(line.appeal), found.case.be_open().plan
        if plan is None or appeal.stage is not Stage.AWAITING_AUTHORITY:
            return line
        loaded: Loaded[TrainingPlan] = self._histories.load({plan: TrainingPlan})[plan]
        since = loaded.case.representatives.since(
            appeal.filed.sent_by, Scope.DECISIONS, self._clock.today()
        )
        return replace(line, authority_on=since)


def urgency(row: DocketRow) -> tuple[object, ...]:
    return (row.legal_by or date.max, row.target_on or date.max, row.since, row.case_id)


def is_over(row: DocketRow, today: date) -> bool:
    """Return whether nobody waits: for comments after their day, for a second alert before its.

    A second alert is of no use once the time to appeal that the first started is long over.
    """
    if row.legal_by is None:
        return False
    if row.waits_for == Waits.ALERT_AGAIN:
        return not row.legal_by <= today <= row.legal_by + ALERT_IS_OF_USE
    return row.waits_for == WaitsBefore.COMMENTS and row.legal_by < today


def line_of(row: DocketRow, today: date) -> DocketLine:
    """Return what waits as it is on a day."""
    return DocketLine(
        proceeding=row.case_id,
        kind=row.kind,
        party=row.party,
        organisation=row.organisation,
        appeal=row.appeal,
        waits_for=row.waits_for,
        since=row.since,
        days_waited=(today - row.since).days,
        legal_by=row.legal_by,
        days_left=(row.legal_by - today).days if row.legal_by else None,
        target_on=row.target_on,
        days_to_target=(row.target_on - today).days if row.target_on else None,
        authority_on=None,
    )
