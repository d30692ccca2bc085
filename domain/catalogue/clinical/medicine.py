"""Goals 056 to 085: medical competence (annex 2, C21, 21.5)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter("21.5", nb="Medisinsk kompetanse", en="Medical competence")

GOALS = (
    _CHAPTER.goal(
        "ALM-056",
        nb="Årsaker til symptomer: de vanlige og de alvorligste",
        en="Causes of symptoms: the common and the most serious",
    ),
    _CHAPTER.goal(
        "ALM-057",
        nb="Vurdere subjektive symptomer og mulige årsaker",
        en="Judging subjective symptoms and their possible causes",
    ),
    _CHAPTER.goal(
        "ALM-058",
        nb="Velge og utføre undersøkelser som gir objektive funn",
        en="Choosing and doing examinations that give objective findings",
    ),
    _CHAPTER.goal(
        "ALM-059",
        nb="Nytte og grenser for diagnostiske tester",
        en="Use and limits of diagnostic tests",
    ),
    _CHAPTER.goal(
        "ALM-060",
        nb="Tolke funn i lys av pasientens historie og egen erfaring",
        en="Reading findings in the light of the history and experience",
    ),
    _CHAPTER.goal(
        "ALM-061",
        nb="Stille diagnose eller sette i verk tiltak ut fra symptomer",
        en="Making a diagnosis, or acting on symptoms",
    ),
    _CHAPTER.goal(
        "ALM-062", nb="Sette i gang behandling og oppfølging", en="Starting treatment and follow-up"
    ),
    _CHAPTER.goal(
        "ALM-063",
        nb="Praktiske prosedyrer i allmennpraksis",
        en="Practical procedures of general practice",
    ),
    _CHAPTER.goal(
        "ALM-064",
        nb="Seleksjon og klinisk mønstergjenkjenning",
        en="Selection and clinical pattern recognition",
    ),
    _CHAPTER.goal(
        "ALM-065",
        nb="Medisinsk ekspert i primærhelsetjenesten",
        en="The medical expert of primary care",
    ),
    _CHAPTER.goal(
        "ALM-066",
        nb="Akutt og kritisk syke i primærhelsetjenesten",
        en="The acutely and critically ill in primary care",
    ),
    _CHAPTER.goal(
        "ALM-067",
        nb="Finne det kritiske under stress og tidsnød",
        en="Finding what is critical under stress and lack of time",
    ),
    _CHAPTER.goal(
        "ALM-068",
        nb="Akuttbehandling og stabilisering før sykehus",
        en="Emergency treatment and stabilisation before hospital",
    ),
    _CHAPTER.goal(
        "ALM-069",
        nb="Medisinsk leder i akuttsituasjoner, med nødetatene",
        en="Medical lead in emergencies, with the emergency services",
    ),
    _CHAPTER.goal(
        "ALM-070",
        nb="Flere kritisk syke samtidig: prioritere og delegere",
        en="Several critically ill at once: prioritising and delegating",
    ),
    _CHAPTER.goal(
        "ALM-071",
        nb="Kronisk sykdom, i samarbeid med spesialisthelsetjenesten",
        en="Chronic disease, together with specialist services",
    ),
    _CHAPTER.goal(
        "ALM-072",
        nb="Diagnostikk av de vanligste folkesykdommene",
        en="Diagnosing the most common chronic diseases",
    ),
    _CHAPTER.goal(
        "ALM-073",
        nb="Behandlings- og oppfølgingsplan ved kronisk sykdom",
        en="Treatment and follow-up plan in chronic disease",
    ),
    _CHAPTER.goal(
        "ALM-074",
        nb="Oppdage når behandlingsplanen må endres",
        en="Noticing when the treatment plan must change",
    ),
    _CHAPTER.goal(
        "ALM-075",
        nb="Koordinere pasientens helsetjenester",
        en="Coordinating the patient's services",
    ),
    _CHAPTER.goal(
        "ALM-076",
        nb="Flere sykdommer samtidig: avveie og prioritere",
        en="Several diseases at once: weighing and prioritising",
    ),
    _CHAPTER.goal(
        "ALM-077",
        nb="Interaksjoner ved bruk av mange legemidler",
        en="Interactions when many drugs are used",
    ),
    _CHAPTER.goal(
        "ALM-078",
        nb="Særtrekk ved alder og etnisitet i diagnostikk og behandling",
        en="Age and ethnicity in diagnosis and treatment",
    ),
    _CHAPTER.goal(
        "ALM-079", nb="Svangerskap, fødsel og barsel", en="Pregnancy, birth and the time after"
    ),
    _CHAPTER.goal(
        "ALM-080",
        nb="Sykdomsuttrykk hos spedbarn, barn og eldre",
        en="How disease shows in infants, children and the old",
    ),
    _CHAPTER.goal(
        "ALM-081",
        nb="Fysiologi og epidemiologi i ulike etniske grupper",
        en="Physiology and epidemiology of different ethnic groups",
    ),
    _CHAPTER.goal(
        "ALM-082",
        nb="Ansvar for oppfølging ved sjeldne tilstander",
        en="Responsibility for follow-up in rare conditions",
    ),
    _CHAPTER.goal(
        "ALM-083", nb="Sette seg inn i en sjelden sykdom", en="Learning about a rare disease"
    ),
    _CHAPTER.goal(
        "ALM-084",
        nb="Søke råd og samhandle for et godt pasientforløp",
        en="Seeking advice and cooperating for a good patient pathway",
    ),
    _CHAPTER.goal(
        "ALM-085",
        nb="Dybdekompetanse i en selektert pasientgruppe",
        en="Depth of competence in a selected group of patients",
    ),
)
