"""One's own page: reminders, where one is signed in, and a calendar of one's days."""

from __future__ import annotations

import flask

from web.pages.areas import areas, as_oneself
from web.pages.visit import address_of, entrance, go_to, services, sessions, signed_in

LATEST = 20
"""How many of one's sign-ins are shown."""
pages = flask.Blueprint("me", __name__)


@pages.get("/me")
def own() -> str:
    return _shown()


@pages.post("/me/calendar")
def make_calendar() -> str:
    """Show the address of a new calendar, this once; an earlier one stops working."""
    return _shown(calendar=services().own_days.make_calendar(as_oneself()))


@pages.post("/me/calendar/withdraw")
def withdraw_calendar() -> flask.Response:
    services().own_days.withdraw_calendar(as_oneself())
    return go_to(flask.url_for("me.own"))


def _shown(calendar: str | None = None) -> str:
    here, by = signed_in(), as_oneself()
    path = flask.url_for("own-days.get_calendars_ics", secret=calendar) if calendar else None
    address = address_of(path) if path else None
    return flask.render_template(
        "me.html",
        sessions=sessions().of(here.session.person, here.secret),
        messages=services().own_days.messages(by),
        calendar=address,
        lines=entrance().lines(here.session.person, most=LATEST),
        areas=areas(),
    )
