"""Who may do and see what of a plan, asked over HTTP: every act and view by every role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from application.actors import Role
from tests.support.forms import attached
from tests.support.town import Answer, Town
from tests.web.api.test_journey import GOAL, ready

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
DAY = "2026-02-02"

# Yes: let in. Minus: 403, not in this role. Question mark: 404, must not know of it.
# doctor, supervisor, midwife | leader, administrator | auditor, directorate | stranger
ACTS = {
    "/arenas": "yy- y- -- ?",
    "/supervisors": "--- y- -- ?",
    "/supervisors/{stranger}/release": "--- y- -- ?",
    "/clinical-supervisors": "--- y- -- ?",
    "/clinical-supervisors/{stranger}/release": "--- y- -- ?",
    "/versions": "yy- y- -- ?",
    "/versions/{number}/agree": "yy- y- -- ?",
    "/agreements": "--- y- -- ?",
    "/employment": "--- y- -- ?",
    "/invitations": "y-- -- -- ?",
    "/invitations/{invitation}/accept": "--- -- -- ?",
    "/invitations/{invitation}/decline": "--- -- -- ?",
    "/invitations/{invitation}/withdraw": "y-- -- -- ?",
    "/move": "y-- -- -- ?",
    "/withdraw": "y-- -- -- ?",
    "/application": "y-- -- -- ?",
    "/application/approved": "--- y- -y ?",
    "/application/refused": "--- y- -y ?",
    "/common-goals/change": "--- y- -- ?",
    "/evaluations": "y-- -- -- ?",
    "/representatives": "y-- -- -- ?",
    "/representatives/{stranger}/revoke": "y-- -- -- ?",
    "/sessions": "yy- -- -- ?",
    "/sessions/{session}/minutes": "yy- -- -- ?",
    "/sessions/{session}/finalise": "-y- -- -- ?",
    "/sessions/{session}/discard": "yy- -- -- ?",
    "/activities": "y-- -- -- ?",
    "/activities/{activity}/submit": "y-- -- -- ?",
    "/activities/{activity}/sign": "-yy -- -- ?",
    "/activities/{activity}/return": "-yy -- -- ?",
    "/courses": "y-- -- -- ?",
    "/courses/{course}/certificate": "y-- -- -- ?",
    "/visits": "y-- -- -- ?",
    "/visits/{visit}/confirm": "--- -- -- ?",
    "/visits/{visit}/document": "y-- -- -- ?",
    "/goals/{goal}/submit": "y-- -- -- ?",
    "/goals/{goal}/recall": "y-- -- -- ?",
    "/goals/{goal}/recommend": "-yy -- -- ?",
    "/goals/{goal}/approve": "--- y- -- ?",
    "/goals/{goal}/not-achieved": "--- y- -- ?",
    "/goals/{goal}/return": "--- y- -- ?",
    "/goals/{goal}/correct": "--- y- -- ?",
    "/comments": "yy- y- -- ?",
    "/files": "yy- y- -- ?",
    "/files/{file}/withdraw": "yyy y- -- ?",
    "/sessions/{session}/share": "y-- -- -- ?",
    "/sessions/{session}/unshare": "y-- -- -- ?",
    "/facts/{version}/correct": "--- y- -- ?",
    "/opening/correct": "--- y- -- ?",
}
VIEWS = {
    "/versions": "yyy y- y- ?",
    "/common-goals": "yyy y- y- ?",
    "/earlier": "yy- y- y- ?",
    "/evaluations": "y-- y- y- ?",
    "/evaluations/words": "y-- y- y- ?",
    "/review-material": "yy- y- y- ?",
    "/corrections": "yy- y- y- ?",
    "/facts/{version}/correction": "yy- y- y- ?",
    "/facts/{version}/words": "yy- y- y- ?",
    "": "yyy y- y- ?",
    "/goals": "yyy y- y- ?",
    "/goals/{goal}/gaps": "yyy y- y- ?",
    "/goals/{goal}/outcome": "yy- y- y- ?",
    "/goals/{goal}/words": "yy- y- y- ?",
    "/words": "yy- y- y- ?",
    "/sessions": "yy- y- y- ?",
    "/sessions/{session}/minutes": "yy- -- -- ?",
    "/activities": "yyy y- y- ?",
    "/activities/{activity}/words": "yyy -- -- ?",
    "/courses": "yy- y- y- ?",
    "/visits": "yy- y- y- ?",
    "/visits/{visit}/words": "yy- y- y- ?",
    "/group-guidance": "yy- y- y- ?",
    "/gatherings": "yy- y- y- ?",
    "/guidance": "yyy y- y- ?",
    "/coverage": "yyy y- y- ?",
    "/timeline": "yy- y- y- ?",
    "/comments": "yyy y- y- ?",
    "/comments/{comment}/words": "yy- y- y- ?",
    "/files": "yyy y- y- ?",
    "/files/{file}/words": "yy- y- y- ?",
    "/files/{file}/content": "yy- y- y- ?",
    "/openings": "y-- -- y- ?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A plan with a session, an activity sent to the midwife, and a goal that is decided."""

    town: Town
    plan: str
    session: str
    activity: str
    course: str
    visit: str
    comment: str = ""
    file: str = ""

    def path(self, written: str) -> str:
        stranger = self.town.people["stranger"]
        named = {
            "session": self.session,
            "activity": self.activity,
            "course": self.course,
            "visit": self.visit,
            "goal": GOAL,
            "version": 2,
            "invitation": "00000000-0000-0000-0000-000000000171",
            "number": 1,
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

    def _people(self, written: str) -> dict[str, str]:
        """Return who and what a body names, by the last word of the path."""
        people = {key: str(person) for key, person in self.town.people.items()}
        stranger = {"person": people["stranger"]}
        named = {
            "supervisors": stranger,
            "clinical-supervisors": stranger,
            "representatives": stranger,
            "share": stranger,
            "unshare": stranger,
            "invitations": stranger,
            "move": {"to": people["stranger"]},
            "sessions": {"supervisor": people["supervisor"]},
            "submit": {"consultedOn": DAY},
        }
        if written == "/opening/correct":
            return {"employmentModel": "salaried-gp", "startsOn": "2025-09-01"}
        if written == "/activities/{activity}/submit":
            return {"to": people["midwife"]}
        return named.get(written.rsplit("/", 1)[-1], {})


BODIES: dict[str, dict[str, Any]] = {
    "arenas": {"arenas": ["ARE-01"]},
    "supervisors": {"firstDay": DAY},
    "clinical-supervisors": {"firstDay": DAY, "competenceArea": "svangerskapsomsorg"},
    "versions": {
        "firstDay": "2026-01-05",
        "lastDay": "2031-01-04",
        "rotations": [
            {
                "arena": "ARE-01",
                "firstDay": "2026-01-05",
                "lastDay": "2031-01-04",
                "percentage": 100,
            }
        ],
    },
    "agreements": {"template": "other", "signedOn": DAY, "firstDay": DAY},
    "employment": {"employmentModel": "self-employed-gp", "firstDay": DAY},
    "invitations": {"invitedAs": "supervisor"},
    "move": {"lastDay": "2026-06-30"},
    "withdraw": {"lastDay": "2026-06-30"},
    "/invitations/{invitation}/withdraw": {},
    "application": {"submittedOn": DAY},
    "approved": {"decidedOn": DAY, "statedIn": "vedtak"},
    "refused": {"decidedOn": DAY, "statedIn": "vedtak"},
    "evaluations": {"scores": [{"aspect": "guidance", "points": 4}]},
    "representatives": {"scopes": ["plan"], "firstDay": DAY},
    "revoke": {"lastDay": "2026-05-01"},
    "release": {"lastDay": "2026-05-01"},
    "sessions": {"heldOn": DAY, "durationMinutes": 60},
    "minutes": {"minutes": "Referat."},
    "activities": {"kind": "course", "doneOn": DAY},
    "courses": {"title": "Kurs", "provider": "Kurshuset", "firstDay": DAY, "lastDay": DAY},
    "certificate": {"certificate": "12", "issuedOn": DAY, "issuedBy": "Kurshuset"},
    "visits": {
        "direction": "made",
        "setting": "gp-practice",
        "days": [DAY],
        "colleagueName": "Kari Nordmann",
    },
    "document": {"document": "Skjema.", "issuedOn": DAY},
    "sign": {"channel": "on-site"},
    "return": {"comment": "Skriv mer."},
    "recommend": {"advice": "achieved"},
    "approve": {"statement": "Vist."},
    "not-achieved": {"statement": "Ikke vist."},
    "correct": {"reason": "Ført feil."},
    "comments": {"aboutKind": "goal", "about": GOAL, "text": "Se her."},
    "/files/{file}/withdraw": {"reason": "Feil fil."},
}


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
        comment=said,
        file=attached(aasnes, plan, "doctor", "doctor").json["made"],
    )


def expected(row: str) -> dict[str, str]:
    """Return each person's mark in a row, those refused first: the others may change things."""
    marks = dict(zip(ROLES, row.replace(" ", ""), strict=True))
    return dict(sorted(marks.items(), key=lambda mark: mark[1]))


NOTHING_THERE = ("no-earlier-plan", "unknown-invitation")
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
    met = Met(town=aasnes, plan="/plans", session="", activity="", course="", visit="")
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
