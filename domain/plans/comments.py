"""Comments (kommentarer) on what is in a plan: said once, never edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound


class CommentAdded(Fact, frozen=True, kw_only=True, tag="plan.comment-added"):
    """Somebody around the doctor wrote a comment on something in the plan."""

    comment: Id
    about_kind: str
    # A code, such as a goal's, or an id.
    about: str
    text: Confidential
    written_by: Id
    written_on: date
    # What looked like a patient's identity, of which the writer said that it was not.
    findings: tuple[Finding, ...]


CommentFact = CommentAdded


@dataclass(slots=True)
class Comment:
    """One comment, and the version of its fact."""

    added: CommentAdded
    at: int


@dataclass(slots=True)
class Comments:
    """The plan's comments, oldest first."""

    by_id: dict[Id, Comment] = field(default_factory=dict)

    # acts

    def refuse_known(self, comment: Id) -> None:
        """Raise NotAllowed if there is such a comment."""
        if comment in self.by_id:
            raise NotAllowed(
                "comment-exists", nb="Kommentaren finnes allerede.", en="The comment exists."
            )

    def comment(self, comment: Id) -> Comment:
        """Return the comment; raises NotFound."""
        try:
            return self.by_id[comment]
        except KeyError:
            raise NotFound(
                "unknown-comment",
                nb="Planen har ingen slik kommentar.",
                en="The plan has no such comment.",
                field="comment",
            ) from None

    # effects

    def effects(self) -> Effects:
        """Return what each kind of fact does; asked once, for each is done a million times."""
        return {CommentAdded: self._added}

    def _added(self, fact: CommentAdded, at: int) -> None:
        self.by_id[fact.comment] = Comment(fact, at)
