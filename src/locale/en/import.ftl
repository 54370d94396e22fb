# Files taken in

import-done =
    { $file } ({ $source }): { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }
import-nothing = { $file }: there was nothing new
import-rejects = 
    { $n ->
        [one] One row could not be read
       *[other] { $n } rows could not be read
    }
import-warning = warning: line { $line }: { $code } { $detail }
import-new-people = new people
import-matched = matched
import-people = people
import-responses = responses
import-review = to review
import-updated = updated
import-unchanged = unchanged
import-ignored = ignored
import-rejected = rejected
import-reason-no-identifier = no name, document or e-mail

import-added = new
import-no-column = { $file } has no column “{ $column }”; it has: { $found }
import-columns = one row must name the columns, or say which is which: --map FIELD=COLUMN; understood are: { $columns }
import-warning-whole = warning: { $code } { $detail }
import-warnings-more = and { $n } more warnings (all of them with --json)
import-map-wrong = --map “{ $value }”: write FIELD=COLUMN

import-reason-missing = missing
import-reason-unseen-signs = it has characters that cannot be seen
import-reason-too-long = too long
import-reason-invalid-date = no date; write 2026-03-04 or 4/3/2026 (day first)
import-reason-unknown-word = no word of the list
import-reason-not-1-to-5 = must be a number from 1 to 5
import-reason-not-yes-or-no = must be yes or no
import-reason-not-registered = not registered
import-reason-fits-several = it fits several
import-reason-invalid-document = no valid identity document
import-reason-invalid-territory = no territory code of the country
import-reason-code-of-another = that code is another organisation's
import-reason-name-of-another = that name is another organisation's, with another code
import-reason-depends-on-itself = it would depend on itself
import-reason-json-invalid = not a JSON object on one line
import-reason-value-not-text = must be a text, a number or a list of texts
import-reason-several-values = takes one value only
import-reason-too-many-cells = the row has more cells than the header; put a text that holds the separator in quotes
import-reason-invalid-minutes = the minutes are no possible whole number
import-reason-invalid-time = the time or date cannot be read
import-reason-invalid-status = the attendance status is not known
import-reason-leave-before-join = left before joining
import-reason-name-too-long = the name is too long
import-reason-document-digits-lost = the spreadsheet lost digits of the document and there is no name or e-mail
import-reason-no-session = does not say which session
import-reason-unknown-session = the case has no such session
import-reason-other-session = belongs to another session
import-reason-session-cancelled = that session was cancelled
import-reason-out-of-scale = the value is not on the scale
import-reason-not-on-scale = no value of the scale
import-reason-unknown-option = none of the options

import-warning-column-ignored = column not used:
import-warning-invalid-email = unusable e-mail address, left empty:
import-warning-organisation-unknown = organisation not registered, left empty:
import-warning-person-unknown = person not registered, left empty:
import-warning-other-name = the document or address is somebody's of another name, which was kept:
import-warning-row-contradicts = another row of the same person says otherwise; what the first says is kept:
import-warning-namesake = there was somebody of the same name already:
import-warning-double-encoded = the accents were damaged and have been repaired
import-warning-undecodable-bytes = some characters could not be read
import-warning-looks-like-dos = it looks like a DOS file and was read as one; check the accents:
import-warning-nul-bytes = there are null bytes, which were passed over
import-warning-duplicate-column = the column stands twice:
import-warning-no-rows = the file has no rows
import-warning-formula-text = a cell looks like a formula and was taken as text:
import-warning-formula-without-value = a formula without a stored result was left empty
import-warning-cell-error = a cell with an error was left empty:
import-warning-number-precision = a number has more digits than a spreadsheet keeps:
import-warning-other-sheets = the workbook has other sheets, which were not read:

