"""Histories brought in from another portal, as a file."""

from __future__ import annotations

from typing import Any

import flask
from marshmallow import RAISE

from application.plans.history_file.report import ImportReport
from application.plans.history_file.service import HistoryFile
from application.plans.history_file.template import template
from domain.shared.ids import Id
from web.api import request
from web.api.blueprint import (
    ACTING,
    CORRELATION_ID,
    IDEMPOTENCY_KEY,
    TO_ACTS,
    TO_ALL,
    ApiBlueprint,
)
from web.api.machines import CATALOGUE, also
from web.api.organisations import ORGANISATION
from web.api.problems import WrongType
from web.api.schema import Schema
from web.api.seen import shown, with_people
from web.api.shapes import YesNo, shape

blueprint = ApiBlueprint("histories", __name__, description="Histories from another portal")

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 10_000_000
"""Some tens of thousands of lines; more is brought in at the command line."""
REPORT = shape(ImportReport)
FILE = {
    "required": True,
    "description": "The history file; docs/history-file.md tells its columns.",
    "content": {
        CSV: {"schema": {"type": "string"}},
        XLSX: {"schema": {"type": "string", "format": "binary"}},
    },
}
NOTHING = "Nothing was recorded: a dry run, or nothing in the file is new."


class ImportSchema(Schema):
    """Whether only to tell what would come of it, and what is said of the words in the file."""

    class Meta:
        unknown = RAISE

    dry_run = YesNo(data_key="dryRun", load_default=False)
    patients_not_named = YesNo(
        data_key="patientsNotNamed",
        load_default=False,
        metadata={
            "description": "A text in which something looks like an identity number is refused "
            "unless patientsNotNamed says, for the whole file, that it concerns no patient."
        },
    )


@blueprint.route(ORGANISATION + "/history-imports", methods=["POST"])
@blueprint.arguments(ImportSchema, location="query")
@blueprint.response(201, with_people(REPORT), description="Recorded.")
@blueprint.alt_response(200, schema=with_people(REPORT), description=NOTHING)
@blueprint.doc(requestBody=FILE)
@blueprint.told((*ACTING, IDEMPOTENCY_KEY, CORRELATION_ID), TO_ACTS)
def import_history(query: dict[str, Any], organisation: Id) -> flask.Response:
    """Bring in histories of the establishment's doctors from a file, all of it or nothing."""
    by = request.actor()
    if flask.request.mimetype not in (CSV, XLSX):
        raise WrongType(flask.request.mimetype, f"{CSV}, {XLSX}")
    flask.request.max_content_length = MOST_BYTES
    file = HistoryFile(content=flask.request.get_data(), organisation=organisation, **query)
    path = {"organisation": organisation}
    said = {"dryRun": file.dry_run, "patientsNotNamed": file.patients_not_named}
    order = request.order(by, path, {"file": file.sha256, **said})
    report = request.services().history_import.bring_in(file, by, order)
    response = shown(REPORT, report)
    response.status_code = 201 if report.recorded and not report.repeated else 200
    return response


@blueprint.route("/history-imports/template", methods=["GET"])
@blueprint.response(200, {"type": "string"}, content_type=CSV)
@blueprint.doc(security=also(CATALOGUE))
@blueprint.told(refusals=TO_ALL)
def see_template() -> flask.Response:
    """Give a history file to fill in, one line of each kind of record."""
    return flask.Response(template(), content_type=f"{CSV}; charset=utf-8")
