"""A learning goal (læringsmål), and the chapter of the annex that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.texts import Text

_DIGITS = {"ALM": 3, "FKM": 3, "LM": 2}
_WRITTEN = re.compile(r"(ALM|FKM|LM)[\s.\-_]*0*(\d{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One learning goal, the days it was law, and how well that is known.

    The title is ours and short; the annex is what counts. ``confidence`` holds from
    ``verified_from``: earlier days rest on inference.
    """

    code: str
    title: Text
    theme: Text
    first_day: date
    last_day: date | None
    verified_from: date
    basis: Citation
    repealed_by: Citation | None
    confidence: Confidence

    def in_force(self, day: date) -> bool:
        return self.first_day <= day <= (self.last_day or date.max)

    def confidence_on(self, day: date) -> Confidence:
        """Return how well it is known that this was the goal on the day."""
        return self.confidence if day >= self.verified_from else Confidence.C


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading of the annex with what all its goals have in common."""

    theme: Text
    basis: Citation
    first_day: date
    last_day: date | None = None
    verified_from: date | None = None
    repealed_by: Citation | None = None
    confidence: Confidence = Confidence.A

    def goal(self, code: str, *, nb: str, en: str) -> Goal:
        return Goal(
            code=code,
            title=Text(nb=nb, en=en),
            theme=self.theme,
            first_day=self.first_day,
            last_day=self.last_day,
            verified_from=self.verified_from or self.first_day,
            basis=self.basis,
            repealed_by=self.repealed_by,
            confidence=self.confidence,
        )


def canonical(written: str) -> str:
    """Return a code as the catalogue writes it: "alm 31" is "ALM-031", "LM4" is "LM-04"."""
    found = _WRITTEN.fullmatch(written.strip().upper())
    if found is None:
        return written.strip()
    series, number = found.groups()
    return f"{series}-{int(number):0{_DIGITS[series]}d}"


def is_clinical(code: str) -> bool:
    """Return whether the code is one of general practice's own, not common to all specialties."""
    return code.startswith("ALM-")
