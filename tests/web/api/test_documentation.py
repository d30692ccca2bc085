"""The OpenAPI document and its page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.support.town import Town
from web.api.machines import SCOPES


def test_the_document_is_whole(aasnes: Town) -> None:
    document = aasnes.client.get("/api/openapi.json").json
    assert document is not None
    assert document["openapi"] == "3.1.0"
    schemas = document["components"]["schemas"]
    referred = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert referred <= set(schemas)
    refusals = document["paths"]["/api/v1/plans"]["post"]["responses"]["422"]["content"]
    assert set(refusals) == {"application/problem+json"}


def test_every_act_and_view_is_documented_with_a_sentence(aasnes: Town) -> None:
    document = aasnes.client.get("/api/openapi.json").json
    assert document is not None
    for path, item in document["paths"].items():
        for method in {"get", "post"} & set(item):
            assert item[method]["summary"].endswith("."), path


ACTING = {"Acting-As", "Acting-For"}
AFTER = {"Read-After", "Prefer"}
ORDERING = ACTING | {"Idempotency-Key", "If-Match", "Correlation-Id"}
THEN = {"knownAt", "on"}

BY_LAW = ("/guidance", "/service-account", "/readiness", "/old-scheme", "/old-scheme/readiness")
OPENS = (
    "/words",
    "/facts/{version}/words",
    "/goals/{goal}/words",
    "/activities/{activity}/words",
    "/sessions/{session}/minutes",
    "/comments/{comment}/words",
    "/evaluations/words",
    "/visits/{visit}/words",
    "/files/{file}/words",
    "/reassessments/{reassessment}/words",
    "/reviews/{review}/words",
    "/concerns/{concern}/words",
    "/panels/{panel}/words",
    "/visits/{visit}/words",
)
"""Where confidential texts are opened, for which strangers to them give a reason."""

READS = {
    ("post", "/people"): ACTING | {"Idempotency-Key"},
    ("post", "/people/search"): ACTING,
    ("post", "/people/{person}/name"): ACTING,
    ("get", "/people/{person}/names"): ACTING,
    ("get", "/people/{person}"): ACTING,
    ("get", "/me/tasks"): ACTING | AFTER,
    ("get", "/me/access-log"): ACTING,
    ("get", "/me/roles"): ACTING | AFTER,
    ("get", "/me/deadlines"): ACTING | AFTER | {"days"},
    ("get", "/me/messages"): ACTING,
    ("get", "/organisations/{organisation}/deadlines"): ACTING | AFTER | {"days"},
    ("get", "/calendars/{secret}.ics"): set(),
    ("get", "/organisations/{organisation}"): ACTING | THEN,
    ("get", "/organisations/{organisation}/plans"): ACTING | AFTER,
    ("get", "/organisations/{organisation}/coverage"): ACTING | AFTER | {"on"},
    ("get", "/practitioners/{person}"): ACTING | {"knownAt"},
    ("get", "/groups"): ACTING | AFTER,
    ("get", "/organisations/{organisation}/exemptions"): ACTING | AFTER,
    ("get", "/exemptions/{exemption}/preview"): ACTING | {"lastDay"},
    ("get", "/groups/{group}"): ACTING | {"knownAt"},
    ("get", "/catalogue/goals"): {"on"},
    ("get", "/deadlines/appeal"): {
        "arrived",
        "channel",
        "arrivalBasis",
        "available",
        "alerted",
        "representativeArrived",
        "decided",
        "defective",
        "reasonsDemanded",
        "reasonsArrived",
        "extendedOn",
        "extendedUntil",
        "law",
        "knownAt",
    },
    ("get", "/history-imports/template"): set(),
    ("post", "/organisations/{organisation}/history-imports"): ACTING
    | {"Idempotency-Key", "Correlation-Id", "dryRun", "patientsNotNamed"},
    ("get", "/operations/views"): ACTING,
    ("get", "/health"): set(),
    ("get", "/plans/{plan}/files/{file}/content"): ACTING | {"knownAt", "Reason"},
    ("get", "/deadlines/periods/{name}"): {"start", "decided", "law", "knownAt"},
    ("get", "/remedies/{kind}"): {"decided", "law", "knownAt"},
    ("get", "/docket"): ACTING | AFTER,
    ("get", "/incoming"): ACTING | AFTER,
    ("get", "/me/incoming"): ACTING | AFTER,
    ("get", "/incoming/{incoming}"): ACTING,
    ("get", "/incoming/{incoming}/openings"): ACTING,
    ("get", "/incoming/{incoming}/document"): ACTING | {"Reason"},
    ("get", "/incoming/{incoming}/words"): ACTING | {"Reason"},
    ("get", "/proceedings/{proceeding}"): ACTING | {"law"},
    ("get", "/statistics/appeals"): ACTING | AFTER | {"from", "to"},
    ("get", "/proceedings/{proceeding}/documents/{document}"): ACTING | {"Reason"},
    ("get", "/proceedings/{proceeding}/openings"): ACTING,
    ("get", "/proceedings/{proceeding}/words"): ACTING | {"Reason"},
    ("get", "/proceedings/{proceeding}/letters/{letter}"): ACTING | {"Reason"},
    ("get", "/plans/{plan}/service/letters/{letter}"): ACTING | {"Reason"},
    **{("get", f"/plans/{{plan}}{path}"): ACTING | THEN | {"Reason"} for path in OPENS},
    **{("get", f"/plans/{{plan}}{path}"): ACTING | THEN | {"law"} for path in BY_LAW},
}
"""What the routes read that are neither an act nor a view of a plan."""


OPEN_TO_ALL = {"/health", "/calendars/{secret}.ics"}

AS_ONESELF = {
    "/organisations/{organisation}",
    "/organisations/{organisation}/coverage",
    "/practitioners/{person}",
    "/people/{person}",
    "/people/{person}/names",
}


def operations(town: Town) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the documented operations by method and path."""
    document = town.client.get("/api/openapi.json").json or {}
    for path, item in document["paths"].items():
        for method in {"get", "post"} & set(item):
            yield method, path.removeprefix("/api/v1"), item[method]


