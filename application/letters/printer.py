"""Who makes a page or a file of a letter (a port)."""

from __future__ import annotations

from typing import Protocol

from application.letters.letter import Letter
from application.ports import Unavailable


class PrinterUnavailable(RuntimeError):
    """Letters cannot be printed on this machine; the words say what must be installed."""


def printed(printer: Printer, letter: Letter) -> bytes:
    """Return a letter's bytes; raises Unavailable, and says why, where none can be printed."""
    try:
        return printer.print(letter)
    except PrinterUnavailable as why:
        raise Unavailable(
            "letters-unavailable",
            nb=f"Brev kan ikke skrives ut på denne maskinen: {why}",
            en=f"Letters cannot be printed on this machine: {why}",
        ) from why


class Printer(Protocol):
    """Makes a page for the screen and a file for the archive, from one template."""

    def page(self, letter: Letter) -> str:
        """Return the letter as an HTML page, everything in it escaped."""
        ...

    def print(self, letter: Letter) -> bytes:
        """Return the letter as PDF/A-2a: the same bytes each time, in every process.

        What shows nothing is left out, and a character that the font lacks is printed as its
        code, such as [U+1F600]. Raises PrinterUnavailable where what prints is not installed.
        """
        ...
