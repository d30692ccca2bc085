"""The forms of what is recorded now and then: courses, visits, service, absences, comments."""

from __future__ import annotations

from application.access import Act
from application.actors import Role
from application.plans.files import AttachFile
from domain.shared.texts import Text
from web.api.acts import Route
from web.api.plans import absences, corrections, courses, documents, paths, service, visits
from web.pages.cases import PLAN
from web.pages.file import choices
from web.pages.file.abouts import abouts
from web.pages.file.forms import put
from web.pages.forms import route

WORK = "/work"
COUNTS = Text(
    nb="Det teller når det er bekreftet. Du ser det under aktivitet og tjeneste.",
    en="It counts once it is confirmed. You see it among activities and service.",
)
ABOUT = Text(
    nb="Velg noe av det slaget du valgte. La det stå tomt når det gjelder planen selv.",
    en="Choose something of the kind you chose. Leave it empty if it is about the plan itself.",
)
FIRST = Text(
    nb="Legg ved filen først, på siden «Filer og kommentarer». Så kan den velges her.",
    en="Attach the file first, on the page “Files and comments”. Then it can be chosen here.",
)

put(
    "enter-course",
    route(courses.ACTS, "/courses"),
    Act.ENTER_COURSE,
    Text(nb="Registrer et kurs", en="Enter a course"),
    Text(nb="Legg ved kursbeviset når du har det.", en="Add the certificate once you have it."),
    at=WORK,
    options={"goals": choices.goals},
)
put(
    "certify-course",
    route(courses.ACTS, "/certificate"),
    Act.ENTER_COURSE,
    Text(nb="Registrer kursbeviset", en="Enter the course certificate"),
    Text(nb="Kurset teller nå for læringsmålene.", en="The course counts for the goals now."),
    at=WORK,
    options={"file": choices.files},
    helps={"file": FIRST},
    none={"file": FIRST},
)
put(
    "enter-visit",
    route(visits.ACTS, "/visits"),
    Act.ENTER_VISIT,
    Text(nb="Registrer et praksisbesøk", en="Enter a practice visit"),
    Text(
        nb="Kollegaen får beskjed om å bekrefte. Har du dokumentasjon, kan du legge den ved.",
        en="The colleague is asked to confirm. If you have documentation, you may attach it.",
    ),
    at=WORK,
    options={"goals": choices.goals},
)
put(
    "document-visit",
    route(visits.ACTS, "/document"),
    Act.ENTER_VISIT,
    Text(nb="Dokumenter besøket", en="Document the visit"),
    COUNTS,
    at=WORK,
    options={"file": choices.files},
)
put(
    "enter-service",
    route(service.ACTS, "/service"),
    Act.ENTER_SERVICE,
    Text(nb="Registrer tjeneste", en="Enter service"),
    Text(nb="Lederen bekrefter tjenesten.", en="The leader confirms the service."),
    at=WORK,
    options={"arena": choices.arenas},
)
put(
    "confirm-service",
    route(service.ACTS, "/confirm"),
    Act.CONFIRM_SERVICE,
    Text(nb="Bekreft tjenesten", en="Confirm the service"),
    Text(nb="Tjenesten teller nå for legen.", en="The service counts for the doctor now."),
    at=WORK,
    check=True,
    fresh=True,
    case=PLAN,
)
put(
    "certify-service",
    route(service.ACTS, "/letters"),
    Act.CONFIRM_SERVICE,
    Text(nb="Lag tjenestebekreftelse", en="Make a confirmation of service"),
    Text(nb="Brevet ligger ved tjenesten.", en="The letter lies with the service."),
    at=WORK,
    check=True,
    rehearsed=False,
)
put(
    "enter-absence",
    route(absences.ACTS, "/absences"),
    Act.ENTER_ABSENCE,
    Text(nb="Registrer fravær", en="Enter an absence"),
    Text(
        nb="Fraværet regnes fra der loven sier det. Hva slags fravær det er, ser bare få.",
        en="It is deducted where the law says so. Only few see what kind of absence it is.",
    ),
    at=WORK,
)
put(
    "withdraw-absence",
    route(absences.ACTS, "/withdraw"),
    Act.ENTER_ABSENCE,
    Text(nb="Trekk fraværet", en="Withdraw the absence"),
    Text(nb="Fraværet regnes ikke med.", en="The absence is not counted."),
    at=WORK,
    check=True,
)
put(
    "add-comment",
    route(documents.ACTS, "/comments"),
    Act.ADD_COMMENT,
    Text(nb="Skriv en kommentar", en="Write a comment"),
    Text(nb="De som kan lese saken, kan lese den.", en="Those who can read the file can read it."),
    at="/files",
    options={"about": abouts},
    helps={"about": ABOUT},
)
put(
    "attach-file",
    Route(
        path=paths.PLAN + "/files",
        command=AttachFile,
        use_case=lambda s: s.files.attach,
        summary="Attach a file.",
        makes="file",
    ),
    Act.ATTACH_FILE,
    Text(nb="Legg ved en fil", en="Attach a file"),
    Text(nb="De som kan lese saken, kan åpne den.", en="Those who can read the file can open it."),
    at="/files",
    upload=True,
    options={"about": abouts},
    helps={"about": ABOUT},
)
put(
    "withdraw-file",
    route(documents.ACTS, "/files/<uuid:file>/withdraw"),
    Act.ATTACH_FILE,
    Text(nb="Ta ut filen", en="Take the file out"),
    Text(nb="Filen kan ikke åpnes lenger.", en="The file can no longer be opened."),
    at="/files",
    check=True,
)
put(
    "correct-fact",
    route(corrections.ACTS, "/facts/<int:version>/correct"),
    (Role.DOCTOR, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR, Role.LEADER),
    Text(nb="Marker som feil", en="Mark as recorded in error"),
    Text(
        nb="Hendelsen står, men teller ikke. Alle ser at den er rettet, av hvem og hvorfor.",
        en="The fact stands but does not count. All see that it is corrected, by whom and why.",
    ),
    at="/history",
    check=True,
    fresh=True,
    case=PLAN,
)
