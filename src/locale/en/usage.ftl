# What was typed wrong

usage-nothing = this command does not exist yet
usage-language = “{ $value }” is no known language: use es, pt or en
usage-now = ATA_NOW=“{ $value }” is no instant; write, for example, 2026-03-04T09:00:00-05:00
usage-zone = “{ $value }” is no time zone of the region; write, for example, America/Bogota
usage-day = { $option }: “{ $value }” is not a date that exists; write, for example, 2026-03-04, today or +3d
usage-day-form = { $option }: the date “{ $value }” is not understood: write it year-month-day, 2026-03-18 (today, tomorrow and +3d do too)
usage-moment = { $option }: “{ $value }” is not a date and time that exists; write, for example, "2026-03-04 09:00"
usage-moment-form = { $option }: the date and time “{ $value }” is not understood: write it "2026-03-18 09:00" ("tomorrow 09:00" and "+3d 09:00" do too)
usage-duration = { $option }: “{ $value }” is no duration; write, for example, 3h, 90m or 1h30m
usage-amount = { $option }: “{ $value }” is no amount; write digits only and, if needed, a decimal point: 1500000.50
usage-line-empty = { $option }: the text is empty
usage-line-control = { $option }: the character { $code } at position { $at } is not allowed
usage-line-long = { $option }: the text has { $found } characters, { $max } at most
usage-no-stream = this is not written to standard output (“-”): give the name of a file or a folder
usage-one-file = one file holds one; { $n } were named: write one with each command
usage-not-text = { $path } is no text
usage-not-utf8 = { $path }:{ $line }: no UTF-8 text (byte { $byte })
usage-not-utf8-hint = save the file as UTF-8 and repeat the command
usage-waive = --waive “{ $value }”: write CONTROL=REASON with a control point that exists
usage-stage = “{ $value }” is no stage: need, plan, schedule, notify, run, evaluate, followup, archive
usage-unknown-option = there is no option “{ $value }”
usage-unexpected = unexpected “{ $value }”
usage-unknown-command = there is no command “{ $value }”
usage-missing-command = it does not say what to do
usage-missing-argument = 
    { $n ->
        [one] { $list } is missing
       *[other] { $list } are missing
    }
usage-no-value = { $option } needs a value
usage-not-among = { $option }: “{ $value }” is not known; use { $valid }
usage-bad-value = { $option }: “{ $value }” is not accepted
usage-number-from = { $option }: “{ $value }”: a number from { $from } is expected
usage-number-between = { $option }: “{ $value }”: a number from { $from } to { $to } is expected
usage-number = { $option }: “{ $value }”: a number is expected
usage-twice = { $option } is given twice
usage-conflict = { $option } does not go with { $other }
usage-argument-utf8 = an argument is not text in UTF-8
usage-unreadable = the command cannot be read: { $detail }
usage-meant = did you mean “{ $value }”?
usage-see = see { $command }
usage-no-help = there is no help on “{ $value }”
usage-stdin = standard input
usage-link = { $option }: “{ $value }” is no web address; write, for instance, https://meet.example/room
usage-value-title = TITLE
usage-value-name = NAME
usage-value-text = TEXT
