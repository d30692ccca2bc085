"""What a party says of an appeal: withdrawn, or the rest maintained; it is never refused.

Where nothing can come of it, it is recorded as what it is, and a person looks at it.
"""

from __future__ import annotations

from datetime import date

from domain.proceedings.appeal import Stage
from domain.proceedings.appeal_facts import AppealWithdrawn, RestAnswered
from domain.proceedings.appeals import Appeals
from domain.proceedings.without_effect import Because, Meant
from domain.proceedings.without_effect_facts import SentWithoutEffect
from domain.shared.ids import Id


def withdraw_appeal(
    appeals: Appeals, appeal: Id, *, party: Id | None, sending: Id, by: Id, on: date
) -> AppealWithdrawn | SentWithoutEffect:
    """Withdraw an appeal that runs; ``party``: who says it, None where an official enters it.

    Raises NotFound to an official who enters it of an appeal there never was.
    """
    because = _in_vain(appeals, appeal, party)
    if because is None and not appeals.appeal(appeal).running:
        because = Because.OVER
    if because is None:
        return AppealWithdrawn(appeal=appeal, withdrawn_by=by, withdrawn_on=on)
    return _sent(appeals, appeal, Meant.APPEAL_WITHDRAWN, because, sending=sending, by=by, on=on)


def answer_rest(
    appeals: Appeals,
    appeal: Id,
    *,
    maintained: bool,
    party: Id | None,
    sending: Id,
    by: Id,
    on: date,
) -> RestAnswered | SentWithoutEffect:
    """Answer whether the rest is maintained, where that was asked; as ``withdraw_appeal``."""
    because = _in_vain(appeals, appeal, party)
    if because is None and appeals.appeal(appeal).stage is not Stage.PARTLY_CHANGED:
        because = Because.NOT_ASKED
    if because is None:
        return RestAnswered(appeal=appeal, maintained=maintained, answered_on=on, entered_by=by)
    meant = Meant.REST_MAINTAINED if maintained else Meant.REST_NOT_MAINTAINED
    return _sent(appeals, appeal, meant, because, sending=sending, by=by, on=on)


def _in_vain(appeals: Appeals, appeal: Id, party: Id | None) -> Because | None:
    """Return why it is not theirs to say; an official names an appeal that is in the case."""
    if party is None:
        appeals.appeal(appeal)
        return None
    found = appeals.by_id.get(appeal)
    if found is None:
        return Because.UNKNOWN
    return None if found.filed.appellant == party else Because.ANOTHERS


def _sent(
    appeals: Appeals, appeal: Id, meant: Meant, because: Because, *, sending: Id, by: Id, on: date
) -> SentWithoutEffect:
    found = appeals.by_id.get(appeal)
    return SentWithoutEffect(
        sending=sending,
        what=meant,
        of=appeal,
        because=because,
        stage=found.stage if found else None,
        words=None,
        received_on=on,
        entered_by=by,
    )
