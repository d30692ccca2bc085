"""Recorded facts of power of attorney over a plan."""

from __future__ import annotations

from datetime import date

from domain.plans.representatives import RepresentativeAuthorised, RepresentativeRevoked, Scope
from domain.shared.ids import Id
from tests.support.plans import OUTSIDER, STARTS


def authorised(
    person: Id = OUTSIDER, *scopes: Scope, first_day: date = STARTS, last_day: date | None = None
) -> RepresentativeAuthorised:
    return RepresentativeAuthorised(
        representative=person,
        scopes=scopes or (Scope.PLAN,),
        first_day=first_day,
        last_day=last_day,
        authorised_on=first_day,
    )


def revoked(person: Id = OUTSIDER, *, last_day: date) -> RepresentativeRevoked:
    return RepresentativeRevoked(representative=person, last_day=last_day)
