"""The provider of the tests is locked by content, not by place, and its absence is loud."""

from __future__ import annotations

import json

import pytest

from tests.infrastructure.oidc.running import FOLDER, lacking

LOCK = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
PACKAGES = {name: package for name, package in LOCK["packages"].items() if name}


def test_every_package_is_known_by_its_digest_and_none_by_its_address() -> None:
    assert PACKAGES["node_modules/oidc-provider"]["version"] == "9.13.3"
    for name, package in PACKAGES.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


@pytest.mark.parametrize("file", ["package.json", "package-lock.json", ".npmrc"])
def test_no_registry_is_named(file: str) -> None:
    told = (FOLDER / file).read_text(encoding="utf-8")
    assert "npmjs" not in told
    assert "registry=" not in told.replace("lockfile-registry-resolved=", "")


def test_what_is_left_out_is_said_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"SIGN-IN NOT TRIED .*: no Node"):
        lacking("no Node")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"SIGN-IN NOT TRIED .*: no Node"):
        lacking("no Node")
