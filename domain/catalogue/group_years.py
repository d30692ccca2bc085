"""The two years of group guidance (gruppeveiledning), known to groups and to plans alike."""

from __future__ import annotations

from enum import StrEnum

from domain.shared.texts import Text


class GroupYear(StrEnum):
    """Which of the two years; a doctor takes them in this order."""

    FIRST = "first"
    SECOND = "second"


NAMES = {
    GroupYear.FIRST: Text(nb="første gruppeår", en="first group year"),
    GroupYear.SECOND: Text(nb="andre gruppeår", en="second group year"),
}
