"""The log of a process: a line an entry, in UTC, and nothing in it can pass for another entry."""

from __future__ import annotations

import logging
import re
import time

OURS = ("application", "infrastructure", "web")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
BESIDE = "  | "
"""Before each line of a traceback."""


class OneLine(logging.Formatter):
    """Writes what cannot be printed as it is written in Python, and marks lines of a traceback."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__(FORMAT)

    def format(self, record: logging.LogRecord) -> str:
        record.message = _plain(record.getMessage())
        record.asctime = self.formatTime(record)
        lines = [self.formatMessage(record)]
        if record.exc_info and record.exc_info[0]:
            told = self.formatException(record.exc_info)
            # Only its own line breaks: others may stand in a text that the fault quotes.
            lines += [BESIDE + _plain(line) for line in told.split("\n")]
        return "\n".join(lines)


def keep_log() -> None:
    """Have this process tell what it does on standard error; done twice, it is done once."""
    root = logging.getLogger()
    if any(isinstance(one.formatter, OneLine) for one in root.handlers):
        return
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    root.addHandler(handler)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def _plain(text: str) -> str:
    return UNPRINTABLE.sub(lambda found: repr(found.group())[1:-1], text)
