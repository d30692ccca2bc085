"""Attached files (vedlegg): their contents lie outside the facts, named by what lies there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class FileAttached(Fact, frozen=True, kw_only=True, tag="plan.file-attached"):
    """Somebody around the doctor attached a file to something in the plan."""

    file: Id
    about_kind: str
    about: str
    name: Confidential
    media_type: str
    size_in_bytes: int
    # Of the content as it is stored, encrypted.
    sha256: str
    # The one who attached it said that no patient can be recognised in it.
    names_no_patient: bool
    attached_by: Id
    attached_on: date
    # What looked like a patient's identity, of which they said that it was not.
    findings: tuple[Finding, ...]


class FileWithdrawn(Fact, frozen=True, kw_only=True, tag="plan.file-withdrawn"):
    """An attached file was taken out of use, with the reason."""

    file: Id
    withdrawn_by: Id
    withdrawn_on: date
    reason: Confidential


FileFact = FileAttached | FileWithdrawn


@dataclass(slots=True)
class File:
    """One attached file; the version is that of its first fact."""

    attached: FileAttached
    at: int
    withdrawn: FileWithdrawn | None = None


@dataclass(slots=True)
class Files:
    """The plan's files, oldest first."""

    by_id: dict[Id, File] = field(default_factory=dict)

    # acts

    def refuse_known(self, file: Id) -> None:
        """Raise NotAllowed if there is such a file."""
        if file in self.by_id:
            raise NotAllowed("file-exists", nb="Vedlegget finnes allerede.", en="The file exists.")

    def withdraw(self, file: Id, *, by: Id, on: date, reason: Confidential) -> FileWithdrawn:
        self.in_use(file)
        return FileWithdrawn(file=file, withdrawn_by=by, withdrawn_on=on, reason=reason)

    def file(self, file: Id) -> File:
        """Return the file; raises NotFound."""
        try:
            return self.by_id[file]
        except KeyError:
            raise NotFound(
                "unknown-file",
                nb="Planen har ikke noe slikt vedlegg.",
                en="The plan has no such file.",
                field="file",
            ) from None

    def in_use(self, file: Id) -> File:
        """Return the file unless it was withdrawn; raises NotFound or NotAllowed."""
        found = self.file(file)
        if found.withdrawn:
            raise NotAllowed(
                "file-withdrawn",
                nb=f"Vedlegget ble trukket tilbake {found.withdrawn.withdrawn_on}.",
                en=f"The file was withdrawn on {found.withdrawn.withdrawn_on}.",
                field="file",
            )
        return found

    def attached_to(self, file: Id | None, about_kind: str, about: str) -> Id | None:
        """Return the file, if one is named, that shows this; raises NotFound or NotAllowed."""
        if file is None:
            return None
        attached = self.in_use(file).attached
        if (attached.about_kind, attached.about) != (about_kind, about):
            raise NotAllowed(
                "file-about-something-else",
                nb="Vedlegget hører til noe annet i planen; legg det ved her, eller oppgi et "
                "annet.",
                en="The file is attached to something else in the plan; attach it here, or name "
                "another.",
                rule="R-KP-03",
                field="file",
            )
        return file

    # effects

    def effects(self) -> Effects:
        """Return what each kind of fact does; asked once, for each is done a million times."""
        return {FileAttached: self._attached, FileWithdrawn: self._withdrawn}

    def _attached(self, fact: FileAttached, at: int) -> None:
        self.by_id[fact.file] = File(fact, at)

    def _withdrawn(self, fact: FileWithdrawn, _: int) -> None:
        self.by_id[fact.file].withdrawn = fact
