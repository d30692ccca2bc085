"""The goal matrix by theme and arena, and each goal with what it lacks."""

from __future__ import annotations

from typing import Any

import flask

from application.access import Act
from application.actors import Actor, Role
from application.plans.views import GoalLine
from application.plans.words import STAGES, WORDS
from application.role_names import ROLES
from domain.shared.refusals import NotFound
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.file.shelf import At, beside, page
from web.pages.language import cite
from web.pages.sheets import Link, Press, Section, Sheet, Table, Tag
from web.pages.subject import subject

COLOURS = {
    "approved": "success",
    "submitted": "info",
    "not-achieved": "danger",
    "returned": "warning",
}
SUBMITTED = "R-ASM-05"
"""The rule by which a goal is submitted before it is decided."""
GOALS = Text(nb="Læringsmål", en="Learning goals")


def stage(one: GoalLine) -> Tag:
    return Tag(STAGES[one.stage], COLOURS.get(one.stage, "neutral"))


@page("/goals", Act.SEE_PLAN, GOALS)
def matrix(at: At) -> Sheet:
    by_theme: dict[str, tuple[Text, list[GoalLine]]] = {}
    for one in at.use.plans.goals(at.asked, at.by):
        by_theme.setdefault(one.theme.nb, (one.theme, []))[1].append(one)
    arenas = {
        one.code: one.name for one in at.use.establishments.card(at.card.organisation, at.by).arenas
    }
    return Sheet(
        title=GOALS,
        lead=Text(
            nb=f"{at.card.goals_approved} av {at.card.goals_in_force} er godkjent, "
            f"{at.card.goals_submitted} venter på avgjørelse.",
            en=f"{at.card.goals_approved} of {at.card.goals_in_force} are approved, "
            f"{at.card.goals_submitted} wait for a decision.",
        ),
        beside=beside(at),
        sections=[
            Section(title=theme, table=_table(at, lines, arenas))
            for theme, lines in by_theme.values()
        ],
    )


def _table(at: At, lines: list[GoalLine], arenas: dict[str, Text]) -> Table:
    return Table(
        head=(
            Text(nb="Mål", en="Goal"),
            Text(nb="Står", en="Stands"),
            Text(nb="Kan nås på", en="Can be reached at"),
            Text(nb="Grunnlag", en="Evidence"),
        ),
        rows=[
            (
                Link(
                    Text(nb=f"{one.code} {one.title.nb}", en=f"{one.code} {one.title.en}"),
                    at.to(f"/goals/{one.code}"),
                ),
                stage(one),
                [arenas[code] for code in one.arenas if code in arenas]
                or Text(nb="Ingen arena ennå", en="No arena yet"),
                _evidence(one),
            )
            for one in lines
        ],
    )


def _evidence(one: GoalLine) -> Text:
    counted = (
        (one.sessions, "samtale", "samtaler", "session", "sessions"),
        (
            one.activities_signed,
            "signert aktivitet",
            "signerte aktiviteter",
            "signed activity",
            "signed activities",
        ),
        (one.courses_certified, "kurs", "kurs", "course", "courses"),
        (one.visits_shown, "praksisbesøk", "praksisbesøk", "practice visit", "practice visits"),
    )
    nb = [f"{n} {a if n == 1 else b}" for n, a, b, _, _ in counted if n]
    en = [f"{n} {c if n == 1 else d}" for n, _, _, c, d in counted if n]
    return Text(nb=", ".join(nb) or "Ingenting ennå", en=", ".join(en) or "Nothing yet")


@page("/goals/<code>", Act.SEE_PLAN)
def goal(at: At, code: str) -> Sheet:
    line = next((one for one in at.use.plans.goals(at.asked, at.by) if one.code == code), None)
    if line is None:
        flask.abort(404)
    return Sheet(
        title=Text(nb=f"{code} {line.title.nb}", en=f"{code} {line.title.en}"),
        beside=beside(at),
        sections=[_stands(at, line), _gaps(at, line), _advice(at, line), _outcome(at, line)],
    )


def _is_assessed_anew(at: At, line: GoalLine) -> bool:
    """Return whether a new assessment of the goal was asked for and is not over."""
    return any(
        one.goal == line.code and one.stage in ("requested", "arranged")
        for one in at.use.plans.reassessments(at.asked, at.by)
    )


