"""What happens to a file when somebody is first, or when what is stored is not there."""

from __future__ import annotations

from hashlib import sha256

import psycopg

from application.acting import Acting
from application.actors import Actor, Order, Role
from application.contents import Contents
from application.ids import new_id
from application.plans.acting import PlanActing
from application.plans.files import AttachFile, FileService
from application.ports import Files
from domain.catalogue.catalogue import CATALOGUE
from domain.law.book import IN_FORCE
from domain.plans.rules.about import AboutKind
from domain.shared.ids import Id
from infrastructure.contents.examining import ContentExaminer
from tests.support.forms import PLAIN, attached
from tests.support.town import Town
from tests.web.api.test_comments import DOCTOR, LEADER, said
from tests.web.api.test_files import content
from tests.web.api.test_journey import GOAL
from tests.web.api.test_refusals import refused


class Overtaken:
    """Keeps files, and meanwhile lets somebody else act on the plan."""

    def __init__(self, files: Files, town: Town, plan: str) -> None:
        self._files, self._town, self._plan = files, town, plan
        self.kept: list[str] = []

    def keep(self, content: bytes, *, subject: Id, context: str) -> str:
        said(self._town, self._plan, "goal", GOAL, LEADER)
        self.kept.append(self._files.keep(content, subject=subject, context=context))
        return self.kept[-1]

    def open_file(self, sha256: str, *, subject: Id, context: str) -> bytes | None:
        return self._files.open_file(sha256, subject=subject, context=context)


def test_one_who_was_overtaken_stores_the_content_once(aasnes: Town) -> None:
    plan = aasnes.plan()
    files = Overtaken(aasnes.services.files._contents._files, aasnes, plan)
    acting = Acting(aasnes.services.histories, aasnes.clock, aasnes.directory)
    plans = PlanActing(acting=acting, catalogue=CATALOGUE, law=IN_FORCE)
    service = FileService(plans, Contents(files, ContentExaminer()))
    file, command_id = new_id(), new_id()
    command = AttachFile(
        plan=Id(plan.split("/")[-1]),
        file=file,
        about_kind=AboutKind.GOAL,
        about=GOAL,
        name="notat.txt",
        content=PLAIN,
        patients_not_named=True,
    )
    doctor = Actor(person=aasnes.people["doctor"], acting_as=Role.DOCTOR)
    order = Order(
        command_id=command_id, body_hash=sha256(PLAIN).digest(), correlation_id=command_id
    )
    service.attach(command, doctor, order)
    (line,) = aasnes.get(f"{plan}/files", *DOCTOR).json["items"]
    assert files.kept == [line["sha256"]]
    assert content(aasnes, f"{plan}/files/{file}", DOCTOR) == PLAIN


def test_a_content_that_was_lost_is_told_and_not_noted_as_opened(aasnes: Town) -> None:
    plan = aasnes.plan()
    file = attached(aasnes, plan, *DOCTOR).json["made"]
    (line,) = aasnes.get(f"{plan}/files", *DOCTOR).json["items"]
    with psycopg.connect(aasnes.addresses.migrate) as connection:
        connection.execute("ALTER TABLE files.contents DISABLE TRIGGER append_only")
        gone = bytes.fromhex(line["sha256"])
        connection.execute("DELETE FROM files.contents WHERE sha256 = %s", [gone])
        connection.execute("ALTER TABLE files.contents ENABLE ALWAYS TRIGGER append_only")
    told = refused(aasnes.get(f"{plan}/files/{file}/content", *DOCTOR), 500, "file-damaged")
    assert line["sha256"] in told["detail"]
    noted = aasnes.get(f"{plan}/openings", *DOCTOR).json["items"]
    assert [one["field"] for one in noted] == ["name"]


def test_a_ciphertext_nobody_names_is_found_by_nobody(aasnes: Town) -> None:
    plan = aasnes.plan()
    files = aasnes.services.files._contents._files
    orphan = files.keep(PLAIN, subject=aasnes.people["doctor"], context="never|recorded|content")
    assert aasnes.get(f"{plan}/files", *DOCTOR).json["items"] == []
    assert orphan not in str(aasnes.get(f"{plan}/timeline", *DOCTOR).json)
