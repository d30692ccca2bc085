"""Documents of a case, told fact by fact."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.law.administration import Regime
from domain.proceedings.document_facts import DocumentAttached
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rules.attach_document import Attaching, attach_document
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support.plans import DOCTOR, text

DOCUMENT, OWN = Id(f"{UUID(int=0xD0C1)}"), Id(f"{UUID(int=0xD0C2)}")
ON = date(2026, 9, 7)
OFFICIAL = Id(f"{UUID(int=0xCA5E)}")
PLACES = (Text(nb="linje 1, tegn 9", en="line 1, character 9"),)


def document(
    case: Proceeding,
    one: Id = DOCUMENT,
    *,
    instance: str | None = None,
    own: bool = False,
    internal: bool = False,
    appeal: Id | None = None,
    names_no_patient: bool = True,
    places: tuple[Text, ...] = (),
    by: Id = DOCTOR,
) -> DocumentAttached:
    """Return that a document came in: a party's, unless it is said whose it is."""
    asked = Attaching(
        proceeding=case,
        document=one,
        appeal=appeal,
        name=text("attest.pdf"),
        media_type="application/pdf",
        size_in_bytes=1234,
        places=places,
        names_no_patient=names_no_patient,
        instance=instance,
        own=own,
        internal=internal,
        regime=Regime.ACT_OF_1967,
        sent_by=by,
        received_on=ON,
        by=by,
    )
    return attach_document(asked, sha256="ab" * 32)


def document_story(appeal: Id) -> tuple[Fact, ...]:
    """Return facts in which everything there is of documents occurs."""
    case = Proceeding()
    documents = case.documents

    def told(fact: Fact) -> None:
        case.fold((fact,))

    told(document(case, places=PLACES))
    told(document(case, OWN, instance="directorate", own=True, internal=True, by=OFFICIAL))
    told(documents.forward(OWN, appeal=appeal, to="personnel-board", by=OFFICIAL, on=ON))
    told(documents.note(DOCUMENT, by=OFFICIAL, on=ON))
    told(documents.withdraw(DOCUMENT, kept_by=("directorate",), reason=text(), by=DOCTOR, on=ON))
    return tuple(case.facts)
