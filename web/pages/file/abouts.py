"""What a comment or a file may be about, to be chosen by words and not by its id."""

from __future__ import annotations

from collections.abc import Iterator

from application.access import TABLE, Act
from application.actors import Actor
from application.plans.asking import Asked
from web.pages.fields import Option, Path
from web.pages.language import say, short_day
from web.pages.visit import services
from web.pages.words import codes


def abouts(path: Path, by: Actor) -> Iterator[Option]:
    """Yield what is in the plan and seen by this person, each after the word for its kind."""
    for kind, one, says in _there(Asked(plan=path["plan"]), by):
        yield one, f"{say(codes.word('AboutKind', kind))}: {says}"


def _there(asked: Asked, by: Actor) -> Iterator[tuple[str, str, str]]:
    plans, role = services().plans, by.acting_as
    if role in TABLE[Act.SEE_HISTORY]:
        for session in plans.sessions(asked, by)[::-1]:
            yield "session", session.session, short_day(session.held_on)
    for activity in plans.activities(asked, by)[::-1]:
        kind = say(codes.word("ActivityKind", activity.kind))
        yield "activity", activity.activity, f"{short_day(activity.done_on)}, {kind}"
    if role in TABLE[Act.SEE_HISTORY]:
        for course in plans.courses(asked, by):
            yield "course", course.course, f"{course.title}, {short_day(course.first_day)}"
    if role in TABLE[Act.SEE_VISITS]:
        for visit in plans.visits(asked, by):
            yield "visit", visit.visit, short_day(visit.days[0])
    for period in plans.service(asked, by):
        yield "service", period.period, f"{period.employer}, {short_day(period.first_day)}"
    for goal in plans.goals(asked, by):
        yield "goal", goal.code, f"{goal.code} {say(goal.title)}"
