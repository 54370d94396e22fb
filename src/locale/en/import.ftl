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

import-added = new
import-no-column = { $file } has no column “{ $column }”; it has: { $found }
import-columns = the first row must name the columns; understood are: { $columns }

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
import-reason-too-many-cells = the row has more cells than the header

import-warning-column-ignored = column not used:
import-warning-invalid-email = unusable e-mail address, left empty:
import-warning-organisation-unknown = organisation not registered, left empty:
import-warning-person-unknown = person not registered, left empty:
import-warning-other-name = the document or address is somebody's of another name, which was kept:
import-warning-namesake = there was somebody of the same name already:
import-warning-double-encoded = the accents were damaged and have been repaired
import-warning-undecodable-bytes = some characters could not be read
import-warning-looks-like-dos = it looks like a DOS file: look at the accents
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
import-fault-damaged = { $file } is damaged: { $detail }
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
