"""Where the system's part of the printer is lacking, all else goes on, and printing says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WITHOUT = """
import sys
import cffi

opened = cffi.FFI.dlopen

def dlopen(self, name, flags=0):
    if {lacking!r} in str(name):
        raise OSError(f"cannot load library {{name}}")
    return opened(self, name, flags)

cffi.FFI.dlopen = dlopen
import infrastructure.bootstrap
from application.letters.printer import PrinterUnavailable
from infrastructure.letters.printing import LetterPrinter
from tests.support.letters import refusal
assert "weasyprint" not in sys.modules
assert "Underretning om vedtak" in LetterPrinter().page(refusal())
for _ in range(2):
    try:
        LetterPrinter().print(refusal())
    except PrinterUnavailable as why:
        print(why)
"""


@pytest.mark.parametrize("lacking", ["pangoft2", "pango-1.0", "harfbuzz-subset"])
def test_only_printing_is_refused_and_the_packages_are_named(lacking: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(lacking=lacking)],
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    told = ran.stdout.splitlines()
    assert len(told) == 2
    for line in told:
        assert line.startswith("Letters cannot be printed on this machine: ")
        assert line.endswith("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
