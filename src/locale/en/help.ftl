# Help: fixed words and topics. What each command and argument is for stands in the source, next to it.

help-word-usage = Usage
help-word-commands = Commands
help-word-arguments = Arguments
help-word-options = Options
help-word-global = Global options
help-word-values = values
help-word-default = default
help-word-print-help = Show this help
help-word-print-version = Show the version
help-word-topics = Topics: ata help exit-codes · ata help references · ata help profiles
help-word-man-name = NAME
help-word-man-synopsis = SYNOPSIS
help-word-man-description = DESCRIPTION
help-word-man-options = OPTIONS
help-word-man-version = VERSION
help-word-man-extra = TOPICS

help-value-command = COMMAND
help-value-options = OPTIONS

help-topic-exit-codes =
    Exit codes

        0  done, or nothing to do
        1  failure: file, disk or bug
        2  the command is not well written
        3  not found, or the reference fits several things (they are listed)
        4  refused by a rule: control point, notice period, conflict of dates
        5  another process is writing, or something changed meanwhile; try again
        6  findings: rejected rows, overdue commitments, things to attend to
        7  some messages were not delivered
        8  integrity: the log, a package or the database is damaged
      130  interrupted; nothing half-done

    With --json the error goes to stderr:
        { "{" }"error": { "{" }"kind": …, "message": …, "hint": …, "details": […]{ "}" }{ "}" }
help-topic-references =
    References

        AT-2026-0001      a case (AT is the profile's prefix)
        AT-2026-0001-S2   its second session
        AT-2026-0001-C3   its third commitment
        AT-2026-0001-D4   its fourth document
        M-17              a message
        P-9               a person
        O-4               an organisation
        I-3               a file taken in
        R-5               a row of a file that waits to be told who it is
        op-12             an operation of the log

    Short forms where only one thing fits: 1, 2026-1, 1-S2. Upper and lower case are the same.
    People are also found by e-mail, document number (CC:1098765432) or name, if it is unique;
    organisations by code, e-mail or name; boards by board:NAME.

    Days: 2026-03-04, today, tomorrow, +3d, -2d. Date and hour: "2026-03-04 09:00". Length: 3h, 90m, 1h30m.
help-topic-profiles =
    Profiles

    A profile is the procedure of one body, written as data: for each stage it says the responsible area and
    post, the control points and which of them may be waived, the records it leaves, the shortcuts, the notice
    period, the evaluation form and the records series.

        santander   Secretaría de Salud de Santander, Colombia (the default)
        seho        Ministry of Education, hospital education service, Peru
        ugel07      UGEL 07, Peru
        vamos       Gabinete Social, ¡Vamos!, Paraguay
        sedese      SEDESE, Minas Gerais, Brazil

    To write your own:
        ata profile show santander > mine.toml
        ata profile check mine.toml
        ata init --profile mine.toml        (or, with the register in use: ata profile update mine.toml)

    Control points by stage:
        need      evidence, group
        plan      objective, activity, audience, approved, contract_reference
        schedule  session, facilitator, place_or_link, agenda, logistics_done, notice_period, no_conflict
        notify    signed, all_told, changes_told
        run       attendance, minutes, sessions_closed
        evaluate  answers
        followup  commitments_settled
        archive   classified, records_complete, foliated

    One that the profile lets waive: --waive CONTROL=REASON on the verb that closes the stage.
