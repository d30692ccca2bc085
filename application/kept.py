"""The rows kept for questions across cases: which views there are, and what each case gives them.

A row never holds today: what changes with time alone stands as a span of days, and the reader
picks the span that contains the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

from application.enforcement.rows import (
    DeadlineRow,
    exemption_deadline_rows,
    plan_deadline_rows,
    proceeding_deadline_rows,
)
from application.exemptions.rows import (
    DIRECTORATE,
    ExemptionRow,
    exemption_rows,
    exemption_tasks,
)
from application.groups.rows import ORGANISER, GroupRow, group_rows, group_tasks
from application.incoming.rows import VIEW as INBOX
from application.incoming.rows import IncomingRow, incoming_rows
from application.organisations.rows import (
    OfficeRow,
    body_offices,
    organisation_offices,
    organisation_tasks,
)
from application.plans.coverage import CoverageRow, organisation_coverage, plan_coverage
from application.plans.invitations import InvitationRow, invitation_rows
from application.plans.register import RegisterRow, plan_offices, register_rows
from application.plans.tasks.room import TaskRow
from application.plans.tasks.rows import COUNTY_GOVERNOR, plan_tasks
from application.proceedings.counted.rows import VIEW as DECISIONS_MADE
from application.proceedings.counted.rows import MadeRow, made_rows
from application.proceedings.listing import VIEW as PROCEEDINGS
from application.proceedings.listing import CaseRow, case_rows
from application.proceedings.rows import VIEW as DOCKET
from application.proceedings.rows import DocketRow, docket_rows
from domain.bodies.body import Body
from domain.catalogue.catalogue import CATALOGUE
from domain.exemptions.exemption import Exemption
from domain.groups.group import Group
from domain.incoming.incoming import Incoming
from domain.law.book import IN_FORCE
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.practitioners.practitioner import Practitioner
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import Case
from domain.shared.ids import Id

CASES: dict[str, type[Case]] = {
    "plan": TrainingPlan,
    "organisation": Organisation,
    "practitioner": Practitioner,
    "body": Body,
    "group": Group,
    "exemption": Exemption,
    "proceeding": Proceeding,
    "incoming": Incoming,
}
"""The kind of case by the first word of its facts' tags."""

VERSION = 14
"""To be raised when a fold, or the function of a view, gives other rows than it did before."""

Others = Mapping[Id, Any]
Rows = Callable[[Id, Any, Others], Iterable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One view: the kind of its rows, and a function from each kind of case to rows.

    The function gets the case's id, the case, and the cases it leans on by id. The fields of a
    row are Id, str, int, bool, date, None or tuples of str; the first is always ``case_id``.
    """

    name: str
    row: type
    of: Mapping[type, Rows]


KEPT: tuple[Kept, ...] = (
    Kept(
        name="tasks",
        row=TaskRow,
        of={
            TrainingPlan: plan_tasks,
            Group: group_tasks,
            Exemption: exemption_tasks,
            Organisation: organisation_tasks,
        },
    ),
    Kept(
        name="deadlines",
        row=DeadlineRow,
        of={
            TrainingPlan: plan_deadline_rows,
            Exemption: exemption_deadline_rows,
            Proceeding: proceeding_deadline_rows,
        },
    ),
    Kept(name=DOCKET, row=DocketRow, of={Proceeding: docket_rows}),
    Kept(name=PROCEEDINGS, row=CaseRow, of={Proceeding: case_rows}),
    Kept(name=DECISIONS_MADE, row=MadeRow, of={Proceeding: made_rows}),
    Kept(name=INBOX, row=IncomingRow, of={Incoming: incoming_rows}),
    Kept(name="guidance_groups", row=GroupRow, of={Group: group_rows}),
    Kept(name="exemptions", row=ExemptionRow, of={Exemption: exemption_rows}),
    Kept(name="invitations", row=InvitationRow, of={TrainingPlan: invitation_rows}),
    Kept(name="plan_register", row=RegisterRow, of={TrainingPlan: register_rows}),
    Kept(
        name="coverage",
        row=CoverageRow,
        of={TrainingPlan: plan_coverage, Organisation: organisation_coverage},
    ),
    Kept(
        name="offices",
        row=OfficeRow,
        of={
            TrainingPlan: plan_offices,
            Organisation: organisation_offices,
            Body: body_offices,
        },
    ),
)


def leans_on(case: Any) -> frozenset[Id]:
    """Return the other cases whose change may change this case's rows."""
    if isinstance(case, TrainingPlan) and case.opening.opened:
        asked = case.path.awaited
        anew = any(found.under_way for found in case.reassessments.by_id.values())
        others = (*((asked.to,) if asked else ()), *((COUNTY_GOVERNOR,) if anew else ()))
        return frozenset({case.opened.organisation, *others})
    if isinstance(case, Exemption):
        return frozenset({DIRECTORATE})
    return frozenset({ORGANISER}) if isinstance(case, Group) else frozenset()


def definitions() -> str:
    """Return a text that changes when the rows of all cases may have: time to rebuild them."""
    goals = [(goal.code, goal.first_day, goal.last_day) for goal in CATALOGUE.goals]
    views = [_definition(kept) for kept in KEPT]
    return "\n".join(map(str, (VERSION, IN_FORCE.version, goals, *views)))


def _definition(kept: Kept) -> str:
    columns = ", ".join(f"{name}: {kind}" for name, kind in get_type_hints(kept.row).items())
    sources = ", ".join(f"{kind.__name__} by {rows.__name__}" for kind, rows in kept.of.items())
    return f"{kept.name} ({columns}) of {sources}"
