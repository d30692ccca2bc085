"""One's own page: reminders, where one is signed in, and a calendar of one's days."""

from __future__ import annotations

import flask

from domain.shared.ids import Id
from domain.shared.texts import Text
from web.pages.areas import areas, as_oneself
from web.pages.roles import called
from web.pages.sheets import Link, Section, Sheet, Table, shown
from web.pages.visit import address_of, entrance, go_to, services, sessions, signed_in

LATEST = 20
"""How many of one's sign-ins are shown."""
pages = flask.Blueprint("me", __name__)


@pages.get("/me")
def own() -> str:
    return _shown()


@pages.get("/me/access-log")
def access_log() -> str:
    """Tell who else has read of the one who looks, when, in which capacity and why."""
    found = services().people.looks(as_oneself())
    names = services().people.names({Id(one.looked_by) for one in found})
    return shown(
        Sheet(
            title=Text(nb="Hvem har lest om deg", en="Who has read of you"),
            lead=Text(
                nb="Hver gang noen andre åpner noe om deg, står det her.",
                en="Each time somebody else opens something of you, it stands here.",
            ),
            beside=[Link(Text(nb="Min side", en="My page"), "/me")],
            sections=[
                Section(
                    title=Text(nb="Lest", en="Read"),
                    table=Table(
                        head=(
                            Text(nb="Når", en="When"),
                            Text(nb="Av", en="By"),
                            Text(nb="Som", en="As"),
                            Text(nb="Hva", en="What"),
                            Text(nb="Hvorfor", en="Why"),
                        ),
                        rows=found,
                        each=lambda one: (
                            one.looked_at,
                            names.get(Id(one.looked_by), ""),
                            called(one.acting_as),
                            one.says,
                            one.reason or "",
                        ),
                    ),
                    none=Text(nb="Ingen har lest noe.", en="Nobody has read anything."),
                )
            ],
        )
    )


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
