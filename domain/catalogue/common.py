"""The common competence goals in force from 2026 (FKM, annex 2, part A, stages 2 and 3)."""

from __future__ import annotations

from datetime import date

from domain.catalogue.goals import Chapter
from domain.shared.citation import Citation
from domain.shared.texts import Text


def _chapter(place: str, *, nb: str, en: str) -> Chapter:
    return Chapter(
        theme=Text(nb=f"{place} {nb}", en=f"{place} {en}"),
        basis=Citation(
            act="spesialistforskriften",
            section="2",
            annex=f"2 {place}",
            amended_by="FOR-2025-01-24-114",
        ),
        first_day=date(2026, 3, 1),
    )


_A2 = _chapter("A2", nb="Etikk", en="Ethics")
_A3 = _chapter(
    "A3",
    nb="Kommunikasjon, samvalg og helsekompetanse",
    en="Communication, shared decisions and health literacy",
)
_A4 = _chapter(
    "A4",
    nb="Opplæring av pasienter, pårørende og samarbeidspartnere",
    en="Teaching patients, relatives and partners",
)
_A6 = _chapter(
    "A6",
    nb="Forskningsforståelse og kunnskapshåndtering",
    en="Understanding research and handling knowledge",
)
_A7 = _chapter("A7", nb="Kvalitet og pasientsikkerhet", en="Quality and patient safety")
_A8 = _chapter("A8", nb="Lovverk og sakkyndig arbeid", en="Law and expert work")
_A9 = _chapter(
    "A9",
    nb="Systemforståelse, organisasjonsutvikling, ledelse og samhandling",
    en="Systems, organisations, leadership and cooperation",
)

# A1 is an introduction and A5 has goals for the first stage of training only.
GOALS = (
    _A2.goal("FKM-001", nb="Etisk refleksjon i eget arbeid", en="Ethical reflection in one's work"),
    _A3.goal(
        "FKM-002",
        nb="Kjenne egne kommunikasjonsferdigheter og endre dem etter råd",
        en="Knowing one's communication skills and changing on feedback",
    ),
    _A3.goal(
        "FKM-003",
        nb="Kompetansevurdering, veiledning og supervisjon av andre",
        en="Assessing, guiding and supervising others",
    ),
    _A3.goal(
        "FKM-004",
        nb="Snakke om medisinsk usikkerhet, variasjon og kunnskapens grenser",
        en="Talking of medical uncertainty, variation and limits of knowledge",
    ),
    _A4.goal(
        "FKM-005",
        nb="Gi opplæring til pasienter, pårørende og samarbeidspartnere",
        en="Teaching patients, relatives and partners",
    ),
    _A6.goal(
        "FKM-006",
        nb="Kliniske studier: formål, godkjenning, data og samtykke",
        en="Clinical studies: purpose, approval, data and consent",
    ),
    _A6.goal(
        "FKM-007",
        nb="Finne og vurdere forskning; kunnskapsbasert praksis",
        en="Finding and judging research; evidence-based practice",
    ),
    _A7.goal("FKM-008", nb="Melde- og avvikssystemer", en="Systems for reporting incidents"),
    _A7.goal(
        "FKM-009",
        nb="Kvalitets- og forbedringsarbeid med verktøy og modeller",
        en="Quality improvement with its tools and models",
    ),
    _A8.goal("FKM-010", nb="Sakkyndig arbeid", en="Work as an expert"),
    _A9.goal(
        "FKM-011",
        nb="Egne holdninger og egenskaper i arbeidsmiljø og ledelse",
        en="One's own attitudes and traits at work and in leading",
    ),
    _A9.goal(
        "FKM-012",
        nb="Politikk, økonomi og ledelse; prioritering i praksis",
        en="Politics, finance and management; setting priorities in practice",
    ),
    _A9.goal(
        "FKM-013",
        nb="Egen rolle i samhandling med andre profesjoner",
        en="One's own role in working with other professions",
    ),
    _A9.goal(
        "FKM-014",
        nb="Egen rolle i beredskap på arbeidsstedet",
        en="One's own role in preparedness at the workplace",
    ),
)
