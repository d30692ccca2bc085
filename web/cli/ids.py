"""Ids as they are written on the command line."""

from __future__ import annotations

from typing import Any

import click

from domain.shared.ids import Id, parsed_id


class IdType(click.ParamType[Id]):
    """Any of the ways a UUID is written."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Id:
        try:
            return parsed_id(value)
        except ValueError:
            self.fail(f"{value!r} is not a valid UUID.", param, ctx)


ID = IdType()
