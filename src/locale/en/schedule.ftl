# Schedule

schedule-none = There are no such sessions.
schedule-no-logistics = The session has no logistics list.
schedule-same = { $session } was on the schedule already at that time and place; change the rest with “ata schedule edit { $session }”
schedule-near = { $session }: { $day } does not leave the { $notice } days of notice of the profile; if it is extraordinary: ata schedule edit { $session } --extraordinary REASON
schedule-too-near = { $session }: { $day } does not leave the { $notice } days of notice the profile asks for
schedule-full =
    { $session }: { $invited ->
        [one] one person is invited
       *[other] { $invited } people are invited
    } and there is room for { $capacity }
schedule-end = the session would end ({ $end }) before or as it begins ({ $start })
schedule-end-hint = if it goes past midnight, write the date in --end too, or use --duration
schedule-no-end = it is not said until when: --end "2026-03-04 12:00" or --duration 3h
schedule-agenda = --agenda: “{ $value }” has no topic; write, for example, "09:00 Opening | Ana Ñáñez"
schedule-agenda-hour = --agenda: “{ $value }” is no hour that exists; write, for example, "09:00 Opening | Ana Ñáñez"
schedule-board-empty = nobody sits on the board “{ $board }”
schedule-clash = 
    at that time there is a clash with { $n ->
        [one] another session
       *[other] { $n } other sessions
    }
schedule-clash-person = { $shared } is in { $session } already
schedule-clash-place = the place { $shared } is taken by { $session } already
schedule-clash-hint = choose another time or place, or accept the clash with --allow-conflict REASON
schedule-held = { $session } was held already: it cannot be changed
schedule-cancelled = { $session } is cancelled: it cannot be changed
schedule-tell = 
    { $n ->
        [one] One person was told already and must hear of the change
       *[other] { $n } people were told already and must hear of the change
    }: ata notify draft { $session } --as { $kind } --signed-by PERSON
schedule-untold =
    { $n ->
        [one] One person invited to { $session } has not been told
       *[other] { $n } people invited to { $session } have not been told
    }: ata notify draft { $session } --as convocation --signed-by PERSON
schedule-outbox = 
    { $n ->
        [one] One queued notice that no longer holds was withdrawn; draft it
       *[other] { $n } queued notices that no longer hold were withdrawn; draft them
    } anew: ata notify draft { $session } --as { $kind } --signed-by PERSON
schedule-outbox-off = 
    { $n ->
        [one] One queued notice of { $session } was withdrawn
       *[other] { $n } queued notices of { $session } were withdrawn
    }
schedule-changed = { $on } · { $kind }: before { $before }
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

schedule-rhythm-day = { $day }: ordinary sessions are held on { $weekdays }
schedule-rhythm-hint = choose another day or, for an extraordinary session, say why with --extraordinary REASON
schedule-rhythm-rule = the profile asks for it ([rhythm])
schedule-rhythm-gap = from { $from } to { $to } there are { $n } days without an ordinary session (a recess does not count), and the profile allows { $max }
schedule-gap-hint = add sessions, move those that fall on holidays (--on-holiday move-next-business-day), name the recess with --skip FROM..TO, or accept the gap with --allow-gap REASON
schedule-skip-date = --skip: “{ $value }” is no date; write 2021-12-16 or 2021-12-16..2022-02-01
schedule-skip-order = { $first } comes after { $last }
schedule-rule-part = --rule: “{ $part }” is not NAME=VALUE
schedule-rule-unknown = --rule: { $part } is not used here
schedule-rule-twice = --rule: { $part } stands twice
schedule-rule-missing = --rule: “{ $rule }” lacks { $part }
schedule-rule-value = --rule: { $part }={ $value } is not understood
schedule-rule-together = --rule: { $one } and { $other } do not go together
schedule-rule-hint = for example: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" (every other Wednesday), "FREQ=MONTHLY;BYDAY=-1FR" (last Friday), "FREQ=MONTHLY;BYMONTHDAY=15"
schedule-repeat-end = the rule does not say when it ends
schedule-repeat-end-hint = add --until DATE or --count N
schedule-repeat-many = that is more than { $max } sessions; set a nearer end
schedule-repeat-far = up to { $horizon } the rule gives only { $n } sessions; set a nearer end
schedule-repeat-nothing = the rule { $rule } leaves no session: all fall into a recess or on holidays
schedule-dropped-day = No session: { $day }, as asked.
schedule-dropped-holiday = No session: { $day }, a holiday: { $holiday }.
schedule-dropped-taken = No session: { $day }; it would move to { $other }, which has one.
schedule-dropped-recess =
    Recess from { $first } to { $last }: { $n ->
        [one] one session less.
       *[other] { $n } sessions less.
    }
schedule-repeated =
    { $n ->
        [one] One session
       *[other] { $n } sessions
    }; { $new ->
        [0] none is new.
        [one] one is new.
       *[other] { $new } are new.
    }
schedule-was-there = was there already ({ $state })
schedule-moved-from = moved from { $day }: { $holiday }
schedule-on-holiday = a holiday: { $holiday }
schedule-closed-holiday = warning: { $session } falls on a holiday ({ $holiday }): { $day }
schedule-closed-sunday = warning: { $session } falls on { $day }
schedule-past = warning: { $session } was registered with a date that has passed: { $day }
