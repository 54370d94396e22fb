# The register

desk-begun = Register begun: { $file }
desk-begun-hint = hint: go on with organisations (ata org add) and people (ata person add), or register the first need: ata need add "…"
desk-another = { $path } is a register with other settings already ({ $institution })
desk-profile-wrong = 
    the profile { $file } has { $n ->
        [one] one fault
       *[other] { $n } faults
    }
desk-profile-stdin = from standard input

desk-no-organisations = No organisations of that name.
desk-org-code-taken = the code “{ $code }” is that of { $id } { $name } already
desk-org-name-taken = there is another organisation of that name under the same parent: { $id } { $name }
desk-org-ring = “{ $name }” would depend on itself

desk-no-persons = No people with those conditions.
desk-person-other-name = warning: { $id } is registered under another name: { $name }; it was kept (ata person edit { $id } --name …)
desk-person-namesake = warning: { $other } has the same name as { $id }; ata person same { $other } { $id } (it is the same person) or ata person different { $other } { $id }
desk-person-only-name = warning: without document, e-mail or organisation, { $id } cannot be told from somebody of the same name
desk-person-document-taken = the document { $doc } is that of { $id } { $name } already
desk-merge-itself = both references are the same person, { $id }
desk-merged-already = { $id } was joined to { $into } already
desk-merge-documents = warning: their documents differed; { $kept } stays and { $other } does not (to go back: ata undo)
desk-no-candidates = Nobody seems to be registered twice.
desk-candidates-hint = hint: ata person same { $a } { $b } (they are the same person) · ata person different { $a } { $b } (nobody is asked again)

desk-no-boards = No boards yet.

desk-no-imports = No file was taken in yet.
desk-import-undone =
    { $import } taken back ({ $file }): { $n ->
        [0] no row less
        [one] one row less
       *[other] { $n } rows less
    }
desk-import-gone = { $import } was taken back before
desk-import-kept =
    { $n ->
        [one] One row stays:
       *[other] { $n } rows stay:
    }

desk-skip-past = { $case } is past the stage “{ $stage }” and at “{ $at }”
desk-skip-never = the profile does not let the stage “{ $stage }” be skipped ({ $case } is at “{ $at }”)
desk-skip-not-yet = { $case } is at “{ $at }” and has not come to “{ $stage }” yet
desk-cancel-told =
    { $n ->
        [one] hint: one person had been told; tell them it is cancelled: ata notify draft { $case } --as cancellation --signed-by PERSON
       *[other] hint: { $n } people had been told; tell them it is cancelled: ata notify draft { $case } --as cancellation --signed-by PERSON
    }

desk-no-profile = there is no profile “{ $name }” in the program or the register
desk-profile-unknown = there is no profile “{ $name }” in the program, nor a file of that name
desk-profile-in-force = in force
desk-profile-sound = { $file }: the profile “{ $name }” has no faults
desk-profile-now = Profile in force: { $name }, version { $version } ({ $title })
desk-profile-same-version = warning: the text changed and the version is still { $version }; raise it in the file to tell them apart
desk-profile-other-place =
    { $n ->
        [one] there is a case already
       *[other] there are { $n } cases already
    } with country { $country } and prefix { $prefix }: the profile cannot change them to { $new_country } and { $new_prefix }

desk-fault-syntax = { $at }: the file is not TOML; its reader says: “{ $detail }”
desk-fault-repeated-field = { $at }: the field “{ $field }” stands twice
desk-fault-unknown-field =
    { $at }: there is no field “{ $field }”{ $way ->
        [near] ; did you mean “{ $help }”?
        [known] ; this table has: { $help }
       *[none] {""}
    }
