"""Where the server lives: always where its own account can come, and nobody else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from infrastructure import private

if TYPE_CHECKING:
    from infrastructure.embedded.account import Account

SYSTEM = Path("/var/lib/alis")
# The shortest limit of any system we run on, macOS; Linux allows four more.
LONGEST_SOCKET = 103


def home_in(data: Path, account: Account) -> Path:
    """Return the folder that holds the cluster, its socket, passwords and locks.

    For root it may lie elsewhere, with a link in its place: the server's account cannot enter
    a folder such as /root, and opening that folder to others is not for us to do.
    """
    home = private.folder(data) / "postgres"
    if home.exists():
        return home.resolve()
    home.unlink(missing_ok=True)
    if account.is_ours:
        return private.folder(home).resolve()
    open_system()
    _admit(account, data)
    if account.can_reach(data):
        return _admit(account, private.folder(home)).resolve()
    elsewhere = Path(tempfile.mkdtemp(prefix=f"{data.name}-", dir=SYSTEM))
    home.symlink_to(_admit(account, elsewhere))
    return elsewhere


def open_system() -> Path:
    """Return our own folder among the system's, which anybody may pass through but not list."""
    SYSTEM.mkdir(parents=True, exist_ok=True)
    SYSTEM.chmod(SYSTEM.stat().st_mode | 0o011)
    return SYSTEM


def socket_folder(home: Path, account: Account) -> Path:
    """Return a private folder for the socket, a short one where the path would not fit."""
    folder = home / "socket"
    if len(os.fsencode(folder / ".s.PGSQL.5432")) > LONGEST_SOCKET:
        folder = Path(tempfile.mkdtemp(prefix="alis-", dir="/tmp"))
    account.own(private.folder(folder))
    return folder


def _admit(account: Account, folder: Path) -> Path:
    """Let the server's group pass through a folder that is root's alone."""
    held = folder.stat()
    if held.st_uid == os.geteuid() and not held.st_mode & 0o077:
        os.chown(folder, -1, account.gid)
        folder.chmod(0o710)
    return folder
