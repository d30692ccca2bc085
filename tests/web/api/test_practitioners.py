"""What public acts say of a person, who sees it, and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.town import Town

STATED = {"lastDay": "2026-04-30", "statedIn": "vedtak 2026/7"}


def test_a_person_sees_their_own_standing_with_its_sources(aasnes: Town) -> None:
    path = f"/practitioners/{aasnes.people['supervisor']}"
    card = aasnes.get(path, "supervisor", "supervisor").json
    assert card["specialistApprovals"] == [
        {
            "specialty": "allmennmedisin",
            "firstDay": "2015-01-01",
            "lastDay": None,
            "statedIn": "HPR",
            "endStatedIn": None,
        }
    ]
    assert card["authorisations"][0]["kind"] == "authorisation"
    assert card["supervisorCourses"][0]["statedIn"] == "Åsnes kommune"


@pytest.mark.parametrize(
    ("name", "role", "acting_for", "status"),
    [
        ("leader", "leader", True, 200),
        ("administrator", "administrator", True, 200),
        ("directorate", "directorate-officer", False, 200),
        ("auditor", "auditor", False, 200),
        ("leader", "leader", False, 400),
        ("supervisor", "leader", True, 403),
        ("midwife", "clinical-supervisor", True, 403),
        ("stranger", "doctor", False, 403),
        ("operator", "system-administrator", False, 403),
    ],
)
def test_a_practitioner_is_seen_by_those_who_need_it(
    aasnes: Town, name: str, role: str, *, acting_for: bool, status: int
) -> None:
    more = {"Acting_For": aasnes.organisation} if acting_for else {}
    path = f"/practitioners/{aasnes.people['doctor']}"
    assert aasnes.get(path, name, role, **more).status_code == status


def test_one_of_whom_nothing_is_recorded_is_not_found(aasnes: Town) -> None:
    path = f"/practitioners/{aasnes.people['stranger']}"
    assert aasnes.get(path, "directorate", "directorate-officer").status_code == 404


def test_an_authorisation_is_ended_and_known_as_it_was(aasnes: Town) -> None:
    path, officer = (
        f"/practitioners/{aasnes.people['doctor']}",
        ("directorate", "directorate-officer"),
    )
    before = aasnes.services.histories.history(aasnes.people["doctor"])[-1].recorded_at
    assert before is not None
    aasnes.done(f"{path}/authorisations/end", *officer, STATED)
    (now,) = aasnes.get(path, *officer).json["authorisations"]
    assert (now["lastDay"], now["endStatedIn"]) == ("2026-04-30", "vedtak 2026/7")
    # The database records by its own clock, which is ahead of the town's.
    aasnes.clock.day = before.date() + timedelta(days=1)
    known = f"{path}?knownAt={before.isoformat().replace('+', '%2B')}"
    assert aasnes.get(known, *officer).json["authorisations"][0]["lastDay"] is None
    again = aasnes.post(f"{path}/authorisations/end", *officer, STATED)
    assert (again.status_code, again.json["code"]) == (409, "already-ended")


def test_a_specialist_approval_that_has_ended_no_longer_counts(aasnes: Town) -> None:
    path, officer = (
        f"/practitioners/{aasnes.people['doctor']}",
        ("directorate", "directorate-officer"),
    )
    approval = {"specialty": "allmennmedisin", "firstDay": "2015-01-01", "statedIn": "HPR"}
    aasnes.done(f"{path}/specialist-approvals", *officer, approval)
    end = {"specialty": "allmennmedisin", **STATED}
    aasnes.done(f"{path}/specialist-approvals/end", *officer, end)
    refused = aasnes.post(
        f"{path}/specialist-approvals/end", *officer, end | {"lastDay": "2026-05-01"}
    )
    assert (refused.status_code, refused.json["code"]) == (409, "nothing-to-end")
