"""What stands around a case about an establishment: words, letters, corrections, the clock."""

from __future__ import annotations

from datetime import date

import pytest

from application.organisations.naming import names_of_establishments
from application.proceedings.trails.told.trail import told_trail
from domain.proceedings.facts import ProceedingReminderSent
from domain.shared.ids import Id
from tests.domain.exemptions.test_notice import with_holiday
from tests.support.clock_town import swept
from tests.support.town import Answer, Town
from tests.web.api.inbox import placing
from tests.web.api.of_establishment import (
    ADMINISTRATOR,
    AUDITOR,
    LEADER,
    Case,
    applied,
    with_helseklage,
)
from tests.web.api.test_case_documents import listed, opened
from tests.web.api.test_case_documents import sent as send_document
from tests.web.api.test_proceedings import DECISION, DIRECTORATE
from tests.web.api.test_way import another_municipality


@pytest.fixture
def case(aasnes: Town) -> Case:
    return applied(with_helseklage(aasnes))


def test_its_words_are_its_own_and_each_opening_is_noted(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 21)
    case.appealed()

    def words(who: tuple[str, str], **more: str) -> Answer:
        return case.town.get(case.path + "/words", *who, **more)

    for who in (LEADER, ADMINISTRATOR, DIRECTORATE):
        texts = [one["text"] for one in words(who).json["items"]]
        assert texts == [DECISION["text"], "Vi har de læringsarenaene som kreves."]
    assert words(AUDITOR).json["code"] == "reason-missing"
    assert words(AUDITOR, Reason="Tilsyn 26/4").status_code == 200
    noted = case.town.get(case.path + "/openings", *LEADER).json["items"]
    assert {one["actingAs"] for one in noted} == {
        "leader",
        "administrator",
        "directorate-officer",
        "auditor",
    }
    assert case.town.get(case.path + "/openings", *DIRECTORATE).json["items"] == noted


def test_what_came_after_the_decision_is_shown_beside_what_it_saw(case: Case) -> None:
    case.notified()
    days = {"firstDay": "2026-04-01", "lastDay": "2026-04-02"}
    member = {"person": str(case.town.people["organiser"]), "office": "appeals-member"}
    case.town.done(f"{case.plan}/officers", *DIRECTORATE, member | days)
    (line,) = case.trail(LEADER)["new"]
    assert line["tag"] == "organisation.officer-appointed"
    assert line["says"]["en"].endswith("member of the appeal body was appointed")


def test_what_was_recorded_in_error_is_marked_in_the_establishment_too(case: Case) -> None:
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    case.appealed()
    version = case.trail(LEADER)["version"]
    told = case.town.services.histories.history(case.town.organisation)[-1].version
    body = {"reason": "Ført på feil sak."}
    direct = case.town.post(f"{case.plan}/facts/{told}/correct", *LEADER, body)
    assert (direct.status_code, direct.json["code"]) == (409, "corrected-in-the-proceeding")
    theirs = case.post(f"/facts/{version}/correct", DIRECTORATE, body)
    assert (theirs.status_code, theirs.json["code"]) == (403, "sent-by-a-party")
    case.done(f"/facts/{version}/correct", LEADER, body)
    assert case.trail(LEADER)["appeals"] == []
    (line,) = case.card(LEADER)
    assert line["appeals"] == []


def test_a_letter_to_the_establishment_names_it(case: Case) -> None:
    case.town.clock.day = date(2026, 3, 31)
    case.done("/decide", DIRECTORATE, DECISION)
    letter = case.done("/letters", DIRECTORATE, {"kind": "decision-notice"})["made"]
    sent = {"channel": "digital", "letter": letter, "dispatchedOn": "2026-03-31"}
    case.done("/notice", DIRECTORATE, sent)
    for who in (LEADER, ADMINISTRATOR):
        assert case.town.get(f"{case.path}/letters/{letter}", *who).status_code == 200


def test_its_leaders_are_reminded_and_the_time_to_appeal_runs_out(kept: Town) -> None:
    case = applied(with_helseklage(kept))
    case.notified()
    reminded = [swept(kept, date(2026, 4, day))["remind"] for day in range(1, 22)]
    assert sum(one.recorded for one in reminded) > 0
    assert not any(one.failed for one in reminded)
    messages = kept.get("/me/messages", *LEADER).json["items"]
    # The leader of the town hears of other cases of it too.
    assert case.path.removeprefix("/proceedings/") in {one["caseId"] for one in messages}
    told = kept.get("/me/messages", *ADMINISTRATOR).json["items"]
    assert case.path.removeprefix("/proceedings/") not in {one["caseId"] for one in told}
    assert not swept(kept, date(2026, 4, 22))["lapse"].failed
    steps = [one["tag"] for one in case.trail(LEADER)["steps"]]
    assert steps[-1] == "proceeding.deadline-lapsed"


