"""Facts as they are stored in full: every list filled, every text of a person sealed."""

from __future__ import annotations

from base64 import b64encode

import msgspec

from domain.plans.goals import Advice
from domain.plans.outcomes import Heard
from domain.plans.roles import Capacity
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, Seen
from domain.shared.findings import Finding, Force
from domain.shared.texts import Text
from tests.support import (
    plans,
)

CITATION = Citation(
    act="spesialistforskriften",
    section="26",
    paragraph=1,
    sentence=2,
    letter="a",
    amended_by="FOR-2024-12-16-3129",
    annex="2 C21",
)
FINDING = Finding(
    rule="R-SUP-08",
    force=Force.SOFT,
    says=Text(nb="Det er ikke registrert veilederkurs.", en="No supervisor course is recorded."),
    basis=(CITATION,),
)
SEEN = Seen(case=plans.ORGANISATION, version=3, sha256="ab" * 32)
HEARD = Heard(
    person=plans.SUPERVISOR, capacity=Capacity.SUPERVISOR, advice=Advice.ACHIEVED, seen=SEEN
)
FULL = {
    "basis": (CITATION,),
    "findings": (FINDING,),
    "seen": (SEEN,),
    "evidence": (SEEN,),
    "shown": (SEEN,),
    "heard": (HEARD,),
    "justification": Confidential("grunn"),
    "colleague_name": Confidential("navn"),
    "note": Confidential("slik nås målene på deltid"),
    "words": Confidential("god veiledning"),
    "description": Confidential("hva som ble gjort"),
}


def as_stored(fact: Fact) -> Fact:
    """Return the fact with every list filled and every text of a person sealed."""
    full = {field: FULL[field] for field in fact.__struct_fields__ if field in FULL}
    filled = msgspec.structs.replace(fact, **full)
    texts = {field: getattr(filled, field) for field in filled.__struct_fields__}
    sealed = {
        field: Confidential(sealed=b64encode(f"sealed {text.text}".encode()).decode())
        for field, text in texts.items()
        if isinstance(text, Confidential)
    }
    return msgspec.structs.replace(filled, **sealed)