import-fault-changed-meanwhile = { $file } changed while it was read (line { $line })
import-fault-empty = { $file } is empty
import-fault-too-large = { $file } has { $size } MiB and { $limit } MiB are allowed
import-fault-unknown-encoding = “{ $value }” is no known encoding
import-fault-unsupported-container = { $file } is a { $value } file, which cannot be read; save it as CSV or XLSX
import-fault-encrypted = { $file } has a password: save it without
import-fault-damaged = { $file } is damaged or incomplete and cannot be opened
import-fault-unpacks-too-large = { $file } unpacks to more than { $limit } MiB
import-fault-too-many-cells = { $file } has more than { $limit } cells
import-fault-unclosed-quote = { $file }: the quote opened on line { $line } is never closed
import-fault-cell-too-large = { $file }: the cell on line { $line }, column { $column } exceeds { $limit } MiB
import-fault-too-many-columns = { $file }: line { $line } has more than { $limit } columns
import-fault-no-header = no row of { $file } names the columns
import-fault-row = line { $line }: { $cells }
import-fault-unknown-column = { $file } has no column “{ $value }” for { $field }; it has: { $found }
import-fault-unknown-field = “{ $field }” is nothing that is read from a column
import-fault-unknown-sheet = { $file } has no sheet “{ $value }”; it has: { $found }
import-fault-not-this-source = { $file } does not have the shape of a { $value } file
import-fault-ambiguous-dates = { $file }: in “{ $value }” (line { $line }) day and month cannot be told apart
import-reason-required = this value is missing
import-reason-repeated = it is in the file already with other values
import-reason-text = the text is too long or holds characters that are not allowed
import-reason-years = years are a whole number from 0 to 200
import-reason-series-code = a code has letters, digits, hyphens and dots only
import-reason-disposal = a disposal is CT, E or S, alone or with + M or + D
import-warning-several-emails = several e-mails; the first was taken:
import-warning-document-repaired = document put together again from a spreadsheet number:
import-warning-document-digits-lost = the spreadsheet lost digits of the document; the row is kept without it:
import-warning-invalid-document = invalid document; the row is kept without it:
import-warning-invalid-territory = invalid territory code:
import-warning-ditto = ditto marks; what stands above was copied:
import-warning-presence-unclear = unclear whether present; counted as present, or by the minutes:
import-warning-shared-email = e-mail shared by several people:
import-warning-name-conflict = the same document with different names:
import-warning-name-differs = the same document or e-mail with another name:
import-warning-name-cleaned = invisible characters taken out of the name:
import-warning-name-from-email = new person without a name; the e-mail stands for it:
import-warning-possible-duplicate = may be the same person:
import-warning-merged-by-name = rows joined by the name alone:
import-warning-several-people-fit = may be several people; it waits until somebody says who it is:
import-warning-email-differs = another e-mail than registered; not changed:
import-warning-phone-differs = another telephone than registered; not changed:
import-warning-post-differs = another post than registered; not changed:
import-warning-territory-differs = another territory than registered; not changed:
import-warning-organisation-differs = another organisation than registered; not changed:
import-warning-organisation-ambiguous = several organisations have this name; the person is kept without it:
import-warning-kept-by-hand = what was marked by hand stays:
import-warning-device-name = looks like the name of a device, not of a person:
import-warning-open-interval = no time of leaving; closed at the last one known:
import-warning-left-without-join = left without having joined:
import-warning-minutes-from-duration = minutes taken from the duration reported:
import-warning-date-order-suggested = date order assumed; confirm with --date-order:
import-warning-date-order-ambiguous = the date can be read in two ways; name the --date-order:
import-warning-date-orders-mixed = the file mixes date orders:
import-warning-session-date-mismatch = the date of the file is not that of the session:
import-warning-no-session-date = the file does not say which day it is of
import-warning-no-stored-date = the survey stores no dates:
import-warning-invalid-time = a time that cannot be read:
import-warning-incomplete = unfinished answer; not taken:
import-warning-review-rejected = submission rejected in its own system:
import-warning-consent-denied = did not consent to the use of the data:
import-warning-repeated-answer = another answer of the same person; it was counted too
import-warning-repeated-answer-left-out = another answer of the same person; it was not counted
import-warning-answers-of-other-date = answers of a date far from the session; check whether they are about it:
import-warning-identity-not-kept = column that says who answered; not kept:
import-warning-column-not-in-form = column that is no item of the form; not kept:
import-warning-sensitive-not-kept = sensitive data the profile does not ask for; not kept:
import-warning-more = more warnings than are kept:
import-hint-map = say which column holds what: --map name=COLUMN (also doc, email, status, minutes …)
import-hint-date-order = say the order of the dates: --date-order dmy or --date-order mdy
import-warning-name-from-document = the new person is kept under the document number:
import-fault-not-text = { $file } is no list: it does not hold text; save it as CSV or XLSX
import-hint-quote = close the quotes on that line, or open it in a spreadsheet and save it as CSV again
import-hint-again = download or export it again
import-reason-no-holiday = the law knows no holiday on that day
import-tab = separated by tabs
import-delimiter = separated by “{ $sign }”
import-sheet = sheet “{ $sheet }”
import-header = header on line { $line }
import-date-order = dates { $order } ({ $evidence })
import-day = of { $day } ({ $from })
import-evidence-given = as you said
import-evidence-unambiguous = written beyond doubt
import-evidence-component-above-twelve = a value is above 12
import-evidence-duration-agrees = the duration agrees
import-evidence-leave-within-day = people leave on the same day
import-evidence-session-date = agrees with the session
import-evidence-file-name = agrees with the name of the file
import-evidence-am-pm = supposed from AM and PM
import-evidence-clock-24h = supposed from the 24-hour clock
import-evidence-nothing = supposed, without proof
import-date-preamble = says the head of the report
import-date-cells = say the rows
import-date-title-block = says the title
import-date-file-name = says the name of the file
import-date-sheet-name = says the name of the sheet
import-date-given = that of the session
import-other-day = { $file } is of { $found } ({ $from }) and { $session } is of { $day }
import-other-day-hint = look at the session (ata show { $session }); if the file is its own, repeat with --any-date
import-ignored-blank = blank
import-ignored-numbered-blank = numbered and not filled in
import-ignored-waiting-room = of the waiting room
import-ignored-no-show = of people who registered and did not come
import-ignored-bot = of automatic assistants
import-ignored-total = of totals
import-ignored-footer = of signatures or notices below
import-ignored-repeated-header = of repeated headers
import-ignored-second-header = of a second header
import-ignored-hxl-tags = of HXL tags
import-ignored-other-day = of another day
import-differential = with sensitive answers
import-warning-category-unknown = answer that is no category of the profile; not kept:

