"""People, what public acts say of them, and what waits for the one who asks."""

from __future__ import annotations

from typing import Any

import flask
from marshmallow import RAISE

from application.corrections import CorrectPractitionerFact
from application.ids import new_id
from application.organisations.rows import OfficeRow
from application.people.access_log import LookLine
from application.people.directory import FormerName, Person
from application.people.doubles import MergePeople
from application.people.service import EnterPerson, RenamePerson
from application.plans.tasks.room import TaskRow
from application.practitioners import service as p
from domain.shared.ids import Id
from web.api import request
from web.api.acts import REPEATED, Route, add
from web.api.blueprint import (
    ACTING,
    AFTER,
    IDEMPOTENCY_KEY,
    READING,
    TO_ALL,
    TO_ENTRIES,
    TO_HEAVY_VIEWS,
    ApiBlueprint,
)
from web.api.schema import Schema
from web.api.seen import listing, shown
from web.api.shapes import Word, shape, whole

blueprint = ApiBlueprint("people", __name__, description="People and their public record")

SPAN = ("first_day", "last_day")
TASK = shape(TaskRow, endless=SPAN)
LOOK = whole(LookLine)
OFFICE = shape(OfficeRow, endless=SPAN)

ACTS = (
    Route(
        path="/practitioners/<uuid:person>/authorisations",
        command=p.RecordAuthorisation,
        use_case=lambda s: s.practitioners.authorise,
        summary="Record an authorisation or licence.",
    ),
    Route(
        path="/practitioners/<uuid:person>/authorisations/end",
        command=p.EndAuthorisation,
        use_case=lambda s: s.practitioners.end_authorisation,
        summary="End the authorisation or licence that covers a last day, after that day.",
    ),
    Route(
        path="/practitioners/<uuid:person>/specialist-approvals",
        command=p.RecordSpecialistApproval,
        use_case=lambda s: s.practitioners.approve_as_specialist,
        summary="Record a specialist approval with its first and last day.",
    ),
    Route(
        path="/practitioners/<uuid:person>/specialist-approvals/end",
        command=p.EndSpecialistApproval,
        use_case=lambda s: s.practitioners.end_specialist_approval,
        summary="End the specialist approval that covers a last day, after that day.",
    ),
    Route(
        path="/practitioners/<uuid:person>/supervisor-courses",
        command=p.RecordSupervisorCourse,
        use_case=lambda s: s.practitioners.complete_course,
        summary="Record a completed supervisor course.",
    ),
    Route(
        path="/people/merge",
        command=MergePeople,
        use_case=lambda s: s.doubles.merge,
        summary="Merge two entries of one person in every case that names the double.",
    ),
    Route(
        path="/practitioners/<uuid:person>/facts/<int:version>/correct",
        command=CorrectPractitionerFact,
        use_case=lambda s: s.case_corrections.practitioner,
        summary="Mark a public act as recorded in error, with the reason.",
    ),
)

for act in ACTS:
    add(blueprint, act)


class HprSchema(Schema):
    """The HPR number of somebody who may be known already."""

    class Meta:
        unknown = RAISE

    hpr = Word(required=True)


@blueprint.route("/people", methods=["POST"])
@blueprint.arguments(shape(EnterPerson, without=("person",)))
@blueprint.response(201, shape(Person), description="Entered.")
@blueprint.alt_response(200, schema=shape(Person), description=REPEATED)
@blueprint.told((*ACTING, IDEMPOTENCY_KEY), TO_ENTRIES)
def enter_person(body: dict[str, Any]) -> tuple[Person, int]:
    """Enter a person in the directory; nothing of this is a fact."""
    by = request.actor()
    command = EnterPerson(person=request.keyed_id(by) or new_id(), **body)
    entered = request.services().people.enter(command, by)
    return entered.person, 200 if entered.repeated else 201


@blueprint.route("/people/search", methods=["POST"])
@blueprint.arguments(HprSchema)
@blueprint.response(200, shape(Person))
@blueprint.told(ACTING, (*TO_HEAVY_VIEWS, 413, 415))
def find_person(body: dict[str, Any]) -> Person:
    """Find the person with an HPR number, for administrators; the number is in no address."""
    return request.services().people.find(body["hpr"], request.actor())


@blueprint.route("/people/<uuid:person>", methods=["GET"])
@blueprint.response(200, shape(Person))
@blueprint.told(READING)
def see_person(person: Id) -> Person:
    """Show a person to themselves and to administrators."""
    return request.services().people.see(person, request.reader())


@blueprint.route("/people/<uuid:person>/name", methods=["POST"])
@blueprint.arguments(shape(RenamePerson, without=("person",)))
@blueprint.response(200, shape(Person))
@blueprint.told(ACTING, TO_ENTRIES)
def rename_person(body: dict[str, Any], person: Id) -> Person:
    """Give a person another name; the former is kept with its last day."""
    command = RenamePerson(person=person, **body)
    return request.services().people.rename(command, request.actor())


@blueprint.route("/people/<uuid:person>/names", methods=["GET"])
@blueprint.response(200, listing(shape(FormerName)))
@blueprint.told(READING)
def former_names(person: Id) -> flask.Response:
    """List the names a person had, to themselves and to administrators."""
    found = request.services().people.former_names(person, request.reader())
    return shown(shape(FormerName), found)


@blueprint.route("/me/tasks", methods=["GET"])
@blueprint.response(200, listing(TASK))
@blueprint.told((*READING, *AFTER), TO_ALL)
def my_tasks() -> flask.Response:
    """List what waits for the one who asks, oldest first."""
    by = request.reader()
    request.wait_for_own_write()
    return shown(TASK, request.services().waiting.tasks(by))


@blueprint.route("/me/access-log", methods=["GET"])
@blueprint.response(200, listing(LOOK))
@blueprint.told(READING, TO_ALL)
def my_access_log() -> flask.Response:
    """List who else read of the one who asks, in which capacity, when, what and why."""
    return shown(LOOK, request.services().people.looks(request.reader()))


@blueprint.route("/me/roles", methods=["GET"])
@blueprint.response(200, listing(OFFICE))
@blueprint.told((*READING, *AFTER), TO_ALL)
def my_roles() -> flask.Response:
    """List the roles held today by the one who asks, and in which cases."""
    by = request.reader()
    request.wait_for_own_write()
    return shown(OFFICE, request.services().waiting.offices(by))