desk-fault-missing-field = { $at }: the field “{ $field }” is missing
desk-fault-missing-stage = { $at }: the stage [stage.{ $stage }] is missing
desk-fault-wrong-type = { $at }: “{ $field }” should be { $expected } and is { $found }
desk-fault-blank = { $at }: “{ $field }” is blank
desk-fault-several-lines = { $at }: “{ $field }” must be one line, without breaks or control characters
desk-fault-empty-list = { $at }: the list “{ $field }” is empty
desk-fault-out-of-range = { $at }: “{ $field }” is { $value } and must be between { $min } and { $max }
desk-fault-unknown-word =
    { $at }: “{ $field }”: “{ $word }” is not { $vocabulary }{ $way ->
        [near] ; did you mean “{ $help }”?
        [known] ; it can be: { $help }
       *[none] {""}
    }
desk-fault-unknown-control =
    { $at }: “{ $word }” is no control point of the stage { $stage }{ $way ->
        [near] ; did you mean “{ $help }”?
        [known] ; those of this stage are: { $help }
       *[none] {""}
    }
desk-fault-control-of-other-stage = { $at }: the control point “{ $control }” guards the stage { $guards } and stands under { $stage }
desk-fault-bad-prefix = { $at }: the prefix “{ $value }” must be 1 to 8 capital letters A to Z
desk-fault-bad-key = { $at }: “{ $field }”: the key “{ $value }” may only hold a to z, digits, “_” and “-”
desk-fault-bad-series-code = { $at }: the series code “{ $value }” may only hold letters, digits, “.” and “-”
desk-fault-unknown-series = { $at }: the schedule of this profile has no series “{ $value }”
desk-fault-bands-overlap = { $at }: “{ $key }” holds ages that “{ $other }” on line { $first } holds too
desk-fault-bad-disposal = { $at }: the disposal “{ $value }” must be CT, E or S, alone or joined by “+” to M or D (CT+D)
desk-fault-repeated = { $at }: { $what } “{ $key }” stands on line { $first } already
desk-fault-no-weight = { $at }: all weights of the priority are zero: every need would score the same
desk-fault-scale-order = { $at }: the lowest value of the scale ({ $min }) is not below the highest ({ $max })
desk-fault-satisfied-outside-scale = { $at }: “satisfied_from” is { $value } and the scale goes from { $min } to { $max }
desk-fault-label-count =
    { $at }: { $labels ->
        [one] there is one label
       *[other] there are { $labels } labels
    } for the { $values } values of the scale
desk-fault-too-few-options = { $at }: the choice “{ $item }” needs at least two options and has { $options }
desk-fault-unused-options = { $at }: “{ $item }” has options and is no choice (kind = "choice")
desk-fault-shortcut-backwards = { $at }: a shortcut goes forward, and from { $stage } to { $to } does not

desk-type-text = a text in quotes
desk-type-whole = a whole number
desk-type-fraction = a number with decimals
desk-type-flag = true or false
desk-type-date = a date
desk-type-list = a list
desk-type-table = a table

desk-vocabulary-country = a known country
desk-vocabulary-language = a known language
desk-vocabulary-time-zone = a time zone
desk-vocabulary-weekday = a day of the week
desk-vocabulary-stage = a stage
desk-vocabulary-origin = an origin of needs
desk-vocabulary-activity = an activity of the plan
desk-vocabulary-record-source = a source of records
desk-vocabulary-item-kind = a kind of question

desk-named-control = the control point
desk-named-record = the record
desk-named-section = the section
desk-named-item = the item
desk-named-series = the series
desk-named-label = the label
desk-named-choice = the option

