"""With whose rights the server runs: our own, or for root those of a uid nobody else has."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from infrastructure.embedded.unavailable import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROOT = 0
# PostgreSQL refuses to run as root. This uid needs no line in the password file and lies outside
# the ranges that systemd hands out to people, containers and services.
SERVER = 61015


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A uid and gid to run the server's programs with."""

    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def initdb(self) -> Account:
        """Return who may run initdb, the one program that wants a line in the password file."""
        return self if self.is_ours else replace(self, uid=pwd.getpwnam("nobody").pw_uid)

    def run(
        self, command: Sequence[str | Path], *, password: str = "", text: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end, untouched by the caller's PG* variables and by Ctrl-C."""
        rights: dict[str, Any] = {"user": self.uid, "group": self.gid, "extra_groups": ()}
        path = os.environ.get("PATH", os.defpath)
        return subprocess.run(  # noqa: S603 - our own commands, no shell
            command,
            check=False,
            capture_output=True,
            text=True,
            input=text,
            cwd="/",
            env={"PATH": path, "LC_ALL": "C", "PGPASSWORD": password},
            umask=0o077,
            start_new_session=True,
            **({} if self.is_ours else rights),
        )

    def must(self, command: Sequence[str | Path], *, password: str = "", text: str = "") -> None:
        done = self.run(command, password=password, text=text)
        if done.returncode:
            raise DatabaseUnavailable(f"{command[0]} failed: {done.stderr or done.stdout}")

    def can_reach(self, path: Path) -> bool:
        return self.is_ours or self.run(["test", "-x", path]).returncode == 0

    def own(self, path: Path) -> None:
        if not self.is_ours:
            os.chown(path, self.uid, self.gid)

    def own_tree(self, top: Path) -> None:
        if not self.is_ours:
            for path in (top, *top.rglob("*")):
                os.chown(path, self.uid, self.gid, follow_symlinks=False)


def account_for(cluster: Path) -> Account:
    """Return who owns the cluster, or who shall own it once it is made."""
    if os.geteuid() != ROOT:
        return Account(uid=os.geteuid(), gid=os.getegid())
    if cluster.exists():
        owner = cluster.stat()
        return Account(uid=owner.st_uid, gid=owner.st_gid)
    return Account(uid=SERVER, gid=SERVER)
