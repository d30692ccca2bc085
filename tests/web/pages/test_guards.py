"""A form of another site does nothing, and no page may load or be kept anywhere else."""

from __future__ import annotations

import pytest

from tests.support.browser import HERE, OWN_SITE, browser
from tests.support.town import Town
from web.pages.guards import HEADERS, SAFE


@pytest.mark.parametrize(
    ("headers", "form"),
    [
        pytest.param(OWN_SITE, {}, id="without-the-key-of-the-form"),
        pytest.param(OWN_SITE, {"form_key": "guessed"}, id="with-another-key"),
        pytest.param(OWN_SITE, {"form_key": "nøkkel"}, id="with-a-key-that-is-none"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, None, id="from-another-site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, None, id="from-another-host-of-the-site"),
    ],
)
def test_a_form_no_page_of_ours_made_is_refused(
    aasnes: Town, headers: dict[str, str], form: dict[str, str] | None
) -> None:
    visitor = browser(aasnes, "leader")
    if form is None:
        visitor.send("/sign-out", headers=headers)
    else:
        found = visitor.client.post("/sign-out", base_url=HERE, data=form, headers=headers)
        assert found.status_code == 403
    visitor.get("/")
    assert visitor.path == "/"


def test_another_site_signs_nobody_in(aasnes: Town) -> None:
    visitor = browser(aasnes)
    told = {"person": str(aasnes.people["leader"])}
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        found = visitor.client.post("/sign-in/demo", base_url=HERE, data=told, headers=headers)
        assert found.status_code == 403


@pytest.mark.parametrize("path", ["/sign-in", "/", "/leader", "/nowhere"])
def test_every_page_says_what_may_be_loaded_and_is_kept_nowhere(aasnes: Town, path: str) -> None:
    visitor = browser(aasnes, None if path == "/sign-in" else "leader")
    found = visitor.get(path)
    for name, value in HEADERS.items():
        assert found.headers[name] == value
    assert "style=" not in visitor.page
    assert "onclick" not in visitor.page


def test_every_page_but_those_named_asks_who_looks(aasnes: Town) -> None:
    """Each route of the pages is tried without a session; none shows anything."""
    visitor = browser(aasnes)
    rules = [
        one
        for one in aasnes.client.application.url_map.iter_rules()
        if not one.rule.startswith(("/api", "/static"))
    ]
    assert len(rules) > 5
    for rule in rules:
        view = aasnes.client.application.view_functions[rule.endpoint]
        if getattr(view, "open_to_all", False):
            continue
        some = dict.fromkeys(rule.arguments, "00000000-0000-0000-0000-000000000001")
        path = rule.rule
        for name, value in some.items():
            path = path.replace(f"<uuid:{name}>", value).replace(f"<int:{name}>", "1")
            path = path.replace(f"<{name}>", "ALM-001")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            found = visitor.client.open(path, method=method, base_url=HERE)
            assert found.status_code == 303, (method, rule.rule)
            assert found.headers["Location"].partition("?")[0] == "/sign-in"
    assert {"GET"} <= SAFE
