"""What holds at every address: TLS from then on, no other methods, no debugging, no traceback."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from flask import Flask

from tests.support.browser import HERE, browser
from tests.support.town import Town
from web import wsgi

ROOT = Path(__file__).parents[2]
PROGRAM = [
    path
    for part in ("domain", "application", "infrastructure", "web")
    for path in sorted((ROOT / part).rglob("*.py"))
]
KNOWN = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"}
STRANGE = ("TRACE", "CONNECT", "PROPFIND", "PATCH")
UNSAFE_IMPORTS = {"pickle", "marshal", "shelve", "yaml", "xml.dom", "xml.sax", "lxml"}
UNSAFE_CALLS = {"eval", "exec", "render_template_string", "from_string"}


@pytest.mark.parametrize(
    "path",
    ["/sign-in", "/nowhere", "/static/alis.css", "/api/v1/health", "/api/v1/nowhere", "/api/docs"],
)
def test_tls_is_asked_for_from_then_on(aasnes: Town, path: str) -> None:
    found = aasnes.client.get(path, base_url=HERE)
    assert found.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    found.close()


def test_no_address_answers_to_other_methods_than_it_has(aasnes: Town) -> None:
    app: Flask = aasnes.client.application
    visitor = browser(aasnes, "leader")
    for rule in app.url_map.iter_rules():
        assert (rule.methods or set()) <= KNOWN, rule.rule
    some = {one.rule for one in app.url_map.iter_rules() if not one.arguments}
    for path in sorted(some):
        for method in STRANGE:
            found = visitor.client.open(path, method=method, base_url=HERE)
            assert found.status_code in {405, 401}, (method, path)


@pytest.mark.parametrize("path", ["/me", "/api/v1/me/roles"])
def test_a_fault_shows_nothing_of_the_program(
    aasnes: Town, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app: Flask = aasnes.client.application
    visitor, headers = browser(aasnes, "leader"), aasnes.headers("leader", "leader")
    own = "me.own" if path == "/me" else "people.get_me_roles"

    def fails(**_: object) -> None:
        raise RuntimeError("SELECT secret FROM somewhere")

    monkeypatch.setitem(app.view_functions, own, fails)
    found = visitor.client.get(path, base_url=HERE, headers=headers)
    assert found.status_code == 500
    for word in ("Traceback", "RuntimeError", "SELECT", ".py"):
        assert word not in found.get_data(as_text=True)


class OfNothing:
    """A system nobody signs in to; only how it would be served is asked."""

    def ways_in(self) -> None:
        return None


def test_nothing_is_debugged_where_it_is_served(aasnes: Town) -> None:
    app: Flask = aasnes.client.application
    assert not app.debug
    assert not app.testing
    options = wsgi.Server(OfNothing(), address="127.0.0.1:0", workers=1).cfg  # type: ignore[arg-type]
    assert (options.reload, options.forwarded_allow_ips) == (False, [])


@pytest.mark.parametrize("module", PROGRAM, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_was_sent_becomes_a_program_or_a_template(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert not UNSAFE_IMPORTS & imported(tree)
    assert not UNSAFE_CALLS & called(tree)


def test_what_is_unsafe_would_be_seen() -> None:
    planted = ast.parse("import pickle\nfrom yaml import load\nflask.render_template_string(sent)")
    assert imported(planted) == {"pickle", "yaml"}
    assert called(planted) == {"render_template_string"}


def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def called(tree: ast.AST) -> set[str]:
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {one.id for one in calls if isinstance(one, ast.Name)}
    return named | {one.attr for one in calls if isinstance(one, ast.Attribute)}
