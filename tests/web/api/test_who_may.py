"""Who may do and see what of a plan, asked over HTTP: every act and view by every role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from application.actors import Role
from tests.support.forms import attached
from tests.support.town import Answer, Town
from tests.web.api.test_journey import GOAL, ready
from tests.web.api.who_may import ACTS, BODIES, DAY, VIEWS

ROLES = {
    "doctor": Role.DOCTOR,
    "supervisor": Role.SUPERVISOR,
    "midwife": Role.CLINICAL_SUPERVISOR,
    "leader": Role.LEADER,
    "administrator": Role.ADMINISTRATOR,
    "auditor": Role.AUDITOR,
    "directorate": Role.DIRECTORATE_OFFICER,
    "stranger": Role.DOCTOR,
}
"""The people of the town toward the plan, in the order of the columns below."""

NOT_THEIRS, UNKNOWN = 403, 404
REFUSED = {"-": NOT_THEIRS, "?": UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A plan with a session, an activity sent to the midwife, and a goal that is decided."""

    town: Town
    plan: str
    session: str
    activity: str
    course: str
    visit: str
    period: str
    comment: str = ""
    file: str = ""

    def path(self, written: str) -> str:
        stranger = self.town.people["stranger"]
        named = {
            "session": self.session,
            "activity": self.activity,
            "course": self.course,
            "visit": self.visit,
            "period": self.period,
            "letter": self.period,
            "goal": GOAL,
            "version": 2,
            "invitation": "00000000-0000-0000-0000-000000000171",
            "number": 1,
            **dict.fromkeys(("review", "concern", "panel"), "00000000-0000-0000-0000-0000000004e1"),
            "reassessment": "00000000-0000-0000-0000-0000000004a1",
            "absence": "00000000-0000-0000-0000-000000000ab1",
            "comment": self.comment,
            "file": self.file,
        }
        return self.plan + written.format(**named, stranger=stranger)

    def post(self, written: str, name: str) -> Answer:
        if written == "/files":
            return attached(self.town, self.plan, name, ROLES[name], headers=self._for(name))
        last = written.rsplit("/", 1)[-1]
        body = BODIES.get(written, BODIES.get(last, {})) | self._people(written)
        return self.town.post(self.path(written), name, ROLES[name], body, **self._for(name))

    def get(self, written: str, name: str) -> Answer:
        reason = {"Reason": "Tilsyn."}
        return self.town.get(self.path(written), name, ROLES[name], **self._for(name), **reason)

    def _for(self, name: str) -> dict[str, str]:
        administers = ROLES[name] is Role.ADMINISTRATOR
        return {"Acting_For": str(self.town.organisation)} if administers else {}

    def _people(self, written: str) -> dict[str, Any]:
        """Return who and what a body names, by the last word of the path."""
        people = {key: str(person) for key, person in self.town.people.items()}
        stranger = {"person": people["stranger"]}
        named: dict[str, dict[str, Any]] = {
            "supervisors": stranger,
            "clinical-supervisors": stranger,
            "representatives": stranger,
            "share": stranger,
            "unshare": stranger,
            "invitations": stranger,
            "move": {"to": people["stranger"]},
            "reviews": {"present": [people["doctor"], people["supervisor"]]},
            "arrange": {"assessors": [people["stranger"]]},
            "sessions": {"supervisor": people["supervisor"]},
            "submit": {"consultedOn": DAY},
        }
        if written == "/opening/correct":
            return {"employmentModel": "salaried-gp", "startsOn": "2025-09-01"}
        if written == "/activities/{activity}/submit":
            return {"to": people["midwife"]}
        return named.get(written.rsplit("/", 1)[-1], {})


