"""The front page: what waits for the one who looks, and which days are near."""

from __future__ import annotations

import flask

from web.pages.areas import areas, as_oneself
from web.pages.tasks import waits
from web.pages.visit import services

AHEAD = 60
"""How many days to come the front page tells of."""
pages = flask.Blueprint("home", __name__)


@pages.get("/")
def front() -> str:
    use, by = services(), as_oneself()
    today = use.clock.today()
    return flask.render_template(
        "home.html",
        waits=list(waits(use.waiting.tasks(by), today)),
        days=use.own_days.deadlines(by, days=AHEAD),
        messages=use.own_days.messages(by)[:10],
        areas=areas(),
        today=today,
    )
