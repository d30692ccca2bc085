"""Half-yearly reviews: entered with who was present, and when the next one is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.plans.reviews import Present, ReviewHeld
from domain.plans.rules.hold_review import Review, hold_review
from domain.plans.rules.review_account import Due, next_due, review_account
from domain.shared.findings import Finding
from domain.shared.ids import Id
from domain.shared.name_no_patient import Wording, refuse_patients


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldReview:
    """Enter a review; the capacities of those present are read from the appointments."""

    plan: Id
    review: Id
    held_on: date
    present: tuple[Id, ...]
    minutes: str
    measures: str | None = None
    patients_not_named: bool = False


class ReviewService:
    """The acts on half-yearly reviews."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def hold(self, command: HoldReview, actor: Actor, order: Order) -> Receipt:
        held_on = self._plans.acting.legal_day(command.held_on, field="heldOn")
        minutes = required_text(command.minutes, field="minutes")
        measures = text(command.measures)
        for person in command.present:
            self._plans.acting.refuse_unknown(person, field="present")

        def decide(at: Standing) -> ReviewHeld:
            for words in (minutes, measures):
                if words:
                    said = command.patients_not_named
                    refuse_patients(Wording(text=words, names_no_patient=said))
            return hold_review(
                Review(
                    plan=at.plan.case,
                    review=command.review,
                    held_on=held_on,
                    people=command.present,
                    minutes=minutes,
                    measures=measures,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            )

        return self._plans.on_plan(command.plan, Act.HOLD_REVIEW, actor, order, decide)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One review; its minutes are read apart, by those who were present."""

    review: Id
    held_on: date
    present: tuple[Present, ...]
    fulfils: bool
    has_measures: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOverview:
    """The reviews held, the half years they fulfil, and by which day the next one is due."""

    reviews: tuple[ReviewLine, ...]
    half_years: tuple[Due, ...]
    next_due: date
    findings: tuple[Finding, ...]


def reviews(plan: TrainingPlan, law: LawBook, day: date) -> ReviewOverview:
    """Return the plan's reviews and what is due, as it looks on a day."""
    account = review_account(plan, law, day)
    held = sorted(plan.reviews.by_id.values(), key=lambda one: (one.held_on, one.review))
    return ReviewOverview(
        reviews=tuple(_line(one) for one in held),
        half_years=account.dues,
        next_due=next_due(plan, law),
        findings=account.findings,
    )


def _line(held: ReviewHeld) -> ReviewLine:
    return ReviewLine(
        review=held.review,
        held_on=held.held_on,
        present=held.present,
        fulfils=held.fulfils,
        has_measures=held.measures is not None,
        findings=held.findings,
    )
