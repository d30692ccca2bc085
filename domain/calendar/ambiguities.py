"""Where the law can be read in more than one way about periods, and how it is read here."""

from __future__ import annotations

import msgspec

from domain.shared.texts import Text


class Ambiguity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing the law does not settle, and the choice made until somebody settles it."""

    id: str
    says: Text
    choice: Text


SHORT_TIME = Ambiguity(
    id="AMB-33",
    says=Text(
        nb="Loven sier «kort frist» for å rette en klage, uten tall.",
        en="The act gives a short time to mend an appeal, without a number.",
    ),
    choice=Text(
        nb="14 dager når ikke noe annet er bestemt, aldri under 7 eller over 21.",
        en="14 days unless another time is set, never fewer than 7 or more than 21.",
    ),
)
CAP_ROLLS = Ambiguity(
    id="AMB-34",
    says=Text(
        nb="Loven sier ikke om året for sene klager forlenges til en virkedag når det ender på "
        "en fridag.",
        en="The act does not say whether the year for late appeals goes on to a working day when "
        "it ends on a day off.",
    ),
    choice=Text(
        nb="Året regnes fra vedtaket. Etter den forlengede dagen er det for sent; mellom dagen "
        "selv og den forlengede avgjør et menneske.",
        en="The year runs from the decision. After the working day it is too late; between the "
        "day itself and the working day a person decides.",
    ),
)
WHICH_ACT = Ambiguity(
    id="AMB-42",
    says=Text(
        nb="Det er ikke kjent når den nye forvaltningsloven trer i kraft, eller hvilken lov som "
        "da gjelder for eldre vedtak.",
        en="It is not known when the new Public Administration Act comes into force, nor which "
        "act then governs earlier decisions.",
    ),
    choice=Text(
        nb="Dagen er antatt, og loven velges etter dagen vedtaket ble truffet.",
        en="The day is assumed, and the act is chosen by the day the decision was made.",
    ),
)
SENT_OR_ARRIVED = Ambiguity(
    id="AMB-48",
    says=Text(
        nb="En elektronisk klage kan være sendt før fristen er ute og komme fram etter.",
        en="A digital appeal can be sent before the end of the period and arrive after it.",
    ),
    choice=Text(
        nb="Etter loven av 1967 teller det når den kom fram, etter loven av 2025 når den ble "
        "sendt. Begge dager tas vare på.",
        en="Under the act of 1967 it counts when it arrived, under the act of 2025 when it was "
        "sent. Both days are kept.",
    ),
)
REASSESSMENT = Ambiguity(
    id="AMB-49",
    says=Text(
        nb="«Relevante læringsaktiviteter i minst seks måneder» kan være ventetid eller "
        "seks måneder med aktivitet.",
        en="At least six months of relevant activities can be time to wait or six months of "
        "activity.",
    ),
    choice=Text(
        nb="Begge deler kreves: seks måneder siden utfallet, og aktiviteter i dem. Et menneske "
        "bekrefter det siste.",
        en="Both are asked for: six months since the outcome, and activities in them. A person "
        "confirms the latter.",
    ),
)
SEVERAL_RECIPIENTS = Ambiguity(
    id="AMB-50",
    says=Text(
        nb="Loven sier ikke hvilken dag som teller når både parten og fullmektigen skal ha "
        "underretning og får den hver sin dag.",
        en="The act does not say which day counts when both the party and the representative are "
        "to have the notice and get it on different days.",
    ),
    choice=Text(
        nb="Den siste dagen, som er best for den som klager.",
        en="The last day, which is best for the one who appeals.",
    ),
)
ARRIVAL_UNKNOWN = Ambiguity(
    id="AMB-51",
    says=Text(
        nb="Det er ikke vist hvilken dag brevet kom fram.",
        en="It is not shown on which day the letter arrived.",
    ),
    choice=Text(
        nb="Dagen brukes som et anslag. Ingen klage avvises automatisk på grunnlag av den.",
        en="The day is used as an estimate. No appeal is turned away automatically because of it.",
    ),
)
