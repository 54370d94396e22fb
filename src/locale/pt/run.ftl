# A execução das sessões

run-cancelled = a sessão { $session } foi cancelada
run-beyond = aviso: são { $minutes } minutos e { $session } dura { $planned }
run-not-begun = a sessão { $session } começa em { $start } e ainda não pode ser encerrada
run-nobody = Não há pessoas convidadas nem presença anotada.
run-not-noted = sem anotação
run-totals = Convidadas: { $invited } · presentes: { $present } (com atraso: { $late }) · ausentes: { $absent } · com justificativa: { $excused } · sem anotação: { $unknown }
run-turnout = presentes: { $present }, ausentes: { $absent }, com justificativa: { $excused }
run-minutes-number = ata n.º { $number }/{ $year }
run-minutes-taken = a ata n.º { $number }/{ $year } já é a de { $session }
run-minutes-title = Ata da sessão { $session }

run-answer-outdated = antes da mudança
run-answers = Respostas: { $accepted } vêm · { $tentative } talvez · { $declined } não vêm · { $delegated } delegam · { $none } sem responder
run-change-untold =
    { $n ->
        [one] aviso: { $session } mudou e uma pessoa não foi avisada
       *[other] aviso: { $session } mudou e { $n } pessoas não foram avisadas
    }: { $hint }
run-not-yet = aviso: { $session } ainda não foi realizada (começa em { $start }); se era outra sessão: ata undo
