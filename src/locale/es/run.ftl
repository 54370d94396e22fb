# La ejecución de las jornadas

run-cancelled = la jornada { $session } fue cancelada
run-beyond = aviso: son { $minutes } minutos y { $session } dura { $planned }
run-not-begun = la jornada { $session } empieza el { $start } y todavía no se puede cerrar
run-nobody = No hay personas invitadas ni asistencia anotada.
run-not-noted = sin anotar
run-totals = Invitadas: { $invited } · presentes: { $present } (tarde: { $late }) · ausentes: { $absent } · con excusa: { $excused } · sin anotar: { $unknown }
run-turnout = presentes: { $present }, ausentes: { $absent }, con excusa: { $excused }
run-minutes-number = acta n.º { $number } de { $year }
run-minutes-taken = el acta n.º { $number } de { $year } ya es la de { $session }
run-minutes-title = Acta de la jornada { $session }

run-answer-outdated = antes del cambio
run-answers = Respuestas: { $accepted } asisten · { $tentative } quizá · { $declined } no asisten · { $delegated } delegan · { $none } sin responder
run-change-untold =
    { $n ->
        [one] aviso: { $session } cambió y a una persona no se le avisó
       *[other] aviso: { $session } cambió y a { $n } personas no se les avisó
    }: { $hint }
run-not-yet = aviso: { $session } todavía no se ha realizado (empieza el { $start }); si era otra jornada: ata undo
