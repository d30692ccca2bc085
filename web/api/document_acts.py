"""What is done with a document of a proceeding: withdrawn, sent on, noted as seen."""

from __future__ import annotations

from application.proceedings.documents import commands as c
from web.api import acts
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.proceeding_documents import DOCUMENT

blueprint = ApiBlueprint("document-acts", __name__, description="Documents of a case")

ACTS = (
    Route(
        path=DOCUMENT + "/withdraw",
        command=c.WithdrawDocument,
        use_case=lambda s: s.speaking.withdraw_document,
        summary="Withdraw a document one sent; it stays listed, and those who had it keep it.",
    ),
    Route(
        path=DOCUMENT + "/forward",
        command=c.ForwardDocument,
        use_case=lambda s: s.proceeding_documents.forward,
        summary="Send an internal document on to the body that hears an appeal.",
    ),
    Route(
        path=DOCUMENT + "/note",
        command=c.OnDocument,
        use_case=lambda s: s.proceeding_documents.note,
        summary="Say that what a party sent was seen; it no longer waits on the docket.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
