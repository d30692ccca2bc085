"""Opening what is confidential: one who opens what is not their own matter says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from http import HTTPStatus
from itertools import groupby
from typing import Any, Protocol, TypeVar

import flask

from domain.shared.refusals import Invalid
from web.pages.areas import areas


class Noted(Protocol):
    """One text that was opened, as the log of openings has it."""

    @property
    def opened_at(self) -> datetime: ...

    @property
    def opened_by(self) -> str: ...

    @property
    def acting_as(self) -> str: ...

    @property
    def reason(self) -> str | None: ...


N = TypeVar("N", bound=Noted)


def together(noted: Iterable[N]) -> Sequence[Sequence[N]]:
    """Return openings, the latest first: what somebody opened at once is one of them."""
    return [tuple(found) for _, found in groupby(noted, _at_once)][::-1]


def _at_once(one: Noted) -> tuple[Any, ...]:
    second = one.opened_at.replace(microsecond=0)
    return second, one.opened_by, one.acting_as, one.reason


def why(unsaid: Invalid) -> flask.Response:
    """Return a page that asks for the reason; raises what is wrong with anything else."""
    if unsaid.field not in ("reason", "Reason"):
        raise unsaid
    tried = "reason" in flask.request.form
    page = flask.render_template("why.html", wrong=unsaid.text if tried else None, areas=areas())
    return flask.make_response(page, HTTPStatus.BAD_REQUEST if tried else HTTPStatus.OK)
