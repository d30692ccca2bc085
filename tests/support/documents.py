"""Recorded facts of comments, files and shared minutes, in few words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.plans.comments import CommentAdded
from domain.plans.files import FileAttached, FileWithdrawn
from domain.plans.rules.about import AboutKind
from domain.plans.sharing import MinutesShared, MinutesUnshared
from domain.shared.ids import Id
from tests.support.plans import DAY, DOCTOR, GOAL, NEXT_SUPERVISOR, SESSION, text

COMMENT = Id(f"{UUID(int=0xC01)}")
OTHER_COMMENT = Id(f"{UUID(int=0xC02)}")
FILE = Id(f"{UUID(int=0xF11)}")
OTHER_FILE = Id(f"{UUID(int=0xF12)}")
SHA256 = "ab" * 32
NUMBER = "01879012305"
"""A number that passes the check, of nobody."""


def commented(
    comment: Id = COMMENT,
    *,
    kind: AboutKind = AboutKind.GOAL,
    about: str = GOAL,
    by: Id = DOCTOR,
    words: str = "ord",
) -> CommentAdded:
    return CommentAdded(
        comment=comment,
        about_kind=kind,
        about=about,
        text=text(words),
        written_by=by,
        written_on=DAY,
        findings=(),
    )


def attached(
    file: Id = FILE,
    *,
    kind: AboutKind = AboutKind.GOAL,
    about: str = GOAL,
    by: Id = DOCTOR,
) -> FileAttached:
    return FileAttached(
        file=file,
        about_kind=kind,
        about=about,
        name=text("vurdering.pdf"),
        media_type="application/pdf",
        size_in_bytes=1234,
        sha256=SHA256,
        names_no_patient=True,
        attached_by=by,
        attached_on=DAY,
        findings=(),
    )


def withdrawn(file: Id = FILE, *, by: Id = DOCTOR) -> FileWithdrawn:
    return FileWithdrawn(file=file, withdrawn_by=by, withdrawn_on=DAY, reason=text("feil fil"))


def minutes_shared(
    session: Id = SESSION, *, person: Id = NEXT_SUPERVISOR, on: date = DAY
) -> MinutesShared:
    return MinutesShared(session=session, person=person, shared_by=DOCTOR, shared_on=on)


def minutes_unshared(session: Id = SESSION, *, person: Id = NEXT_SUPERVISOR) -> MinutesUnshared:
    return MinutesUnshared(session=session, person=person, unshared_by=DOCTOR, unshared_on=DAY)
