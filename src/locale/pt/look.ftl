# Consultas

look-no-cases = Não há assistências com essas condições.
look-missing =   falta { $control }: { $meaning }
look-undone = Operação { $op } desfeita ({ $label }): { $summary }
look-rehearsal = Simulação: nada foi mudado.
look-undone-hint = hint: “ata undo” outra vez a refaz; “ata undo --op N” desfaz outra (ata log)
look-undone-before = A operação { $op } já tinha sido desfeita pela operação { $by }: nada a fazer
look-undone-before-hint = hint: “ata undo --op { $by }” a refaz
look-more = hint: há mais { $n }; retire --limit ou filtre
look-log-more = hint: há mais { $n }; aumente --limit ou use --since
look-ready = Continue com: { $command }
look-replaced = substituído
look-messages = Avisos: { $counts }
look-session-change = { $on } · { $kind } (antes { $before }){ $reason }
look-written = { $file }: { $bytes } bytes
look-one-document = --content e --out servem para um único documento
look-today = hoje
look-days-ago = 
    { $n ->
        [one] há um dia
       *[other] há { $n } dias
    }
look-days-ahead = 
    { $n ->
        [one] amanhã
       *[other] em { $n } dias
    }

look-nothing-waits = Não há nada pendente.
look-next-change-untold = 
    { $n ->
        [one] Mudança não avisada a uma pessoa
       *[other] Mudança não avisada a { $n } pessoas
    }
look-next-message-uncertain = Não se sabe se o aviso chegou
look-next-message-failed = O aviso não chegou
look-next-invitation-untold =
    { $n ->
        [one] Uma pessoa convidada que ninguém avisou
       *[other] { $n } pessoas convidadas que ninguém avisou
    }
look-next-session-soon =
    Sessão próxima; { $n ->
        [one] falta
       *[other] faltam
    }: { $lacks }
look-next-session-open =
    Sessão passada; { $n ->
        [one] falta
       *[other] faltam
    }: { $lacks }
look-next-commitment = Compromisso
look-next-messages-queued = 
    { $n ->
        [one] Um aviso a enviar
       *[other] { $n } avisos a enviar
    }
look-next-calls-queued = 
    { $n ->
        [one] Uma ligação ou carta pendente
       *[other] { $n } ligações ou cartas pendentes
    }
look-next-need-waiting = Necessidade a decidir
look-next-control-missing =
    { $n ->
        [one] Falta
       *[other] Faltam
    }: { $lacks }
look-next-stage-ready = Etapa pronta para encerrar
look-next-file-to-archive = Processo a arquivar

look-trace-waived = dispensado: { $meaning } ({ $reason })
look-trace-attendance = Presença: presentes { $present } · ausentes { $absent } · com justificativa { $excused } · convidadas { $invited }
look-trace-answers = 
    { $n ->
        [one] Avaliação: uma resposta
       *[other] Avaliação: { $n } respostas
    }
look-trace-notices = Outros avisos
look-trace-commitments = Outros compromissos
look-trace-documents = Outros documentos
look-trace-raised = Assistências que surgiram desta

look-log-empty = O registro de operações não tem nada com essas condições.
look-log-undone = { $label } (desfeita em { $by })
look-log-undoes = operação { $op } ({ $label })
look-log-of-case = as operações são consultadas por assistência, pessoa ou organização, e “{ $text }” não é nenhuma nem pertence a uma assistência

look-check-database = Arquivo do banco de dados
look-check-register = Dados da entidade e perfil
look-check-references = Referências entre registros
look-check-log = Cadeia do registro de operações
look-check-content = Conteúdo dos documentos
look-check-seals = Processos selados
look-check-commitments = Compromissos em dia
look-check-sending = Envios concluídos
look-check-sound = O registro está íntegro.
look-check-damaged = O registro está danificado: não continue trabalhando nele e recupere a última cópia (ata backup).
look-check-findings = O registro está íntegro; há assuntos a tratar (ata next).
look-check-unused = 
    { $n ->
        [one] Um conteúdo sem documento ({ $bytes } bytes); “ata check --fix” o retira
       *[other] { $n } conteúdos sem documento ({ $bytes } bytes); “ata check --fix” os retira
    }
