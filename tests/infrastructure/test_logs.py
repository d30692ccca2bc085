"""What is logged stays one entry, whatever stands in it, and tells in UTC who was kept out."""

from __future__ import annotations

import logging
import re
import sys

import pytest

from infrastructure.logs import OneLine, keep_log

ENTRY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [A-Z]+ [a-z.]+: ")


def record(message: str, *told: object, fault: bool = False) -> logging.LogRecord:
    exc_info = sys.exc_info() if fault else None
    return logging.LogRecord("web.api", logging.ERROR, "", 1, message, told, exc_info)


def fail_quoting(sent: str) -> None:
    raise ValueError(sent)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\x1b[2K"])
def test_what_was_sent_makes_no_entry_of_its_own(line_break: str) -> None:
    forged = f"x{line_break}2026-05-04T12:00:00.000Z INFO web: all is well"
    found = OneLine().format(record("refused %s", forged))
    assert len(found.splitlines()) == 1
    assert found.isprintable()
    assert "all is well" in found


def test_a_fault_quotes_what_was_sent_without_making_entries() -> None:
    try:
        fail_quoting("x\n2026-05-04T12:00:00.000Z INFO web: all is well")
    except ValueError:
        found = OneLine().format(record("unexpected", fault=True))
    first, *others = found.split("\n")
    assert ENTRY.match(first)
    assert others
    assert all(line.startswith("  | ") for line in others)


def test_an_instant_is_in_utc() -> None:
    made = record("x")
    made.created, made.msecs = 0.25, 250.0
    assert OneLine().format(made) == "1970-01-01T00:00:00.250Z ERROR web.api: x"


def test_a_log_is_kept_once() -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    try:
        keep_log()
        keep_log()
        (ours,) = [one for one in root.handlers if one not in before]
        assert isinstance(ours.formatter, OneLine)
        assert logging.getLogger("web.api").isEnabledFor(logging.INFO)
        assert not logging.getLogger("fontTools").isEnabledFor(logging.INFO)
    finally:
        for handler in [one for one in root.handlers if one not in before]:
            root.removeHandler(handler)
        for name in ("application", "infrastructure", "web"):
            logging.getLogger(name).setLevel(logging.NOTSET)
