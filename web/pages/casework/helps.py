"""What is said beside the fields of casework: when each is needed, and what it means."""

from __future__ import annotations

from domain.shared.texts import Text

READ_BY_PARTY = {
    "text": Text(
        nb="Parten får akkurat denne teksten. Si hvilke regler og hvilke fakta den bygger på.",
        en="The party gets exactly this text. Say which rules and which facts it rests on.",
    )
}
NOTICE = {
    "says": Text(
        nb="Trengs når ikke noe brev er valgt: kryss da av for alt underretningen sier noe om. "
        "Er et brev valgt, står det her som brevet sier, hva du enn krysser av.",
        en="Needed where no letter is chosen: then tick all that the notice tells of. Where a "
        "letter is chosen it is what the letter says that counts.",
    ),
    "letter": Text(
        nb="Et brev som er skrevet i saken. Velger du ingen, er underretningen sendt på annet vis.",
        en="A letter written in the case. If you choose none, the notice was sent otherwise.",
    ),
}
ARRIVAL = {
    "arrived_on": Text(
        nb="Trengs når underretningen gikk som brev: dagen parten fikk brevet. Gikk den digitalt, "
        "kan det stå tomt; dagen følger da av de to neste.",
        en="Needed where the notice went as a letter: the day the party got it. Where it was "
        "digital this can be left empty; the day then follows from the two below.",
    ),
    "available_on": Text(
        nb="Trengs når underretningen gikk digitalt: dagen parten kunne åpne og lese den. Står "
        "tomt når den gikk som brev.",
        en="Needed where the notice was digital: the day the party could open and read it. Left "
        "empty for a letter.",
    ),
    "alerted_on": Text(
        nb="Trengs når underretningen gikk digitalt: dagen parten fikk melding om at den lå der, "
        "på e-post eller SMS. Står tomt når den gikk som brev.",
        en="Needed where the notice was digital: the day the party was told, by e-mail or SMS, "
        "that it was there. Left empty for a letter.",
    ),
    "representative_arrived_on": Text(
        nb="Bare når en fullmektig også fikk underretningen.",
        en="Only where a representative had the notice as well.",
    ),
    "arrival_basis": Text(
        nb="Trengs bare for brev. Er dagen et anslag, avvises ingen klage for å være sen.",
        en="Needed for letters only. Where the day is an estimate no appeal is dismissed as late.",
    ),
    "reason": Text(
        nb="Trengs bare når dagen er ført før og nå skal rettes.",
        en="Needed only where the day was entered before and is now put right.",
    ),
}
ENTERED_APPEAL = {
    "appellant": Text(
        nb="Bare når en annen enn parten klager. Står det tomt, er det parten.",
        en="Only where another than the party appeals. Left empty, it is the party.",
    ),
    "sent_by": Text(
        nb="Bare når en annen enn klageren sendte den. Står det tomt, er det klageren.",
        en="Only where another than the appellant sent it. Left empty, it is the appellant.",
    ),
    "received_by": Text(
        nb="Bare når et annet organ fikk den først. Står det tomt, kom den hit.",
        en="Only where another body got it first. Left empty, it came here.",
    ),
}
