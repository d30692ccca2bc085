"""The conditions of an application under the scheme before 1 March 2019 (section 37)."""

from __future__ import annotations

from domain.law.transition import IN_TRAINING_THEN
from domain.plans.rules.application import Application
from domain.plans.rules.application_conditions import is_authorised
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.texts import Text


def was_in_training_then(asked: Application) -> Finding | None:
    """It may have been entered, or left, at an establishment before this one."""
    kept = [stay.plan.old_scheme for stay in asked.record]
    left = [one.left.agreed_on for one in kept if one.left]
    if any(one.stated for one in kept) and all(asked.submitted_on < day for day in left):
        return None
    return Finding(
        rule="L-SPF-37",
        force=Force.HARD,
        says=Text(
            nb=f"Legen gikk over til den nye ordningen {min(left)}."
            if left
            else "Legen er ikke ført som under spesialisering da den nye ordningen kom.",
            en=f"The doctor went over to the new scheme on {min(left)}."
            if left
            else "The doctor is not entered as in training when the new scheme came.",
        ),
        basis=(IN_TRAINING_THEN,),
    )


def is_in_time(asked: Application) -> Finding | None:
    rule = asked.law.old_scheme.on(asked.submitted_on)
    if asked.submitted_on <= rule.value.last_day:
        return None
    return Finding(
        rule="L-SPF-37",
        force=Force.HARD,
        says=Text(
            nb=f"Den gamle ordningen er stengt: siste dag for å søke var {rule.value.last_day}.",
            en=f"The earlier scheme is closed: the last day to apply was {rule.value.last_day}.",
        ),
        basis=(rule.citation,),
    )


def contents_are_not_known_here(asked: Application) -> Finding | None:
    """What the earlier scheme asked for is documented elsewhere: the applicant says where."""
    rule = asked.law.old_scheme.on(asked.submitted_on)
    return Finding(
        rule="L-SPF-37",
        force=Force.SOFT,
        says=Text(
            nb="Kravene i den gamle ordningen prøves ikke her; si hvor de er dokumentert.",
            en="What the earlier scheme asks for is not tried here; say where it is documented.",
        ),
        basis=(rule.citation,),
        confidence=Confidence.C,
    )


CONDITIONS = (is_authorised, was_in_training_then, is_in_time, contents_are_not_known_here)