def test_of_what_another_establishments_appeal_lacks_its_own_leaders_are_reminded(
    kept: Town,
) -> None:
    case = applied(with_helseklage(kept))
    other = another_municipality(kept)
    case.notified()
    kept.clock.day = date(2026, 4, 20)
    body = {"appellant": other, "receivedOn": "2026-04-20", "defects": ["signature"]}
    appeal = case.done("/appeals", DIRECTORATE, body)["made"]
    case.done(f"/appeals/{appeal}/correction", DIRECTORATE, {"days": 14})
    reminded = [swept(kept, date(2026, 4, day))["remind"] for day in range(20, 31)]
    assert sum(one.recorded for one in reminded) > 0
    assert not any(one.failed for one in reminded)
    ours = case.path.removeprefix("/proceedings/")
    assert ours in {
        one["caseId"] for one in kept.get("/me/messages", "neighbour", "leader").json["items"]
    }
    of_appeal = kept.services.histories.history(Id(ours))
    to = [one.fact.to for one in of_appeal if isinstance(one.fact, ProceedingReminderSent)]
    assert [kept.people["neighbour"]] in [list(one) for one in to]
    assert not [one for one in to if Id(other) in one]


def test_a_change_of_holidays_moves_its_time_and_its_history_tells_it(
    kept: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = applied(with_helseklage(kept))
    case.notified("2026-05-04")
    monkeypatch.setattr(kept.services.enforcement, "_law", with_holiday(5, 26))
    assert not swept(kept, date(2026, 5, 5))["recompute"].failed
    assert [one["lastDay"] for one in case.card(LEADER)] == ["2026-05-27"]
    assert case.told().count("organisation.appeal-period-computed") == 2


@pytest.mark.parametrize(
    ("name", "stage"),
    [("administrator", "first-instance"), ("stranger", "awaiting-authority")],
)
def test_what_came_elsewhere_is_placed_as_the_establishments_if_one_of_its_own_sent_it(
    case: Case, name: str, stage: str
) -> None:
    """R-APP-03: from anybody else it waits for authority."""
    case.notified()
    case.town.clock.day = date(2026, 4, 20)
    astray = {"words": "Vi klager.", "to": "directorate", "because": "unknown-decision"}
    sent_in = case.town.done("/incoming", name, "administrator", astray)["made"]
    case.town.done(f"/incoming/{sent_in}/place", *DIRECTORATE, placing(case))
    (line,) = case.trail(LEADER)["appeals"]
    assert (line["stage"], line["appellant"], line["sentBy"]) == (
        stage,
        str(case.town.organisation),
        str(case.town.people[name]),
    )


def test_a_leader_sends_documents_as_a_party_and_sees_none_of_the_directorates_own(
    case: Case,
) -> None:
    ours = send_document(case, LEADER)
    theirs = send_document(case, DIRECTORATE, internal="true")
    assert {ours, theirs} == set(listed(case, DIRECTORATE))
    for who in (LEADER, ADMINISTRATOR):
        assert set(listed(case, who)) == {ours}
        assert listed(case, who)[ours]["instance"] is None
        assert opened(case, theirs, who).status_code == 404
    case.done(f"/documents/{ours}/withdraw", ADMINISTRATOR, {"reason": "Feil fil."})


def test_its_trail_in_words_names_the_establishment_as_the_party(case: Case) -> None:
    case.notified()
    found = case.town.services.trails.unasked(Id(case.path.removeprefix("/proceedings/")))
    names = names_of_establishments(case.town.services.histories, (case.town.organisation,))
    told = [one.says.en for part in told_trail(found, names) for one in part.lines]
    (name,) = names.values()
    assert f"Party: {name}" in told
    assert (
        "It is registered from Friday 1 February 2019 up to and including Monday 30 March 2026."
        in told
    )
    norwegian = [one.says.nb for part in told_trail(found, names) for one in part.lines]
    assert (
        "Virksomheten er registrert fra fredag 1. februar 2019 til og med mandag 30. mars 2026."
        in norwegian
    )
    assert "Nothing has been added to the history of the establishment since the decision." in told
    assert not [one for one in told if "training plan" in one]
