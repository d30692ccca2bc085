"""A training plan on pages: where the doctor stands, goal by goal and hour by hour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import flask

from application.actors import Role
from application.plans.accounts.guidance import GuidanceView
from application.plans.accounts.service import ServiceView
from application.plans.asking import Asked
from application.plans.views import GoalLine, PlanCard
from application.plans.words import STAGES
from domain.shared.citation import Citation
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.areas import areas, cases_of
from web.pages.visit import actor, go_to, services

pages = flask.Blueprint("training", __name__)
COLOURS = {
    "approved": "success",
    "submitted": "info",
    "not-achieved": "danger",
    "returned": "warning",
}
HOURS, MONTHS, GOALS = (
    Text(nb="timer", en="hours"),
    Text(nb="måneder", en="months"),
    Text(nb="mål", en="goals"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How much there is of how much there is to be, and where that is said."""

    says: Text
    had: Decimal
    of: Decimal
    unit: Text
    basis: tuple[Citation, ...] = ()

    @property
    def share(self) -> float:
        """Return how much of the bar is filled, from 0 to 100."""
        return float(min(Decimal(100), 100 * self.had / self.of)) if self.of else 100.0

    @property
    def is_full(self) -> bool:
        return self.had >= self.of


@pages.get("/doctor")
def own_plans() -> flask.Response | str:
    """Open one's plan; with more than one, let the doctor choose."""
    plans = cases_of(Role.DOCTOR)
    if len(plans) == 1:
        return go_to(flask.url_for("training.own", plan=plans[0]))
    by = actor(Role.DOCTOR)
    cards = [(plan, services().plans.card(Asked(plan=plan), by)) for plan in plans]
    return flask.render_template("plans.html", cards=cards, areas=areas())


@pages.get("/doctor/<uuid:plan>")
def own(plan: Id) -> str:
    use, by, asked = services(), actor(Role.DOCTOR), Asked(plan=plan)
    card = use.plans.card(asked, by)
    guidance, service = use.accounts.guidance(asked, by), use.accounts.service(asked, by)
    return flask.render_template(
        "plan.html",
        plan=plan,
        card=card,
        names=use.people.names(_people(card)),
        bars=[*_goal_bars(card), *_guidance_bars(guidance), *_service_bars(service)],
        readiness=use.accounts.readiness(asked, by),
        findings=(*guidance.findings, *service.findings),
        areas=areas(),
    )


@pages.get("/doctor/<uuid:plan>/goals")
def own_goals(plan: Id) -> str:
    by = actor(Role.DOCTOR)
    goals = services().plans.goals(Asked(plan=plan), by)
    return flask.render_template(
        "goals.html",
        plan=plan,
        themes=_by_theme(goals),
        stages=STAGES,
        colours=COLOURS,
        counts=Counter(goal.stage for goal in goals),
        areas=areas(),
    )


@pages.get("/doctor/<uuid:plan>/goals/<code>")
def own_goal(plan: Id, code: str) -> str:
    use, by, asked = services(), actor(Role.DOCTOR), Asked(plan=plan)
    gaps = use.plans.gaps(asked, code, by)
    line = next((goal for goal in use.plans.goals(asked, by) if goal.code == code), None)
    return flask.render_template(
        "goal.html",
        plan=plan,
        code=code,
        line=line,
        gaps=gaps,
        stages=STAGES,
        colours=COLOURS,
        names=use.people.names({one.given_by for one in line.advice} if line else ()),
        areas=areas(),
    )


def _people(card: PlanCard) -> set[Id]:
    return {card.doctor, *(held.person for held in card.appointed)}


def _goal_bars(card: PlanCard) -> Iterator[Bar]:
    yield Bar(
        says=Text(nb="Læringsmål godkjent", en="Learning goals approved"),
        had=Decimal(card.goals_approved),
        of=Decimal(card.goals_in_force),
        unit=GOALS,
    )


def _guidance_bars(found: GuidanceView) -> Iterator[Bar]:
    for year in found.years[-2:]:
        yield Bar(
            says=Text(nb=f"Individuell veiledning {year.year}", en=f"Guidance in {year.year}"),
            had=year.held,
            of=year.owed,
            unit=HOURS,
            basis=tuple(dict.fromkeys(month.citation for month in year.months))[:1],
        )


def _service_bars(found: ServiceView) -> Iterator[Bar]:
    yield Bar(
        says=Text(nb="Tjeneste", en="Service"),
        had=found.credited,
        of=found.needed,
        unit=MONTHS,
        basis=found.basis[:1],
    )
    yield Bar(
        says=Text(nb="Åpen uselektert allmennpraksis", en="Open unselected general practice"),
        had=found.open_practice,
        of=found.open_practice_needed,
        unit=MONTHS,
        basis=found.basis[:1],
    )


def _by_theme(goals: Sequence[GoalLine]) -> dict[str, tuple[Text, list[GoalLine]]]:
    found: dict[str, tuple[Text, list[GoalLine]]] = {}
    for goal in goals:
        found.setdefault(goal.theme.nb, (goal.theme, []))[1].append(goal)
    return found
