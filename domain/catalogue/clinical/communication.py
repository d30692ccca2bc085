"""Goals 042 to 055: communication and cooperation (annex 2, C21, 21.4)."""

from __future__ import annotations

from domain.catalogue.clinical.chapters import chapter

_CHAPTER = chapter("21.4", nb="Kommunikasjon og samhandling", en="Communication and cooperation")

GOALS = (
    _CHAPTER.goal(
        "ALM-042",
        nb="Muntlig, skriftlig og non-verbal kommunikasjon",
        en="Spoken, written and non-verbal communication",
    ),
    _CHAPTER.goal(
        "ALM-043",
        nb="Trygge og verdige fysiske rammer",
        en="Safe and dignified physical surroundings",
    ),
    _CHAPTER.goal(
        "ALM-044",
        nb="Empatisk samtale som støtter tillit og autonomi",
        en="Empathic conversation that supports trust and autonomy",
    ),
    _CHAPTER.goal(
        "ALM-045",
        nb="Tilpasse kommunikasjonen til pasienten og tilstanden",
        en="Fitting communication to the patient and the condition",
    ),
    _CHAPTER.goal(
        "ALM-046",
        nb="Se når verdier og holdninger påvirker behandlingen",
        en="Seeing when values and attitudes affect treatment",
    ),
    _CHAPTER.goal(
        "ALM-047",
        nb="Uenighet og følelsesmessig vanskelige samtaler",
        en="Disagreement and emotionally hard conversations",
    ),
    _CHAPTER.goal(
        "ALM-048",
        nb="Lege og pasient tolker det som blir sagt ut fra erfaring",
        en="Doctor and patient interpret what is said by experience",
    ),
    _CHAPTER.goal(
        "ALM-049",
        nb="Konsultasjonsteknikker og når de er nyttige",
        en="Consultation techniques and when they are useful",
    ),
    _CHAPTER.goal(
        "ALM-050",
        nb="Effektiv anamnese, også fra pårørende og andre kilder",
        en="Efficient history taking, also from relatives and other sources",
    ),
    _CHAPTER.goal(
        "ALM-051",
        nb="Si fra og handle når pasientsikkerheten er truet",
        en="Speaking up and acting when patient safety is at risk",
    ),
    _CHAPTER.goal(
        "ALM-052",
        nb="Samarbeid med andre yrkesgrupper i kommunen",
        en="Working with other professions in the municipality",
    ),
    _CHAPTER.goal(
        "ALM-053", nb="Kjenne og bruke lokale ressurser", en="Knowing and using local resources"
    ),
    _CHAPTER.goal(
        "ALM-054",
        nb="Lede tverrfaglig medisinsk arbeid",
        en="Leading interdisciplinary medical work",
    ),
    _CHAPTER.goal(
        "ALM-055",
        nb="Samhandling: kjenne en annen institusjon innenfra",
        en="Cooperation: knowing another institution from within",
    ),
)
