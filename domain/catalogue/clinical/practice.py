"""Goals 086 to 088: running and leading a practice (annex 2, C21, 21.6)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter("21.6", nb="Praksisdrift og ledelse", en="Running and leading a practice")

GOALS = (
    _CHAPTER.goal(
        "ALM-086",
        nb="Regelverket for drift av legekontor og fastlegeordningen",
        en="The rules for running a practice and the regular GP scheme",
    ),
    _CHAPTER.goal(
        "ALM-087",
        nb="Ledelse, arbeidsliv og økonomi i en primærmedisinsk enhet",
        en="Leadership, working life and finance of a primary care unit",
    ),
    _CHAPTER.goal(
        "ALM-088",
        nb="Organisasjons- og driftsmodeller som fordeler hjelpen rett",
        en="Models of organisation that share care out by need",
    ),
)
