"""The words for what is written as a code in a proceeding."""

from __future__ import annotations

from collections.abc import Mapping

from application.plans.words import WORDS
from application.proceedings.before.rows import WaitsBefore
from application.proceedings.counted.rows import CameTo
from application.proceedings.documents.rows import WaitsToBeSeen
from application.proceedings.rows import Waits
from domain.calendar.appeal_question import ArrivalBasis, Channel
from domain.calendar.timeliness import Late, Verdict
from domain.law.aside import SuperiorGround
from domain.law.notices import CONTENT_NAMES
from domain.law.remedies import Remedy
from domain.law.reversal_places import ReversalGround
from domain.proceedings.appeal import Defect, Review, Stage
from domain.proceedings.notice import Because
from domain.proceedings.rules.first_instance import LateGround
from domain.proceedings.rulings import SET_ASIDE, Source
from domain.shared.texts import Text

CHANNELS: Mapping[str, Text] = {
    Channel.LETTER: Text(nb="i brev", en="by letter"),
    Channel.DIGITAL: Text(nb="digitalt", en="digitally"),
}
ARRIVED_BY: Mapping[str, Text] = {
    ArrivalBasis.DIGITAL: Text(nb="etter loggen i den digitale løsningen", en="by the digital log"),
    ArrivalBasis.RECEIPT: Text(nb="etter en kvittering", en="by a receipt"),
    ArrivalBasis.PARTY_STATEMENT: Text(nb="etter partens opplysning", en="by the party's word"),
    ArrivalBasis.ESTIMATE: Text(nb="anslått", en="an estimate"),
}
CONTENTS: Mapping[str, Text] = {str(one): name for one, name in CONTENT_NAMES.items()}
REMEDIES: Mapping[str, Text] = {
    Remedy.APPEAL: Text(nb="det kan klages", en="it can be appealed"),
    Remedy.NEW_ASSESSMENT: Text(
        nb="det kan bes om ny vurdering", en="a new assessment can be asked for"
    ),
    Remedy.A_PERSON_DECIDES: Text(
        nb="loven er ikke klar, et menneske avgjør hva som kan gjøres",
        en="the law is not settled, and a person decides what can be done",
    ),
    Remedy.FINAL: Text(
        nb="ingenting; avgjørelsen er endelig og kan ikke påklages",
        en="nothing; the ruling is final",
    ),
}
SOURCES: Mapping[str, Text] = {
    Source.DECIDED: Text(nb="Vedtak", en="Decision"),
    Source.REVERSED: Text(nb="Omgjøring uten klage", en="Reversal without an appeal"),
    Source.REVIEWED: Text(
        nb="Endring etter klage i førsteinstansen",
        en="Change by the first instance after an appeal",
    ),
    Source.DISMISSED: Text(nb="Avvisning av klage", en="Dismissal of an appeal"),
    Source.HEARD: Text(nb="Klageinstansens avgjørelse", en="Ruling of the appeal body"),
    Source.COSTS: Text(nb="Avgjørelse om sakskostnader", en="Ruling on costs"),
}
OUTCOMES: Mapping[str, Text] = {
    **WORDS["outcome"],
    SET_ASIDE: Text(nb="opphevet, og skal avgjøres på nytt", en="set aside, to be decided anew"),
}
KINDS: Mapping[str, Text] = WORDS["kind"]
GROUNDS: Mapping[str, Text] = {
    ReversalGround.NOT_TO_DETRIMENT: Text(
        nb="endringen er ikke til skade for noen vedtaket gjelder",
        en="the change is to nobody's detriment",
    ),
    ReversalGround.NOT_ARRIVED: Text(
        nb="underretningen var ikke kommet fram", en="the notice had not arrived"
    ),
    ReversalGround.INVALID: Text(nb="vedtaket var ugyldig", en="the decision was invalid"),
    ReversalGround.CONDITIONS: Text(
        nb="parten brøt vilkårene, eller sentrale forutsetninger sviktet",
        en="the party broke the conditions, or central premises failed",
    ),
    ReversalGround.STRONG_INTERESTS: Text(
        nb="sterke interesser veide vesentlig tyngre", en="strong interests weighed clearly more"
    ),
    SuperiorGround.FOR_OTHERS: Text(
        nb="hensynet til andre eller til allmenne interesser",
        en="regard for others or for public interests",
    ),
    LateGround.NOT_TO_BLAME: Text(
        nb="klageren kan ikke lastes for at den kom sent", en="the appellant is not to blame"
    ),
    LateGround.SPECIAL_REASONS: Text(
        nb="særlige grunner gjør det rimelig", en="special reasons make it reasonable"
    ),
    LateGround.IN_TIME_AFTER_ALL: Text(nb="den var likevel i tide", en="it was in time after all"),
    LateGround.NO_TIME_RUNS: Text(nb="ingen klagefrist løper", en="no time to appeal runs"),
}
BECAUSE: Mapping[str, Text] = {
    Because.ARRIVAL: Text(nb="underretningen kom fram", en="the notice arrived"),
    Because.REASONS_DEMANDED: Text(nb="begrunnelse ble krevd", en="reasons were demanded"),
    Because.REASONS_GIVEN: Text(nb="begrunnelsen ble gitt", en="the reasons were given"),
    Because.EXTENSION: Text(nb="fristen ble forlenget", en="the time was extended"),
    Because.LAW: Text(nb="rettskildene ble endret", en="the law changed"),
    Because.CORRECTION: Text(nb="noe var ført feil", en="something was recorded in error"),
}
STAGES: Mapping[str, Text] = {
    Stage.AWAITING_AUTHORITY: Text(nb="venter på fullmakt", en="waits for authority"),
    Stage.AWAITING_CORRECTION: Text(nb="venter på retting", en="waits to be mended"),
    Stage.ADMISSIBILITY: Text(
        nb="det avgjøres om klagen kan behandles", en="whether it can be treated is decided"
    ),
    Stage.FIRST_INSTANCE: Text(nb="hos førsteinstansen", en="with the first instance"),
    Stage.CHANGED: Text(
        nb="ferdig; førsteinstansen endret vedtaket", en="over; the first instance changed it"
    ),
    Stage.PARTLY_CHANGED: Text(
        nb="vedtaket er delvis endret; klageren svarer om resten opprettholdes",
        en="changed in part; the appellant answers for the rest",
    ),
    Stage.MAINTAINED: Text(
        nb="vedtaket er opprettholdt; klagen skal sendes klageinstansen",
        en="maintained; it is to be forwarded to the appeal body",
    ),
    Stage.FORWARDED: Text(nb="hos klageinstansen", en="with the appeal body"),
    Stage.DECIDED: Text(nb="avgjort av klageinstansen", en="decided by the appeal body"),
    Stage.DISMISSED: Text(nb="avvist av førsteinstansen", en="dismissed by the first instance"),
    Stage.WITHDRAWN: Text(nb="trukket", en="withdrawn"),
}
VERDICTS: Mapping[str, Text] = {
    Verdict.IN_TIME: Text(nb="ja", en="yes"),
    Verdict.LATE: Text(nb="nei, den kom for sent", en="no, it was late"),
    Verdict.A_PERSON_DECIDES: Text(nb="det avgjøres av et menneske", en="a person decides that"),
}
LATE: Mapping[str, Text] = {
    Late.MAY_BE_TREATED: Text(
        nb="den kan behandles hvis det er grunn til det", en="it may be treated on a ground"
    ),
    Late.A_PERSON_DECIDES: Text(
        nb="et menneske avgjør om den kan behandles",
        en="a person decides whether it can be treated",
    ),
    Late.CANNOT_BE_TREATED: Text(
        nb="det er gått mer enn et år, så den kan ikke behandles",
        en="more than a year has gone, so it cannot be treated",
    ),
}
DEFECTS: Mapping[str, Text] = {
    Defect.AUTHORITY: Text(nb="fullmakt", en="authority"),
    Defect.SIGNATURE: Text(nb="underskrift", en="a signature"),
    Defect.DECISION_NOT_NAMED: Text(nb="hvilket vedtak den gjelder", en="which decision it is of"),
    Defect.CHANGE_NOT_NAMED: Text(nb="hvilken endring som ønskes", en="which change is wanted"),
    Defect.ALREADY_HEARD: Text(
        nb="noe som ikke er avgjort før (klagen er behandlet)", en="anything not heard before"
    ),
}
REVIEWS: Mapping[str, Text] = {
    Review.CHANGED: Text(nb="endret vedtaket", en="changed the decision"),
    Review.PARTLY_CHANGED: Text(nb="endret vedtaket delvis", en="changed the decision in part"),
    Review.MAINTAINED: Text(nb="opprettholdt vedtaket", en="maintained the decision"),
}
BODIES: Mapping[str, Text] = WORDS["to"]
WAITING: Mapping[str, Text] = {
    WaitsBefore.COMMENTS: Text(nb="parten kan uttale seg", en="the party may comment"),
    WaitsBefore.CLOSE: Text(nb="saken kan avsluttes", en="the case can be closed"),
    WaitsBefore.ANSWER_ACCESS: Text(nb="innsyn skal besvares", en="access is to be answered"),
    WaitsBefore.ANSWER_ACCESS_APPEAL: Text(
        nb="klagen over nektet innsyn skal vurderes", en="the appeal over access is to be looked at"
    ),
    WaitsBefore.ENTER_ACCESS_ANSWER: Text(
        nb="svaret på klagen over innsyn skal føres", en="the answer over access is to be entered"
    ),
    WaitsBefore.ANSWER_IMPARTIALITY: Text(
        nb="habiliteten skal avgjøres", en="impartiality is to be decided"
    ),
    WaitsToBeSeen.SEE_DOCUMENT: Text(
        nb="et dokument skal ses på", en="a document is to be looked at"
    ),
    Waits.DECIDE: Text(nb="vedtaket skal treffes", en="the decision is to be made"),
    Waits.NOTIFY: Text(nb="underretningen skal sendes", en="the notice is to be sent"),
    Waits.ENTER_ARRIVAL: Text(
        nb="det skal føres når underretningen kom fram", en="its arrival is to be entered"
    ),
    Waits.GIVE_REASONS: Text(nb="begrunnelsen skal gis", en="the reasons are to be given"),
    Waits.HAVE_MENDED: Text(nb="klagen skal rettes", en="the appeal is to be mended"),
    Waits.JUDGE_TIMELINESS: Text(
        nb="det skal avgjøres om klagen kan behandles", en="whether it can be treated is to be said"
    ),
    Waits.REVIEW: Text(
        nb="førsteinstansen skal vurdere klagen", en="the first instance is to look at the appeal"
    ),
    Waits.ANSWER_OF_APPELLANT: Text(
        nb="klageren skal svare om resten opprettholdes", en="the appellant is to answer"
    ),
    Waits.FORWARD: Text(nb="klagen skal sendes klageinstansen", en="it is to be forwarded"),
    Waits.HEAR: Text(nb="klageinstansen skal avgjøre klagen", en="the appeal is to be decided"),
    Waits.ALERT_AGAIN: Text(
        nb="parten varsles på nytt om vedtaket ikke er åpnet",
        en="the party is alerted again if the decision was not opened",
    ),
    WaitsToBeSeen.SEE_SENDING: Text(
        nb="noe en part sendte uten virkning, skal ses på",
        en="something a party sent without effect is to be looked at",
    ),
    Waits.ASK_FOR_SUM: Text(
        nb="kravet om sakskostnader mangler beløp",
        en="the claim for costs lacks its sum",
    ),
    Waits.DECIDE_COSTS: Text(nb="sakskostnadene skal avgjøres", en="costs are to be decided"),
    Waits.DECIDE_DEFERRAL: Text(nb="utsetting skal avgjøres", en="deferral is to be decided"),
}

