"""What can be looked at of a plan beside the database, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from application.plans.absences import absences
from application.plans.accounts.guidance import guidance_view
from application.plans.accounts.readiness import readiness_view
from application.plans.accounts.service import service_view
from application.plans.common_goals import common_goals_preview
from application.plans.correction_views import corrections
from application.plans.earlier import earlier_plans
from application.plans.evaluations import evaluations, review_material
from application.plans.exemption_views import exemption_lines
from application.plans.group_views import gatherings, group_account
from application.plans.invitations import invitations
from application.plans.old_scheme import old_scheme
from application.plans.panels import panels
from application.plans.programme_views import plan_versions
from application.plans.progression import concerns
from application.plans.reassessment_views import reassessments
from application.plans.record_views import courses, visits
from application.plans.reviews import reviews
from application.plans.stays import application_of
from application.plans.views import plan_coverage
from application.plans.work_views import activities, service, sessions
from domain.catalogue.arenas import Arena
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.law.transition import Scheme
from domain.plans.accounts.stays import Record
from domain.plans.plan import TrainingPlan
from domain.plans.rules.application import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """What a view is seen by: the day, what is offered then, the goals and the law."""

    day: date
    offered: Mapping[str, Arena]
    catalogue: Catalogue
    law: LawBook
    record: Record


@dataclass(frozen=True, slots=True)
class PlanView:
    """What can be looked at: what it is about, and how it is seen."""

    about: str
    seen: Callable[[TrainingPlan, At], object]


def _application(at: At, scheme: Scheme) -> Application:
    return application_of(
        at.record, at.law, at.catalogue, submitted_on=at.day, on=at.day, scheme=scheme
    )


VIEWS: Mapping[str, PlanView] = {
    "versions": PlanView(
        "the versions of the plan, and who agreed to each",
        lambda plan, at: plan_versions(plan, at.day),
    ),
    "coverage": PlanView(
        "the goals no arena of the plan offers",
        lambda plan, at: plan_coverage(plan, at.catalogue, at.offered, at.day),
    ),
    "invitations": PlanView(
        "who was invited, and what they answered", lambda plan, _: invitations(plan)
    ),
    "sessions": PlanView("the guidance sessions", lambda plan, _: sessions(plan)),
    "activities": PlanView("the learning activities", lambda plan, _: activities(plan)),
    "courses": PlanView("the courses and their certificates", lambda plan, _: courses(plan)),
    "visits": PlanView("the practice visits", lambda plan, _: visits(plan)),
    "groups": PlanView(
        "group guidance: years, attendance, diploma",
        lambda plan, at: group_account(plan, at.law),
    ),
    "exemptions": PlanView(
        "the exemptions that cover the plan", lambda plan, _: exemption_lines(plan)
    ),
    "gatherings": PlanView("the group gatherings attended", lambda plan, _: gatherings(plan)),
    "service": PlanView("the periods of service", lambda plan, _: service(plan)),
    "absences": PlanView("the absences from the post", lambda plan, _: absences(plan)),
    "reassessments": PlanView(
        "the new assessments of goals not achieved",
        lambda plan, at: reassessments(plan, at.law, at.day),
    ),
    "reviews": PlanView(
        "the half-yearly reviews, and which is due",
        lambda plan, at: reviews(plan, at.law, at.day),
    ),
    "concerns": PlanView("the concerns about progression", lambda plan, _: concerns(plan)),
    "panels": PlanView("the assessment panels", lambda plan, _: panels(plan)),
    "common-goals": PlanView(
        "what the change of common goals keeps, drops and adds",
        lambda plan, at: common_goals_preview(plan, at.catalogue),
    ),
    "corrections": PlanView("what was corrected, and by whom", lambda plan, _: corrections(plan)),
    "evaluations": PlanView(
        "what the doctor thinks of the establishment", lambda plan, _: evaluations(plan)
    ),
    "review-material": PlanView(
        "material for the half-yearly review",
        lambda plan, at: review_material(plan, at.catalogue, at.day),
    ),
    "earlier": PlanView(
        "what came along from the establishments before",
        lambda _, at: earlier_plans(at.record, at.law),
    ),
    "guidance": PlanView(
        "hours of guidance owed, held, pending and short",
        lambda _, at: guidance_view(at.record, at.law, at.day),
    ),
    "service-account": PlanView(
        "service as the law counts it, with its working",
        lambda _, at: service_view(at.record, at.law, at.day),
    ),
    "old-scheme": PlanView(
        "whether one can apply under the earlier scheme, and until when",
        lambda plan, at: old_scheme(plan, at.law, at.day),
    ),
    "old-scheme-readiness": PlanView(
        "what an application under the earlier scheme would lack",
        lambda _, at: readiness_view(_application(at, Scheme.OLD)),
    ),
    "readiness": PlanView(
        "what an application for specialist approval would lack",
        lambda _, at: readiness_view(_application(at, Scheme.NEW)),
    ),
}
