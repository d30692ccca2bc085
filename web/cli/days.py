"""Days as they are written on the command line."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from domain.shared.days import can_be_meant


class Day(click.ParamType[date]):
    """A day such as 2026-05-03."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            day = None
        if day is None or not can_be_meant(day):
            self.fail(f"{value!r} is not a day such as 2026-05-03", param, ctx)
        return day


DAY = Day()
