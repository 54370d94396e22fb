# Cronograma

schedule-none = Não há sessões com essas condições.
schedule-no-logistics = A sessão não tem lista de logística.
schedule-same = { $session } já estava agendada nesse horário e local; o restante se altera com “ata schedule edit { $session }”
schedule-near = { $session }: { $day } não deixa os { $notice } dias de antecedência do perfil; se for extraordinária: ata schedule edit { $session } --extraordinary MOTIVO
schedule-too-near = { $session }: { $day } não deixa os { $notice } dias de antecedência que o perfil pede
schedule-full =
    { $session }: { $invited ->
        [one] há uma pessoa convidada
       *[other] há { $invited } pessoas convidadas
    } e { $capacity ->
        [one] uma vaga
       *[other] { $capacity } vagas
    }
schedule-end = a sessão terminaria ({ $end }) antes de começar ou ao começar ({ $start })
schedule-end-hint = se passar da meia-noite, escreva também a data em --end, ou use --duration
schedule-no-end = falta dizer até quando: --end "2026-03-04 12:00" ou --duration 3h
schedule-agenda = --agenda: “{ $value }” não tem assunto; escreva, por exemplo, "09:00 Abertura | Ana Souza"
schedule-agenda-hour = --agenda: “{ $value }” não é uma hora que exista; escreva, por exemplo, "09:00 Abertura | Ana Nunes"
schedule-board-empty = a mesa “{ $board }” não tem integrantes
schedule-clash = 
    nesse horário { $n ->
        [one] há um conflito com outra sessão
       *[other] há um conflito com outras { $n } sessões
    }
schedule-clash-person = { $shared } já está em { $session }
schedule-clash-place = o local { $shared } já está ocupado por { $session }
schedule-clash-hint = escolha outro horário ou outro local, ou aceite o conflito com --allow-conflict MOTIVO
schedule-held = { $session } já foi realizada: não pode ser alterada
schedule-cancelled = { $session } está cancelada: não pode ser alterada
schedule-tell = 
    { $n ->
        [one] Uma pessoa já foi avisada e precisa saber da mudança
       *[other] { $n } pessoas já foram avisadas e precisam saber da mudança
    }: ata notify draft { $session } --as { $kind } --signed-by PESSOA
schedule-untold =
    { $n ->
        [one] Uma pessoa convidada para { $session } não foi avisada
       *[other] { $n } pessoas convidadas para { $session } não foram avisadas
    }: ata notify draft { $session } --as convocation --signed-by PESSOA
schedule-outbox = 
    { $n ->
        [one] Foi anulado um aviso na fila que perdeu a validade; elabore-o
       *[other] Foram anulados { $n } avisos na fila que perderam a validade; elabore-os
    } de novo: ata notify draft { $session } --as { $kind } --signed-by PESSOA
schedule-outbox-off = 
    { $n ->
        [one] Foi anulado um aviso na fila de { $session }
       *[other] Foram anulados { $n } avisos na fila de { $session }
    }
schedule-changed = { $on } · { $kind }: antes { $before }
schedule-not-invited = “{ $who }” não consta entre as pessoas convidadas para { $session }
schedule-no-item = “{ $item }” não está na lista de logística de { $session }
schedule-month = --month: “{ $value }” não é um mês; escreva, por exemplo, 2026-03
schedule-month-title = { $month } de { $year }
schedule-weekdays = 2ª 3ª 4ª 5ª 6ª sá do
schedule-feed = 
    { $file }: { $n ->
        [one] uma sessão
       *[other] { $n } sessões
    }
schedule-feed-empty = não há sessões para o calendário
schedule-feed-fault = não foi possível escrever o calendário: { $detail }

schedule-rhythm-day = { $day }: as sessões ordinárias são nos dias: { $weekdays }
schedule-rhythm-hint = escolha outro dia ou, se a sessão for extraordinária, diga por quê com --extraordinary MOTIVO
schedule-rhythm-rule = o perfil o pede ([rhythm])
schedule-rhythm-gap = entre { $from } e { $to } passam { $n } dias sem sessão ordinária (o recesso não conta), e o perfil admite { $max }
schedule-gap-hint = acrescente sessões, mova as que caem em feriado (--on-holiday move-next-business-day), diga o recesso com --skip DE..ATÉ ou aceite a distância com --allow-gap MOTIVO
schedule-skip-date = --skip: “{ $value }” não é uma data; escreva 2021-12-16 ou 2021-12-16..2022-02-01
schedule-skip-order = { $first } é posterior a { $last }
schedule-rule-part = --rule: “{ $part }” não tem a forma NOME=VALOR
schedule-rule-unknown = --rule: { $part } não se usa aqui
schedule-rule-twice = --rule: { $part } está duas vezes
schedule-rule-missing = --rule: em “{ $rule }” falta { $part }
schedule-rule-value = --rule: { $part }={ $value } não se entende
schedule-rule-together = --rule: { $one } e { $other } não vão juntos
schedule-rule-hint = por exemplo: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" (a cada duas quartas-feiras), "FREQ=MONTHLY;BYDAY=-1FR" (última sexta-feira), "FREQ=MONTHLY;BYMONTHDAY=15"
schedule-repeat-end = a regra não diz quando termina
schedule-repeat-end-hint = acrescente --until DATA ou --count N
schedule-repeat-many = são mais de { $max } sessões; ponha um final mais próximo
schedule-repeat-far = até { $horizon } a regra só dá { $n } sessões; ponha um final mais próximo
schedule-repeat-nothing = a regra { $rule } não deixa nenhuma sessão: todas caem em recesso ou feriado
schedule-dropped-day = Sem sessão: { $day }, conforme solicitado.
schedule-dropped-holiday = Sem sessão: { $day }, feriado: { $holiday }.
schedule-dropped-taken = Sem sessão: { $day }; passaria para { $other }, que já tem uma.
schedule-dropped-recess =
    Recesso de { $first } a { $last }: { $n ->
        [one] uma sessão a menos.
       *[other] { $n } sessões a menos.
    }
schedule-repeated =
    { $n ->
        [one] Uma sessão
       *[other] { $n } sessões
    }; { $new ->
        [0] nenhuma é nova.
        [one] uma é nova.
       *[other] { $new } são novas.
    }
schedule-was-there = já estava ({ $state })
schedule-moved-from = passa de { $day }: { $holiday }
schedule-on-holiday = feriado: { $holiday }
schedule-closed-holiday = aviso: { $session } cai em feriado ({ $holiday }): { $day }
schedule-closed-sunday = aviso: { $session } cai em { $day }
schedule-past = aviso: { $session } foi registrada com uma data que já passou: { $day }
