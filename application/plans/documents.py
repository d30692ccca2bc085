"""Reading comments and files, and who has opened what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from application.access import Act
from application.actors import Actor
from application.contents import FileContent, FileOpening, Stored
from application.plans import document_views, readers
from application.plans.acting import PlanActing
from application.plans.asking import Asked, Known, PlanAsking
from application.plans.disclosing import Disclosing, Words
from application.plans.document_views import CommentLine, FileLine, OpeningLine
from application.plans.matters import APART, matter
from application.ports import Files, Openings
from domain.plans.comments import CommentAdded
from domain.plans.files import FileAttached
from domain.plans.plan import TrainingPlan
from domain.plans.rules.about import AboutKind
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound

D = TypeVar("D", CommentAdded, FileAttached)


class DocumentReading:
    """What somebody said of, or attached to, something in a plan; each refused like an act."""

    def __init__(self, plans: PlanActing, files: Files, openings: Openings) -> None:
        self._clock = plans.acting.clock
        self._opening = FileOpening(files, openings)
        self._openings = openings
        self._asking = PlanAsking(plans, openings)
        self._disclosing = Disclosing(plans.acting.histories, openings)

    def comments(self, asked: Asked, actor: Actor) -> tuple[CommentLine, ...]:
        """Return the comments the actor may read today."""
        known = self._asking.known(asked, Act.SEE_PLAN, actor)
        lines = document_views.comments(known.then.plan.case)
        return tuple(line for line in lines if self._reads(known, line, actor))

    def comment(self, asked: Asked, comment: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the words of a comment."""
        known, added = self._found(asked, actor, lambda plan: plan.comments.comment(comment).added)
        return self._words(known, added, asked, actor)

    def files(self, asked: Asked, actor: Actor) -> tuple[FileLine, ...]:
        """Return the files the actor may read today."""
        known = self._asking.known(asked, Act.SEE_PLAN, actor)
        lines = document_views.files(known.then.plan.case)
        return tuple(line for line in lines if self._reads(known, line, actor))

    def file_words(self, asked: Asked, file: Id, actor: Actor) -> tuple[Words, ...]:
        """Return the name of a file, and why it was withdrawn."""
        known, attached = self._found(asked, actor, lambda plan: plan.files.file(file).attached)
        return self._words(known, attached, asked, actor)

    def content(self, asked: Asked, file: Id, actor: Actor) -> FileContent:
        """Return the content of a file in use; raises Gone once its key was shredded."""
        known, attached = self._found(asked, actor, lambda plan: plan.files.file(file).attached)
        plan = known.now.plan.case
        at = plan.files.in_use(file).at
        name = self._words(known, attached, asked, actor)[0].text
        stored = Stored(
            case_id=asked.plan,
            version=at,
            file=file,
            sha256=attached.sha256,
            media_type=attached.media_type,
        )
        return self._opening.content(
            stored, name, subject=plan.subject, actor=actor, reason=asked.reason
        )

    def fact_words(self, asked: Asked, version: int, actor: Actor) -> tuple[Words, ...]:
        """Return what was written in one fact, such as the reason of a correction.

        It is read by those who read what the fact is about.
        """
        now, today = self._asking.now(asked, actor), self._clock.today()
        plan = now.plan.case
        try:
            kind, about = matter(plan, asked.plan, version)
        except Invalid:
            now.permit(Act.SEE_PLAN, actor, today)
            raise
        fact = plan.concerned(plan.facts[version - 1])
        apart = APART.get(type(fact))
        if apart:
            now.permit(apart, actor, today)
            readers.refuse_not_confided(plan, fact, actor)
        else:
            readers.permit_reading(now, kind, about, actor, today)
        known = self._asking.then(asked, now, actor)
        matter(known.then.plan.case, asked.plan, version)
        return self._disclosing.words(
            known,
            lambda recorded: recorded.version == version,
            asked=asked,
            actor=actor,
            parties=readers.parties(plan, kind, about, today)
            | (readers.addressed(actor, fact) if apart else frozenset()),
        )

    def openings(self, asked: Asked, actor: Actor) -> tuple[OpeningLine, ...]:
        """Return who opened which text of the plan, up to the instant asked about."""
        known = self._asking.known(asked, Act.SEE_OPENINGS, actor)
        now, until = known.now.plan.case, asked.known_at
        noted = self._openings.of_case(asked.plan, subject=now.subject)
        return document_views.openings(
            now, (one for one in noted if until is None or one.opened_at <= until)
        )

    def _found(
        self, asked: Asked, actor: Actor, find: Callable[[TrainingPlan], D]
    ) -> tuple[Known, D]:
        """Return what is asked for, to one who may read it today; raises NotFound."""
        now, today = self._asking.now(asked, actor), self._clock.today()
        try:
            found = find(now.plan.case)
        except NotFound:
            # Not even that there is a plan is told to those who have nothing to do with it.
            now.permit(Act.SEE_PLAN, actor, today)
            raise
        kind = AboutKind(found.about_kind)
        readers.permit_reading(now, kind, found.about, actor, today)
        known = self._asking.then(asked, now, actor)
        find(known.then.plan.case)
        return known, found

    def _reads(self, known: Known, line: CommentLine | FileLine, actor: Actor) -> bool:
        kind = AboutKind(line.about_kind)
        return readers.may_read(known.now, kind, line.about, actor, self._clock.today())

    def _words(
        self, known: Known, found: CommentAdded | FileAttached, asked: Asked, actor: Actor
    ) -> tuple[Words, ...]:
        key = "comment" if isinstance(found, CommentAdded) else "file"
        wanted, kind = getattr(found, key), AboutKind(found.about_kind)
        plan, then, today = known.now.plan.case, known.then.plan.case, self._clock.today()
        return self._disclosing.words(
            known,
            lambda recorded: getattr(then.concerned(recorded.fact), key, None) == wanted,
            asked=asked,
            actor=actor,
            parties=readers.parties(plan, kind, found.about, today),
        )
