"""The embedded server: shared, private, and gone when nobody needs it."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from infrastructure.embedded import DatabaseUnavailable, EmbeddedPostgres, Reach, binaries
from infrastructure.embedded.account import account_for
from infrastructure.embedded.places import LONGEST_SOCKET, SYSTEM
from tests.support.processes import await_ready, end, eventually, runs, sharer

if TYPE_CHECKING:
    from tests.support.postgres import Databases

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives up rights")


def ask(address: str, query: str) -> object:
    with psycopg.connect(address) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_last_of_two_sharers_stops_the_server(data: Path) -> None:
    one, two = EmbeddedPostgres(data), EmbeddedPostgres(data)
    address = one.start().application
    assert two.start().application == address
    one.stop()
    assert ask(address, "SELECT 1") == 1
    two.stop()
    assert not runs(data)


@pytest.mark.slow
def test_a_second_start_finds_what_was_stored(data: Path) -> None:
    with EmbeddedPostgres(data) as server, psycopg.connect(server.addresses.migrate) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with EmbeddedPostgres(data) as server:
        assert ask(server.addresses.migrate, "SELECT number FROM kept") == 7


def test_stopping_twice_or_never_having_started_does_no_harm(data: Path) -> None:
    server = EmbeddedPostgres(data)
    server.stop()
    server.start()
    server.stop()
    server.stop()
    with pytest.raises(DatabaseUnavailable, match="not started"):
        _ = server.addresses


@pytest.mark.slow
def test_a_killed_sharer_leaves_a_server_that_the_next_one_uses_and_stops(data: Path) -> None:
    with sharer(data) as process:
        await_ready(process)
        end(process, signal.SIGKILL)
    assert runs(data)
    left = (data / "postgres/cluster/postmaster.pid").read_text()
    with EmbeddedPostgres(data) as server:
        assert ask(server.addresses.application, "SELECT 1") == 1
        assert (data / "postgres/cluster/postmaster.pid").read_text() == left
    assert not runs(data)


@pytest.mark.slow
@pytest.mark.parametrize("ready", [True, False], ids=["running", "starting"])
def test_ctrl_c_leaves_no_server(data: Path, ready: bool) -> None:  # noqa: FBT001 - a parameter
    with sharer(data) as process:
        if ready:
            await_ready(process)
        else:
            assert eventually((data / "postgres/cluster/postmaster.pid").exists)
        assert end(process, signal.SIGINT) == 130
    assert not runs(data)


@pytest.mark.slow
def test_a_cluster_whose_making_was_interrupted_is_made_afresh(data: Path) -> None:
    with sharer(data) as process:
        assert eventually(lambda: any((data / "postgres").glob("making-*/cluster/PG_VERSION")))
        end(process, signal.SIGKILL)
    with EmbeddedPostgres(data) as server:
        assert ask(server.addresses.keys, "SELECT current_user") == "alis_keys"
    assert not list((data / "postgres").glob("making-*"))


@pytest.mark.slow
def test_a_dead_servers_number_may_name_another_process(data: Path) -> None:
    with EmbeddedPostgres(data):
        told = (data / "postgres/cluster/postmaster.pid").read_text().splitlines()
    account = account_for(data / "postgres/cluster")
    rights = {} if account.is_ours else {"user": account.uid}
    with subprocess.Popen(["sleep", "600"], **rights) as other:  # type: ignore[call-overload]
        stale = "\n".join([str(other.pid), *told[1:], ""])
        (data / "postgres/cluster/postmaster.pid").write_text(stale)
        with EmbeddedPostgres(data) as server:
            assert ask(server.addresses.application, "SELECT 1") == 1
        other.kill()


@pytest.mark.slow
def test_a_server_that_died_is_started_again(data: Path) -> None:
    with sharer(data) as process:
        await_ready(process)
        file = data / "postgres/cluster/postmaster.pid"
        os.kill(int(file.read_text().split()[0]), signal.SIGKILL)
        assert eventually(lambda: not runs(data))
        with EmbeddedPostgres(data) as server:
            assert ask(server.addresses.application, "SELECT 1") == 1
            process.communicate()
            assert runs(data)
    assert not runs(data)


def test_nobody_enters_without_the_password(server: EmbeddedPostgres) -> None:
    for role in ("postgres", "alis_app", "alis_migrator", "alis_keys"):
        guess = make_conninfo(server.address(role, "alis"), password="guess")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(guess)


@pytest.mark.parametrize(
    ("role", "database"),
    [
        ("alis_app", "alis_keys"),
        ("alis_keys", "alis"),
    ],
)
def test_a_role_enters_its_own_database_only(
    server: EmbeddedPostgres, role: str, database: str
) -> None:
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(server.address(role, database))


def test_what_the_migrator_makes_is_the_owners(databases: Databases) -> None:
    made = "CREATE TABLE made (); SELECT tableowner FROM pg_tables WHERE tablename = 'made'"
    with psycopg.connect(databases.addresses.migrate) as connection:
        connection.execute(made.split(";", maxsplit=1)[0].encode())
        owner = connection.execute(made.split(";")[1].encode()).fetchone()
    assert owner == ("alis_owner",)


def test_the_application_makes_no_tables(databases: Databases) -> None:
    with (
        psycopg.connect(databases.addresses.application) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE mine ()")


def test_the_folders_are_private(data: Path) -> None:
    with EmbeddedPostgres(data):
        home = data / "postgres"
        assert mode(home / "cluster") == mode(home / "socket") == 0o700
        assert mode(home / "passwords.json") == 0o600
        assert mode(home) & 0o007 == 0


def test_the_settings_are_the_durable_ones(data: Path) -> None:
    with EmbeddedPostgres(data) as server:
        for name, value in {
            "fsync": "on",
            "synchronous_commit": "on",
            "full_page_writes": "on",
            "data_checksums": "on",
            "TimeZone": "UTC",
            "server_encoding": "UTF8",
            "listen_addresses": "",
            "password_encryption": "scram-sha-256",
        }.items():
            assert ask(server.addresses.application, f"SELECT current_setting('{name}')") == value


@pytest.mark.slow
def test_a_path_too_long_for_a_socket_works(data: Path) -> None:
    long = data / ("so, langt ærlig talt " * 6)
    with EmbeddedPostgres(long) as server:
        address = server.addresses.application
        socket = Path(str(conninfo_to_dict(address)["host"]))
        assert len(os.fsencode(socket)) < LONGEST_SOCKET
        assert mode(socket) == 0o700
        assert ask(address, "SELECT 1") == 1
    assert not socket.exists()


@pytest.mark.slow
def test_measurements_may_go_over_tcp_with_a_password(data: Path) -> None:
    with EmbeddedPostgres(data, reach=Reach.LOOPBACK) as server:
        address = server.addresses.application
        assert conninfo_to_dict(address)["host"] == "127.0.0.1"
        assert ask(address, "SELECT 1") == 1
        guess = make_conninfo(address, password="guess")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(guess)


def test_a_server_without_tcp_says_so(server: EmbeddedPostgres) -> None:
    data = server._home.parent
    with pytest.raises(DatabaseUnavailable, match="without TCP"):
        EmbeddedPostgres(data, reach=Reach.LOOPBACK).start()


def test_a_platform_without_the_wheel_is_told_what_to_do(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")
    with pytest.raises(DatabaseUnavailable, match="set DATABASE_URL"):
        EmbeddedPostgres(data)


@AS_ROOT
@pytest.mark.slow
def test_roots_server_may_enter_nothing_of_root(data: Path) -> None:
    shut = data / "shut"
    shut.mkdir(mode=0o700)
    with EmbeddedPostgres(shut / "data") as server:
        home = (shut / "data/postgres").resolve()
        assert home.parent == SYSTEM
        assert mode(shut) == 0o700
        assert ask(server.addresses.application, "SELECT 1") == 1
    subprocess.run(["rm", "-r", home], check=True)


@AS_ROOT
@pytest.mark.slow
def test_programs_the_server_cannot_reach_are_copied(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = binaries._site_packages()
    hidden = data / "hidden"
    hidden.mkdir(mode=0o700)
    for part in binaries.PARTS:
        (hidden / part).parent.mkdir(parents=True, exist_ok=True)
        (hidden / part).symlink_to(site / part)
    monkeypatch.setattr(binaries, "_site_packages", lambda: hidden)
    monkeypatch.setattr(binaries, "version", lambda _: f"test-{os.getpid()}")
    copied = SYSTEM / f"postgres-18-test-{os.getpid()}"
    with EmbeddedPostgres(data / "data") as server:
        assert ask(server.addresses.application, "SELECT 1") == 1
        assert copied.stat().st_uid == 0
    subprocess.run(["rm", "-r", copied], check=True)


@pytest.mark.slow
def test_debians_postgresql_15_serves_as_well(server15: EmbeddedPostgres) -> None:
    version = ask(server15.addresses.application, "SHOW server_version_num")
    assert str(version).startswith("15")