desk-document-missing = { $option }: “{ $value }” is no document; leave the option out when there is none
desk-document-no-digits = { $option }: “{ $value }” has no digits
desk-document-unknown-type = { $option }: “{ $word }” is no known type of document; those of the country are: { $known }
desk-document-type-conflict = { $option }: “{ $value }” says { $written }, which is another type of document
desk-document-digits-lost = { $option }: a spreadsheet rounded the number “{ $value }” and lost its last digits
desk-document-length = { $option }: “{ $value }” has { $found } characters and a { $kind } has { $min } to { $max }
desk-document-letters = { $option }: “{ $value }” has letters and a { $kind } only digits
desk-document-check-digit = { $option }: the check digit of “{ $value }” should be { $expected }; look at the whole number
desk-document-stray-check-digit = { $option }: “{ $value }” ends in a digit set apart and a { $kind } has no check digit
desk-document-ambiguous-check-digit = { $option }: the last digit of “{ $value }” may or may not be the check digit; set it off by a hyphen
desk-document-repeated = { $option }: “{ $value }” repeats one digit: it is a filler
desk-document-prefix = { $option }: “{ $value }” begins with { $found } and no { $kind } does
desk-document-malformed = { $option }: “{ $value }” is not one document number; write it as CC:1098765432

desk-email-missing = { $option }: “{ $value }” is no address; leave the option out when there is none
desk-email-control = { $option }: the address holds a line break or another control character
desk-email-several = { $option }: “{ $value }” is several addresses; give one
desk-email-display-text = { $option }: write the address alone, without the name: “{ $value }”
desk-email-external-account = { $option }: “{ $value }” is the name of an external account, not an address
desk-email-domain = { $option }: the domain of “{ $value }” lacks its end (.gov.co, .org …)
desk-email-too-long = { $option }: the address is too long
desk-email-syntax = { $option }: “{ $value }” is no e-mail address
desk-phone = { $option }: “{ $value }” is no telephone number

desk-territory-missing = { $option }: the territory code is missing
desk-territory-not-digits = { $option }: the territory code “{ $value }” is digits only
desk-territory-length = { $option }: the territory code “{ $value }” has { $found } digits and must have one of these numbers: { $accepted }
desk-territory-lost-zero = { $option }: the territory code “{ $value }” lost its leading zero: { $expected }
desk-territory-unknown-department = { $option }: no department or state has the code { $found } (“{ $value }”)
desk-territory-check-digit = { $option }: the last digit of “{ $value }” should be { $expected }
desk-territory-area = { $option }: the fifth digit of “{ $value }” is { $found } and must be 1 (urban) or 6 (rural)

desk-forgotten =
    { $n ->
        [0] { $person }  { $name } · there was nothing to forget
        [one] { $person }  { $name } · what was said in one session is forgotten
       *[other] { $person }  { $name } · what was said in { $n } sessions is forgotten
    }
desk-holiday-law = by law
desk-holiday-added = added
desk-holiday-removed = not kept
desk-holiday-optional = up to the body
desk-holiday-name = { $date } is no holiday by law: say what the day is called
desk-holiday-none = { $date } is no holiday
desk-holiday-now-added = { $what }: the body is closed on that day.
desk-holiday-now-removed = { $what }: a business day.
desk-holiday-now-left-out = { $what }: kept in no year.
desk-holiday-now-law = { $what }: kept as the law says.
desk-holiday-term =
    { $from } → { $to }: { $n ->
        [one] one business day
       *[other] { $n } business days
    }
desk-import-restored =
    { $n ->
        [one] One row is again what it was
       *[other] { $n } rows are again what they were
    }
desk-kept-edited = somebody changed it later
desk-kept-in-use = named elsewhere by now
desk-kept-other-file = a later file has it too
desk-merge-settled = this settles the rows { $rows }
desk-told-apart = { $a } is not { $b }; nobody will be asked again
desk-different-joined = { $a } and { $b } were merged already

# Papers (ata paper)

desk-paper-one =
    { $pages ->
        [one] { $name }  { $title } · { $pages } page
       *[other] { $name }  { $title } · { $pages } pages
    }
desk-paper-many =
    { $n ->
        [one] { $n } paper in “{ $folder }”
       *[other] { $n } papers in “{ $folder }” ({ $pages } pages)
    }
desk-paper-filed = Filed in the case as { $document }
desk-paper-workbook =
    { $rows ->
        [one] { $file }: { $rows } row
       *[other] { $file }: { $rows } rows
    }
