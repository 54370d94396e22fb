# Looking

look-no-cases = There are no such cases.
look-missing =   missing { $control }: { $meaning }
look-undone = Operation { $op } undone ({ $label }): { $summary }
look-rehearsal = Dry run: nothing was changed.
look-undone-hint = hint: “ata undo” again redoes it; “ata undo --op N” undoes another one (ata log)
look-undone-before = Operation { $op } was undone already, by operation { $by }: nothing to do
look-undone-before-hint = hint: “ata undo --op { $by }” does it again
look-more = hint: there are { $n } more; leave out --limit or filter
look-log-more = hint: there are { $n } more; raise --limit or use --since
look-ready = Next: { $command }
look-replaced = replaced
look-messages = Messages: { $counts }
look-session-change = { $on } · { $kind } (was { $before }){ $reason }
look-written = { $file }: { $bytes } bytes
look-one-document = --content and --out go with a single document
look-today = today
look-days-ago = 
    { $n ->
        [one] yesterday
       *[other] { $n } days ago
    }
look-days-ahead = 
    { $n ->
        [one] tomorrow
       *[other] in { $n } days
    }

look-nothing-waits = Nothing is waiting.
look-next-change-untold = 
    { $n ->
        [one] One person was not told of a change
       *[other] { $n } people were not told of a change
    }
look-next-message-uncertain = Nobody knows whether the message arrived
look-next-message-failed = The message did not arrive
look-next-invitation-untold =
    { $n ->
        [one] One invited person whom nobody has told
       *[other] { $n } invited people whom nobody has told
    }
look-next-session-soon =
    Session soon; { $n ->
        [one] missing
       *[other] { $n } things missing
    }: { $lacks }
look-next-session-open =
    Session past; { $n ->
        [one] missing
       *[other] { $n } things missing
    }: { $lacks }
look-next-commitment = Commitment
look-next-messages-queued = 
    { $n ->
        [one] One message to send
       *[other] { $n } messages to send
    }
look-next-calls-queued = 
    { $n ->
        [one] One call or letter to make
       *[other] { $n } calls or letters to make
    }
look-next-need-waiting = Need to decide on
look-next-control-missing =
    { $n ->
        [one] Missing
       *[other] { $n } things missing
    }: { $lacks }
look-next-stage-ready = Stage ready to close
look-next-file-to-archive = Case file to archive

look-trace-waived = waived: { $meaning } ({ $reason })
look-trace-attendance = Attendance: present { $present } · absent { $absent } · excused { $excused } · invited { $invited }
look-trace-answers = 
    { $n ->
        [one] Evaluation: one answer
       *[other] Evaluation: { $n } answers
    }
look-trace-notices = Other messages
look-trace-commitments = Other commitments
look-trace-documents = Other documents
look-trace-raised = Cases that came of this one

look-log-empty = The log has no such operations.
look-log-undone = { $label } (undone in { $by })
look-log-undoes = operation { $op } ({ $label })
look-log-of-case = the log is read by case, person or organisation, and “{ $text }” is none and belongs to no case

look-check-database = Database file
look-check-register = The body's own data and profile
look-check-references = References between rows
look-check-log = Chain of the log
look-check-content = Content of the documents
look-check-seals = Sealed cases
look-check-commitments = Commitments in time
look-check-sending = Sending finished
look-check-sound = The register is sound.
look-check-damaged = The register is damaged: stop working on it and take the last copy (ata backup).
look-check-findings = The register is sound; some things need attention (ata next).
look-check-unused = 
    { $n ->
        [one] One piece of content without a document ({ $bytes } bytes); “ata check --fix” removes it
       *[other] { $n } pieces of content without a document ({ $bytes } bytes); “ata check --fix” removes them
    }
look-fixed-reindexed = 
    { $n ->
        [one] Indexes built anew (one problem)
       *[other] Indexes built anew ({ $n } problems)
    }
look-fixed-content-removed = 
    { $n ->
        [one] One piece of content without a document removed ({ $bytes } bytes)
       *[other] { $n } pieces of content without a document removed ({ $bytes } bytes)
    }
look-problem-database = { $detail }
look-problem-unreadable = cannot be read: { $detail }
look-problem-not-a-register = { $what } is no register of ata, or too damaged to be recognised
look-problem-dangling = references that lead nowhere: { $detail }
look-problem-log-edited = { $what }: the operation was edited
look-problem-log-broken = { $what }: it does not follow the one before; rows were removed, added or moved
look-problem-log-detail = { $what }: the detail was edited or removed
look-problem-log-cut = { $what }: the newest operations are missing
look-problem-content-changed = { $what }: the content does not give its hash { $detail }
look-problem-content-missing = { $what }: the content { $detail } is missing
look-problem-seal-broken = { $what }: the case file changed after it was closed
look-problem-overdue = { $what }: was due on { $detail }
look-problem-sending = { $what }: sending began and never ended ({ $detail })

look-export-form = what is exported is no table: its form is json or jsonl
look-log-unsent = Sending tried
look-copied = Verified copy: { $file } ({ $bytes } bytes, up to operation { $op })
look-man = { $n } manual pages in { $folder }
look-report-differential = Differential approach
look-report-people =
    { $n ->
        [one] One person present
       *[other] { $n } people present
    }
look-report-silent = Nobody answered anything of the differential approach
look-report-unanswered = No answer
look-report-undisclosed = Would rather not say
look-report-suppressed = * Fewer than { $n } people, or so few that it could be worked out: not shown.
look-fixed-unused-answers =
    { $n ->
        [one] One unused sensitive answer removed
       *[other] { $n } unused sensitive answers removed
    }
look-check-copy = The register that sends e-mail
look-problem-copied = this file looks like a copy of the register at { $what }: it sends no e-mail until ata notify adopt says so{ $detail }
look-problem-restored = this file looks like a backup put back: it lacks operation { $what }, by which e-mail has left already{ $detail }
look-next-rows-to-review =
    { $n ->
        [one] One row of a file may be several people
       *[other] { $n } rows of a file may be several people
    }
look-report-activity = What the groups did
look-report-coverage = Coverage by territory
look-report-satisfaction = Satisfaction with the sessions
look-report-sections = By section of the form
look-report-nothing = There is nothing to count in that time.
look-report-no-group = No group yet
look-report-no-territory = No territory known
look-report-sum = Total
look-report-between = From { $from } to { $to }
look-report-since = Since { $from }
look-report-until = Until { $to }
look-report-order = --to { $to } is before --from { $from }
look-report-as-of = Figures of the register on { $day }
look-report-written = Report written: { $file }
look-report-form = { $file }: a report is written as .html, .csv or .xlsx
look-untold =
    { $n ->
        [one] { $session }: one person has not been told of the change
       *[other] { $session }: { $n } people have not been told of the change
    }
look-yes = yes
look-no = no
look-log-chair = Chair of the board
look-log-bounce = bounced
look-log-sealed = { $case } closed { $seal }, received from { $other }
look-log-holiday-added = added
look-log-holiday-removed = business day
look-log-holiday-without = not kept
look-redone = Operation { $op } redone: { $label } · { $summary }
look-redone-hint = hint: “ata undo” again undoes it; “ata undo --op N” undoes another one (ata log)
look-lack-facilitator = a facilitator
look-lack-place-or-link = a place or link
look-lack-agenda = an agenda
look-lack-attendance = attendance
look-lack-minutes = minutes
look-lack-sessions-closed = to be closed
