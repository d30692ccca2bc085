"""The demo as a person meets it: ready again at once, and gone after Ctrl-C."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.support.demo import running_demo
from tests.support.processes import eventually


def alis(data: Path, *words: str, code: int = 0) -> str:
    """Return what the command prints; its errors come last."""
    ran = subprocess.run(
        [sys.executable, "-m", "web.cli", "--data", str(data), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stdout + ran.stderr


def those_in(data: Path) -> list[str]:
    """Return the processes that name the folder."""
    return [
        " ".join(process.info["cmdline"])
        for process in psutil.process_iter(["cmdline"])
        if str(data) in " ".join(process.info["cmdline"] or ())
    ]


@pytest.mark.slow
def test_the_demo_lives_and_leaves_nothing_behind(data: Path) -> None:
    with running_demo(data, doctors=3):
        status = json.loads(alis(data, "project", "status", "--json"))
        assert status["lag"] == 0
        assert status["recorded"] > 100
        checks = json.loads(alis(data, "doctor", "--json"))
        assert [check["name"] for check in checks if not check["ok"]] == []
    assert those_in(data) == []
    with running_demo(data, doctors=3):
        again = json.loads(alis(data, "project", "status", "--json"))
    assert again["recorded"] == status["recorded"]
    assert those_in(data) == []


@pytest.mark.slow
def test_the_command_line_shows_a_plan_and_refuses_in_a_sentence(data: Path) -> None:
    alis(data, "demo", "--doctors", "2", "--prepare-only")
    page = alis(data, "demo", "--prepare-only")
    plan = page.split("Plan  ")[1].split()[0]
    now = json.loads(alis(data, "plan", "show", plan, "--json"))
    first = json.loads(alis(data, "plan", "history", plan, "--jsonl").splitlines()[0])
    then = json.loads(
        alis(data, "plan", "show", plan, "--json", "--known-at", first["recorded_at"])
    )
    assert then["card"]["version"] == 1 < now["card"]["version"]
    assert "rebuilt to position" in alis(data, "project", "rebuild")
    assert "Up to date" in alis(data, "migrate")
    nobody = "00000000-0000-0000-0000-000000000000"
    assert "no such case" in alis(data, "plan", "show", nobody, code=1)
    assert "nobody in the demo" in alis(data, "token", "nobody", code=1)
    assert "not an instant" in alis(data, "plan", "show", plan, "--known-at", "May", code=2)


@pytest.mark.slow
def test_a_real_database_is_never_a_demo(data: Path) -> None:
    assert "there is no demo in" in alis(data, "token", "lege-1", code=1)
    assert not (data / "postgres").exists()
    assert "Applied" in alis(data, "migrate")
    assert "only on the embedded demo" in alis(data, "token", "lege-1", code=1)
    assert "marked real" in alis(data, "demo", "--prepare-only", code=1)


@pytest.mark.slow
def test_a_municipality_is_imported_from_its_file(data: Path, tmp_path: Path) -> None:
    alis(data, "demo", "--doctors", "1", "--prepare-only")
    aasnes = Path("application/organisations/municipality_file/data/aasnes.toml").read_text("utf-8")
    file = tmp_path / "fjellvik.toml"
    file.write_text(aasnes.replace("Åsnes kommune", "Fjellvik kommune"), "utf-8")
    assert "is registered as" in alis(data, "organisation", "import", str(file))
    assert "already registered" in alis(data, "organisation", "import", str(file), code=1)
    file.write_text(aasnes.replace("ALM-001..ALM-054", "ALM-054..ALM-001"), "utf-8")
    refused = alis(data, "organisation", "import", str(file), code=1)
    assert "fjellvik.toml:" in refused
    assert "nothing was recorded" in refused


@pytest.mark.slow
def test_a_filling_that_was_interrupted_is_made_anew(data: Path) -> None:
    command = [sys.executable, "-m", "web.cli", "--data", str(data), "demo", "--doctors", "60"]
    filling = subprocess.Popen([*command, "--prepare-only"], stderr=subprocess.DEVNULL)
    eventually(lambda: recorded(data) > 0 or filling.poll() is not None, tries=3_000)
    filling.send_signal(signal.SIGINT)
    filling.wait(timeout=60)
    assert recorded(data) > 0
    alis(data, "demo", "--doctors", "2", "--prepare-only")
    whole = recorded(data)
    alis(data, "demo", "--doctors", "2", "--prepare-only")
    assert recorded(data) == whole


def recorded(data: Path) -> int:
    """Return how many facts there are; none where there is no database yet."""
    asked = [sys.executable, "-m", "web.cli", "--data", str(data), "project", "status", "--json"]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(json.loads(ran.stdout)["recorded"]) if ran.returncode == 0 else 0


@pytest.mark.slow
@pytest.mark.parametrize("where", ["/proc/nowhere", "{file}/below"])
def test_a_folder_that_cannot_be_is_told_in_a_sentence(where: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    told = alis(Path(where.format(file=file)), "migrate", code=1)
    assert "cannot be a data folder" in told


@pytest.mark.slow
def test_a_port_that_is_taken_is_told_before_anything_is_printed(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = alis(data, "demo", "--port", port, code=1)
    assert told.strip() == f"Error: port {port} is taken by another program; choose one with --port"
