"""`alis serve` tells in a sentence what is wrong with the ways in; no demo stands beside them."""

from __future__ import annotations

import json
import signal
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from infrastructure.bootstrap import opened
from infrastructure.oidc.settings import SignInMisconfigured
from infrastructure.settings import read_settings
from infrastructure.store.migrate import migrate, migrate_keys
from tests.infrastructure.oidc.keys import ec_key, private
from tests.support.browser import HERE
from tests.support.postgres import Databases
from web.cli.main import main
from web.wsgi import Server, application


@pytest.fixture
def environment(databases: Databases, tmp_path: Path) -> dict[str, str]:
    migrate(databases.addresses.migrate)
    migrate_keys(databases.addresses.migrate_keys)
    key = tmp_path / "key.json"
    key.write_text(json.dumps(private(ec_key("alis"))), encoding="utf-8")
    return {
        "DATABASE_URL": databases.addresses.application,
        "MIGRATE_DATABASE_URL": databases.addresses.migrate,
        "KEYS_DATABASE_URL": databases.addresses.keys,
        "ALIS_PUBLIC_ADDRESS": "https://alis.example",
        "ALIS_HELSEID_ISSUER": "https://sts.nhn.example",
        "ALIS_HELSEID_CLIENT": "0e1f-alis",
        "ALIS_HELSEID_KEY": str(key),
    }


def alis(environment: dict[str, str], *words: str) -> tuple[int, str]:
    ran = CliRunner(env=environment).invoke(main, list(words))
    assert not ran.exception or isinstance(ran.exception, SystemExit), ran.exception
    return ran.exit_code, ran.output


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return ("serve", "--port", str(one.getsockname()[1]))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"ALIS_HELSEID_CLIENT": ""}, "ALIS_HELSEID_CLIENT must be set too"),
        ({"ALIS_HELSEID_ISSUER": "http://sts.example"}, "ALIS_HELSEID_ISSUER must be an address"),
        ({"ALIS_HELSEID_KEY": "/nowhere"}, "ALIS_HELSEID_KEY must name a file"),
        ({"ALIS_PUBLIC_ADDRESS": ""}, "ALIS_PUBLIC_ADDRESS must be set too"),
        ({"ALIS_PUBLIC_ADDRESS": "alis.example"}, "ALIS_PUBLIC_ADDRESS must be an origin"),
        ({"ALIS_MACHINE_ISSUER": "https://m.example"}, "ALIS_MACHINE_AUDIENCE must be set too"),
    ],
)
def test_what_is_wrong_is_told_before_anything_listens(
    environment: dict[str, str], serve: tuple[str, ...], changed: dict[str, str], says: str
) -> None:
    code, said = alis(environment | changed, *serve)
    assert code == 1
    assert says in said
    assert said.count("\n") == 1


def test_a_real_deployment_shows_its_providers_and_no_demo(environment: dict[str, str]) -> None:
    with opened(read_settings(environment)) as system:
        Server(system, address="127.0.0.1:0", workers=1)
        app = application(system)
        page = app.test_client().get("/sign-in", base_url=HERE).text
        assert "Logg inn med HelseID" in page
        assert "ID-porten" not in page
        assert "Demo" not in page
        assert app.extensions["alis-demo"] is None
        assert app.extensions["alis-tokens"] is None


def test_without_a_provider_the_page_says_so(environment: dict[str, str]) -> None:
    bare = {name: told for name, told in environment.items() if "HELSEID" not in name}
    with opened(read_settings(bare)) as system:
        page = application(system).test_client().get("/sign-in", base_url=HERE).text
    assert "Innlogging er ikke satt opp her ennå" in page


def test_no_demo_is_switched_on_beside_a_database(environment: dict[str, str]) -> None:
    code, said = alis(environment, "demo", "--prepare-only")
    assert code == 1
    assert "the demo runs on the embedded database only; unset DATABASE_URL" in said


def test_a_database_marked_a_demo_is_none_where_it_has_an_address(databases: Databases) -> None:
    migrate(databases.addresses.migrate, kind="demo")
    migrate_keys(databases.addresses.migrate_keys)
    told = {
        "DATABASE_URL": databases.addresses.application,
        "MIGRATE_DATABASE_URL": databases.addresses.migrate,
        "KEYS_DATABASE_URL": databases.addresses.keys,
    }
    with opened(read_settings(told)) as system:
        assert not system.is_demo()
        client = application(system).test_client()
        found = client.post("/sign-in/demo", base_url=HERE, data={"person": "x"})
        assert found.status_code == 404


@pytest.mark.slow
def test_the_demo_takes_no_provider(environment: dict[str, str], data: Path) -> None:
    embedded = {name: told for name, told in environment.items() if "DATABASE_URL" not in name}
    with opened(read_settings(embedded, data=data)) as system:
        system.migrate("demo")
        with pytest.raises(SignInMisconfigured, match="the demo has its own people"):
            Server(system, address="127.0.0.1:0", workers=1)
