"""What each fact of a proceeding is called where it is told who did what."""

from __future__ import annotations

from domain.proceedings import access_facts as x
from domain.proceedings import appeal_facts as a
from domain.proceedings import aside_facts as b
from domain.proceedings import document_facts as d
from domain.proceedings import facts as f
from domain.proceedings import impartiality_facts as m
from domain.proceedings import preparation_facts as p
from domain.proceedings import without_effect_facts as w
from domain.proceedings.letter_facts import LetterIssued
from domain.shared.facts import tag_of
from domain.shared.texts import Text

STEPS = {
    tag_of(kind): Text(nb=nb, en=en)
    for kind, nb, en in (
        (f.ProceedingOpened, "Saken ble åpnet", "The case was opened"),
        (f.DecisionMade, "Vedtaket ble truffet", "The decision was made"),
        (f.DecisionReversed, "Vedtaket ble omgjort", "The decision was reversed"),
        (f.NoticeSent, "Underretningen ble sendt", "The notice was sent"),
        (f.NoticeArrived, "Det ble ført at underretningen kom fram", "Its arrival was entered"),
        (f.NoticeRepeated, "Parten ble varslet på nytt", "The party was alerted again"),
        (f.ReasonsDemanded, "Begrunnelse ble krevd", "Reasons were demanded"),
        (f.ReasonsGiven, "Begrunnelsen ble gitt", "The reasons were given"),
        (f.PeriodExtended, "Klagefristen ble forlenget", "The time to appeal was extended"),
        (f.AppealDeadlineComputed, "Klagefristen ble regnet ut", "The time to appeal was computed"),
        (f.ProceedingDeadlineLapsed, "Klagefristen løp ut", "The time to appeal lapsed"),
        (f.ProceedingReminderSent, "En påminnelse ble sendt", "A reminder was sent"),
        (f.ProceedingFactCorrected, "Noe ble merket som ført feil", "Something was corrected"),
        (
            f.ProceedingPersonMerged,
            "To oppføringer viste seg å være samme person",
            "Two entries were found to be one person's",
        ),
        (a.AppealFiled, "En klage kom inn", "An appeal came in"),
        (a.AppealSupplemented, "Mer kom inn til en klage", "More came in to an appeal"),
        (
            a.TimelinessJudged,
            "Om en klage var i tide, ble vurdert på nytt",
            "Whether an appeal was in time was judged anew",
        ),
        (a.CorrectionDemanded, "Retting av en klage ble krevd", "An appeal was to be mended"),
        (a.AppealMended, "En klage ble rettet", "An appeal was mended"),
        (
            a.LateAppealAccepted,
            "En sen klage ble tatt under behandling",
            "A late appeal was taken on",
        ),
        (a.AppealDismissed, "En klage ble avvist", "An appeal was dismissed"),
        (a.AppealWithdrawn, "En klage ble trukket", "An appeal was withdrawn"),
        (
            a.AppealReviewed,
            "Førsteinstansen vurderte en klage",
            "The first instance looked at an appeal",
        ),
        (a.RestAnswered, "Klageren svarte om resten", "The appellant answered for the rest"),
        (
            a.AppealForwarded,
            "En klage ble sendt klageinstansen",
            "An appeal was forwarded to the appeal body",
        ),
        (
            a.DetrimentNotified,
            "Klageren ble varslet om endring til skade",
            "The appellant was told of a change to their detriment",
        ),
        (a.AppealDecided, "Klageinstansen avgjorde en klage", "The appeal body decided an appeal"),
        (a.ProceedingClosed, "Saken ble avsluttet", "The case was closed"),
        (d.DocumentAttached, "Et dokument kom inn", "A document came in"),
        (d.DocumentWithdrawn, "Et dokument ble trukket", "A document was withdrawn"),
        (
            d.DocumentForwarded,
            "Et internt dokument ble sendt klageinstansen",
            "An internal document was sent to the appeal body",
        ),
        (d.DocumentNoted, "Et dokument ble sett av den som har saken", "A document was seen"),
        (LetterIssued, "Et brev ble skrevet", "A letter was written"),
        (p.ApplicationReceived, "Søknaden kom inn", "The application came in"),
        (p.ProvisionalReplySent, "Foreløpig svar ble sendt", "A provisional reply was sent"),
        (p.AdvanceNoticeGiven, "Forhåndsvarsel ble sendt", "Advance notice was given"),
        (p.AdvanceNoticeLeftOut, "Forhåndsvarsel ble utelatt", "Advance notice was left out"),
        (p.CommentsReceived, "Parten uttalte seg", "The party commented"),
        (p.ApplicationWithdrawn, "Søknaden ble trukket", "The application was withdrawn"),
        (x.AccessAsked, "Parten ba om innsyn", "The party asked for access"),
        (x.AccessGiven, "Innsyn ble gitt", "Access was given"),
        (x.AccessRefused, "Innsyn ble nektet", "Access was refused"),
        (x.AccessRefusalAppealed, "Nektet innsyn ble påklaget", "The refusal was appealed"),
        (
            x.AccessAppealForwarded,
            "Klagen over nektet innsyn ble sendt videre",
            "The appeal over access was forwarded",
        ),
        (
            x.AccessAppealAnswered,
            "Klagen over nektet innsyn ble avgjort",
            "The appeal over access was answered",
        ),
        (
            m.ImpartialityQuestioned,
            "Det ble spurt om noen er inhabil",
            "It was asked whether somebody is impartial",
        ),
        (m.ImpartialityDecided, "Habiliteten ble avgjort", "Impartiality was decided"),
        (m.SubstituteAppointed, "En stedfortreder ble oppnevnt", "A substitute was appointed"),
        (m.UrgencyStated, "Noe kunne ikke vente", "Something could not wait"),
        (b.CostsClaimed, "Sakskostnader ble krevd", "Costs were claimed"),
        (
            b.CostsSumStated,
            "Beløpet for sakskostnadene ble oppgitt",
            "The sum of the costs was stated",
        ),
        (
            w.SentWithoutEffect,
            "En part sendte noe uten virkning",
            "A party sent something without effect",
        ),
        (
            w.SentWithoutEffectNoted,
            "Det som var sendt uten virkning, ble sett",
            "What was sent without effect was seen",
        ),
        (b.CostsDecided, "Sakskostnadene ble avgjort", "Costs were decided"),
        (b.DeferralRequested, "Det ble bedt om utsetting", "Deferral was asked for"),
        (b.DeferralDecided, "Utsettingen ble avgjort", "Deferral was decided"),
        (
            b.LawsuitConditionSet,
            "Søksmål ble satt til å vente på klagen",
            "A lawsuit was made to wait for the appeal",
        ),
        (
            b.ReviewAnnounced,
            "Parten fikk melding om overprøving",
            "The party was told of a review from above",
        ),
    )
}
