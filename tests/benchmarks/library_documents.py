"""The events of comments, files and shared minutes, for the library's plan."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import Aggregate


class DocumentEvents(Aggregate):
    """What the plan itself adds its other events to."""

    class Event(Aggregate.Event):
        """What is in our envelope; the library itself adds the case, the version and the time."""

        recorded_by: str
        acting_as: str
        command_id: UUID
        correlation_id: UUID
        source: str

    class CommentAdded(Event):
        comment: UUID
        about_kind: str
        about: str
        text: str
        written_by: UUID
        written_on: date
        findings: list[dict[str, Any]]

    class FileAttached(Event):
        file: UUID
        about_kind: str
        about: str
        name: str
        media_type: str
        size_in_bytes: int
        sha256: str
        names_no_patient: bool
        attached_by: UUID
        attached_on: date
        findings: list[dict[str, Any]]

    class FileWithdrawn(Event):
        file: UUID
        withdrawn_by: UUID
        withdrawn_on: date
        reason: str

    class MinutesShared(Event):
        session: UUID
        person: UUID
        shared_by: UUID
        shared_on: date

    class MinutesUnshared(Event):
        session: UUID
        person: UUID
        unshared_by: UUID
        unshared_on: date
