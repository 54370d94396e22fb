# What went wrong

error-label = error
error-missing = 
    { $case } cannot leave its stage: { $n ->
        [one] one control point is missing
       *[other] { $n } control points are missing
    }
error-missing-session =
    { $session } cannot be closed: { $n ->
        [one] one control point is missing
       *[other] { $n } control points are missing
    }
error-missing-one = { $control }: { $meaning } → { $hint }
error-missing-waivable = { $control }: { $meaning } → { $hint } (or --waive { $control }=REASON)
error-not-waivable = the control point “{ $control }” cannot be waived at this stage
error-not-yet = { $case } is at the stage “{ $at }” and has not reached “{ $wanted }” yet
error-case-on-hold = { $case } is on hold
error-case-rejected = { $case } was rejected
error-case-merged = { $case } was merged into another case
error-case-cancelled = { $case } was cancelled
error-case-copy = { $case } is a copy of { $reference } of { $institution }: no papers or reports are issued of it here; those that were printed are in its package
error-case-closed = the file of { $case } is closed and sealed: it can no longer be changed

error-no-register = there is no register (ata.db) in { $folder } or above it
error-no-file = the register { $path } does not exist
error-file-exists = the file { $path } exists already
error-file-exists-hint = name a file that does not exist yet
error-not-a-register = { $path } is not a register of ata
error-not-a-register-hint = name the right file with --db
error-newer = the register has version { $found } and this program knows up to { $known }
error-newer-hint = update the program; the file was not touched
error-busy = another process is writing to the register
error-busy-hint = wait a moment and repeat the command; nothing was left half-done
error-read-only = the register is read-only
error-read-only-hint = check the permissions of the file and its folder
error-not-writable = { $path } is read-only
error-left = { $n ->
    [one] this file of somebody else (user no. { $owner }) keeps the register from being written: { $files }
   *[other] these files of somebody else (user no. { $owner }) keep the register from being written: { $files }
}
error-left-hint = they are empty: once nobody else has the register open, remove them (rm { $files })
error-left-changes-hint = they hold changes that are not settled yet: do not remove them; ask user { $owner } or whoever administers the machine for the right to write them
error-disk-full = the disk is full
error-disk-full-hint = free some space and repeat the command; nothing was left half-done
error-damaged = the register is damaged: { $detail }
error-damaged-hint = look with “ata check” and go back to the last copy (ata backup)
error-stored = the register holds something that cannot be read ({ $what }): { $detail }
error-sealed = the case file is closed and sealed: it can no longer be changed
error-sealed-hint = what is new goes into another case: ata need add
error-append-only = the log only takes new rows
error-database = the database refused: { $detail }
error-no-folder = { $path } cannot be written: there is no folder “{ $folder }”
error-no-place = { $path } cannot be written: the folder takes no files
error-file = { $path }: { $detail }
error-file-missing-hint = check the name, and the folder it is looked for in: a file elsewhere is named with its path
error-file-too-large = { $path } has { $size } MiB and the profile allows { $limit } MiB
error-file-too-large-hint = make the file smaller or change archive.max_file_mib in the profile (ata profile update)
error-file-empty = { $path } is empty
error-template = the text of the notice could not be composed

error-no-case = there is no case “{ $text }”
error-no-session = there is no session “{ $text }”
error-no-commitment = there is no commitment “{ $text }”
error-no-document = there is no document “{ $text }”
error-no-message = there is no message “{ $text }”
error-no-person = there is no person “{ $text }”
error-no-organisation = there is no organisation or person “{ $text }”
error-no-board-here = “{ $text }” is a board: a person or an organisation is named here (its chair, for instance)
error-no-board = there is no board “{ $text }”
error-no-import = there is no import “{ $text }”
error-no-operation = there is no operation “{ $text }”
error-no-series = there is no series “{ $text }”
error-many-case = “{ $text }” fits { $n } cases
error-many-session = “{ $text }” fits { $n } sessions
error-many-commitment = “{ $text }” fits { $n } commitments
error-many-document = “{ $text }” fits { $n } documents
error-many-message = “{ $text }” fits { $n } messages
error-many-person = “{ $text }” fits { $n } persons
error-many-organisation = “{ $text }” fits { $n } organisations
error-many-board = “{ $text }” fits { $n } boards
error-many-import = “{ $text }” fits { $n } imports
error-many-operation = “{ $text }” fits { $n } operations
error-many-series = “{ $text }” fits { $n } series
error-many-hint = type the full reference, for example { $id }
error-candidate = { $id }  { $label }

error-undo-left = operation { $op } has left the building (messages or packages): it cannot be undone
error-undo-left-hint = what was told is put right by another notice: ata schedule move or ata schedule cancel, then ata notify draft … --as change (or cancellation)
error-undo-packed-hint = the package is where it was written; what came before it is undone by its number: ata undo --op N (ata log)
error-undo-final = operation { $op } is final: it cannot be undone
error-undo-final-hint = what was done before or after it is undone by its number: ata undo --op N (ata log)
error-undo-changed = operation { $op } cannot be undone: something later changed the same or depends on it ({ $thing })
error-undo-later = operation { $op } cannot be undone: operation { $by }, later, changed the same or depends on it ({ $thing })
error-undo-told = operation { $op } cannot be undone: somebody has been told of { $session } as it is now; change it with another command and tell them again
error-undo-nothing = there is nothing to undo

error-dangling = { $link } is a link to { $target }, which does not exist
error-unsettled = { $path } is read-only and has recent changes in another file (-wal or -journal) that cannot be read like this
error-unsettled-hint = open it once where it can be written (for instance with “ata check”), or work on a copy made with “ata backup”
error-disk = the disk could not read or write ({ $detail })
error-disk-hint = check the space, the quota and the state of the disk, and repeat the command; nothing was left half-done
error-shown-hint = the command was carried out; only showing the answer failed
error-io-not-found = it does not exist
error-io-denied = permission denied
error-io-unwritable = no permission to write there
error-io-exists = it exists already
error-io-folder = it is a folder
error-io-no-folder = part of the path is not a folder
error-io-full = no space is left on the disk
error-io-quota = the disk quota is used up
error-io-too-large = the file is larger than the system allows
error-io-read-only = the disk is read-only
error-io-name = that file name cannot be used
error-no-elimination = there is no elimination list “{ $text }”
error-many-elimination = “{ $text }” names { $n } elimination lists
error-no-review = there is no row to review “{ $text }”
