"""A letter printed again is the same to the byte, in another process and another surrounding."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf

from tests.support.letters import every_letter, refusal
from tests.support.printing import printer

ROOT = Path(__file__).parents[3]
PRINT_ALL = """
import json
from hashlib import sha256
from infrastructure.letters.printing import LetterPrinter
from tests.support.letters import every_letter
printer = LetterPrinter()
found = {name: sha256(printer.print(one)).hexdigest() for name, one in every_letter().items()}
print(json.dumps(found))
"""
ELSEWHERE = {
    "PYTHONHASHSEED": "7",
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "SOURCE_DATE_EPOCH": "1",
    "FONTCONFIG_FILE": "/nowhere/fonts.conf",
}


def _in_another_process(folder: Path, **surrounding: str) -> dict[str, str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        **surrounding,
    }
    ran = subprocess.run(
        [sys.executable, "-c", PRINT_ALL],
        env=environment,
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    return dict(json.loads(ran.stdout))


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    here = printer()
    mine = {name: sha256(here.print(one)).hexdigest() for name, one in every_letter().items()}
    assert _in_another_process(tmp_path, PYTHONHASHSEED="1", TZ="Europe/Oslo") == mine
    assert _in_another_process(tmp_path, **ELSEWHERE) == mine


def test_two_letters_that_differ_by_a_word_have_other_ids() -> None:
    here = printer()
    one, other = here.print(refusal("ja")), here.print(refusal("nei"))
    assert one != other
    assert _id(one) != _id(other)


def _id(printed: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return bytes(pdf.trailer.ID[0])
