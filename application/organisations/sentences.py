"""What the facts of an establishment say, in a sentence; the days and names are beside it."""

from __future__ import annotations

from collections.abc import Mapping

from domain.organisations import facts as f
from domain.shared.facts import Fact
from domain.shared.texts import Text

SENTENCES: Mapping[type[Fact], Text] = {
    f.OrganisationRegistered: Text(
        nb="Virksomheten ble ført i registeret", en="The establishment was entered in the register"
    ),
    f.ArenaOpened: Text(nb="En læringsarena ble åpnet", en="An arena was opened"),
    f.ArenaClosed: Text(nb="En læringsarena ble lukket", en="An arena was closed"),
    f.ProgrammePublished: Text(
        nb="En generell utdanningsplan ble publisert", en="A programme was published"
    ),
    f.DirectorateNotified: Text(
        nb="Helsedirektoratet fikk melding om endringer", en="The Directorate was told of changes"
    ),
    f.OfficerAppointed: Text(
        nb="En leder, stedfortreder, administrator eller et klageorganmedlem ble oppnevnt",
        en="A leader, deputy, administrator or member of the appeal body was appointed",
    ),
    f.OfficerReleased: Text(
        nb="En leder, stedfortreder, administrator eller et klageorganmedlem gikk av",
        en="A leader, deputy, administrator or member of the appeal body left office",
    ),
    f.OrganisationFactCorrected: Text(
        nb="Noe som var ført om virksomheten, ble merket som feil",
        en="Something recorded of the establishment was marked as an error",
    ),
    f.OrganisationPersonMerged: Text(
        nb="To registreringer ble funnet å være én person",
        en="Two entries were found to be one person",
    ),
}
"""Every fact but those that tell of a decision, which its proceeding says itself."""
