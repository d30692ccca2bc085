"""An application for an exemption in the town, for the tests of exemptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from application.ids import new_id
from application.people.service import EnterPerson
from domain.shared.ids import Id
from tests.support.town import Answer, Town

LEADER = ("leader", "leader")
DOCTOR = ("doctor", "doctor")
DIRECTORATE = ("directorate", "directorate-officer")
GRANT: dict[str, Any] = {
    "firstDay": "2026-02-01",
    "lastDay": "2026-07-31",
    "statedIn": "vedtak 26/1",
    "decidedOn": "2026-01-20",
}
APPLIED = {"kind": "supervisor-specialty", "appliedOn": "2026-01-07"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempting:
    """An exemption applied for, for one who is no specialist, and the plan it is to cover."""

    town: Town
    exemption: str
    plan: str
    supervisor: Id

    @property
    def plan_id(self) -> str:
        return self.plan.rsplit("/", 1)[-1]

    @property
    def exemption_id(self) -> str:
        return self.exemption.rsplit("/", 1)[-1]

    def post(self, path: str, body: dict[str, Any] | None = None, **more: str) -> Answer:
        return self.town.post(self.exemption + path, *DIRECTORATE, body, **more)

    def done(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self.town.done(self.exemption + path, *DIRECTORATE, body)

    def grant(self, **changed: Any) -> Any:
        return self.done("/grant", GRANT | changed)

    def card(self, query: str = "") -> Any:
        answer = self.town.get(self.exemption + query, *DIRECTORATE)
        assert answer.status_code == 200, answer.json
        return answer.json

    def preview(self, query: str = "") -> Any:
        answer = self.town.get(f"{self.exemption}/preview{query}", *LEADER)
        assert answer.status_code == 200, answer.json
        return answer.json

    def of_plan(self, query: str = "") -> Any:
        answer = self.town.get(f"{self.plan}/exemptions{query}", *DOCTOR)
        assert answer.status_code == 200, answer.json
        return answer.json

    def timeline(self) -> list[Any]:
        entries: list[Any] = self.town.get(f"{self.plan}/timeline", *DOCTOR).json["items"]
        return [entry for entry in entries if "exemption" in entry["tag"]]

    def supervise(self) -> None:
        """Have the one with the exemption supervise from its first day."""
        appointed = {
            "person": str(self.supervisor),
            "firstDay": "2026-02-01",
            "justification": "Veilederkurs er bestilt.",
        }
        self.town.done(f"{self.plan}/supervisors", *LEADER, appointed)

    def release_the_other(self) -> None:
        last_day = {"lastDay": "2026-01-31"}
        before = self.town.people["supervisor"]
        self.town.done(f"{self.plan}/supervisors/{before}/release", *LEADER, last_day)

    def hold(self, day: str) -> Any:
        body = {"supervisor": str(self.supervisor), "heldOn": day, "durationMinutes": 60}
        return self.town.done(f"{self.plan}/sessions", *DOCTOR, body)


def applied(town: Town) -> Exempting:
    """Open a plan, and apply for one who is no specialist to supervise under it."""
    supervisor = new_id()
    town.services.people.enter_unasked(EnterPerson(person=supervisor, name="Erfaren Fastlege"))
    plan = town.plan()
    body = APPLIED | {"supervisor": str(supervisor), "plans": [plan.rsplit("/", 1)[-1]]}
    path = f"/organisations/{town.organisation}/exemptions"
    made = town.done(path, "administrator", "administrator", body)["made"]
    return Exempting(town=town, exemption=f"/exemptions/{made}", plan=plan, supervisor=supervisor)
