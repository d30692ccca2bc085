"""A guidance group of the town and a doctor's plan, for the tests of group guidance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.support.town import Answer, Town

ORGANISER = ("organiser", "group-organiser")
DOCTOR = ("doctor", "doctor")
FIRST: dict[str, Any] = {
    "year": "first",
    "firstDay": "2024-09-01",
    "lastDay": "2025-06-30",
    "gatherings": 10,
}
SECOND: dict[str, Any] = {
    "year": "second",
    "firstDay": "2025-09-01",
    "lastDay": "2026-06-30",
    "gatherings": 10,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A group with both its years planned, and the plan of a doctor who may be admitted."""

    town: Town
    group: str
    plan: str

    @property
    def doctor(self) -> str:
        return str(self.town.people["doctor"])

    def post(self, path: str, body: dict[str, Any] | None = None, **more: str) -> Answer:
        return self.town.post(self.group + path, *ORGANISER, body, **more)

    def done(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self.town.done(self.group + path, *ORGANISER, body)

    def admit(self, *years: str) -> None:
        for year in years:
            self.done("/members", {"year": year, "plan": self.plan.split("/")[-1]})

    def hold(self, year: str, on: str, minutes: int = 360) -> Any:
        body = {"year": year, "heldOn": on, "durationMinutes": minutes, "present": [self.doctor]}
        return self.done("/gatherings", body)

    def card(self) -> Any:
        return self.town.get(self.group, *ORGANISER).json

    def account(self) -> Any:
        return self.town.get(f"{self.plan}/group-guidance", *DOCTOR).json


def meet(town: Town) -> Met:
    """Form the group, plan its years and open the plan."""
    formed = town.done("/groups", *ORGANISER, {"name": "Hamar", "formedOn": "2024-05-02"})
    group = f"/groups/{formed['made']}"
    for year in (FIRST, SECOND):
        town.done(f"{group}/years", *ORGANISER, year)
    return Met(town=town, group=group, plan=town.plan())
