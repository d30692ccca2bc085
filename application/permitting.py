"""Refusing what the table of access does not let somebody do, or know of."""

from __future__ import annotations

from datetime import date

from application.access import OF_ESTABLISHMENTS, RULES, SCOPE_OF, TABLE, Act
from application.actors import Actor, Role
from application.role_names import ROLES, named
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotFound, NotPermitted


def permit(act: Act, actor: Actor, roles: frozenset[Role]) -> None:
    """Raise NotFound to those without any relation, NotPermitted to those in the wrong role."""
    refuse_unheld(actor, roles)
    _refuse_wrong_role(act, actor)


def refuse_unheld(actor: Actor, roles: frozenset[Role]) -> None:
    """Raise NotFound to those without any relation, NotPermitted to those in another capacity."""
    if not roles:
        raise unknown_case()
    _refuse_not_held(actor, roles)


def refuse_out_of_scope(act: Act, plan: TrainingPlan, person: Id, day: date) -> None:
    """Raise NotPermitted to a representative for what the power of attorney does not cover."""
    covered = plan.representatives.scopes(person, day)
    if SCOPE_OF.get(act) not in covered:
        raise NotPermitted(
            "out-of-scope",
            nb=f"Fullmakten gjelder {', '.join(sorted(covered))}, ikke dette.",
            en=f"The power of attorney covers {', '.join(sorted(covered))}, not this.",
            rule="L-FVL-14",
            field="Acting-As",
        )


def permit_in_office(act: Act, actor: Actor, roles: frozenset[Role]) -> None:
    """Raise Invalid or NotPermitted, and say what is missing, where there is no case to hide."""
    _refuse_wrong_role(act, actor)
    if actor.acting_as in OF_ESTABLISHMENTS and actor.acting_for is None:
        office = ROLES[actor.acting_as]
        raise Invalid(
            "acting-for-missing",
            nb=f"Rollen «{office.nb}» har du i en virksomhet: oppgi hvilken i «Acting-For».",
            en=f"The role '{office.en}' is held in an establishment: name it in 'Acting-For'.",
            field="Acting-For",
        )
    _refuse_not_held(actor, roles)


def _refuse_not_held(actor: Actor, roles: frozenset[Role]) -> None:
    if actor.acting_as not in roles:
        own = named(roles)
        held_nb = f"Her er du i dag {own.nb}." if roles else "Du har ingen rolle her i dag."
        held_en = f"Here you are today {own.en}." if roles else "You hold no role here today."
        raise NotPermitted(
            "role-not-held",
            nb=f"Dette er for {ROLES[actor.acting_as].nb}. {held_nb}",
            en=f"This is for {ROLES[actor.acting_as].en}. {held_en}",
            rule="R-ROL-01",
            field="Acting-As",
        )


def _refuse_wrong_role(act: Act, actor: Actor) -> None:
    if actor.acting_as not in TABLE[act]:
        raise NotPermitted(
            "role-not-permitted",
            nb=f"Som {ROLES[actor.acting_as].nb} kan du ikke gjøre dette; det kan "
            f"{named(TABLE[act]).nb}.",
            en=f"As {ROLES[actor.acting_as].en} you may not do this; {named(TABLE[act]).en} may.",
            rule=RULES.get(act, "R-ROL-01"),
            field="Acting-As",
        )


def not_held_today(role: Role) -> NotPermitted:
    """Return the refusal of what is for those in one capacity alone."""
    return NotPermitted(
        "role-not-held",
        nb=f"Dette er for {ROLES[role].nb}, og det er du ikke i dag.",
        en=f"This is for {ROLES[role].en}, which you are not today.",
        rule="R-ROL-01",
    )


def unknown_case() -> NotFound:
    """Return the refusal for a case that is not there, or must not be known of."""
    return NotFound("unknown-case", nb="Saken finnes ikke.", en="There is no such case.")
