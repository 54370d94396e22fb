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
