"""The OpenAPI document and its page."""

from __future__ import annotations

import json
import re

from tests.support.town import Town


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


def test_the_page_needs_nothing_from_elsewhere(aasnes: Town) -> None:
    page = aasnes.client.get("/api/docs")
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "/api/v1/plans/{plan}/goals/{goal}/approve" in page.text
