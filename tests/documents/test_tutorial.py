"""The tutorial is run as it stands, against a demo of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.demo import running_demo

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"


@pytest.mark.slow
def test_the_tutorial_does_what_it_says(data: Path) -> None:
    script = "\n".join(re.findall(r"```sh\n(.*?)```", TUTORIAL.read_text("utf-8"), re.DOTALL))
    with running_demo(data, doctors=2) as port:
        script = script.replace(".venv/bin/alis", f"{sys.executable} -m web.cli --data {data}")
        script = script.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    for told in (
        '"rule":"R-SVC-07"',
        '"uncovered":["ALM-055","ALM-067","ALM-068","ALM-070","ALM-085"]',
        "role-not-permitted",
        '"rule":"R-SPV-01"',
        '"rule":"R-KP-03"',
        "reason-missing",
        "Dette gikk godt.",
        '"reason":"Vurderer ALM-031"',
        '"rule":"R-ASM-02"',
        "role-not-held",
        '"law":"in-force/',
        '"rule":"R-GRP-03"',
        '"minutesAttended":360',
        '"code":"unknown-group-year"',
        "Goals: 1 of 102 approved",
        "ALM-031 was approved",
        "2 of 2 lines are new; nothing was recorded.",
        "2 of 2 lines were recorded.",
        "All 2 lines were imported before",
        "LM-04 was carried over as achieved, by Kompetanseportalen",
        '"code":"already-corrected"',
        '"rule":"R-ORG-01"',
        "ALM-031 was carried over as achieved, by",
        '"owed":',
        '"rule":"R-SVC-01"',
        "last day: 2022-03-01",
        "section 8, paragraph 4, sentence 5",
        "Last day: Monday 4 May 2026",
        '"rule":"R-EXM-01"',
        "Last day: 2027-11-30",
        "remind:",
    ):
        assert told in ran.stdout, f"{told} was not told:\n{ran.stdout}"
