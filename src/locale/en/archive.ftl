# Archive

archive-no-type = the profile “{ $profile }” does not know the document type “{ $value }”; it knows: { $known }
archive-type-meant = did you mean --type { $kind }?
archive-one-title = --title goes with a single file

archive-sheet = Control sheet of the case file
archive-provisional = The case is open: folio numbers are provisional until it is closed.
archive-no-documents = The case file holds no documents.
archive-total = 
    { $folios ->
        [one] 1 folio
       *[other] { $folios } folios
    } in { $folders ->
        [one] 1 folder
       *[other] { $folders } folders
    }
archive-origin = electronic
archive-written = File written: { $file }
archive-no-form = this command does not write { $form } files
archive-no-rows = “{ $file }”: an inventory is written as .csv, .xlsx or .pdf

archive-closed = Case closed and sealed: { $folios ->
        [one] 1 folio
       *[other] { $folios } folios
    } in { $folders ->
        [one] 1 folder
       *[other] { $folders } folders
    }
archive-uncalled = 
    { $n ->
        [one] One notice that waited for a call or a letter was cancelled
       *[other] { $n } notices that waited for a call or a letter were cancelled
    }: ata notify outbox { $case }
archive-pending = { $case } cannot be closed: { $n ->
        [one] one message is still to be sent or cleared up
       *[other] { $n } messages are still to be sent or cleared up
    }

archive-not-closed = { $case } is not closed: only a closed case is packaged
archive-packaged = Package: { $package } ({ $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes } bytes)
archive-seal-broken = the content of { $case } no longer fits its seal
archive-unreadable = the document { $path } could not be read: { $detail }
archive-altered = the document { $path } is not the one that was attached: its hash differs
archive-damaged = { $path } holds this package already, but damaged
archive-exists = { $path } exists and is something else
archive-exists-hint = name another folder with --out, or remove what is there
archive-foreign = { $path } is not a half-written package
archive-busy = another process is writing { $path }
archive-not-a-package = { $path } is no package: a folder, a ZIP or a tar is expected
archive-not-a-bag = { $path } is not a BagIt package
archive-compressed = { $path } is compressed: unpack it first
archive-failed = the package could not be made: { $detail }

archive-valid = { $package }: intact ({ $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes } bytes)
archive-invalid = { $package }: { $problems ->
        [one] one problem
       *[other] { $problems } problems
    }
archive-problem-missing = missing
archive-problem-unlisted = not listed in the manifest
archive-problem-changed = the content is not what was sealed
archive-problem-length = the size is not the one declared
archive-problem-unreadable = could not be read to its end
archive-problem-bad-path = the path is not acceptable
archive-path-empty = it is empty
archive-path-absolute = it begins at the root
archive-path-dots = it leaves its folder
archive-path-backslash = it has a backslash
archive-path-control = it has a control character
archive-path-trailing = it ends in a blank or a dot
archive-path-outside = it is out of its place
archive-path-not-unicode = it is not Unicode
archive-problem-not-a-file = not a file
archive-problem-collision = some systems take it for another file
archive-problem-oxum = the number of bytes and files is not the one declared
archive-problem-fetch = not fetched yet
archive-problem-repeated = listed more than once
archive-problem-malformed = line { $line } not recognised
archive-problem-encoding = not in UTF-8 without a byte order mark (BOM)
archive-problem-undeclared = does not declare the encoding UTF-8
archive-problem-version = the version of BagIt is not known
archive-problem-too-large = too large
archive-problem-unproven = no manifest proves the content
archive-problem-inconsistent = the ZIP or tar contradicts itself
archive-problem-not-checked = remark: this algorithm is not checked here
archive-problem-uncovered = remark: no manifest covers it
archive-problem-bad-zip = the ZIP is damaged
archive-problem-bad-tar = the tar is damaged
archive-problem-compressed = is compressed: unpack it first
archive-problem-not-a-package = no package: a folder, a ZIP or a tar is expected
archive-problem-not-a-bag = not a BagIt package

archive-nothing-due = No closed case file has come to the end of its years.
archive-not-approved = Some series are not approved: nothing may be disposed of by them (ata archive series import FILE --source ACT).
archive-no-series = There is no records schedule: ata archive series import FILE
archive-series-column = { $file } has no column “{ $column }”
archive-series-columns = columns: code, series, subseries, types, office_years, central_years, disposal, procedure, source

