# Schedule

schedule-none = There are no such sessions.
schedule-no-logistics = The session has no logistics list.
schedule-same = { $session } was on the schedule already at that time and place; change the rest with “ata schedule edit { $session }”
schedule-near = { $session }: { $day } does not leave the { $notice } days of notice of the profile; if it is extraordinary: ata schedule edit { $session } --extraordinary REASON
schedule-too-near = { $session }: { $day } does not leave the { $notice } days of notice the profile asks for
schedule-full = { $session }: { $invited } are invited and there is room for { $capacity }
schedule-end = the session would end ({ $end }) before or as it begins ({ $start })
schedule-end-hint = if it goes past midnight, write the date in --end too, or use --duration
schedule-agenda = --agenda: “{ $value }” has no topic; write, for example, "09:00 Opening | Ana Ñáñez"
schedule-board-empty = nobody sits on the board “{ $board }”
schedule-clash = 
    at that time { $n ->
        [one] there is a clash with another session
       *[other] there are { $n } clashes with other sessions
    }
schedule-clash-one = { $session } already takes “{ $shared }”
schedule-clash-hint = choose another time or place, or accept the clash with --allow-conflict REASON
schedule-held = { $session } was held already: it cannot be changed
schedule-cancelled = { $session } is cancelled: it cannot be changed
schedule-tell = 
    { $n ->
        [one] One person was told already and must hear of the change
       *[other] { $n } people were told already and must hear of the change
    }: ata notify draft { $session } --as { $kind } --signed-by PERSON
schedule-outbox = 
    { $n ->
        [one] One queued notice that is no longer true was withdrawn
       *[other] { $n } queued notices that are no longer true were withdrawn
    }; draft them anew: ata notify draft { $session } --as convocation --signed-by PERSON
schedule-outbox-off = 
    { $n ->
        [one] One queued notice of { $session } was withdrawn
       *[other] { $n } queued notices of { $session } were withdrawn
    }
schedule-changed = { $on } · { $kind }: before { $start }, { $place } ({ $reason })
schedule-not-invited = “{ $who }” is not among those invited to { $session }
schedule-no-item = “{ $item }” is not on the logistics list of { $session }
schedule-month = --month: “{ $value }” is not a month; write, for example, 2026-03
schedule-month-title = { $month } { $year }
schedule-weekdays = Mo Tu We Th Fr Sa Su
schedule-feed = 
    { $file }: { $n ->
        [one] one session
       *[other] { $n } sessions
    }
schedule-feed-empty = there are no sessions for the calendar
schedule-feed-fault = the calendar could not be written: { $detail }
