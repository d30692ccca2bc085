"""Goals 020 to 041: method of general practice (annex 2, C21, 21.3)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter("21.3", nb="Allmennmedisinsk metode", en="Method of general practice")

GOALS = (
    _CHAPTER.goal(
        "ALM-020",
        nb="Allmennmedisinens forskning, historie og faglige grunnlag",
        en="The research, history and foundations of general practice",
    ),
    _CHAPTER.goal(
        "ALM-021",
        nb="Finne, vurdere og bruke evidens i allmennmedisinsk hverdag",
        en="Finding, judging and using evidence in everyday practice",
    ),
    _CHAPTER.goal(
        "ALM-022",
        nb="Særtrekk ved legearbeid i uselekterte populasjoner",
        en="What is special about work in unselected populations",
    ),
    _CHAPTER.goal(
        "ALM-023",
        nb="Forekomst av symptomer og sykdom i uselektert populasjon",
        en="How common symptoms and diseases are in an unselected population",
    ),
    _CHAPTER.goal(
        "ALM-024",
        nb="Erfaring, arbeid og miljø sin virkning på sykdom og mestring",
        en="How experience, work and surroundings affect illness and coping",
    ),
    _CHAPTER.goal(
        "ALM-025",
        nb="Skaffe seg kunnskap om lokalsamfunnet",
        en="Getting to know the local community",
    ),
    _CHAPTER.goal(
        "ALM-026",
        nb="Tid og gjentatte konsultasjoner som verktøy",
        en="Time and repeated consultations as tools",
    ),
    _CHAPTER.goal(
        "ALM-027",
        nb="Varig og forpliktende lege-pasient-forhold",
        en="A lasting, committed relation to the patient",
    ),
    _CHAPTER.goal(
        "ALM-028", nb="Pasientsentrert arbeidsmåte", en="Working with the patient at the centre"
    ),
    _CHAPTER.goal(
        "ALM-029",
        nb="Tilpasse behandling og oppfølging til den enkelte",
        en="Fitting treatment and follow-up to the person",
    ),
    _CHAPTER.goal(
        "ALM-030",
        nb="Styrke mestring og lindre plager",
        en="Strengthening coping and relieving complaints",
    ),
    _CHAPTER.goal(
        "ALM-031",
        nb="Primærhelsetjeneste gjennom hele livsløpet",
        en="Primary care through the whole course of life",
    ),
    _CHAPTER.goal(
        "ALM-032",
        nb="Motivere til endring av levevaner eller behandling",
        en="Motivating change in habits or treatment",
    ),
    _CHAPTER.goal(
        "ALM-033",
        nb="Ulik legesøkning og hva den betyr for tolkning av symptomer",
        en="Help-seeking that varies, and what it means for reading symptoms",
    ),
    _CHAPTER.goal(
        "ALM-034",
        nb="Trinnvis utredning med tilpasset ressursbruk",
        en="Stepwise investigation with fitting use of resources",
    ),
    _CHAPTER.goal(
        "ALM-035",
        nb="Prioritere mellom oppgaver, og være fleksibel",
        en="Prioritising between tasks, and being flexible",
    ),
    _CHAPTER.goal(
        "ALM-036", nb="Effektiv bruk av tid og ressurser", en="Efficient use of time and resources"
    ),
    _CHAPTER.goal(
        "ALM-037",
        nb="Tåle og håndtere usikkerhet i diagnostikk og behandling",
        en="Bearing and handling uncertainty in diagnosis and treatment",
    ),
    _CHAPTER.goal(
        "ALM-038",
        nb="Hjelpe pasient og pårørende å leve med usikkerhet",
        en="Helping patients and relatives accept uncertainty",
    ),
    _CHAPTER.goal(
        "ALM-039",
        nb="Selvstendig problemløsning og beslutninger",
        en="Independent problem solving and decisions",
    ),
    _CHAPTER.goal(
        "ALM-040",
        nb="Improvisere løsninger i komplekse kliniske situasjoner",
        en="Improvising solutions in complex clinical situations",
    ),
    _CHAPTER.goal(
        "ALM-041",
        nb="Bruke kunnskapskilder, retningslinjer og beslutningsstøtte",
        en="Using knowledge sources, guidelines and decision support",
    ),
)
