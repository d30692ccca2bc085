"""How often somebody may ask within a while, and the refusal of whoever asks more often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.shared.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many times in a window, which opens with the first of them."""

    name: str
    most: int
    within: timedelta


class Counting(Protocol):
    """Counts for all nodes together; whom it counts can be told from nothing it keeps."""

    def count(self, limit: Limit, whose: str) -> timedelta | None:
        """Count one more of somebody; return how long to wait if that is more than the limit."""


class TooMany(Refused):
    """One more was asked for than the limit lets through; nothing else was done."""

    def __init__(self, limit: Limit, wait: timedelta) -> None:
        self.seconds = max(1, int(wait.total_seconds()) + 1)
        super().__init__(
            "too-many",
            nb=f"Det kom flere forespørsler herfra enn vi tar imot på kort tid. Ingenting ble "
            f"lagret av denne. Vent {self.seconds} sekunder og prøv igjen.",
            en=f"More requests came from here than we take in a short while. Nothing was recorded "
            f"of this one. Wait {self.seconds} seconds and try again.",
        )
        self.limit = limit
