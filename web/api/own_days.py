"""What is due for the one who asks, what they were told, and a calendar of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import flask
from icalendar import Calendar, Event
from marshmallow import RAISE
from marshmallow import fields as ma

from application.enforcement.lines import DeadlineLine
from application.enforcement.own import MessageLine
from application.organisations.views import Upcoming
from domain.shared.ids import Id
from web.api import request
from web.api.blueprint import ACTING, AFTER, READING, TO_ALL, ApiBlueprint
from web.api.schema import Schema
from web.api.seen import listing, shown, with_people
from web.api.shapes import shape, whole

blueprint = ApiBlueprint("own-days", __name__, description="Days to come for the one who asks")

DEADLINE, MESSAGE = whole(DeadlineLine), shape(MessageLine)


class AheadSchema(Schema):
    """How far to look."""

    class Meta:
        unknown = RAISE

    days = ma.Integer(load_default=90, strict=False)


class CalendarSchema(Schema):
    """The address of a calendar; it is told once, and whoever has it can read it."""

    address = ma.String(required=True)


@blueprint.route("/me/deadlines", methods=["GET"])
@blueprint.arguments(AheadSchema, location="query")
@blueprint.response(200, listing(DEADLINE))
@blueprint.told((*READING, *AFTER), TO_ALL)
def my_deadlines(ahead: dict[str, Any]) -> flask.Response:
    """List what is overdue or due soon: one's own, and of the establishments one leads."""
    by = request.reader()
    request.wait_for_own_write()
    return shown(DEADLINE, request.services().own_days.deadlines(by, days=ahead["days"]))


@blueprint.route("/organisations/<uuid:organisation>/deadlines", methods=["GET"])
@blueprint.arguments(AheadSchema, location="query")
@blueprint.response(200, with_people(shape(Upcoming)))
@blueprint.told((*ACTING, *AFTER))
def deadlines_of_establishment(ahead: dict[str, Any], organisation: Id) -> flask.Response:
    """Show how much is due in an establishment in the days to come, and the first hundred."""
    by = request.actor()
    request.wait_for_own_write()
    found = request.services().establishments.upcoming(organisation, by, days=ahead["days"])
    return shown(shape(Upcoming), found)


@blueprint.route("/me/messages", methods=["GET"])
@blueprint.response(200, listing(MESSAGE))
@blueprint.told(READING, TO_ALL)
def my_messages() -> flask.Response:
    """List the reminders to the one who asks, the latest first."""
    return shown(MESSAGE, request.services().own_days.messages(request.reader()))


@blueprint.route("/me/calendar", methods=["PUT"])
@blueprint.response(200, CalendarSchema)
@blueprint.told(READING, (*TO_ALL, 429))
def make_calendar() -> dict[str, str]:
    """Make the address of a calendar of one's deadlines; an earlier address stops working."""
    secret = request.services().own_days.make_calendar(request.reader())
    return {"address": flask.url_for("own-days.get_calendars_ics", secret=secret, _external=True)}


@blueprint.route("/me/calendar", methods=["DELETE"])
@blueprint.response(204)
@blueprint.told(READING, (*TO_ALL, 429))
def withdraw_calendar() -> None:
    """Withdraw the address of one's calendar."""
    request.services().own_days.withdraw_calendar(request.reader())


@blueprint.route("/calendars/<string:secret>.ics", methods=["GET"])
@blueprint.response(200, content_type="text/calendar")
@blueprint.doc(security=[])
@blueprint.told(refusals=(404, 429, 503))
def calendar(secret: str) -> flask.Response:
    """Give one's deadlines as a calendar (iCalendar) to whoever has the secret address."""
    found = request.services().own_days.calendar(secret)
    response = flask.make_response(_calendar(found).to_ical())
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _calendar(lines: tuple[DeadlineLine, ...]) -> Calendar:
    made = Calendar()
    made.add("prodid", "-//alis//frister//NO")
    made.add("version", "2.0")
    made.add("x-wr-calname", "ALIS: frister")
    for line in lines:
        made.add_component(_event(line))
    return made


def _event(line: DeadlineLine) -> Event:
    """Return an event of the whole day; it names nobody, for calendars are shared."""
    event = Event()
    event.add("uid", f"{line.case_id}/{line.kind}/{line.subject}/{line.due_on}@alis")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", line.due_on)
    event.add("dtend", line.due_on + timedelta(days=1))
    event.add("summary", line.says.nb)
    event.add("description", f"{line.says.en}\n{line.case_id}")
    event.add("transp", "TRANSPARENT")
    return event