desk-paper-not-about = “{ $kind }” is not printed about “{ $value }”
desk-paper-about-what = “{ $kind }” is about something: say what
desk-paper-about-message = name a message, a session or a case: ata paper { $kind } 1-S1
desk-paper-about-session = name a session or a case: ata paper { $kind } 1-S1
desk-paper-about-case = name a case: ata paper { $kind } 1
desk-paper-about-group = name a case or a group, or nothing for all of it: ata paper { $kind } GROUP --year 2026
desk-paper-about-owner = name a case, a session, a person or an organisation, or nothing for all that is pending: ata paper { $kind } 1
desk-paper-no-sessions = case { $case } has no sessions
desk-paper-nobody-invited = nobody is invited to session { $session }
desk-paper-nobody-earned = nobody at session { $session } reached the { $threshold }% of attendance that a certificate asks for
desk-paper-not-earned = { $person } did not reach the attendance that a certificate of session { $session } asks for
desk-paper-no-minutes = no minutes of the session { $session } were noted: there is nothing to file
desk-paper-ahead = “{ $kind }” is not issued yet: the session { $session } begins on { $start }
desk-paper-unfinished = nothing is certified yet: the session { $session } ends on { $end }
desk-paper-early = nothing is certified on a day before the session { $session } ended: { $end }
desk-paper-blank = “{ $kind }” of { $about } is blank: there is nothing to file
desk-paper-other-kind = { $message } is “{ $is }”: it is not printed as “{ $kind }”
desk-paper-over = “{ $kind }” announces nothing that is over: session { $session } was on { $day } and nothing says that it was told; with --date what was sent by other means is printed
desk-paper-not-asked = the profile asks nothing of the differential approach
desk-paper-unclassified = the case { $case } is not classified in any series: it is in no inventory
desk-paper-several = these are { $n } papers, and one file was named
desk-paper-form = nothing is printed as { $form }: papers are .pdf, tables are .xlsx
desk-paper-only-workbook = “{ $kind }” is a table: .xlsx only
desk-paper-no-workbook = “{ $kind }” is no table; as .xlsx there are: { $known }
desk-paper-file-workbook = papers (.pdf) are filed in a case, not tables
desk-paper-no-file = “{ $kind }” is not filed in a case
desk-paper-fault = the template { $file } has a fault: { $message }
desk-paper-fault-place = line { $line }, column { $column }
desk-paper-fault-file = in { $file }
desk-paper-fault-hint = { $hint }
desk-typst-unclosed = the template { $file } has a fault: a parenthesis, bracket or brace is not closed
desk-typst-unopened = the template { $file } has a fault: a parenthesis, bracket or brace is closed that was not opened
desk-typst-string = the template { $file } has a fault: a quotation mark is not closed
desk-typst-variable = the template { $file } has a fault: there is no variable “{ $subject }”
desk-typst-key = the template { $file } has a fault: there is no fact “{ $subject }”
desk-typst-font = the template { $file } has a fault: there is no font “{ $subject }”
desk-typst-no-file = the template { $file } has a fault: a file it asks for is not there
desk-typst-argument = the template { $file } has a fault: a function is given what it does not expect: { $subject }
desk-typst-expression = the template { $file } has a fault: an expression is missing
desk-typst-comma = the template { $file } has a fault: a comma is missing
desk-typst-zero = the template { $file } has a fault: it divides by zero
desk-typst-endless = the template { $file } has a fault: it repeats something without end
desk-typst-picture = { $file } is no picture that can be printed: SVG, PNG and JPEG can
desk-paper-without-pdf = this program was built without the part that prints PDF: of the papers it only gives tables, as .xlsx
desk-paper-without-pdf-hint = install the whole program (cargo install without --no-default-features), or ask for a table: ata paper schedule --out schedule.xlsx
desk-begun-before = The register was there already: { $file }
desk-not-taken = warning: { $what } was so already (“{ $kept }”) and stays so; not taken: { $option }
