"""Tells, request by request, on whose behalf kept rows are read: the database keeps to it."""

from __future__ import annotations

from typing import cast

import flask

from application.on_behalf import Reader, read_for
from application.services import Services
from domain.shared.ids import Id


def nobody_yet() -> None:
    """Begin a request: before it is known who asks, no row is there for anybody."""
    read_for(Reader(person=None, day=_services().clock.today()))


def known_to_be(person: Id) -> None:
    read_for(Reader(person=person, day=_services().clock.today()))


def no_more(_: BaseException | None = None) -> None:
    """End a request: what its thread does after it, it does for the machine."""
    read_for(None)


def _services() -> Services:
    return cast(Services, flask.current_app.extensions["alis"])