archive-no-files = There are no classified case files that fit.
archive-inventory-no-primary-transfer = There is nothing to transfer: no closed case file has spent its years in the office's archive (ata archive due).
archive-inventory-no-secondary-transfer = There is nothing to transfer: no closed case file that is kept has spent its years in the central archive (ata archive due).
archive-inventory-held = { $n ->
    [one] Left out: { $cases } is under legal hold.
   *[other] Left out: { $cases } are under legal hold.
}
archive-inventory-copies = { $n ->
    [one] Left out: { $cases } is a copy that was received, and whoever produced it lists it.
   *[other] Left out: { $cases } are copies that were received, and whoever produced them lists them.
}
archive-fuid-form = Inventory of case files (FUID)
archive-fuid-sender = Sending body
archive-fuid-producer = Producing body
archive-fuid-unit = Administrative unit
archive-fuid-office = Producing office
archive-fuid-purpose = Purpose
archive-fuid-purpose-office = Inventory of the office's archive
archive-fuid-date = Date
archive-fuid-n = Order number
archive-fuid-code = Code
archive-fuid-name = Series, subseries or subject
archive-fuid-from = First date
archive-fuid-to = Last date
archive-fuid-box = Box
archive-fuid-folder = Folder
archive-fuid-tome = Volume
archive-fuid-other = Other
archive-fuid-folios = Number of folios
archive-fuid-support = Medium
archive-fuid-use = Frequency of use
archive-fuid-notes = Notes
archive-fuid-of = of
archive-fuid-electronic = Electronic
archive-fuid-open = case still open
archive-fuid-range = folios { $from } to { $to }
archive-fuid-made = Prepared by
archive-fuid-handed = Handed over by
archive-fuid-received = Received by
archive-fuid-post = Post
archive-fuid-signature = Signature
archive-no-rule = no rule of the profile says which series { $case } belongs to
archive-due-held = { $what } — suspended by a legal hold: { $reason }
archive-no-holds = No case file is under a legal hold.
archive-elimination-title = List of case files proposed for elimination
archive-elimination-none = No case file meets the conditions for its elimination to be proposed.
archive-elimination-no-lists = There are no elimination lists.
archive-elimination-nothing-removed = The program removes nothing: the list goes to the archive committee.
archive-elimination-future = nothing is proposed for elimination before its years are over
archive-elimination-barred = { $n ->
        [one] one case file cannot be proposed for elimination
       *[other] { $n } case files cannot be proposed for elimination
    }
archive-elimination-held = the list cannot be approved: { $n ->
        [one] one case file is under a legal hold
       *[other] { $n } case files are under a legal hold
    }
archive-elimination-approved = { $list } has been approved already
archive-elimination-withdrawn = { $list } has been withdrawn
archive-elimination-before = { $list } is of files whose years were over by { $on }: it is not approved on an earlier day
archive-elimination-not-taken = warning: { $list } was decided already and stays as it is; not taken: { $options }
archive-not-taken = warning: { $document } was in the case file already and stays as it is; not taken: { $options } (ata archive edit { $document } …)
archive-hold-not-taken = warning: { $case } was under legal hold already and stays so for its first reason; not taken: { $options }
archive-barrier-copy = { $case }: it is a copy that was received; whoever produced it decides
archive-barrier-not-closed = { $case }: the case file is not closed
archive-barrier-unclassified = { $case }: it is not classified by the records schedule
archive-barrier-disposal = { $case }: its disposal is another: { $disposal }
archive-barrier-not-approved = { $case }: series { $series } is not approved in the records schedule
archive-barrier-not-due = { $case }: it is kept until { $until }
archive-barrier-held = { $case }: legal hold: { $reason }
archive-barrier-listed = { $case }: it is on list { $list } already
archive-review-unfoliated = Without a number of folios: { $documents }
archive-review-unexpected = Of a type that the procedure does not name: { $documents }
archive-review-ready = The case file is complete: ata archive close { $case }
archive-review-lacks = Before the case file can be closed, { $n ->
        [one] one control point is missing
       *[other] { $n } control points are missing
    }:
archive-received = Copy of { $reference } of { $institution }
archive-not-whole = { $package } is not whole: { $n ->
        [one] one problem
       *[other] { $n } problems
    }
archive-not-ours = { $package } is no case file packaged by ata
archive-not-ours-hint = ata archive verify checks it; its files are added with ata archive attach
archive-newer = { $package } was made by a newer version
archive-log-broken = the chain of the log in { $package } is broken
archive-contradicted = { $package }: { $name } does not say what the sealed rows say; it is not taken in
archive-unfit = { $package }: the content is not that of a case file: { $name }
archive-other-seal = { $case } is here already with another seal than that of { $package }
archive-fuid-volume = Volume
archive-fuid-series = Series and subseries
archive-fuid-series-name = Series
archive-fuid-subseries = Subseries
archive-fuid-case = Case file
archive-fuid-file = Case file
archive-fuid-code-office = Office
archive-fuid-code-series = Series
archive-fuid-code-subseries = Subseries
archive-fuid-folio-from = First folio
archive-fuid-folio-to = Last folio
archive-fuid-format = Format
archive-fuid-class = Class of information
archive-fuid-approved = Approved by
archive-fuid-entry = Entry
archive-fuid-entry-year = Year
archive-fuid-entry-month = Month
archive-fuid-entry-day = Day
archive-fuid-entry-number = Transfer no.
archive-fuid-purpose-central = Inventory of the central archive
archive-fuid-purpose-primary-transfer = Primary transfer
archive-fuid-purpose-secondary-transfer = Secondary transfer
archive-fuid-purpose-accumulated = Appraisal of accumulated holdings
archive-fuid-purpose-merger = Merger or closing of bodies or offices
archive-fuid-purpose-individual = Individual inventory
archive-fuid-purpose-elimination = Elimination of documents
archive-no-transfer = the number of a transfer goes with transfers only
archive-no-layout = there is no inventory layout “{ $name }”; there are: { $known }, or a .toml file
archive-layout-syntax = { $file }, line { $line }, column { $column }: { $detail }
archive-layout-value = { $file }: “{ $value }” is nothing an inventory holds; it holds: { $known }
archive-layout-untitled = { $file }: what is left blank (empty) needs a title
archive-layout-empty = { $file } has no columns
archive-fuid-title = Title of the case file
archive-review-closed = The case file is closed.
archive-fuid-group-dates = Dates
archive-fuid-group-dates-from = First
archive-fuid-group-dates-to = Last
archive-fuid-group-unit = Unit
archive-fuid-place = Place
archive-fuid-day = Date
archive-packaged-without-papers = this program was built without the part that prints PDF: the package goes without the printed papers
archive-kept-until = Office archive until { $office }; central archive until { $central }; then: { $disposal }
