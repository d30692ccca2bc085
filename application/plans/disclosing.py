"""Opening confidential texts of a plan: each opening is noted, and strangers to it say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from application.actors import Actor, Role
from application.plans.asking import Asked, Known
from application.ports import Histories, Openings
from domain.shared.confidential import Confidential
from domain.shared.facts import Recorded, tag_of
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One confidential text, opened; None where the key was shredded."""

    version: int
    tag: str
    field: str
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    recorded: Recorded
    field: str
    text: Confidential

    @property
    def context(self) -> str:
        place = (self.recorded.case_id, self.recorded.version, tag_of(self.recorded.fact))
        return "|".join(map(str, (*place, self.field)))


class Disclosing:
    """Opens texts for those who were let in already, and notes it before they are shown."""

    def __init__(self, histories: Histories, openings: Openings) -> None:
        self._histories = histories
        self._openings = openings

    def words(
        self,
        known: Known,
        wanted: Callable[[Recorded], bool],
        *,
        asked: Asked,
        actor: Actor,
        parties: frozenset[Id],
    ) -> tuple[Words, ...]:
        """Open the texts of the facts wanted, oldest first.

        Raises Invalid if one of them is not the actor's own matter and no reason is given.
        """
        return self.words_of(
            known.then.plan.case_id,
            wanted,
            subject=known.now.plan.case.subject,
            upto=known.upto,
            reason=asked.reason,
            actor=actor,
            parties=parties,
        )

    def words_of(
        self,
        case_id: Id,
        wanted: Callable[[Recorded], bool],
        *,
        subject: Id,
        reason: str | None,
        actor: Actor,
        parties: frozenset[Id],
        upto: int | None = None,
    ) -> tuple[Words, ...]:
        """Open the texts of a case sealed with a subject's key, as ``words`` does of a plan."""
        history = self._histories.history(case_id, upto=upto)
        sealed = [found for recorded in history if wanted(recorded) for found in _texts(recorded)]
        why = self.reason(
            reason, actor, parties, writers={found.recorded.recorded_by for found in sealed}
        )
        opened = tuple(
            Words(
                version=found.recorded.version,
                tag=tag_of(found.recorded.fact),
                field=found.field,
                text=self._histories.open_text(found.text, subject=subject, context=found.context),
            )
            for found in sealed
        )
        places = [(one.version, one.field) for one in opened if one.text is not None]
        if places:
            self._openings.note(case_id, places, by=actor, reason=why, subject=subject)
        return opened

    def reason(
        self, said: str | None, actor: Actor, parties: frozenset[Id], *, writers: set[str]
    ) -> str | None:
        """Return why the texts are opened; raises Invalid if it must be said and is not.

        Nobody need say why of what concerns them, or of what they wrote themselves.
        """
        reason = said or ""
        if len(reason) > LONGEST_REASON:
            raise Invalid(
                "reason-too-long",
                nb=f"Grunnen kan ha {LONGEST_REASON} tegn; denne har {len(reason)}.",
                en=f"The reason may have {LONGEST_REASON} characters; this has {len(reason)}.",
                field="Reason",
            )
        # A representative reads on the doctor's behalf, within the power of attorney.
        own = actor.person in parties or actor.acting_as is Role.REPRESENTATIVE
        if not reason and not own and writers - {actor.person}:
            raise Invalid(
                "reason-missing",
                nb="Du er ikke part i denne teksten. Oppgi hvorfor du åpner den, i «Reason»; "
                "den det gjelder, ser det.",
                en="You are not party to this text. Say in 'Reason' why you open it; whoever "
                "it concerns will see it.",
                field="Reason",
            )
        return reason or None


def _texts(recorded: Recorded) -> Iterator[_Sealed]:
    for name in recorded.fact.__struct_fields__:
        text = getattr(recorded.fact, name)
        if isinstance(text, Confidential):
            yield _Sealed(recorded=recorded, field=name, text=text)
