"""`alis history` over the town's own databases, run as a person runs it."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from infrastructure.store.migrate import migrate, migrate_keys
from tests.support import portal as p
from tests.support.documents import NUMBER
from tests.support.over import LATER, moved, withdrawn
from tests.support.portal import Portal
from tests.support.portal import portal as made
from tests.support.postgres import Databases
from tests.support.town import town
from web.cli.main import main


class Alis:
    """The command in this process, which reads and writes bytes as one of its own would."""

    def __init__(self, databases: Databases, folder: Path) -> None:
        self.folder = folder
        self._env = {
            "DATABASE_URL": databases.addresses.application,
            "MIGRATE_DATABASE_URL": databases.addresses.migrate,
            "KEYS_DATABASE_URL": databases.addresses.keys,
        }

    def __call__(self, *words: str, code: int = 0) -> Result:
        ran = CliRunner(env=self._env).invoke(main, ["history", *words])
        assert ran.exit_code == code, (ran.output, ran.exception)
        return ran

    def file(self, name: str, content: bytes) -> str:
        path = self.folder / name
        path.write_bytes(content)
        return str(path)


@pytest.fixture
def alis(databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Alis:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    return Alis(databases, tmp_path)


@pytest.fixture
def portal(alis: Alis, databases: Databases) -> Iterator[Portal]:
    assert alis
    with town(databases.addresses) as there:
        yield made(there.with_new_people())


def test_a_history_is_tried_brought_in_and_written_out(alis: Alis, portal: Portal) -> None:
    file = alis.file("fjor.csv", portal.of_the_doctor(*p.ALL))
    tried = alis("import", file, "--dry-run").stdout
    assert "5 of 5 lines are new; nothing was recorded." in tried
    assert "1 (1.5 hours)" in tried
    assert portal.case().guidance.sessions == {}
    done = alis("import", file).stdout
    assert "5 of 5 lines were recorded." in done
    assert "1 (1.5 hours)" in done
    again = alis("import", file).stdout
    assert "All 5 lines were imported before; nothing was recorded." in again
    for chosen in (("--plan", portal.plan), ("--organisation", portal.town.organisation)):
        assert alis("export", *chosen).stdout_bytes == alis("export", "--all").stdout_bytes
    out = alis("export", "--all").stdout_bytes
    assert p.SESSION["text"].encode() not in out
    told = json.loads(alis("import", alis.file("ut.csv", out), "--json").stdout)
    assert (told["new"], told["known"], told["recorded"]) == (0, 5, False)


def test_all_that_is_exported_can_be_imported_again(alis: Alis, portal: Portal) -> None:
    # given a doctor who moved and went on elsewhere, and one who left the training
    leaver = made(portal.town.with_new_people())
    for one in (portal, leaver):
        one.bring_in(one.of_the_doctor(*p.ALL))
    moved(portal)
    portal.bring_in(portal.of_the_doctor(LATER))
    withdrawn(leaver)
    # when all is written out and brought in
    out = alis("export", "--all").stdout_bytes
    told = alis("import", alis.file("alt.csv", out)).stdout
    # then all was known
    assert "All 12 lines were imported before; nothing was recorded." in told


def test_words_that_seem_to_name_a_patient_wait_for_a_confirmation(
    alis: Alis, portal: Portal
) -> None:
    file = alis.file("ord.csv", portal.of_the_doctor(p.SESSION | {"text": f"Om {NUMBER}."}))
    told = alis("import", file, code=1).stderr
    assert "ord.csv:2: text: something that looks like an identity number stands in" in told
    assert "--patients-not-named" in told
    assert NUMBER not in told
    done = alis("import", file, "--patients-not-named").stdout
    assert "1 of 1 lines were recorded." in done


def test_words_are_written_out_with_a_reason_only(alis: Alis, portal: Portal) -> None:
    portal.bring_in(portal.of_the_doctor(p.SESSION))
    refused = alis("export", "--all", "--with-texts", code=2).stderr
    assert "--with-texts needs a --reason" in refused
    ran = alis("export", "--all", "--with-texts", "--reason", "flytting")
    assert p.SESSION["text"] in ran.stdout


def test_every_bad_line_is_told_and_nothing_is_recorded(alis: Alis, portal: Portal) -> None:
    bad = portal.of_the_doctor(p.GOAL, p.SESSION | {"minutes": "lenge"}, p.SESSION | {"by": ""})
    told = alis("import", alis.file("feil.csv", bad), code=1).stderr
    assert 'feil.csv:3: minutes: "lenge" is not a whole number from 1 to 600.' in told
    assert "feil.csv:4: by: is missing." in told
    assert "problems: 2; nothing was recorded" in told
    assert portal.case().goals.by_code == {}


def test_a_file_in_another_encoding_is_told_how_to_save_it(alis: Alis) -> None:
    file = alis.file("ansi.csv", "record;hpr;name\ncourse;1;Å føre\n".encode("cp1252"))
    told = alis("import", file, code=1).stderr
    assert "ansi.csv:2: the file is not in UTF-8, but probably in Windows-1252 (ANSI)" in told
    assert 'save it again as "CSV UTF-8"' in told
    other = alis.file("utf16.csv", "record;hpr\n".encode("utf-16"))
    assert "utf16.csv: the file is in UTF-16" in alis("import", other, code=1).stderr


def test_one_kind_of_export_is_chosen(alis: Alis) -> None:
    assert "choose one of" in alis("export", code=2).stderr
    assert "choose one of" in alis("export", "--all", "--organisation", "1", code=2).stderr
    missing = alis("export", "--organisation", "999999999", code=1).stderr
    assert "No establishment is registered with number 999999999" in missing


def test_the_template_is_printed(alis: Alis) -> None:
    lines = alis("template").stdout.splitlines()
    assert lines[0].startswith("record;hpr;organisation;day")
    assert len(lines) == 6
