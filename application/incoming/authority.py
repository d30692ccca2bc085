"""Since when one who sent a document to a case may speak in it, if they may now."""

from __future__ import annotations

from datetime import date

from application.ports import Histories, Loaded
from application.proceedings.about import OFFICES
from domain.incoming.incoming import Incoming
from domain.organisations.organisation import Organisation
from domain.plans.plan import TrainingPlan
from domain.plans.representatives import Scope
from domain.proceedings.proceeding import Proceeding
from domain.shared.ids import Id


def authority_since(histories: Histories, incoming: Incoming, today: date) -> date | None:
    """Return the day from which the sender of a document has authority; None without it."""
    document, sender = incoming.document, incoming.be_received().sender
    if document is None or sender is None:
        return None
    found: Loaded[Proceeding] = histories.load({document.proceeding: Proceeding})[
        document.proceeding
    ]
    opened = found.case.opened
    if opened is None:
        return None
    if opened.plan is None:
        return _since_in_office(histories, opened.organisation, sender, today)
    loaded: Loaded[TrainingPlan] = histories.load({opened.plan: TrainingPlan})[opened.plan]
    return loaded.case.representatives.since(sender, Scope.DECISIONS, today)


def _since_in_office(
    histories: Histories, organisation: Id, sender: Id, today: date
) -> date | None:
    loaded: Loaded[Organisation] = histories.load({organisation: Organisation})[organisation]
    held = loaded.case.officers.of(sender, *OFFICES)
    return min((one.span.first_day for one in held if today in one.span), default=None)