COUNTED: Mapping[str, Text] = {
    "decisions": Text(nb="Vedtak", en="Decisions"),
    CameTo.APPEALED: Text(nb="Påklaget", en="Appealed"),
    CameTo.IN_TIME: Text(nb="Påklaget i tide", en="Appealed in time"),
    CameTo.LATE: Text(nb="Påklaget for sent", en="Appealed late"),
    CameTo.FOR_A_PERSON: Text(
        nb="Påklaget, et menneske avgjør om det var i tide",
        en="Appealed, a person decides whether in time",
    ),
    CameTo.TAKEN_ON_LATE: Text(nb="Sen klage tatt under behandling", en="Late appeal taken on"),
    CameTo.WITHDRAWN: Text(nb="Klage trukket", en="Appeal withdrawn"),
    CameTo.UNDER_WAY: Text(nb="Klage under behandling", en="Appeal under way"),
    CameTo.CHANGED_AT_FIRST: Text(
        nb="Endret av førsteinstansen etter klage", en="Changed by the first instance"
    ),
    CameTo.DISMISSED_AT_FIRST: Text(
        nb="Klage avvist av førsteinstansen", en="Appeal dismissed by the first instance"
    ),
    CameTo.FORWARDED: Text(nb="Sendt klageinstansen", en="Forwarded to the appeal body"),
    CameTo.CHANGED: Text(nb="Endret av klageinstansen", en="Changed by the appeal body"),
    CameTo.UPHELD: Text(nb="Stadfestet av klageinstansen", en="Upheld by the appeal body"),
    CameTo.QUASHED: Text(
        nb="Opphevet og sendt tilbake av klageinstansen", en="Quashed by the appeal body"
    ),
    CameTo.DISMISSED: Text(
        nb="Klage avvist av klageinstansen", en="Appeal dismissed by the appeal body"
    ),
    CameTo.REVERSED: Text(nb="Omgjort uten klage", en="Reversed without an appeal"),
    CameTo.OVERTURNED: Text(
        nb="Endret, opphevet eller omgjort i alt", en="Changed, quashed or reversed in all"
    ),
    CameTo.DISMISSAL_APPEALED: Text(nb="Avvisningen påklaget", en="The dismissal appealed"),
    CameTo.DISMISSAL_SET_ASIDE: Text(nb="Avvisningen satt til side", en="The dismissal set aside"),
}


def word(words: Mapping[str, Text], code: str | None) -> Text:
    """Return the words for a code, or the code itself where there are none."""
    return words.get(code or "", Text(nb=code or "-", en=code or "-"))