import-action-add = new
import-action-update = updated
import-action-match = known
import-action-review = to review
import-action-ignore = passed over
import-action-reject = rejected
import-steps-more = and { $n } more rows (all of them with --json)
import-queue =
    { $n ->
        [one] One row may be several people; say who it is
       *[other] { $n } rows may be several people; say who each of them is
    }
import-queue-hint = hint: ata person same { $row } { $person } (it is that person) · ata person different { $row } (it is a new person)
import-row-settled = { $row } was settled otherwise already
import-row-other-document = { $row } has the document { $theirs } and { $person } has { $has }: they are two people
import-ignored-ignored-by-hand = left out by hand
import-warning-row-seen-before = the same row came before and what was noted has changed since; it stays:
import-warning-more-changes = more changes than are kept:
import-warning-more-rows = more rows than are told one by one:
import-ignored-test-answer = of test answers
import-ignored-review-rejected = of submissions refused in their system
import-ignored-unfinished = of unfinished answers
import-ignored-empty-answer = of empty answers
import-ignored-repeated-answer = of repeated answers
import-fault-identity-column = “{ $value }” says who answered; answers are anonymous
import-queue-see = hint: say who the rows to review are: ata import show { $import }
import-order-dmy = day/month/year
import-order-mdy = month/day/year
import-order-ymd = year-month-day
import-rejects-over-input = --rejects: { $file } is the very file that is being taken in, and would be lost
import-rejects-over-input-hint = give another name, such as --rejects refused.csv
import-reason-other-day = is of another day than the session; if it belongs to it, repeat with --any-date
import-warning-no-times = no join, no leave and no duration; counted as present, without minutes:
import-warning-mixed-encoding = letters of another encoding stand among the others and were read as such; check the accents:
import-warning-answered-other-day = answers of another day than the session, which were counted; check whether they attended:
import-hint-no-header = if the list has no header, add a first line with the names of the columns, such as Name;Document;E-mail
import-warning-presence-blank = an empty cell where others are marked; counted as absent:
import-warning-leave-before-join = the departure is before the arrival; no minutes were taken:
import-fault-no-table = { $file } is a web page without any table
import-hint-encoding = utf-8, windows-1252, latin1, utf-16le and cp850 are understood, among others; without --encoding it is found out
import-hint-column = write the heading as it is in the file, or the number of the column: --map { $field }=2
