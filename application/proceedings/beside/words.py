"""What letters, access, and what is decided beside an appeal are called."""

from __future__ import annotations

from collections.abc import Mapping

from application.letters.letter import LetterKind
from domain.proceedings.access import AccessStage
from domain.shared.texts import Text

LETTERS: Mapping[str, Text] = {
    LetterKind.DECISION_NOTICE: Text(nb="Underretning om vedtak", en="Notice of a decision"),
    LetterKind.APPEAL_RECEIPT: Text(nb="Kvittering for klage", en="Receipt for an appeal"),
    LetterKind.APPEAL_FORWARDED: Text(nb="Oversendelse", en="Letter that forwards an appeal"),
    LetterKind.SERVICE_CONFIRMED: Text(nb="Tjenestebekreftelse", en="Confirmation of service"),
}
STAGES_OF_ACCESS: Mapping[str, Text] = {
    AccessStage.ASKED: Text(nb="ikke besvart", en="not answered"),
    AccessStage.GIVEN: Text(nb="gitt", en="given"),
    AccessStage.REFUSED: Text(nb="nektet", en="refused"),
    AccessStage.APPEALED: Text(nb="nektet og påklaget", en="refused and appealed"),
    AccessStage.FORWARDED: Text(nb="klagen sendt videre", en="the appeal forwarded"),
    AccessStage.UPHELD: Text(nb="nektelsen stadfestet", en="the refusal upheld"),
}
DECISIONS_BESIDE: Mapping[str, Text] = {
    "none": Text(nb="ikke avgjort", en="not decided"),
    "granted": Text(nb="innvilget", en="granted"),
    "partly-granted": Text(nb="innvilget delvis", en="granted in part"),
    "refused": Text(nb="avslått", en="refused"),
    "deferred": Text(nb="utsatt", en="deferred"),
}
PERIODS: Mapping[str, Text] = {
    "cost_claim": Text(nb="Krav om sakskostnader", en="Claim for costs"),
    "lawsuit_despite_appeal": Text(
        nb="Søksmål selv om klagen ikke er avgjort", en="Lawsuit although the appeal is pending"
    ),
    "lawsuit_after_board": Text(
        nb="Søksmål etter nemndas vedtak", en="Lawsuit after the board's decision"
    ),
    "superior_review_notice": Text(nb="Melding om overprøving", en="Notice of a review from above"),
    "superior_reversal_notice": Text(
        nb="Melding om omgjøring ovenfra", en="Notice of a reversal from above"
    ),
    "superior_reversal_of_appeal": Text(
        nb="Melding om omgjøring av vedtak i klagesak",
        en="Notice of a reversal of what an appeal came to",
    ),
}
