"""What is named in a doctor's file now and then: people around, meetings, absences, files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from application.actors import Actor, Role
from application.plans.asking import Asked
from application.plans.invitations import InvitationLine, InvitationRow
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.subject.facts import DAY, FROM, GOALS, KIND, NAME, PER_CENT, TO, Fact, days, visited
from web.pages.visit import services
from web.pages.words import codes


def _name(person: Id) -> str | None:
    return services().people.names([person]).get(person)


def _representative(asked: Asked, person: Id, by: Actor) -> Iterator[Fact]:
    """Yield one's powers of attorney to a person, each with its days."""
    held = [one for one in services().plans.representatives(asked, by) if one.person == person]
    if held:
        yield Text(nb="Fullmektig", en="Representative"), _name(person)
    for one in held:
        yield codes.word("Scope", one.scope), days(one.first_day, one.last_day)


def _invitation(asked: Asked, invitation: Id, by: Actor) -> Iterator[Fact]:
    use = services()
    found: list[InvitationRow | InvitationLine]
    if by.acting_as is Role.INVITED:
        found = [one for one in use.waiting.invitations(by) if one.case_id == asked.plan]
    else:
        found = list(use.plans.invitations(asked, by))
    for one in found:
        if one.invitation == invitation:
            if one.person != by.person:
                yield NAME, _name(one.person)
            yield Text(nb="Som", en="As"), codes.word("InvitedAs", one.invited_as)
            yield Text(nb="Sendt", en="Sent"), one.sent_on


def _absence(asked: Asked, absence: Id, by: Actor) -> Iterator[Fact]:
    for one in services().plans.absences(asked, by):
        if one.absence == absence:
            yield KIND, codes.word("AbsenceKind", one.kind) if one.kind else None
            yield FROM, one.first_day
            yield TO, one.last_day
            yield PER_CENT, one.percentage


def _concern(asked: Asked, concern: Id, by: Actor) -> Iterator[Fact]:
    for one in services().plans.concerns(asked, by):
        if one.concern == concern:
            yield Text(nb="Bekymring meldt av", en="Concern raised by"), _name(one.raised_by)
            yield DAY, one.raised_on
            yield Text(nb="Svar innen", en="Answer by"), one.due_on


def _panel(asked: Asked, panel: Id, by: Actor) -> Iterator[Fact]:
    for one in services().plans.panels(asked, by):
        if one.panel == panel:
            names = services().people.names({two.person for two in one.members})
            yield Text(nb="Møtedag", en="Meets on"), one.meets_on
            yield Text(nb="Medlemmer", en="Members"), ", ".join(names.values())
            yield GOALS, ", ".join(one.goals)


def _course(asked: Asked, course: Id, by: Actor) -> Iterator[Fact]:
    for one in services().plans.courses(asked, by):
        if one.course == course:
            yield Text(nb="Kurs", en="Course"), one.title
            yield Text(nb="Arrangør", en="Provider"), one.provider
            yield FROM, one.first_day
            yield TO, one.last_day


def _visit(asked: Asked, visit: Id, by: Actor) -> Iterator[Fact]:
    for one in services().plans.visits(asked, by):
        if one.visit == visit:
            yield Text(nb="Dager", en="Days"), one.days
            yield (
                Text(nb="Hvem besøkte hvem", en="Who visited whom"),
                visited(one.direction, by.acting_as),
            )
            yield Text(nb="Sted", en="Place"), codes.word("VisitSetting", one.setting)
            if one.colleague and one.colleague != by.person:
                yield Text(nb="Kollega", en="Colleague"), _name(one.colleague)
            yield GOALS, ", ".join(one.goals)


def _file(asked: Asked, file: Id, by: Actor) -> Iterator[Fact]:
    """Yield what is known of a file without opening it, its name among what is opened."""
    for one in services().documents.files(asked, by):
        if one.file == file:
            yield Text(nb="Fil lagt ved", en="File attached"), one.attached_on
            yield Text(nb="Av", en="By"), _name(one.attached_by)
            yield Text(nb="Om", en="About"), codes.word("AboutKind", one.about_kind)
            yield KIND, codes.word("MediaType", one.media_type)


def _number(asked: Asked, number: int, by: Actor) -> Iterator[Fact]:
    for one in services().plans.versions(asked, by):
        if one.number == number:
            yield Text(nb="Versjon av planen", en="Version of the plan"), number
            yield Text(nb="Foreslått av", en="Proposed by"), _name(one.proposed_by)
            yield DAY, one.proposed_on
            yield Text(nb="Planen varer", en="The plan lasts"), days(one.first_day, one.last_day)


PARTS: Mapping[str, Callable[[Asked, Any, Actor], Iterator[Fact]]] = {
    "person": _representative,
    "invitation": _invitation,
    "absence": _absence,
    "concern": _concern,
    "panel": _panel,
    "course": _course,
    "visit": _visit,
    "file": _file,
    "number": _number,
}
