# Files taken in

import-done = { $file } ({ $source }): { $rows } rows
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

import-warning-whole = warning: { $code } { $detail }
import-warnings-more = and { $n } more warnings (all of them with --json)
import-map-wrong = --map “{ $value }”: write FIELD=COLUMN

import-reason-invalid-minutes = the minutes are no possible whole number
import-reason-invalid-time = the time or date cannot be read
import-reason-invalid-status = the attendance status is not known
import-reason-leave-before-join = left before joining
import-reason-too-many-cells = the row has more cells than the header
import-reason-name-too-long = the name is too long
import-reason-invalid-document = the document is not valid and there is no name or e-mail
import-reason-document-digits-lost = the spreadsheet lost digits of the document and there is no name or e-mail
import-reason-no-name = somebody new of whom there is only a document
import-reason-no-session = does not say which session
import-reason-unknown-session = the case has no such session
import-reason-other-session = belongs to another session
import-reason-session-cancelled = that session was cancelled
import-reason-out-of-scale = the value is not on the scale
import-reason-not-on-scale = no value of the scale
import-reason-unknown-option = none of the options

import-warning-double-encoded = text encoded twice; repaired
import-warning-undecodable-bytes = some characters could not be read; name the --encoding
import-warning-looks-like-dos = the accents look like another encoding; try --encoding cp850
import-warning-nul-bytes = there were NUL bytes; taken out
import-warning-duplicate-column = column named twice; the first one counts:
import-warning-no-rows = the file has no rows
import-warning-invalid-email = invalid e-mail; the row is kept without it:
import-warning-several-emails = several e-mails; the first was taken:
import-warning-document-repaired = document put together again from a spreadsheet number:
import-warning-document-digits-lost = the spreadsheet lost digits of the document; the row is kept without it:
import-warning-invalid-document = invalid document; the row is kept without it:
import-warning-invalid-territory = invalid territory code:
import-warning-ditto = ditto marks; what stands above was copied:
import-warning-presence-unclear = unclear whether present:
import-warning-shared-email = e-mail shared by several people:
import-warning-name-conflict = the same document with different names:
import-warning-name-differs = the same document or e-mail with another name:
import-warning-name-cleaned = invisible characters taken out of the name:
import-warning-name-from-email = new person without a name; the e-mail stands for it:
import-warning-possible-duplicate = may be the same person:
import-warning-merged-by-name = rows joined by the name alone:
import-warning-several-people-fit = may be any of several people; not counted:
import-warning-email-differs = another e-mail than registered; not changed:
import-warning-phone-differs = another telephone than registered; not changed:
import-warning-post-differs = another post than registered; not changed:
import-warning-territory-differs = another territory than registered; not changed:
import-warning-organisation-differs = another organisation than registered; not changed:
import-warning-organisation-unknown = organisation not registered (ata org add); the person is kept without it:
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
import-warning-formula-text = looks like a formula; taken as text:
import-warning-formula-without-value = formula without a stored result:
import-warning-cell-error = cell with a spreadsheet error:
import-warning-number-precision = number with more digits than the spreadsheet keeps:
import-warning-other-sheets = the workbook has other sheets (--sheet):
import-warning-repeated-answer = another answer of the same person
import-warning-identity-not-kept = column that says who answered; not kept:
import-warning-column-not-in-form = column that is no item of the form; not kept:
import-warning-sensitive-not-kept = there are sensitive data of the differential approach; not kept
import-warning-more = more warnings than are kept:

import-fault-changed-meanwhile = { $file } changed while it was read (line { $line })
import-fault-empty = { $file } is empty
import-fault-too-large = { $file } has { $size } MiB; at most { $limit } are read
import-fault-unknown-encoding = { $file }: encoding “{ $value }” is not known
import-fault-unsupported-container = { $file } is a { $value } file, which is not read: save it as CSV or XLSX
import-fault-encrypted = { $file } has a password: save it without one
import-fault-damaged = { $file } is damaged: { $detail }
import-fault-unpacks-too-large = { $file } unpacks to more than { $limit } MiB
import-fault-too-many-cells = { $file } has more than { $limit } cells
import-fault-unclosed-quote = { $file }, line { $line }: a quote is never closed
import-fault-cell-too-large = { $file }, line { $line }, column { $column }: the cell is larger than { $limit } MiB
import-fault-too-many-columns = { $file }, line { $line }: more than { $limit } columns
import-fault-no-header = { $file }: no row names columns that are known; name them with --map FIELD=COLUMN
import-fault-unknown-column = { $file } has no column “{ $value }” for { $field }; it has: { $found }
import-fault-unknown-field = there is no field “{ $field }”: use name, doc, email, status, minutes …
import-fault-unknown-sheet = { $file } has no sheet “{ $value }”; it has: { $found }
import-fault-not-this-source = { $file } does not look like a file of { $value }
import-fault-ambiguous-dates = { $file }, line { $line }: “{ $value }” may be day/month or month/day; name the --date-order
import-fault-row = line { $line }: { $cells }
