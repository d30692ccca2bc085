"""Goals 001 to 005: professionalism in general practice (annex 2, C21, 21.1)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter(
    "21.1", nb="Allmennmedisinsk profesjonalitet", en="Professionalism in general practice"
)

GOALS = (
    _CHAPTER.goal(
        "ALM-001",
        nb="Faglig forsvarlighet i egen klinisk praksis",
        en="Sound standards in one's own clinical practice",
    ),
    _CHAPTER.goal(
        "ALM-002",
        nb="Vurdere egne sterke og svake sider, og veilede kolleger i det",
        en="Judging one's own strengths and limits, and guiding colleagues in it",
    ),
    _CHAPTER.goal(
        "ALM-003",
        nb="Legerollen og lokalsamfunnet påvirker hverandre",
        en="How the doctor's role and the local community shape each other",
    ),
    _CHAPTER.goal(
        "ALM-004",
        nb="Hva som former forventningene til allmennlegen",
        en="What shapes the expectations of a GP",
    ),
    _CHAPTER.goal(
        "ALM-005",
        nb="Helse og trivsel på egen arbeidsplass; yrkesskade",
        en="Health and well-being at one's own workplace; occupational injury",
    ),
)