@pytest.fixture
def met(aasnes: Town) -> Met:
    plan = ready(aasnes)
    aasnes.done(f"{plan}/goals/{GOAL}/approve", "leader", "leader", {"statement": "Vist."})
    supervisor, midwife = (aasnes.people[name] for name in ("supervisor", "midwife"))
    session = BODIES["sessions"] | {"supervisor": supervisor}
    drafted = aasnes.done(f"{plan}/sessions", "doctor", "doctor", session)["made"]
    activity, course = BODIES["activities"], BODIES["courses"]
    logged = aasnes.done(f"{plan}/activities", "doctor", "doctor", activity)["made"]
    aasnes.done(f"{plan}/activities/{logged}/submit", "doctor", "doctor", {"to": midwife})
    entered = aasnes.done(f"{plan}/courses", "doctor", "doctor", course)["made"]
    visited = aasnes.done(f"{plan}/visits", "doctor", "doctor", BODIES["visits"])["made"]
    said = aasnes.done(f"{plan}/comments", "doctor", "doctor", BODIES["comments"])["made"]
    return Met(
        town=aasnes,
        plan=plan,
        session=drafted,
        activity=logged,
        course=entered,
        visit=visited,
        period=aasnes.done(f"{plan}/service", "doctor", "doctor", BODIES["service"])["made"],
        comment=said,
        file=attached(aasnes, plan, "doctor", "doctor").json["made"],
    )


def expected(row: str) -> dict[str, str]:
    """Return each person's mark in a row, those refused first: the others may change things."""
    marks = dict(zip(ROLES, row.replace(" ", ""), strict=True))
    return dict(sorted(marks.items(), key=lambda mark: mark[1]))


NOTHING_THERE = (
    "unknown-invitation",
    "unknown-absence",
    "unknown-new-assessment",
    "unknown-review",
    "unknown-concern",
    "unknown-panel",
    "unknown-letter",
)
"""Told to those who were let in and looked for what is not there."""


def was_let_in(answer: Answer) -> bool:
    """Return whether a person came past the question of who they are."""
    code = (answer.json or {}).get("code")
    assert code != "malformed", answer.json
    return answer.status_code not in (NOT_THEIRS, UNKNOWN) or code in NOTHING_THERE


@pytest.mark.parametrize(("path", "row"), ACTS.items(), ids=ACTS)
def test_who_may_act(met: Met, path: str, row: str) -> None:
    for name, mark in expected(row).items():
        answer = met.post(path, name)
        assert was_let_in(answer) is (mark == "y"), (name, answer.json)
        assert mark == "y" or answer.status_code == REFUSED[mark], (name, answer.json)


@pytest.mark.parametrize(("path", "row"), VIEWS.items(), ids=[path or "/" for path in VIEWS])
def test_who_may_see(met: Met, path: str, row: str) -> None:
    for name, mark in expected(row).items():
        answer = met.get(path, name)
        assert was_let_in(answer) is (mark == "y"), (name, answer.json)
        assert mark == "y" or answer.status_code == REFUSED[mark], (name, answer.json)


def test_only_a_leader_opens_a_plan_in_the_establishment(aasnes: Town) -> None:
    body = {
        "doctor": aasnes.people["another_doctor"],
        "organisation": aasnes.organisation,
        "employmentModel": "salaried-gp",
        "startsOn": "2026-01-05",
        "partOneCompletedOn": "2026-01-04",
    }
    nothing = dict.fromkeys(
        ("session", "activity", "course", "visit", "period", "comment", "file"), ""
    )
    met = Met(town=aasnes, plan="/plans", **nothing)
    asked = {
        name: aasnes.post("/plans", name, role, body, **met._for(name)).status_code
        for name, role in ROLES.items()
    }
    refused = {name for name, status in asked.items() if status in (NOT_THEIRS, UNKNOWN)}
    assert refused == set(ROLES) - {"leader"}, asked


def test_no_act_or_view_is_left_out(aasnes: Town) -> None:
    document = aasnes.client.get("/api/openapi.json").json or {}
    root = "/api/v1/plans/{plan}"
    known = {
        (path.removeprefix(root).replace("{person}", "{stranger}"), method)
        for path, item in document["paths"].items()
        for method in {"get", "post"} & set(item)
        if path.startswith(root)
    }
    assert known == {(path, "post") for path in ACTS} | {(path, "get") for path in VIEWS}
