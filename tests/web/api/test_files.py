"""Files over HTTP: attached as forms, handed out as they were, and what is refused."""

from __future__ import annotations

import io
import logging
from urllib.parse import urlencode

import flask
import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import stream_encode_multipart

from application.contents import LARGEST_FILE
from application.ids import new_id
from tests.support.documents import NUMBER
from tests.support.forms import GOAL_FORM, PLAIN, PNG, attached, docx, pdf
from tests.support.town import Answer, Town, known_at
from tests.web.api.test_comments import AUDITOR, DOCTOR, LEADER, MIDWIFE, SUPERVISOR, things
from tests.web.api.test_corrections import correct
from tests.web.api.test_journey import guided
from tests.web.api.test_refusals import nothing_recorded, refused

NAME = "egenvurdering æøå.txt"
WHY = {"Reason": "Vurdering."}


def content(town: Town, path: str, who: tuple[str, str], **more: str) -> bytes:
    response = town.client.get(f"/api/v1{path}/content", headers=town.headers(*who, **more))
    assert response.status_code == 200, response.json
    return bytes(response.data)


def made(answer: Answer, plan: str) -> str:
    assert answer.status_code == 201, answer.json
    return f"{plan}/files/{answer.json['made']}"


def test_a_file_comes_back_as_it_was(aasnes: Town) -> None:
    plan = aasnes.plan()
    file = made(attached(aasnes, plan, *DOCTOR), plan)
    headers = aasnes.headers(*LEADER, **WHY)
    response = aasnes.client.get(f"/api/v1{file}/content", headers=headers)
    assert (response.data, response.mimetype) == (PLAIN, "text/plain")
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    assert "filename*=UTF-8''egenvurdering%20%C3%A6%C3%B8%C3%A5.txt" in disposition
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    words = aasnes.get(f"{file}/words", *DOCTOR).json["items"]
    assert [(word["field"], word["text"]) for word in words] == [("name", NAME)]


@pytest.mark.parametrize(
    ("name", "sent"),
    [("bevis.pdf", pdf("Bevis")), ("skisse.png", PNG), ("rapport.docx", docx("Rapport"))],
)
def test_the_kinds_that_are_taken(aasnes: Town, name: str, sent: bytes) -> None:
    plan = aasnes.plan()
    file = made(attached(aasnes, plan, *DOCTOR, content=sent, file_name=name), plan)
    assert content(aasnes, file, DOCTOR) == sent
    (line,) = aasnes.get(f"{plan}/files", *DOCTOR).json["items"]
    assert line["sizeInBytes"] == len(sent)
    assert len(line["sha256"]) == 64
    assert "name" not in line


def test_a_file_follows_what_it_is_about(aasnes: Town) -> None:
    plan = aasnes.plan()
    about = things(aasnes, plan)
    form = {"aboutKind": "session", "about": about["session"]}
    of_session = made(attached(aasnes, plan, *SUPERVISOR, form), plan)
    form = {"aboutKind": "activity", "about": about["activity"]}
    of_activity = made(attached(aasnes, plan, *MIDWIFE, form), plan)
    assert content(aasnes, of_session, DOCTOR) == content(aasnes, of_activity, SUPERVISOR) == PLAIN
    for who in (LEADER, AUDITOR, MIDWIFE):
        assert aasnes.get(f"{of_session}/content", *who, **WHY).status_code == 403
    refused(aasnes.get(f"{of_activity}/content", *LEADER, **WHY), 403, "role-not-permitted")
    assert len(aasnes.get(f"{plan}/files", *MIDWIFE).json["items"]) == 1
    assert aasnes.get(f"{plan}/files", *LEADER).json["items"] == []
    refused(attached(aasnes, plan, *AUDITOR), 403, "role-not-permitted")
    refused(attached(aasnes, plan, *MIDWIFE), 403, "role-not-permitted")
    refused(attached(aasnes, plan, "stranger", "doctor"), 404, "unknown-case")


