"""The embedded PostgreSQL: everything in one folder, shared by any number of processes."""

from __future__ import annotations

import hashlib
import json
import secrets
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql

from infrastructure import private
from infrastructure.addresses import Addresses
from infrastructure.embedded.account import account_for
from infrastructure.embedded.binaries import programs_for
from infrastructure.embedded.cluster import SUPERUSER, Cluster, loopback_settings
from infrastructure.embedded.places import home_in
from infrastructure.embedded.sharing import Sharing
from infrastructure.embedded.unavailable import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from infrastructure.embedded.postmaster import Postmaster

ROLES = Path(__file__).parents[1] / "roles.sql"
DATABASES = ("alis", "alis_keys")
LOGINS = ("alis_migrator", "alis_app", "alis_keys")


class Reach(StrEnum):
    """How the server is reached; TCP is for measurements only."""

    SOCKET = "socket"
    LOOPBACK = "loopback"


def is_made(data: Path) -> bool:
    """Return whether a cluster was ever made in the folder."""
    return (data / "postgres" / "cluster" / "PG_VERSION").exists()


class EmbeddedPostgres:
    """A share in the server of one data folder; the last share to be given up stops it."""

    def __init__(
        self,
        data: Path,
        *,
        reach: Reach = Reach.SOCKET,
        settings: Mapping[str, str] | None = None,
        programs: Path | None = None,
    ) -> None:
        data = data.absolute()
        account = account_for(data / "postgres" / "cluster")
        self._reach = reach
        self._settings = dict(settings or {})
        self._account = account
        self._home = home_in(data, account)
        self._programs = programs or programs_for(account)
        self._cluster = Cluster(self._home, self._programs, account)
        self._sharing = Sharing(self._home)
        self._passwords: dict[str, str] = {}
        self._server: Postmaster | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> Addresses:
        """Start the server, or join it where it runs already."""
        if self._server is None:
            with self._sharing.turn():
                self._sharing.join()
                try:
                    self._server = self._started()
                    self._prepare()
                except BaseException:
                    self._leave()
                    raise
        return self.addresses

    def stop(self) -> None:
        """Give up this share; safe to call any number of times."""
        with self._sharing.turn():
            self._leave()

    @property
    def addresses(self) -> Addresses:
        return Addresses(
            application=self.address("alis_app", "alis"),
            migrate=self.address("alis_migrator", "alis"),
            keys=self.address("alis_keys", "alis_keys"),
        )

    def address(self, role: str = SUPERUSER, database: str = "postgres") -> str:
        """Return the URL by which a role enters a database."""
        server = self._server
        if server is None:
            raise DatabaseUnavailable("the embedded PostgreSQL is not started")
        host = str(server.socket)
        if self._reach is Reach.LOOPBACK:
            host = server.loopback
        where = urlencode({"host": host, "port": server.port}, quote_via=quote)
        return f"postgresql://{role}:{self._passwords[role]}@/{database}?{where}"

    def run_script(self, text: str, **variables: str) -> None:
        """Run a script through psql as the superuser."""
        chosen = [f"-v{name}={value}" for name, value in variables.items()]
        target = self.address().replace(f":{self._passwords[SUPERUSER]}@", "@")
        self._account.must(
            [self._programs / "psql", "-Xq", "-vON_ERROR_STOP=1", *chosen, "-f-", "-d", target],
            password=self._passwords[SUPERUSER],
            text=text,
        )

    def empty(self) -> None:
        """Make both databases anew, for good without what they held; nobody may be using them."""
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        with self._sharing.turn(), psycopg.connect(self.address(), autocommit=True) as connection:
            for name in DATABASES:
                connection.execute(drop.format(sql.Identifier(name)))
            self.run_script(ROLES.read_text(encoding="utf-8"))

    def _started(self) -> Postmaster:
        loopback = loopback_settings() if self._reach is Reach.LOOPBACK else {}
        self._passwords = json.loads(private.keep(self._home / "passwords.json", _new_passwords))
        self._cluster.create(self._passwords[SUPERUSER])
        server = self._cluster.start(loopback | self._settings)
        if loopback and not server.loopback:
            raise DatabaseUnavailable("the server runs already, and without TCP; stop it first")
        return server

    def _prepare(self) -> None:
        roles = ROLES.read_text(encoding="utf-8")
        wanted = hashlib.sha256(roles.encode()).hexdigest()
        done = self._home / "prepared"
        if done.exists() and done.read_text(encoding="utf-8") == wanted:
            return
        self.run_script(roles)
        self._set_passwords()
        done.write_text(wanted, encoding="utf-8")

    def _set_passwords(self) -> None:
        with psycopg.connect(self.address(), autocommit=True) as connection:
            for role in LOGINS:
                # Only the verifier travels, so no password can end in a log file.
                password = self._passwords[role].encode()
                verifier = connection.pgconn.encrypt_password(password, role.encode())
                alter = sql.SQL("ALTER ROLE {} PASSWORD {}")
                connection.execute(alter.format(sql.Identifier(role), verifier.decode()))

    def _leave(self) -> None:
        self._server = None
        if self._sharing.leave():
            self._cluster.stop()


def _new_passwords() -> str:
    return json.dumps({role: secrets.token_urlsafe(24) for role in (SUPERUSER, *LOGINS)})
