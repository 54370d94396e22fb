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
import-reason-required = this value is missing
import-reason-repeated = it is in the file already with other values
import-reason-text = the text is too long or holds characters that are not allowed
import-reason-years = years are a whole number from 0 to 200
import-reason-series-code = a code has letters, digits, hyphens and dots only
import-reason-disposal = a disposal is CT, E or S, alone or with + M or + D