def test_a_repeat_with_the_same_key_gets_the_first_receipt(aasnes: Town) -> None:
    plan = aasnes.plan()
    key = {"Idempotency-Key": "opplasting-1"}
    first = attached(aasnes, plan, *DOCTOR, headers=key)
    again = attached(aasnes, plan, *DOCTOR, headers=key)
    assert (again.status_code, again.json["made"]) == (200, first.json["made"])
    other = attached(aasnes, plan, *DOCTOR, content=b"noe annet", headers=key)
    refused(other, 422, "key-reused")
    assert len(aasnes.get(f"{plan}/files", *DOCTOR).json["items"]) == 1


@pytest.mark.parametrize(
    ("name", "sent", "status", "code"),
    [
        ("bevis.png", pdf(), 422, "file-not-what-it-says"),
        ("bevis.pdf", pdf(more=b"/OpenAction << /S /Launch >>"), 422, "file-has-macro"),
        ("x.docx", docx("x", more={"word/vbaProject.bin": b"x"}), 422, "file-has-macro"),
        ("tom.txt", b"", 422, "file-empty"),
        ("stor.txt", b"x" * (LARGEST_FILE + 1), 413, "file-too-large"),
        ("enda større.txt", b"x" * (LARGEST_FILE + 1_000_000), 413, "file-too-large"),
        ("program.exe", b"MZ\x90\x00" + bytes(99), 422, "file-type-not-taken"),
        ("../..", PLAIN, 400, "file-name-malformed"),
        ("x" * 300 + ".txt", PLAIN, 400, "file-name-malformed"),
    ],
    ids=lambda value: str(value[:12]) if isinstance(value, str) else "",
)
def test_a_file_that_is_not_taken_leaves_nothing_behind(
    aasnes: Town, name: str, sent: bytes, status: int, code: str
) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        answer = attached(aasnes, plan, *DOCTOR, content=sent, file_name=name)
        told = refused(answer, status, code)
    assert told["field"] == "file"


def test_of_every_file_it_is_said_that_it_names_no_patient(aasnes: Town) -> None:
    plan = aasnes.plan()
    with nothing_recorded(aasnes):
        answer = attached(aasnes, plan, *DOCTOR, {"patientsNotNamed": None})
        told = refused(answer, 422, "rule-broken")
    assert told["rule"] == "R-KP-03"
    sent = f"Pasient {NUMBER}".encode()
    answer = attached(aasnes, plan, *DOCTOR, {"patientsNotNamed": "false"}, content=sent)
    told = refused(answer, 422, "rule-broken")
    assert "linje 1, tegn 9" in told["findings"][1]["says"]
    assert NUMBER not in str(told)
    assert attached(aasnes, plan, *DOCTOR, content=sent).status_code == 201


def test_a_form_that_is_no_such_form_is_told_what_is_wrong(aasnes: Town) -> None:
    plan, headers = aasnes.plan(), aasnes.headers(*DOCTOR)
    path = f"/api/v1{plan}/files"
    post = aasnes.client.post
    answer = Answer.of(post(path, json={"aboutKind": "plan"}, headers=headers))
    told = refused(answer, 415, "unsupported-media-type")
    assert "multipart/form-data" in told["detail"]
    file = (io.BytesIO(PLAIN), NAME)
    forms = (
        ({"file": [file, (io.BytesIO(PLAIN), "to.txt")], **GOAL_FORM}, "file"),
        ({"file": "bare tekst", **GOAL_FORM}, "file"),
        (dict(GOAL_FORM), "file"),
        ({"file": (io.BytesIO(PLAIN), NAME), "aboutKind": "arena"}, "aboutKind"),
        ({"file": (io.BytesIO(PLAIN), NAME), **GOAL_FORM, "kind": "pdf"}, "kind"),
    )
    for form, field in forms:
        sent = post(path, data=form, content_type="multipart/form-data", headers=headers)
        told = refused(Answer.of(sent), 400, "malformed")
        assert list(told["errors"]) == [field]


