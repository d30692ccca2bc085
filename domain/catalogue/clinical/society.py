"""Goals 006 to 019: duty to society and prevention (annex 2, C21, 21.2)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter(
    "21.2", nb="Samfunnsoppdrag og forebyggende helsearbeid", en="Duty to society and prevention"
)

GOALS = (
    _CHAPTER.goal(
        "ALM-006",
        nb="Pasientens behov for forebyggende tjenester",
        en="The patient's need of preventive services",
    ),
    _CHAPTER.goal(
        "ALM-007",
        nb="Levevaner, nærmiljø og arbeid som virker på helsen",
        en="Habits, surroundings and work that bear on health",
    ),
    _CHAPTER.goal(
        "ALM-008",
        nb="Helhetlig tilnærming; hjelp til gode valg om egen helse",
        en="The whole person; helping people choose well about their health",
    ),
    _CHAPTER.goal(
        "ALM-009",
        nb="Forebygging, helsefremming og helseovervåkning i klinikken",
        en="Prevention, health promotion and surveillance in the clinic",
    ),
    _CHAPTER.goal(
        "ALM-010",
        nb="Sosialt ansvarlige tiltak på system- og samfunnsnivå",
        en="Socially responsible measures for system and community",
    ),
    _CHAPTER.goal(
        "ALM-011",
        nb="Bidra til lokalt folkehelsearbeid og til utsatte grupper",
        en="Contributing to local public health and to vulnerable groups",
    ),
    _CHAPTER.goal(
        "ALM-012",
        nb="Sakkyndige vurderinger, også av egne faste pasienter",
        en="Expert assessments, also of one's own long-term patients",
    ),
    _CHAPTER.goal(
        "ALM-013",
        nb="Skille mellom behandler og sakkyndig",
        en="Telling the treating doctor from the expert",
    ),
    _CHAPTER.goal(
        "ALM-014",
        nb="Beskrive medisinske forhold som grunnlag for riktige ytelser",
        en="Describing medical facts so that benefits become right",
    ),
    _CHAPTER.goal(
        "ALM-015",
        nb="Prioritere i egen praksis: rett behandling, sted og tid",
        en="Prioritising in one's practice: right care, place and time",
    ),
    _CHAPTER.goal(
        "ALM-016",
        nb="Organisere praksis etter behov, med plass til øyeblikkelig hjelp",
        en="Organising the practice by need, with room for emergencies",
    ),
    _CHAPTER.goal(
        "ALM-017",
        nb="Fordele egen tilgjengelighet på pasienter og samarbeidspartnere",
        en="Sharing one's time between patients and partners",
    ),
    _CHAPTER.goal(
        "ALM-018",
        nb="For mye og for lite diagnostikk og behandling",
        en="Too much and too little diagnosis and treatment",
    ),
    _CHAPTER.goal(
        "ALM-019", nb="Gode henvendelser og henvisninger", en="Good requests and referrals"
    ),
)
