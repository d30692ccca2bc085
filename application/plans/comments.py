"""Commenting on what is in a plan."""

from __future__ import annotations

from dataclasses import dataclass

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.readers import permit_reading, session_of
from application.plans.standing import Standing
from application.ports import Receipt
from domain.catalogue.catalogue import Catalogue
from domain.plans.comments import CommentAdded
from domain.plans.rules.about import AboutKind
from domain.plans.rules.add_comment import Commenting, add_comment
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class AddComment:
    """``about`` is a goal's code, or an id; a comment on the plan itself needs none."""

    plan: Id
    comment: Id
    about_kind: AboutKind
    text: str
    about: str | None = None
    patients_not_named: bool = False


class CommentService:
    """The act of commenting."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def add(self, command: AddComment, actor: Actor, order: Order) -> Receipt:
        text = required_text(command.text, field="text")
        kind = command.about_kind
        about = named(kind, command.about, command.plan, self._plans.catalogue)
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> CommentAdded:
            permit_reading(at, kind, about, actor, today)
            return add_comment(
                Commenting(
                    plan=at.plan.case,
                    case_id=command.plan,
                    comment=command.comment,
                    about_kind=kind,
                    about=about,
                    text=text,
                    names_no_patient=command.patients_not_named,
                    by=actor.person,
                    on=today,
                    catalogue=self._plans.catalogue,
                )
            )

        return self._plans.on_plan(
            command.plan, Act.ADD_COMMENT, actor, order, decide, session=session_of(kind, about)
        )


def named(kind: AboutKind, about: str | None, plan: Id, catalogue: Catalogue) -> str:
    """Return what is meant, in its usual form; raises Invalid for what can be nothing."""
    if kind is AboutKind.GOAL and about:
        return catalogue.goal(about).code
    if kind is AboutKind.PLAN and about is None:
        return plan
    try:
        return parsed_id(about or "")
    except ValueError:
        raise Invalid(
            "about-malformed",
            nb="Oppgi i «about» koden til et læringsmål, eller id-en til det andre.",
            en="Name in 'about' a goal's code, or the id of anything else.",
            field="about",
        ) from None