def test_an_upload_never_lies_unencrypted_on_disk(aasnes: Town) -> None:
    file = FileStorage(io.BytesIO(b"x" * 2_000_000), filename="stor.txt")
    stream, _, boundary = stream_encode_multipart({"file": file}, use_tempfile=False)
    kind = f"multipart/form-data; boundary={boundary}"
    app = aasnes.client.application
    with app.test_request_context(method="POST", data=stream.read(), content_type=kind):
        flask.request.max_content_length = LARGEST_FILE
        assert isinstance(flask.request.files["file"].stream, io.BytesIO)


def test_only_a_file_may_be_large(aasnes: Town) -> None:
    plan = aasnes.plan()
    body = {"aboutKind": "plan", "text": "x" * 1_000_001}
    assert aasnes.post(f"{plan}/comments", *DOCTOR, body).status_code == 413


def test_a_withdrawn_file_is_not_handed_out_but_stays_known(aasnes: Town) -> None:
    plan = aasnes.plan()
    answer = attached(aasnes, plan, *SUPERVISOR)
    file = made(answer, plan)
    body = {"reason": "Feil fil."}
    refused(aasnes.post(f"{file}/withdraw", *LEADER, body), 422, "rule-broken")
    aasnes.done(f"{file}/withdraw", *DOCTOR, body)
    refused(aasnes.post(f"{file}/withdraw", *DOCTOR, body), 409, "file-withdrawn")
    refused(aasnes.get(f"{file}/content", *DOCTOR), 409, "file-withdrawn")
    then = urlencode({"knownAt": known_at(aasnes, answer.json["recordedAt"])})
    refused(aasnes.get(f"{file}/content?{then}", *DOCTOR), 409, "file-withdrawn")
    words = aasnes.get(f"{file}/words", *DOCTOR).json["items"]
    assert [word["text"] for word in words] == [NAME, "Feil fil."]
    (line,) = aasnes.get(f"{plan}/files", *LEADER).json["items"]
    assert line["withdrawnBy"] == aasnes.people["doctor"]


def test_a_file_attached_in_error_is_taken_back_by_who_attached_it(aasnes: Town) -> None:
    plan = aasnes.plan()
    file = made(attached(aasnes, plan, *SUPERVISOR), plan)
    refused(correct(aasnes, plan, "plan.file-attached", *DOCTOR), 422, "rule-broken")
    assert correct(aasnes, plan, "plan.file-attached", *SUPERVISOR).status_code == 201
    refused(aasnes.get(f"{file}/content", *DOCTOR), 404, "unknown-file")
    assert aasnes.get(f"{plan}/files", *DOCTOR).json["items"] == []


def test_a_file_nobody_attached_is_not_there(aasnes: Town) -> None:
    plan = aasnes.plan()
    for end in ("words", "content"):
        refused(aasnes.get(f"{plan}/files/{new_id()}/{end}", *DOCTOR), 404, "unknown-file")
    body = {"reason": "Feil."}
    nowhere = f"{plan}/files/{new_id()}/withdraw"
    refused(aasnes.post(nowhere, *DOCTOR, body), 404, "unknown-file")


def test_a_file_was_not_there_before_it_was_attached(aasnes: Town) -> None:
    plan = aasnes.plan()
    guided(aasnes, plan)
    before = aasnes.get(f"{plan}/timeline", *DOCTOR).json["items"][-1]["recordedAt"]
    file = made(attached(aasnes, plan, *DOCTOR), plan)
    then = urlencode({"knownAt": known_at(aasnes, before)})
    refused(aasnes.get(f"{file}/content?{then}", *DOCTOR), 404, "unknown-file")
    assert aasnes.get(f"{plan}/files?{then}", *DOCTOR).json["items"] == []


def test_neither_name_nor_content_is_logged(aasnes: Town, caplog: pytest.LogCaptureFixture) -> None:
    plan = aasnes.plan()
    with caplog.at_level(logging.DEBUG):
        file = made(attached(aasnes, plan, *DOCTOR), plan)
        content(aasnes, file, DOCTOR)
        attached(aasnes, plan, *DOCTOR, content=b"", file_name="hemmelig.txt")
    assert not [word for word in ("egenvurdering", "hemmelig", "godt") if word in caplog.text]
