"""An instant in a query: with a time zone, or Oslo's; a day alone is the end of that day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from marshmallow import ValidationError
from marshmallow import fields as ma

from domain.shared.days import FIRST_DAY, LAST_DAY, OSLO, can_be_meant
from web.api import request

AHEAD = timedelta(minutes=1)
"""How far the clock of the store may be ahead of ours: a receipt's instant is never to come."""


class Instant(ma.AwareDateTime):
    """When something was known, so never in the future."""

    def __init__(self, **kwargs: Any) -> None:
        described = {"description": "Without a zone it is Oslo's time; a day alone is its end."}
        super().__init__(metadata=described, **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        try:
            found = _instant(str(value))
        except (ValueError, OverflowError):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None
        if found > request.services().clock.now() + AHEAD:
            raise ValidationError(f"{self.data_key} cannot be in the future.")
        if not can_be_meant(found.date()):
            raise ValidationError(f"Not a day from {FIRST_DAY} to {LAST_DAY}.")
        return found


def _instant(written: str) -> datetime:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        found = datetime.fromisoformat(written)
        return (found if found.tzinfo else found.replace(tzinfo=OSLO)).astimezone(UTC)
    clock = request.services().clock
    if day == clock.today():
        return clock.now()
    return datetime.combine(day, time.max, tzinfo=OSLO).astimezone(UTC)