def _stands(at: At, line: GoalLine) -> Section:
    acts = ("submit-goal", "recall-goal", "recommend-goal", "request-reassessment")
    possible = {
        "open": acts[:1] + acts[2:3],
        "returned": acts[:1],
        "recalled": acts[:1],
        "submitted": acts[1:3],
        "not-achieved": (*acts[:1], *acts[3:]),
    }
    under_way = at.may(Act.SEE_REASSESSMENTS) and _is_assessed_anew(at, line)
    links = [
        at.does(name, goal=line.code) if name != "request-reassessment" else at.does(name)
        for name in possible.get(line.stage, ())
        if name != "request-reassessment" or not under_way
    ]
    if under_way:
        links.append(
            Link(Text(nb="Den nye vurderingen", en="The new assessment"), at.to("/reviews"))
        )
    if at.role is Role.LEADER and line.stage == "submitted":
        links.append(
            Link(
                Text(nb="Avgjør læringsmålet", en="Decide the goal"),
                flask.url_for("leading.approve", plan=at.plan, goal=line.code),
            )
        )
    return Section(
        title=Text(nb="Hvor det står", en="Where it stands"),
        facts=[
            (Text(nb="Status", en="Status"), stage(line)),
            (Text(nb="Grunnlag", en="Evidence"), _evidence(line)),
            *(
                [(Text(nb="Sendt inn", en="Submitted"), line.submitted_on)]
                if line.submitted_on
                else []
            ),
            *([(Text(nb="Avgjort", en="Decided"), line.decided_on)] if line.decided_on else []),
        ],
        links=links,
    )


def _gaps(at: At, line: GoalLine) -> Section | None:
    if line.stage in {"approved", "not-achieved"}:
        return None
    found = at.use.plans.gaps(at.asked, line.code, at.by)
    return Section(
        title=Text(nb="Før lederen kan avgjøre", en="Before the leader can decide"),
        none=None if found.missing else Text(nb="Ingenting mangler.", en="Nothing is missing."),
        findings=found.missing,
    )


def before_submitting(path: Path, by: Actor) -> dict[str, Any]:
    """Return what the goal lacks besides being submitted, which one is about to do."""
    known = subject(path, by)
    return known | {"lacks": [one for one in known["lacks"] if one.rule != SUBMITTED]}


def _advice(at: At, line: GoalLine) -> Section:
    return Section(
        title=Text(nb="Råd", en="Advice"),
        table=Table(
            head=(
                Text(nb="Fra", en="From"),
                Text(nb="Som", en="As"),
                Text(nb="Dag", en="Day"),
                Text(nb="Råd", en="Advice"),
            ),
            rows=[
                (
                    at.name(one.given_by),
                    ROLES[Role(one.capacity)],
                    one.given_on,
                    WORDS["advice"][one.advice],
                )
                for one in line.advice
            ],
        ),
        none=Text(nb="Ingen har gitt råd.", en="Nobody has given advice."),
        links=[
            Press(
                Text(nb="Les det som er skrevet om målet", en="Read what is written of the goal"),
                at.to(f"/words/goal/{line.code}"),
            )
            if at.may(Act.READ_GROUNDS) and (line.advice or line.decided_on)
            else None
        ],
    )


def _outcome(at: At, line: GoalLine) -> Section | None:
    if line.decided_on is None or not at.may(Act.SEE_HISTORY):
        return None
    try:
        found = at.use.plans.outcome(at.asked, line.code, at.by)
    except NotFound:
        # Carried over from a goal that another has replaced, or from an earlier plan.
        return None
    return Section(
        title=Text(nb="Avgjørelsen", en="The decision"),
        facts=[
            (Text(nb="Avgjort av", en="Decided by"), at.name(found.decided_by)),
            (Text(nb="Dag", en="Day"), found.decided_on),
            (Text(nb="Hjemmel", en="Legal basis"), cite(found.basis)),
            (
                Text(nb="Hørt", en="Consulted"),
                [f"{at.name(one.person)}" for one in found.heard],
            ),
        ],
        findings=found.findings,
    )