def test_what_a_route_reads_is_documented(aasnes: Town) -> None:
    for method, path, operation in operations(aasnes):
        of_its_kind = ORDERING if method == "post" else ACTING | THEN
        reads = READS.get((method, path), of_its_kind) | {"Accept-Language"}
        written = [p["name"] for p in operation["parameters"]]
        assert sorted(written) == sorted(reads), path
        asked = {p["name"]: p["required"] for p in operation["parameters"]}
        alone = path.startswith("/me/") or path in AS_ONESELF
        assert asked.get("Acting-As", not alone) is not alone, path


def test_every_refusal_is_documented_as_a_problem(aasnes: Town) -> None:
    assert (
        "Error" not in (aasnes.client.get("/api/openapi.json").json or {})["components"]["schemas"]
    )
    for method, path, operation in operations(aasnes):
        told = operation["responses"]
        assert "default" not in told, path
        assert ("422" in told) is (method == "post" and path != "/people/search"), path
        assert ("401" in told) is (path not in OPEN_TO_ALL), path
        refusals = {status: answer for status, answer in told.items() if status >= "400"}
        for status, answer in refusals.items():
            problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
            assert answer["content"] == {"application/problem+json": problem}, (path, status)


def test_operations_are_named_once_and_after_their_paths(aasnes: Town) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(aasnes)]
    assert len(ids) == len(set(ids))
    assert {"postPlans", "getPlansTimeline", "postPlansGoalsNotAchieved", "getHealth"} <= set(ids)


def test_only_the_health_check_needs_no_token(aasnes: Town) -> None:
    open_to_all = {
        path for _, path, operation in operations(aasnes) if operation.get("security") == []
    }
    assert open_to_all == OPEN_TO_ALL
    document = aasnes.client.get("/api/openapi.json").json or {}
    assert document["paths"]["/api/v1/health"]["get"]["security"] == []


def test_what_programs_may_read_is_documented_by_its_scope(aasnes: Town) -> None:
    told = {
        f"{method} {path}": operation["security"][1]["machine"]
        for method, path, operation in operations(aasnes)
        if operation.get("security")
    }
    assert sorted(scope for (scope,) in told.values()) == sorted(SCOPES.values())
    assert all(key.startswith("get ") for key in told)
    assert told["get /catalogue/goals"] == ["alis:catalogue.read"]


def test_a_day_that_may_be_none_is_documented_so(aasnes: Town) -> None:
    document = aasnes.client.get("/api/openapi.json").json or {}
    for row in ("OfficeRow", "TaskRow"):
        day = document["components"]["schemas"][row]["properties"]["lastDay"]
        assert day == {"type": ["string", "null"], "format": "date"}


def test_the_municipality_file_is_sent_as_text(aasnes: Town) -> None:
    body = {path: operation.get("requestBody") for _, path, operation in operations(aasnes)}
    file = body["/organisations/file"] or {}
    assert file["content"] == {"text/plain": {"schema": {"type": "string"}}}


def test_whatever_opens_words_takes_a_reason(aasnes: Town) -> None:
    for _, path, operation in operations(aasnes):
        shown = str(operation["responses"].get("200", {}))
        takes = {p["name"] for p in operation["parameters"]}
        assert "/Words" not in shown or "Reason" in takes, path


def test_a_file_is_sent_as_a_form_and_handed_out_as_bytes(aasnes: Town) -> None:
    found = {(method, path): operation for method, path, operation in operations(aasnes)}
    sent = found["post", "/plans/{plan}/files"]["requestBody"]["content"]["multipart/form-data"]
    name = sent["schema"]["$ref"].rsplit("/", 1)[-1]
    document = aasnes.client.get("/api/openapi.json").json or {}
    schema = document["components"]["schemas"][name]
    assert schema["properties"]["file"]["format"] == "binary"
    assert set(schema["properties"]) == {"file", "aboutKind", "about", "patientsNotNamed"}
    told = found["get", "/plans/{plan}/files/{file}/content"]["responses"]["200"]["content"]
    assert told == {"*/*": {"schema": {"type": "string", "format": "binary"}}}


def test_the_page_needs_nothing_from_elsewhere(aasnes: Town) -> None:
    page = aasnes.client.get("/api/docs")
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "/api/v1/plans/{plan}/goals/{goal}/approve" in page.text
