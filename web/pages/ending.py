"""Ending every session of a person, by a system administrator: a key was lost, a phone stolen."""

from __future__ import annotations

import flask

from application.actors import Role
from domain.shared.ids import parsed_id
from domain.shared.refusals import Invalid
from web.pages.returning import own_page
from web.pages.visit import actor, entrance, go_to

AREA = "/system-administrator"
pages = flask.Blueprint("ending", __name__)


@pages.post(AREA + "/sessions/end")
def end_sessions() -> flask.Response:
    """End the sessions of the ``person`` named, and tell how many there were (``ended``)."""
    try:
        person = parsed_id(flask.request.form.get("person", "").strip())
    except ValueError:
        raise Invalid(
            "person-unreadable",
            nb="Oppgi id-en til personen, en UUID.",
            en="State the id of the person, which is a UUID.",
            field="person",
        ) from None
    ended = entrance().end_sessions(person, actor(Role.SYSTEM_ADMINISTRATOR))
    return go_to(f"{own_page(AREA)}?ended={ended}")
