# Running the sessions

run-cancelled = session { $session } was cancelled
run-beyond = note: that is { $minutes } minutes, and { $session } lasts { $planned }
run-not-begun = session { $session } begins at { $start } and cannot be closed yet
run-nobody = Nobody is invited and no attendance is noted.
run-not-noted = not noted
run-totals = Invited: { $invited } · present: { $present } (late: { $late }) · absent: { $absent } · excused: { $excused } · not noted: { $unknown }
run-turnout = present: { $present }, absent: { $absent }, excused: { $excused }
run-minutes-number = minutes no. { $number } of { $year }
run-minutes-taken = minutes no. { $number } of { $year } are those of { $session } already
run-minutes-title = Minutes of session { $session }

run-answer-outdated = before the change
run-answers = Answers: { $accepted } come · { $tentative } perhaps · { $declined } do not come · { $delegated } send somebody · { $none } without an answer
run-change-untold =
    { $n ->
        [one] warning: { $session } changed and one person was not told
       *[other] warning: { $session } changed and { $n } people were not told
    }: { $hint }
run-not-yet = warning: { $session } has not taken place yet (it begins on { $start }); if another session was meant: ata undo
