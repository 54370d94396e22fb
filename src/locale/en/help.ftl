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
help-word-topics = Topics: ata help exit-codes · ata help references · ata help profiles · ata help mail · ata help cron · ata help papers
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
help-topic-papers =
    Papers (ata paper KIND REFERENCE)

    Of a session (1-S1), or of all those of a case (1):

        convocation                    Convocation, one a person; also of a message (M-17)
        letter                         Letter, one a person; of M-17, also a change or a cancellation
        circular                       Circular; also of a message (M-17)
        minutes                        Minutes
        meeting-register               Meeting register
        meeting-register-differential  Meeting register with the differential approach
        attendance-sheet               Attendance sheet, to be signed or filled
        certificate                    Certificate, one for whoever attended long enough
        evaluation-form                Evaluation form, to be printed
        evaluation-results             Results of the evaluation
        notice-proof                   Proof of notice

    Of a case (1):

        report                         Report
        control-sheet                  Control sheet
        cover                          Cover, one a folder

    Of a case, of a group (GVSP), or of the whole register:

        annual-plan                    Annual plan
        schedule                       Schedule
        commitments                    Commitments; also of a session or of a person
        inventory                      Inventory of case files (FUID)

    They come as PDF/A-2b, in the language of the register. As a workbook, with --out FILE.xlsx: annual-plan,
    schedule, meeting-register, attendance-sheet, commitments, inventory; and only so: roster (attendance
    list) and records-schedule.

    Those of a closed case come as it was when it was closed, the same as in its package. Of a copy that
    was received (ata archive import) none is issued: those that were printed are in its package.
help-topic-cron =
    Every day's tasks (cron)

    One line to remind people on each working morning of what is due or overdue (crontab -e):

        PATH=/usr/local/bin:/usr/bin:/bin:/home/ata/.cargo/bin
        ATA_DB=/srv/ata/ata.db
        ATA_BY=cron
        0 7 * * 1-5   ata notify remind --send --quiet >/dev/null

    It may run any number of times: each reminder is said once. When another run is at it, this one
    ends with 0 and the next one does what is left. The rules stand in the profile, in the table reminders; what
    should have been said more than a week ago is not said any more (--max-late 2d for another term).

    Others that go well with it:

        { "    */15 * * * *" }  ata notify send --quiet >/dev/null
        { "    */30 * * * *" }  ata notify read /srv/ata/Maildir --quiet >/dev/null
        30 6 * * *    ata schedule ics --out /srv/www/sessions.ics --quiet >/dev/null
        0 2 * * *     ata backup /srv/backup/ata-$(date +\%F).db --quiet >/dev/null

    With --quiet only what fails is heard, and cron mails it. Exit codes:

        0   done, nothing to do, or another run is at it
        7   some message was not delivered: standard error says why, and so does ata notify outbox
        others: ata help exit-codes

    How e-mail leaves: ata help mail

help-topic-mail =
    Mail

    How e-mail leaves is said by --via, by ATA_VIA, or once for all by ata notify via:
        maildir:DIR                              messages are left as files in a folder
        smtp://USER@HOST:587                     a mail server; the line is protected where the server offers it
        smtp://USER@HOST:587?tls=starttls        …or nothing is sent
        smtps://USER@HOST                        a line protected from its first byte (port 465)
        smtp://localhost:25?tls=none             a server on this machine, over an open line
        sendmail                                 the system's mail program (or sendmail:PROGRAM)
    With ?timeout=SECONDS each answer is waited for less long (30 seconds; ten minutes for a whole
    message).
    With ?from=ADDRESS everything comes from that address, where the server lets nobody send from
    another; who signs lends the name and gets the answers in words; those of calendars go to that
    address, which ata notify read reads.

    The password stands neither in the command nor in the register:
        ATA_SMTP_PASSWORD_FILE                   file that holds it
        ATA_SMTP_PASSWORD_COMMAND                command that says it (where there is no file)

    Which certificates of the server are trusted:
        SSL_CERT_FILE                            file that holds them, where not the system's;
                                                 also the one that the server signed itself

    What becomes of each message (ata notify outbox):
        queued      waits; when the server did not take it for now, until the hour shown (for about five days)
        sending     in the hands of a sending
        sent        taken by the server, with its words
        failed      refused, with the server's words
        uncertain   given without an answer, or cut short at that moment: never repeated by itself;
                    ata notify resolve M-n sent|failed|queued says what became of it

    Of the copies of a register, one sends. Beside it lies a small file (ata.db-sender); when a register
    was copied, or put back from a backup, ata notify send refuses until ata notify adopt says that this
    is the one. What waited becomes uncertain, because it may have left already; with --moved (it only
    changed its place) it keeps waiting.

    The texts:
        ata template list
        ata template show convocation > own.txt
        ata template set convocation own.txt

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
