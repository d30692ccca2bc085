"""Folders and files that only their owner may read."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class FolderUnusable(Exception):
    """A folder that is needed cannot be made or entered; the words name it and say why."""


def folder(path: Path) -> Path:
    """Return the folder, made if need be; one that is already there keeps its mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as cause:
        why = cause.strerror or type(cause).__name__
        raise FolderUnusable(f"{path} cannot be a data folder ({why}); choose another") from cause
    return path


def keep(path: Path, make: Callable[[], str]) -> str:
    """Return what the file holds; whoever comes first, of any number of processes, writes it."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        write(draft, make())
        try:
            # A link, unlike a rename, never replaces what another process kept before us.
            os.link(draft, path)
        except FileExistsError:
            return path.read_text(encoding="utf-8")
        finally:
            draft.unlink()
    return path.read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """Write a new file, readable to its owner only from the first moment."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
