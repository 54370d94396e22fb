# Cronograma

schedule-none = No hay jornadas con esas condiciones.
schedule-no-logistics = La jornada no tiene lista de logística.
schedule-same = { $session } ya estaba programada a esa hora y en ese lugar; lo demás se cambia con «ata schedule edit { $session }»
schedule-near = { $session }: el { $day } no deja los { $notice } días de antelación del perfil; si es extraordinaria: ata schedule edit { $session } --extraordinary RAZÓN
schedule-too-near = { $session }: el { $day } no deja los { $notice } días de antelación que pide el perfil
schedule-full =
    { $session }: { $invited ->
        [one] hay una persona invitada
       *[other] hay { $invited } personas invitadas
    } y { $capacity ->
        [one] un cupo
       *[other] { $capacity } cupos
    }
schedule-end = la jornada terminaría ({ $end }) antes de empezar o al empezar ({ $start })
schedule-end-hint = si pasa de la medianoche, escriba también la fecha en --end, o use --duration
schedule-no-end = falta decir hasta cuándo: --end "2026-03-04 12:00" o --duration 3h
schedule-agenda = --agenda: «{ $value }» no tiene tema; escriba, por ejemplo, "09:00 Apertura | Ana Ñáñez"
schedule-agenda-hour = --agenda: «{ $value }» no es una hora que exista; escriba, por ejemplo, "09:00 Apertura | Ana Ñáñez"
schedule-board-empty = la mesa «{ $board }» no tiene integrantes
schedule-clash = 
    a esa hora { $n ->
        [one] hay un cruce con otra jornada
       *[other] hay un cruce con otras { $n } jornadas
    }
schedule-clash-person = { $shared } ya está en { $session }
schedule-clash-place = el lugar { $shared } ya está ocupado por { $session }
schedule-clash-hint = elija otra hora u otro lugar, o acepte el cruce con --allow-conflict RAZÓN
schedule-held = { $session } ya se realizó: no se puede cambiar
schedule-cancelled = { $session } está cancelada: no se puede cambiar
schedule-tell = 
    { $n ->
        [one] Una persona ya fue avisada y debe conocer el cambio
       *[other] { $n } personas ya fueron avisadas y deben conocer el cambio
    }: ata notify draft { $session } --as { $kind } --signed-by PERSONA
schedule-untold =
    { $n ->
        [one] A una persona invitada a { $session } no se le ha avisado
       *[other] A { $n } personas invitadas a { $session } no se les ha avisado
    }: ata notify draft { $session } --as convocation --signed-by PERSONA
schedule-outbox = 
    { $n ->
        [one] Se anuló un aviso en cola que perdió vigencia; elabórelo
       *[other] Se anularon { $n } avisos en cola que perdieron vigencia; elabórelos
    } de nuevo: ata notify draft { $session } --as { $kind } --signed-by PERSONA
schedule-outbox-off = 
    { $n ->
        [one] Se anuló un aviso en cola de { $session }
       *[other] Se anularon { $n } avisos en cola de { $session }
    }
schedule-changed = { $on } · { $kind }: antes { $before }
schedule-not-invited = «{ $who }» no figura entre las personas invitadas a { $session }
schedule-no-item = «{ $item }» no está en la lista de logística de { $session }
schedule-month = --month: «{ $value }» no es un mes; escriba, por ejemplo, 2026-03
schedule-month-title = { $month } de { $year }
schedule-weekdays = lu ma mi ju vi sá do
schedule-feed = 
    { $file }: { $n ->
        [one] una jornada
       *[other] { $n } jornadas
    }
schedule-feed-empty = no hay jornadas para el calendario
schedule-feed-fault = el calendario no se pudo escribir: { $detail }

schedule-rhythm-day = { $day }: las jornadas ordinarias son los días { $weekdays }
schedule-rhythm-hint = elija otro día o, si la jornada es extraordinaria, diga por qué con --extraordinary RAZÓN
schedule-rhythm-rule = lo pide el perfil ([rhythm])
schedule-rhythm-gap = entre el { $from } y el { $to } pasan { $n } días sin jornada ordinaria (el receso no cuenta), y el perfil admite { $max }
schedule-gap-hint = agregue jornadas, mueva las que caen en festivo (--on-holiday move-next-business-day), diga el receso con --skip DESDE..HASTA o acepte la distancia con --allow-gap RAZÓN
schedule-skip-date = --skip: «{ $value }» no es una fecha; escriba 2021-12-16 o 2021-12-16..2022-02-01
schedule-skip-order = { $first } es posterior a { $last }
schedule-rule-part = --rule: «{ $part }» no tiene la forma NOMBRE=VALOR
schedule-rule-unknown = --rule: { $part } no se usa aquí
schedule-rule-twice = --rule: { $part } está dos veces
schedule-rule-missing = --rule: a «{ $rule }» le falta { $part }
schedule-rule-value = --rule: { $part }={ $value } no se entiende
schedule-rule-together = --rule: { $one } y { $other } no van juntos
schedule-rule-hint = por ejemplo: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" (cada dos miércoles), "FREQ=MONTHLY;BYDAY=-1FR" (último viernes), "FREQ=MONTHLY;BYMONTHDAY=15"
schedule-repeat-end = la regla no dice cuándo termina
schedule-repeat-end-hint = agregue --until FECHA o --count N
schedule-repeat-many = son más de { $max } jornadas; ponga un final más cercano
schedule-repeat-far = hasta el { $horizon } la regla solo da { $n } jornadas; ponga un final más cercano
schedule-repeat-nothing = la regla { $rule } no deja ninguna jornada: todas caen en receso o en festivo
schedule-dropped-day = Sin jornada: { $day }, como se pidió.
schedule-dropped-holiday = Sin jornada: { $day }, festivo: { $holiday }.
schedule-dropped-taken = Sin jornada: { $day }; se movería al { $other }, que ya tiene una.
schedule-dropped-recess =
    Receso del { $first } al { $last }: { $n ->
        [one] una jornada menos.
       *[other] { $n } jornadas menos.
    }
schedule-repeated =
    { $n ->
        [one] Una jornada
       *[other] { $n } jornadas
    }; { $new ->
        [0] ninguna es nueva.
        [one] una es nueva.
       *[other] { $new } son nuevas.
    }
schedule-was-there = ya estaba ({ $state })
schedule-moved-from = se pasa del { $day }: { $holiday }
schedule-on-holiday = festivo: { $holiday }
schedule-closed-holiday = aviso: { $session } cae en festivo ({ $holiday }): { $day }
schedule-closed-sunday = aviso: { $session } cae en { $day }
schedule-past = aviso: { $session } se registró con una fecha que ya pasó: { $day }
