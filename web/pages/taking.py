"""What a form says, taken as its command has it: all that is wrong in single fields, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from marshmallow import ValidationError

from application.groups.commands import HoldGathering
from application.people.service import EnterPerson
from application.services import Services
from domain.shared.refusals import Refused
from domain.shared.texts import Text
from web.pages.fields import Field
from web.pages.forms import Form
from web.pages.visit import services

LACKING = "Missing data for required field."
Checks = Mapping[str, Callable[[Any], object]]
CHECKS: Mapping[type, Callable[[Services], Checks]] = {
    EnterPerson: lambda use: use.people.checks(),
    HoldGathering: lambda use: use.groups.checks_of_gathering(),
}
"""What refuses a field by itself, of the commands where a use case would stop at the first."""


def taken(form: Form, told: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, Any]:
    """Return what the command is made of; raises ValidationError with everything that is wrong."""
    said = {**form.nothing, **told}
    needed = form.needed & {one.key for one in fields}
    lacks = {key: [LACKING] for key in needed if said.get(key) is None}
    try:
        body: dict[str, Any] = form.schema.load(said)
    except ValidationError as found:
        wrong = found.messages_dict
        raise ValidationError({**wrong, **lacks, **_refused(form, found.valid_data)}) from None
    if wrong := {**lacks, **_refused(form, body)}:
        raise ValidationError(wrong)
    return body


def _refused(form: Form, body: Any) -> dict[str, list[Text]]:
    checks = CHECKS[form.route.command](services()) if form.route.command in CHECKS else {}
    said = body if isinstance(body, Mapping) else {}
    return {
        str(form.schema.fields[name].data_key): [says]
        for name, check in checks.items()
        if said.get(name) is not None
        for says in _says(check, said[name])
    }


def _says(check: Callable[[Any], object], value: Any) -> Iterator[Text]:
    try:
        check(value)
    except Refused as refused:
        yield refused.text
