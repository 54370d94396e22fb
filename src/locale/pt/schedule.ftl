# Cronograma

schedule-none = Não há sessões com essas condições.
schedule-no-logistics = A sessão não tem lista de logística.
schedule-same = { $session } já estava agendada nesse horário e local; o restante se altera com «ata schedule edit { $session }»
schedule-near = { $session }: { $day } não deixa os { $notice } dias de antecedência do perfil; se for extraordinária: ata schedule edit { $session } --extraordinary RAZÃO
schedule-too-near = { $session }: { $day } não deixa os { $notice } dias de antecedência que o perfil pede
schedule-full = { $session }: há { $invited } pessoas convidadas e { $capacity } vagas
schedule-end = a sessão terminaria ({ $end }) antes de começar ou ao começar ({ $start })
schedule-end-hint = se passar da meia-noite, escreva também a data em --end, ou use --duration
schedule-agenda = --agenda: «{ $value }» não tem assunto; escreva, por exemplo, "09:00 Abertura | Ana Souza"
schedule-board-empty = a mesa «{ $board }» não tem integrantes
schedule-clash = 
    nesse horário { $n ->
        [one] há um conflito com outra sessão
       *[other] há { $n } conflitos com outras sessões
    }
schedule-clash-one = { $session } já ocupa «{ $shared }»
schedule-clash-hint = escolha outro horário ou outro local, ou aceite o conflito com --allow-conflict RAZÃO
schedule-held = { $session } já foi realizada: não pode ser alterada
schedule-cancelled = { $session } está cancelada: não pode ser alterada
schedule-tell = 
    { $n ->
        [one] Uma pessoa já foi avisada e precisa saber da mudança
       *[other] { $n } pessoas já foram avisadas e precisam saber da mudança
    }: ata notify draft { $session } --as { $kind } --signed-by PERSON
schedule-outbox = 
    { $n ->
        [one] Foi anulado um aviso na fila que deixou de ser verdadeiro
       *[other] Foram anulados { $n } avisos na fila que deixaram de ser verdadeiros
    }; elabore-os de novo: ata notify draft { $session } --as convocation --signed-by PERSON
schedule-outbox-off = 
    { $n ->
        [one] Foi anulado um aviso na fila de { $session }
       *[other] Foram anulados { $n } avisos na fila de { $session }
    }
schedule-changed = { $on } · { $kind }: antes { $start }, { $place } ({ $reason })
schedule-not-invited = «{ $who }» não consta entre as pessoas convidadas para { $session }
schedule-no-item = «{ $item }» não está na lista de logística de { $session }
schedule-month = --month: «{ $value }» não é um mês; escreva, por exemplo, 2026-03
schedule-month-title = { $month } de { $year }
schedule-weekdays = 2ª 3ª 4ª 5ª 6ª sá do
schedule-feed = 
    { $file }: { $n ->
        [one] uma sessão
       *[other] { $n } sessões
    }
schedule-feed-empty = não há sessões para o calendário
schedule-feed-fault = não foi possível escrever o calendário: { $detail }