look-fixed-reindexed = 
    { $n ->
        [one] Índices reconstruídos (um problema)
       *[other] Índices reconstruídos ({ $n } problemas)
    }
look-fixed-content-removed = 
    { $n ->
        [one] Retirado um conteúdo sem documento ({ $bytes } bytes)
       *[other] Retirados { $n } conteúdos sem documento ({ $bytes } bytes)
    }
look-problem-database = { $detail }
look-problem-unreadable = não se pode ler: { $detail }
look-problem-not-a-register = { $what } não é um registro do ata, ou está tão danificado que não se reconhece
look-problem-dangling = referências sem destino: { $detail }
look-problem-log-edited = { $what }: a operação foi alterada
look-problem-log-broken = { $what }: não segue a anterior; linhas foram retiradas, acrescentadas ou movidas
look-problem-log-detail = { $what }: o detalhe foi alterado ou retirado
look-problem-log-cut = { $what }: faltam as últimas operações
look-problem-content-changed = { $what }: o conteúdo não corresponde ao seu hash { $detail }
look-problem-content-missing = { $what }: falta o conteúdo { $detail }
look-problem-seal-broken = { $what }: o processo mudou depois de encerrado
look-problem-overdue = { $what }: venceu em { $detail }
look-problem-sending = { $what }: o envio começou e não terminou ({ $detail })

look-export-form = o que se exporta não cabe numa tabela: a forma é json ou jsonl
look-log-unsent = Envio tentado
look-copied = Cópia verificada: { $file } ({ $bytes } bytes, até a operação { $op })
look-man = { $n } páginas de manual em { $folder }
look-report-differential = Perfil da diversidade
look-report-people =
    { $n ->
        [one] Uma pessoa presente
       *[other] { $n } pessoas presentes
    }
look-report-silent = Nenhum participante respondeu às perguntas sobre o perfil da diversidade
look-report-unanswered = Sem resposta
look-report-undisclosed = Não responde
look-report-suppressed = * Menos de { $n } pessoas, ou tão poucas que se deduziriam: não se mostra.
look-fixed-unused-answers =
    { $n ->
        [one] Uma resposta sensível sem uso eliminada
       *[other] { $n } respostas sensíveis sem uso eliminadas
    }
look-check-copy = Registro que envia os e-mails
look-problem-copied = este arquivo parece uma cópia do registro de { $what }: não envia e-mails até que se diga com ata notify adopt{ $detail }
look-problem-restored = este arquivo parece uma cópia de segurança restaurada: não tem a operação { $what }, com a qual já saíram e-mails{ $detail }
look-next-rows-to-review =
    { $n ->
        [one] Uma linha recebida pode ser de várias pessoas
       *[other] { $n } linhas recebidas podem ser de várias pessoas
    }
look-report-activity = Atividade dos grupos
look-report-coverage = Cobertura por território
look-report-satisfaction = Satisfação com as sessões
look-report-sections = Por seção do formulário
look-report-nothing = Não há nada a contar nesse período.
look-report-no-group = Sem grupo responsável
look-report-no-territory = Sem território registrado
look-report-sum = Total
look-report-between = De { $from } a { $to }
look-report-since = Desde { $from }
look-report-until = Até { $to }
look-report-order = --to { $to } é anterior a --from { $from }
look-report-as-of = Números do registro em { $day }
look-report-written = Relatório escrito: { $file }
look-report-form = { $file }: um relatório é escrito como .html, .csv ou .xlsx
look-untold =
    { $n ->
        [one] { $session }: mudança não avisada a uma pessoa
       *[other] { $session }: mudança não avisada a { $n } pessoas
    }
look-yes = sim
look-no = não
look-log-chair = Presidência da mesa
look-log-bounce = devolvido
look-log-sealed = { $case } encerrado { $seal }, recebido de { $other }
look-log-holiday-added = acrescentado
look-log-holiday-removed = dia útil
look-log-holiday-without = não se guarda
look-redone = Operação { $op } refeita: { $label } · { $summary }
look-redone-hint = hint: “ata undo” outra vez a desfaz; “ata undo --op N” desfaz outra (ata log)
look-lack-facilitator = quem a conduza
look-lack-place-or-link = o local ou o link
look-lack-agenda = a pauta
look-lack-attendance = a presença
look-lack-minutes = a ata
look-lack-sessions-closed = encerrá-la
