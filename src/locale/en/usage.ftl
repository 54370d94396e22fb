# What was typed wrong

usage-nothing = this command does not exist yet
usage-language = “{ $value }” is no known language: use es, pt or en
usage-now = ATA_NOW=“{ $value }” is no instant; write, for example, 2026-03-04T09:00:00-05:00
usage-zone = “{ $value }” is no time zone of the region; write, for example, America/Bogota
usage-day = { $option }: “{ $value }” is not a date that exists; write, for example, 2026-03-04, today or +3d
usage-moment = { $option }: “{ $value }” is not a date and time that exists; write, for example, "2026-03-04 09:00"
usage-duration = { $option }: “{ $value }” is no duration; write, for example, 3h, 90m or 1h30m
usage-amount = { $option }: “{ $value }” is no amount; write digits only and, if needed, a decimal point: 1500000.50
usage-line-empty = { $option }: the text is empty
usage-line-control = { $option }: the character { $code } at position { $at } is not allowed
usage-line-long = { $option }: the text has { $found } characters, { $max } at most
usage-not-utf8 = { $path } is not UTF-8 text
usage-waive = --waive “{ $value }”: write CONTROL=REASON with a control point that exists
usage-stage = “{ $value }” is no stage: need, plan, schedule, notify, run, evaluate, followup, archive
