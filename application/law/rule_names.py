"""What the rules are called, beside their ids: those that a decision or a refusal can rest on."""

from __future__ import annotations

from collections.abc import Mapping

from domain.shared.texts import Text

RULE_NAMES: Mapping[str, Text] = {
    "L-HPR-01": Text(nb="HPR-nummer", en="HPR numbers"),
    "L-KOMP-02": Text(
        nb="unntak fra kompetansekravene (§ 4)",
        en="exceptions from the competence demanded (section 4)",
    ),
    "L-LG-02": Text(
        nb="felles læringsmål før og etter 1. mars 2026",
        en="the common goals, before and after 1 March 2026",
    ),
    "L-SPA-01": Text(nb="det en søknad må vise", en="what an application takes"),
    "L-SPF-02": Text(
        nb="hvor lenge, hvor og med hvilken veiledning (§ 2)",
        en="how long, where and how guided (section 2)",
    ),
    "L-SPF-28": Text(nb="melding om endringer (§ 28)", en="telling of changes (section 28)"),
    "L-SPF-29": Text(nb="vilkårene for godkjenning (§ 29)", en="what approval takes (section 29)"),
    "L-SPF-31": Text(nb="hvordan tjeneste regnes (§ 31)", en="how service is counted (section 31)"),
    "L-SPF-35": Text(
        nb="hvilket organ som hører en klage (§ 35)", en="which body hears an appeal (section 35)"
    ),
    "L-SPF-37": Text(
        nb="overgangen fra den tidligere ordningen (§ 37)",
        en="the way over from the earlier scheme (section 37)",
    ),
    "R-AGR-01": Text(nb="avtalen om ALIS-stilling", en="the ALIS agreement"),
    "R-ALI-05": Text(
        nb="legen dokumenterer og sender til signering",
        en="the doctor documents and sends to be signed",
    ),
    "R-ALI-06": Text(
        nb="mål sendes inn i samråd med veileder",
        en="goals are sent in after consulting the supervisor",
    ),
    "R-APP-02": Text(nb="klage sendt til feil organ", en="an appeal sent to the wrong body"),
    "R-ARE-01": Text(nb="læringsarenaene og målene deres", en="the arenas and their goals"),
    "R-ASM-01": Text(
        nb="målene vurderes og dokumenteres snart", en="goals are assessed and documented soon"
    ),
    "R-ASM-02": Text(nb="to ulike personer blir hørt", en="two different people are heard"),
    "R-ASM-04": Text(nb="vurderingsmøter", en="assessment panels"),
    "R-ASM-05": Text(nb="hvor et læringsmål står", en="where a goal stands"),
    "R-ASM-06": Text(nb="retten til ny vurdering", en="the right to a new assessment"),
    "R-CNF-01": Text(nb="tjenesten er bekreftet", en="service is confirmed"),
    "R-DEF-01": Text(nb="hvem som utdannes som ALIS", en="who is in training as ALIS"),
    "R-DEF-02": Text(
        nb="når spesialiseringen begynner og slutter", en="when specialisation begins and ends"
    ),
    "R-EXM-01": Text(nb="fritak for en begrenset tid", en="exemptions for a limited time"),
    "R-GRP-01": Text(
        nb="to år gruppeveiledning med kursbevis",
        en="two years of group guidance, with the diploma",
    ),
    "R-GRP-02": Text(
        nb="ett av gruppeårene i åpen allmennpraksis", en="one of the group years in open practice"
    ),
    "R-GRP-03": Text(
        nb="gruppene ledes av Legeforeningen", en="groups are organised by the medical association"
    ),
    "R-KP-01": Text(
        nb="supervisører signerer aktiviteter alene",
        en="clinical supervisors sign activities alone",
    ),
    "R-KP-02": Text(nb="mål går til lederen", en="goals go to the leader"),
    "R-KP-03": Text(nb="ingen pasient kan kjennes igjen", en="no patient is recognisable"),
    "R-LG-01": Text(nb="alle læringsmål er oppnådd", en="all goals are achieved"),
    "R-LG-03": Text(nb="en godkjenning begrunnes", en="an approval says why"),
    "R-MTG-01": Text(nb="halvårssamtaler", en="half-yearly reviews"),
    "R-ORG-01": Text(nb="virksomheten er registrert", en="the establishment is registered"),
    "R-ORG-02": Text(nb="det et utdanningsprogram sier", en="what a programme says"),
    "R-ORG-03": Text(nb="virksomhetens øvrige plikter", en="the other duties of an establishment"),
    "R-PLN-01": Text(
        nb="individuell plan kort tid etter start", en="the individual plan, soon after the start"
    ),
    "R-PLN-02": Text(
        nb="planen endres som en ny versjon", en="the plan is revised as a new version"
    ),
    "R-ROL-01": Text(nb="hvem som kan gjøre hva", en="who may do what"),
    "R-ROL-02": Text(nb="ingen avgjør i egen utdanning", en="nobody decides in their own training"),
    "R-ROL-03": Text(
        nb="bare leder eller stedfortreder avgjør", en="only a leader or dated deputy decides"
    ),
    "R-SPV-01": Text(nb="tilsyn på stedet", en="supervision on the spot"),
    "R-SPV-02": Text(
        nb="supervisører fra andre yrker", en="clinical supervisors of other professions"
    ),
    "R-SPV-03": Text(nb="råd fra supervisørene", en="advice of the clinical supervisors"),
    "R-SUP-01": Text(
        nb="veileder gjennom hele utdanningen", en="a supervisor through the whole training"
    ),
    "R-SUP-02": Text(
        nb="veilederen er kvalifisert hver dag", en="the supervisor is qualified on each day"
    ),
    "R-SUP-03": Text(nb="timer med individuell veiledning", en="hours of individual guidance"),
    "R-SUP-04": Text(
        nb="referat, ferdigstilt av veilederen", en="minutes, finalised by the supervisor"
    ),
    "R-SUP-05": Text(nb="bekymring for framdriften", en="concerns about progression"),
    "R-SUP-08": Text(nb="veilederens kurs", en="the supervisor's course"),
    "R-SVC-01": Text(nb="fem års tjeneste i full stilling", en="five years of full time"),
    "R-SVC-02": Text(
        nb="to av årene i åpen uselektert praksis", en="two of the years in open practice"
    ),
    "R-SVC-03": Text(
        nb="minst halv stilling til utgangen av 2024", en="half a post until the end of 2024"
    ),
    "R-SVC-04": Text(
        nb="annen praksis inntil to og et halvt år", en="other practice up to two and a half years"
    ),
    "R-SVC-05": Text(
        nb="et halvt år i institusjon anbefales", en="half a year in an institution is recommended"
    ),
    "R-SVC-07": Text(
        nb="læringsmålene i del én kommer først", en="the goals of part one come first"
    ),
    "R-VIS-01": Text(nb="praksisbesøk, poeng og tak", en="practice visits, points and cap"),
    "R-VIS-03": Text(nb="gjensidige praksisbesøk", en="mutual practice visits"),
    "R-VIS-08": Text(nb="dokumentasjon av praksisbesøk", en="documentation of practice visits"),
}


def rule_name(rule: str) -> Text:
    """Return what a rule is called, with its id; the id alone where nobody has named it."""
    name = RULE_NAMES.get(rule)
    return (
        Text(nb=f"{name.nb} ({rule})", en=f"{name.en} ({rule})") if name else Text(nb=rule, en=rule)
    )
