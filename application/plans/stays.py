"""The stays of one training, across the establishments it was at, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from application.plans import standing
from application.plans.standing import Standing
from application.ports import Loading
from domain.catalogue.catalogue import Catalogue
from domain.law.book import LawBook
from domain.law.transition import Scheme
from domain.plans.accounts.stays import Record, Stay
from domain.plans.rules.application import Application
from domain.shared.confidential import Confidential


def record_of(histories: Loading, at: Standing, law: LawBook, *, upto: int | None = None) -> Record:
    """Return every stay of a training as known at a position, the earliest first."""
    return tuple(_back(histories, at, law, upto))[::-1]


def _back(histories: Loading, at: Standing, law: LawBook, upto: int | None) -> Iterator[Stay]:
    told = set()
    # One who came back to where they had been would be followed round and round.
    while at.plan.case_id not in told:
        told.add(at.plan.case_id)
        yield Stay(plan_id=at.plan.case_id, plan=at.plan.case, setting=at.setting(law))
        here = at.plan.case.path.here
        if here is None:
            return
        at = standing.of_plan(histories, here.plan, None, upto=upto)


def application_of(
    record: Record,
    law: LawBook,
    catalogue: Catalogue,
    *,
    submitted_on: date,
    on: date,
    scheme: Scheme = Scheme.NEW,
    justification: Confidential | None = None,
) -> Application:
    """Return the question whether the doctor can apply on a day."""
    return Application(
        record=record,
        in_force=catalogue.codes_in_force(submitted_on),
        submitted_on=submitted_on,
        on=on,
        law=law,
        scheme=scheme,
        justification=justification,
    )
