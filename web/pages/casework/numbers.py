"""How decisions fare, in numbers; each number leads to the cases behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import flask
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from application.actors import Role
from application.law.rule_names import rule_name
from application.proceedings.counted.rows import CameTo
from application.proceedings.counted.statistics import (
    DECISIONS,
    NO_RULE,
    AppealStatistics,
    Behind,
    Group,
    Number,
)
from application.proceedings.trails.words import COUNTED, word
from domain.shared.ids import Id
from domain.shared.refusals import Invalid
from domain.shared.texts import Text
from web.api.statistics import SpanSchema
from web.pages.casework.docket import KINDS_OF_CASE
from web.pages.casework.looking import OFFICIALS, at, by, page, shows
from web.pages.doing import Sent
from web.pages.fields import Field, fields_of
from web.pages.language import read_out, say, short_day
from web.pages.sheets import Link, Section, Sheet, Table
from web.pages.visit import services
from web.pages.wrong import worded

ROWS: Mapping[str, Text] = {
    "kind": Text(nb="Etter slags vedtak", en="By kind of decision"),
    "rule": Text(nb="Etter regel vedtaket bygger på", en="By the rule it rested on"),
    "organisation": Text(nb="Etter virksomhet", en="By establishment"),
}
TOGETHER = Text(nb="Til sammen", en="Together")
NO_RULES = {NO_RULE: Text(nb="Uten funn", en="On no finding")}
COLUMNS: Mapping[str, Text] = {
    DECISIONS: COUNTED[DECISIONS],
    CameTo.APPEALED: COUNTED[CameTo.APPEALED],
    CameTo.UNDER_WAY: Text(nb="Under behandling", en="Under way"),
    CameTo.OVERTURNED: Text(nb="Endret eller opphevet", en="Changed or quashed"),
    CameTo.UPHELD: Text(nb="Stadfestet", en="Upheld"),
    CameTo.DISMISSED: Text(nb="Avvist", en="Dismissed"),
}
"""What of the numbers a group is shown by; together all of them stand."""
DECIDED = Text(nb="Avgjort", en="Decided")
CASE = Text(nb="Sak", en="Case")
LABELS = {
    "first_day": Text(nb="Avgjort fra og med", en="Decided from and including"),
    "last_day": Text(nb="Til og med", en="Up to and including"),
}
Place = tuple[str, str]
"""By what is counted, and which of those it is; both empty for all together."""


@page((*OFFICIALS, Role.AUDITOR), "/numbers")
def numbers(role: Role) -> flask.Response:
    """Count what became of the decisions one may open, in a span of days."""
    typed = MultiDict((name, said) for name, said in flask.request.args.items() if said)
    sent, fields, status = Sent(typed=typed), list(_fields()), HTTPStatus.OK
    said = {one.key: typed[one.key] for one in fields if one.key in typed}
    found = None
    try:
        found = services().statistics.of(by(role), **SpanSchema().load(said))
    except ValidationError as wrong:
        sent.errors = dict(worded(wrong.messages, fields))
    except Invalid as wrong:
        sent.errors = {str(wrong.field): [read_out(wrong.text)]}
    if found is None:
        status = HTTPStatus.BAD_REQUEST
    sheet = Sheet(
        title=Text(nb="Vedtak og hva det ble av dem", en="Decisions, and what became of them"),
        sections=list(_sections(found, said)) if found else (),
    )
    return flask.make_response(
        shows("numbers.html", sheet=sheet, sent=sent, fields=fields, role=role), status
    )


def _fields() -> Iterator[Field]:
    return fields_of(SpanSchema(), labels=LABELS, helps={})


def _sections(found: AppealStatistics, said: Mapping[str, str]) -> Iterator[Section]:
    groups = {"kind": found.by_kind, "rule": found.by_rule, "organisation": found.by_organisation}
    names = _names(found)
    yield from _behind(found, groups, names)
    yield Section(
        title=TOGETHER,
        table=Table(
            head=(Text(nb="Hva det ble av dem", en="What became of them"), COUNTED[DECISIONS]),
            rows=[
                (word(COUNTED, one.of), _cell(one, ("", ""), say(word(COUNTED, one.of)), said))
                for one in found.together
            ],
        ),
    )
    for name, title in ROWS.items():
        yield Section(
            title=title,
            table=Table(
                head=(Text(nb="Hva", en="What"), *COLUMNS.values()),
                rows=[
                    (names[one.key], *_cells(one, (name, one.key), names, said))
                    for one in groups[name]
                ],
            ),
            none=Text(nb="Ingen.", en="None."),
        )


def _names(found: AppealStatistics) -> dict[str, Text]:
    wanted = {Id(one.key) for one in found.by_organisation}
    kinds = {one.key: word(KINDS_OF_CASE, one.key) for one in found.by_kind}
    here = services().establishments.names(wanted)
    houses = {str(house): Text(nb=name, en=name) for house, name in here.items()}
    return houses | {one.key: rule_name(one.key) for one in found.by_rule} | kinds | NO_RULES


def _cells(
    group: Group, where: Place, names: Mapping[str, Text], said: Mapping[str, str]
) -> Iterator[Link | str]:
    found = {one.of: one for one in group.numbers}
    for of, says in COLUMNS.items():
        yield _cell(found[of], where, f"{say(says)}, {say(names[group.key])}", said)


def _cell(one: Number, where: Place, told: str, said: Mapping[str, str]) -> Link | str:
    """Return a number, with the way to what is behind it; ``told``: what it is the number of."""
    if not one.number:
        return "0"
    named = {"by": where[0], "key": where[1]} if where[0] else {}
    return Link(str(one.number), at("numbers", **said, of=one.of, **named), told)


def _behind(
    found: AppealStatistics,
    groups: Mapping[str, Sequence[Group]],
    names: Mapping[str, Text],
) -> Iterator[Section]:
    """Yield the cases behind the number that was asked for."""
    of, name, key = (flask.request.args.get(one, "") for one in ("of", "by", "key"))
    told: Iterable[Number] = found.together
    if name:
        told = next((one.numbers for one in groups.get(name, ()) if one.key == key), ())
    if number := next((one for one in told if one.of == of), None):
        what, where = word(COUNTED, of), names[key] if name else TOGETHER
        yield Section(
            title=Text(
                nb=f"Sakene bak: {what.nb} ({where.nb})",
                en=f"The cases behind: {what.en} ({where.en})",
            ),
            table=Table(head=(CASE, DECIDED), rows=number.behind, each=_case),
        )


def _case(one: Behind) -> tuple[Any, ...]:
    says, there = word(KINDS_OF_CASE, one.kind), at("room", proceeding=one.proceeding)
    return Link(says, there, short_day(one.decided_on)), one.decided_on
