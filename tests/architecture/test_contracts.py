"""Every import contract holds, and has been seen to bite."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "application", "infrastructure", "web")

LAYERS = "the outer layers stand on the inner ones"
OF_INFRASTRUCTURE = "infrastructure takes from the domain only what is shared and the stored facts"
OF_THE_WEB = "the web takes from the domain only what is shared"
SUBJECTS = "subjects stand on catalogue, calendar, law and shared, never on each other"
PLAN = "in a plan, rules stand on the plan, the plan on its parts, and no part on another"
STORE = "only the store knows the event library"
LIBRARIES = "the domain knows no library but msgspec"

PLANTS: dict[str, tuple[str, str, str]] = {
    "domain-to-application": (LAYERS, "domain/planted.py", "import application.ports"),
    "domain-to-web": (LAYERS, "domain/calendar/spans.py", "import web.app"),
    "application-to-infrastructure": (
        LAYERS,
        "application/ports.py",
        "import infrastructure.keys",
    ),
    "application-to-web": (LAYERS, "application/ports.py", "import web.app"),
    "infrastructure-to-web": (LAYERS, "infrastructure/clock.py", "import web.app"),
    "web-to-infrastructure": (LAYERS, "web/app.py", "import infrastructure.keys"),
    "api-to-bootstrap": (LAYERS, "web/api/planted.py", "import infrastructure.bootstrap"),
    "cli-past-bootstrap": (LAYERS, "web/cli/planted.py", "import infrastructure.store"),
    "infrastructure-to-plans": (
        OF_INFRASTRUCTURE,
        "infrastructure/clock.py",
        "import domain.plans.plan",
    ),
    "infrastructure-to-law": (
        OF_INFRASTRUCTURE,
        "infrastructure/clock.py",
        "import domain.law",
    ),
    "web-to-plans": (OF_THE_WEB, "web/app.py", "import domain.plans.goals"),
    "web-to-stored-facts": (OF_THE_WEB, "web/app.py", "import domain.stored_facts"),
    "plans-to-organisations": (
        SUBJECTS,
        "domain/plans/setting.py",
        "import domain.organisations.organisation",
    ),
    "practitioners-to-bodies": (
        SUBJECTS,
        "domain/practitioners/facts.py",
        "import domain.bodies.facts",
    ),
    "groups-to-plans": (SUBJECTS, "domain/groups/facts.py", "import domain.plans.groups"),
    "catalogue-to-plans": (SUBJECTS, "domain/catalogue/goals.py", "import domain.plans.setting"),
    "calendar-to-catalogue": (
        SUBJECTS,
        "domain/calendar/spans.py",
        "import domain.catalogue",
    ),
    "law-to-calendar": (SUBJECTS, "domain/law/book.py", "import domain.calendar.spans"),
    "shared-to-law": (SUBJECTS, "domain/shared/texts.py", "import domain.law"),
    "a-subject-without-a-place": (SUBJECTS, "domain/weather/__init__.py", ""),
    "part-to-part": (PLAN, "domain/plans/goals.py", "import domain.plans.roles"),
    "part-to-plan": (PLAN, "domain/plans/guidance.py", "import domain.plans.plan"),
    "part-to-rules": (PLAN, "domain/plans/guidance.py", "import domain.plans.rules.common"),
    "plan-to-rules": (PLAN, "domain/plans/plan.py", "import domain.plans.rules.common"),
    "a-part-without-a-place": (PLAN, "domain/plans/weather.py", ""),
    "keys-to-eventsourcing": (STORE, "infrastructure/keys.py", "import eventsourcing.utils"),
    "application-to-eventsourcing": (STORE, "application/ports.py", "import eventsourcing.domain"),
    "web-to-eventsourcing": (STORE, "web/app.py", "import eventsourcing.application"),
    "domain-to-flask": (LIBRARIES, "domain/shared/texts.py", "import flask"),
    "domain-to-cryptography": (
        LIBRARIES,
        "domain/shared/confidential.py",
        "import cryptography.x509",
    ),
}
"""Each contract with an import it must not let through."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Plant everything, one at a time, in a copy of the program; return what each one broke."""
    copy = tmp_path_factory.mktemp("program")
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", copy)
    plants = [(path, line) for _, path, line in PLANTS.values()]
    subprocess.run(
        [sys.executable, str(Path(__file__).with_name("planting.py"))],
        cwd=copy,
        input=json.dumps(plants),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    found = json.loads((copy / "told.json").read_text(encoding="utf-8"))
    return dict(zip(("clean", *PLANTS, "clean again"), found, strict=True))


def contracts() -> set[str]:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["name"] for contract in pyproject["tool"]["importlinter"]["contracts"]}


@pytest.mark.parametrize("when", ["clean", "clean again"])
def test_the_program_as_it_is_keeps_every_contract(told: dict[str, list[str]], when: str) -> None:
    assert told[when] == []


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_import_breaks_its_contract(told: dict[str, list[str]], plant: str) -> None:
    assert PLANTS[plant][0] in told[plant]


def test_every_contract_has_a_plant_that_breaks_it() -> None:
    assert {contract for contract, _, _ in PLANTS.values()} == contracts()
