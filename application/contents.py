"""The content of a file on its way in and out: looked into, kept once, opened."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath

from application.actors import Actor
from application.ports import Examined, Examiner, Files, FileTooLarge, Gone, Openings
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

LONGEST_NAME = 200
LARGEST_FILE = 20_000_000
"""In bytes; so a database with thousands of files can still be copied in a night."""

CONTENT = "content"
"""What the log of openings calls a file's content; its name is the fact's own field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """A file, opened."""

    name: str
    media_type: str
    content: bytes


@dataclass(slots=True)
class Upload:
    """One file that was sent: looked into and kept once, however often its act is tried."""

    name: str
    content: bytes
    _files: Files
    _examiner: Examiner
    _examined: Examined | None = field(default=None, init=False)
    _sha256: str | None = field(default=None, init=False)

    @property
    def size_in_bytes(self) -> int:
        return len(self.content)

    def examined(self) -> Examined:
        """Return what the file is; raises FileRefused."""
        if self._examined is None:
            self._examined = self._examiner.examine(self.name, self.content)
        return self._examined

    def kept(self, *, subject: Id, context: str) -> str:
        """Return the hash the content is stored under, sealed for one place."""
        if self._sha256 is None:
            self._sha256 = self._files.keep(self.content, subject=subject, context=context)
        return self._sha256


class Contents:
    """Takes files in, and hands them out."""

    def __init__(self, files: Files, examiner: Examiner) -> None:
        self._files = files
        self._examiner = examiner

    def sent(self, name: str, content: bytes) -> Upload:
        """Return what was sent; raises Invalid for its name, FileTooLarge for its size."""
        plain = file_name(name)
        if len(content) > LARGEST_FILE:
            raise too_large()
        return Upload(plain, content, self._files, self._examiner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file a fact names: which case it is in, the fact's version, and where it is stored."""

    case_id: Id
    version: int
    file: Id
    sha256: str
    media_type: str


class FileOpening:
    """Opens contents for those who were let in already, and notes it before they are shown."""

    def __init__(self, files: Files, openings: Openings) -> None:
        self._files = files
        self._openings = openings

    def content(
        self, stored: Stored, name: str | None, *, subject: Id, actor: Actor, reason: str | None
    ) -> FileContent:
        """Return the content under the name; raises Gone once their key was shredded."""
        context = context_of(stored.case_id, stored.file)
        content = self._files.open_file(stored.sha256, subject=subject, context=context)
        if name is None or content is None:
            raise Gone(
                "file-gone",
                nb="Nøkkelen til filen er slettet; innholdet kan aldri leses igjen.",
                en="The file's key was destroyed; its content can never be read again.",
            )
        places = [(stored.version, CONTENT)]
        self._openings.note(stored.case_id, places, by=actor, reason=reason, subject=subject)
        return FileContent(name=name, media_type=stored.media_type, content=content)


def context_of(case: Id, file: Id) -> str:
    """Return the one place a file's content may be opened in."""
    return f"{case}|{file}|{CONTENT}"


def file_name(written: str) -> str:
    """Return the name without folders and what cannot be shown; raises Invalid for none."""
    last = PurePosixPath(PureWindowsPath(written).name).name
    name = "".join(c for c in unicodedata.normalize("NFC", last) if c.isprintable()).strip()
    if not name.strip(".") or len(name) > LONGEST_NAME:
        raise Invalid(
            "file-name-malformed",
            nb=f"Filen må ha et navn på 1 til {LONGEST_NAME} tegn.",
            en=f"The file needs a name of 1 to {LONGEST_NAME} characters.",
            field="file",
        )
    return name


def too_large() -> FileTooLarge:
    """Return the refusal of what is larger than any file that is taken."""
    return FileTooLarge(
        "file-too-large",
        nb=f"Filen er for stor; den største som tas imot, er {LARGEST_FILE} byte.",
        en=f"The file is too large; the largest that is taken is {LARGEST_FILE} bytes.",
        rule="R-KP-03",
        field="file",
    )
