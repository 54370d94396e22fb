-- The register of a body's technical assistance: the whole database as of today.
--
-- How to read it. A *case* walks eight stages (need → plan → schedule → notify → run → evaluate →
-- followup → archive). It has *sessions* (dated events); people are *invited* to a session, told by
-- *messages*, and their *attendance* is noted; a session leaves *minutes*, *commitments* and
-- anonymous *responses*; everything on paper is a *document* whose bytes are a *blob*. What the body's
-- procedure demands is its *profile*. Each command that writes leaves one *operation* in the log.
--
-- Conventions. Instants are UTC text `2026-03-04T14:00:00Z`; days are text `2026-03-04`; money is in
-- hundredths of the country's unit; lists of plain text are JSON arrays; `fold` columns hold the text
-- without accents and case, for searching. Ids are never given twice. Codes and document numbers
-- are text, because their leading zeros count.

-- ── The desk ────────────────────────────────────────────────────────────────────────────────────

-- Who keeps this register. One row, written by `ata init`.
CREATE TABLE desk (
    id          INTEGER NOT NULL PRIMARY KEY CONSTRAINT desk_is_one CHECK (id = 1),
    instance    TEXT    NOT NULL,           -- random; tells two registers apart
    institution TEXT    NOT NULL,
    language    TEXT    NOT NULL CONSTRAINT desk_language CHECK (language IN ('es', 'pt', 'en')),
    zone        TEXT    NOT NULL,           -- IANA name
    country     TEXT    NOT NULL,           -- CO, PE, PY, BR
    prefix      TEXT    NOT NULL,           -- AT in AT-2026-0001
    profile_id  INTEGER NOT NULL REFERENCES profile (id)
) STRICT;

-- The procedure as data; every version that was ever in force stays.
CREATE TABLE profile (
    id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    source   TEXT    NOT NULL,              -- the TOML text as given
    compiled TEXT    NOT NULL,              -- the same as JSON, quick to read
    sha256   TEXT    NOT NULL CONSTRAINT profile_once UNIQUE,
    since    TEXT    NOT NULL
) STRICT;

-- Consecutive numbers. Outside `undo`: a number once given stays given.
CREATE TABLE counter (
    name  TEXT    NOT NULL PRIMARY KEY,     -- 'case:2026'
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a decree, a court or the body itself changes in the holidays that the country's laws give (those are rules of the
-- program). A day that was moved is two rows: the day of the law removed, another one added. What is said last of a day
-- counts.
CREATE TABLE holiday (
    day       TEXT    NOT NULL,             -- empty: every year
    key       TEXT    NOT NULL DEFAULT '',  -- of a holiday by law that is left out every year: 'chiquinquira'
    kind      TEXT    NOT NULL CONSTRAINT holiday_kind CHECK (kind IN ('added', 'removed', 'without')),
    name      TEXT    NOT NULL DEFAULT '',  -- what an added day is called
    source    TEXT    NOT NULL DEFAULT '',  -- the decree, the ruling
    import_id INTEGER          REFERENCES import (id),
    PRIMARY KEY (day, key),
    CONSTRAINT holiday_is_one CHECK ((kind = 'without') = (day = '') AND (day = '') <> (key = ''))
) STRICT, WITHOUT ROWID;

-- ── Who ─────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE organisation (
    id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code      TEXT             CONSTRAINT organisation_code UNIQUE,
    name      TEXT    NOT NULL,
    fold      TEXT    NOT NULL,
    kind      TEXT    NOT NULL CONSTRAINT organisation_kind CHECK (kind IN
              ('secretariat', 'direction', 'group', 'municipality', 'institution', 'board', 'partner', 'other')),
    parent_id INTEGER          REFERENCES organisation (id),
    territory TEXT    NOT NULL DEFAULT '',  -- DIVIPOLA, UBIGEO, INE or IBGE code
    email     TEXT    NOT NULL DEFAULT '',
    head_id   INTEGER          REFERENCES person (id),  -- who is told when a need is referred here
    import_id INTEGER          REFERENCES import (id)
) STRICT;
CREATE UNIQUE INDEX organisation_name ON organisation (fold, coalesce(parent_id, 0));

CREATE TABLE person (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL,
    fold         TEXT    NOT NULL,          -- searching
    match_key    TEXT    NOT NULL,          -- recognising: folded, without particles, words in order
    doc_kind     TEXT    NOT NULL DEFAULT '',
    doc_number   TEXT    NOT NULL DEFAULT '',
    email        TEXT    NOT NULL DEFAULT '',  -- lower case; an office's address may serve several people
    phone        TEXT    NOT NULL DEFAULT '',
    post         TEXT    NOT NULL DEFAULT '',
    organisation_id INTEGER      REFERENCES organisation (id),
    territory    TEXT    NOT NULL DEFAULT '',
    role         TEXT    NOT NULL DEFAULT 'contact' CONSTRAINT person_role CHECK (role IN ('staff', 'contact')),
    merged_into  INTEGER          REFERENCES person (id),  -- the same human being, kept under that number
    import_id    INTEGER          REFERENCES import (id),
    CONSTRAINT person_document CHECK ((doc_kind = '') = (doc_number = ''))
) STRICT;
CREATE UNIQUE INDEX person_document ON person (doc_number, doc_kind) WHERE doc_number <> '' AND merged_into IS NULL;
CREATE INDEX person_email ON person (email) WHERE email <> '';
CREATE INDEX person_match ON person (match_key);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

-- Two registrations that somebody looked at and found to be two human beings: they are not proposed again. That two are one
-- is said by `person.merged_into`.
CREATE TABLE person_pair (
    a_id   INTEGER NOT NULL REFERENCES person (id),  -- the lower number
    b_id   INTEGER NOT NULL REFERENCES person (id),
    on_day TEXT    NOT NULL,
    by     TEXT    NOT NULL,
    PRIMARY KEY (a_id, b_id),
    CONSTRAINT person_pair_order CHECK (a_id < b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_pair_other ON person_pair (b_id);

-- A standing group (mesa técnica, espacio) and who sits on it.
CREATE TABLE board (
    id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name     TEXT    NOT NULL,
    fold     TEXT    NOT NULL CONSTRAINT board_name UNIQUE,
    chair_id INTEGER          REFERENCES person (id)
) STRICT;

CREATE TABLE board_member (
    board_id  INTEGER NOT NULL REFERENCES board (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (board_id, person_id)
) STRICT, WITHOUT ROWID;

-- ── The case ────────────────────────────────────────────────────────────────────────────────────
-- Plural only because CASE is a word of SQL.

CREATE TABLE cases (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    year        INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    fold        TEXT    NOT NULL,
    description TEXT    NOT NULL DEFAULT '',
    stage       TEXT    NOT NULL DEFAULT 'need' CONSTRAINT case_stage CHECK (stage IN
                ('need', 'plan', 'schedule', 'notify', 'run', 'evaluate', 'followup', 'archive')),
    state       TEXT    NOT NULL DEFAULT 'open' CONSTRAINT case_state CHECK (state IN
                ('open', 'on_hold', 'rejected', 'merged', 'cancelled', 'closed')),
    state_reason TEXT   NOT NULL DEFAULT '',
    origin      TEXT    NOT NULL CONSTRAINT case_origin CHECK (origin IN
                ('request', 'guideline', 'oversight', 'evaluation', 'followup', 'self-assessment', 'detection', 'other')),
    channel     TEXT    NOT NULL DEFAULT '',
    received    TEXT    NOT NULL,           -- day
    due         TEXT    NOT NULL DEFAULT '',
    topic       TEXT    NOT NULL DEFAULT '',
    reference   TEXT    NOT NULL DEFAULT '',-- the requester's own number (radicado)
    group_id    INTEGER          REFERENCES organisation (id),  -- the group that answers for it
    severity    INTEGER          CONSTRAINT case_severity CHECK (severity BETWEEN 1 AND 5),
    reach       INTEGER          CONSTRAINT case_reach CHECK (reach BETWEEN 1 AND 5),
    urgency     INTEGER          CONSTRAINT case_urgency CHECK (urgency BETWEEN 1 AND 5),
    mandated    INTEGER NOT NULL DEFAULT 0 CONSTRAINT case_mandated CHECK (mandated IN (0, 1)),
    parent_id   INTEGER          REFERENCES cases (id),  -- the case it was raised or referred from
    merged_into INTEGER          REFERENCES cases (id),
    series_code TEXT             REFERENCES series (code),
    profile_id  INTEGER NOT NULL REFERENCES profile (id),
    opened_at   TEXT    NOT NULL,
    closed_at   TEXT    NOT NULL DEFAULT '',
    ended_on    TEXT    NOT NULL DEFAULT '',-- day on which it was rejected, merged or cancelled
    seal        TEXT    NOT NULL DEFAULT '',-- SHA-256 of the case's content when it was closed
    import_id   INTEGER          REFERENCES import (id),
    CONSTRAINT case_number UNIQUE (year, number)
) STRICT;
CREATE INDEX case_stage ON cases (stage, state, received);
CREATE INDEX case_fold ON cases (fold);  -- is a need of a list there already?
CREATE INDEX case_group ON cases (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX case_parent ON cases (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX case_import ON cases (import_id) WHERE import_id IS NOT NULL;

-- Who asked for it, for whom it is, and who helps to give it: an organisation or a person each.
CREATE TABLE party (
    case_id         INTEGER NOT NULL REFERENCES cases (id),
    role            TEXT    NOT NULL CONSTRAINT party_role CHECK (role IN ('requester', 'beneficiary', 'articulated')),
    position        INTEGER NOT NULL,
    organisation_id INTEGER          REFERENCES organisation (id),
    person_id       INTEGER          REFERENCES person (id),
    PRIMARY KEY (case_id, role, position),
    CONSTRAINT party_is_one CHECK ((organisation_id IS NULL) <> (person_id IS NULL))
) STRICT, WITHOUT ROWID;

-- How the case left each stage, and which control points were waived on the way.
CREATE TABLE passage (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    stage   TEXT    NOT NULL,
    outcome TEXT    NOT NULL CONSTRAINT passage_outcome CHECK (outcome IN ('closed', 'skipped', 'bypassed')),
    on_day  TEXT    NOT NULL,
    by      TEXT    NOT NULL,
    reason  TEXT    NOT NULL DEFAULT '',
    waived  TEXT    NOT NULL DEFAULT '{}',  -- JSON: control point → reason
    PRIMARY KEY (case_id, stage)
) STRICT, WITHOUT ROWID;

-- The technical-assistance plan of a case.
CREATE TABLE plan (
    case_id     INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
    activity    TEXT    NOT NULL DEFAULT '',
    objective   TEXT    NOT NULL DEFAULT '',
    audience    TEXT    NOT NULL DEFAULT '',
    expected    INTEGER          CONSTRAINT plan_expected CHECK (expected >= 0),
    products    TEXT    NOT NULL DEFAULT '[]',
    resources   TEXT    NOT NULL DEFAULT '[]',
    cost        INTEGER          CONSTRAINT plan_cost CHECK (cost >= 0),  -- hundredths
    external    TEXT    NOT NULL DEFAULT '',  -- why services must be contracted
    contract_reference TEXT NOT NULL DEFAULT '',
    approved_by INTEGER          REFERENCES person (id),
    approved_on TEXT    NOT NULL DEFAULT ''
) STRICT;

-- ── Sessions ────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE session (
    id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id       INTEGER NOT NULL REFERENCES cases (id),
    number        INTEGER NOT NULL,         -- 2 in AT-2026-0001-S2
    state         TEXT    NOT NULL DEFAULT 'scheduled' CONSTRAINT session_state CHECK (state IN
                  ('scheduled', 'moved', 'held', 'cancelled')),
    start_at      TEXT    NOT NULL,
    end_at        TEXT    NOT NULL,
    zone          TEXT    NOT NULL,
    modality      TEXT    NOT NULL DEFAULT 'in-person' CONSTRAINT session_modality CHECK (modality IN
                  ('in-person', 'virtual', 'mixed')),
    place         TEXT    NOT NULL DEFAULT '',
    place_fold    TEXT    NOT NULL DEFAULT '',
    link          TEXT    NOT NULL DEFAULT '',
    agenda        TEXT    NOT NULL DEFAULT '[]',  -- JSON: [{"time","topic","who"}]
    capacity      INTEGER          CONSTRAINT session_capacity CHECK (capacity > 0),
    extraordinary TEXT    NOT NULL DEFAULT '',    -- why it is held outside the rules of notice
    conflict_reason TEXT  NOT NULL DEFAULT '',    -- why a clash of facilitator or place was accepted
    uid           TEXT    NOT NULL CONSTRAINT session_uid UNIQUE,  -- of its calendar entry
    sequence      INTEGER NOT NULL DEFAULT 0,     -- of its calendar entry (RFC 5546): +1 with each change that matters
    CONSTRAINT session_number UNIQUE (case_id, number),
    CONSTRAINT session_order CHECK (end_at > start_at)
) STRICT;
CREATE INDEX session_start ON session (start_at);
CREATE INDEX session_end ON session (state, end_at);
CREATE INDEX session_place ON session (place_fold, end_at) WHERE place_fold <> '';  -- what ends later is little, what began earlier is all

CREATE TABLE facilitator (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX facilitator_person ON facilitator (person_id);

-- Who is invited, one row each. An organisation was resolved into the persons registered under it,
-- a board into its members; an organisation without persons is invited itself.
CREATE TABLE invitation (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    session_id      INTEGER NOT NULL REFERENCES session (id),
    person_id       INTEGER          REFERENCES person (id),
    organisation_id INTEGER          REFERENCES organisation (id),
    via             TEXT    NOT NULL DEFAULT '',  -- O-4 or board:NAME, when not invited by name
    withdrawn       INTEGER NOT NULL DEFAULT 0 CONSTRAINT invitation_withdrawn CHECK (withdrawn IN (0, 1)),
    CONSTRAINT invitation_is_one CHECK ((organisation_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX invitation_once ON invitation (session_id, coalesce(person_id, 0), coalesce(organisation_id, 0));
CREATE INDEX invitation_person ON invitation (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE logistics (
    session_id INTEGER NOT NULL REFERENCES session (id),
    item       TEXT    NOT NULL,
    fold       TEXT    NOT NULL,
    person_id  INTEGER          REFERENCES person (id),
    done       INTEGER NOT NULL DEFAULT 0 CONSTRAINT logistics_done CHECK (done IN (0, 1)),
    PRIMARY KEY (session_id, fold)
) STRICT, WITHOUT ROWID;

-- The number that the minutes of a session bear, consecutive for each body and year; a case that came from another register
-- keeps the one it had there.
CREATE TABLE minutes (
    session_id      INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
    organisation_id INTEGER          REFERENCES organisation (id),  -- the group; none: the institution
    year            INTEGER NOT NULL,
    number          TEXT    NOT NULL CONSTRAINT minutes_number CHECK (number <> '')  -- 7; or in the body's own way: 12-B
) STRICT;
CREATE INDEX minutes_year ON minutes (year, number);

-- What became of a session's date and place: nothing is overwritten without a trace.
CREATE TABLE session_change (
    session_id INTEGER NOT NULL REFERENCES session (id),
    sequence   INTEGER NOT NULL,            -- the sequence the change led to
    kind       TEXT    NOT NULL CONSTRAINT session_change_kind CHECK (kind IN ('moved', 'edited', 'cancelled')),
    on_day     TEXT    NOT NULL,
    reason     TEXT    NOT NULL DEFAULT '',
    start_at   TEXT    NOT NULL,            -- as it was before
    end_at     TEXT    NOT NULL,
    modality   TEXT    NOT NULL,
    place      TEXT    NOT NULL,
    link       TEXT    NOT NULL,
    PRIMARY KEY (session_id, sequence)
) STRICT, WITHOUT ROWID;

-- ── What people are told ────────────────────────────────────────────────────────────────────────

-- One message to one person (or one organisation) about one session at one state of it. The key makes it
-- impossible to tell the same thing twice. The text is kept as composed.
CREATE TABLE message (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key             TEXT    NOT NULL CONSTRAINT message_once UNIQUE,
    kind            TEXT    NOT NULL CONSTRAINT message_kind CHECK (kind IN
                    ('convocation', 'letter', 'circular', 'change', 'cancellation', 'newsletter', 'referral', 'reminder')),
    case_id         INTEGER NOT NULL REFERENCES cases (id),
    session_id      INTEGER          REFERENCES session (id),
    sequence        INTEGER NOT NULL DEFAULT 0,  -- of the session, when the message was composed
    person_id       INTEGER          REFERENCES person (id),
    organisation_id INTEGER          REFERENCES organisation (id),
    name            TEXT    NOT NULL,
    address         TEXT    NOT NULL DEFAULT '',
    channel         TEXT    NOT NULL CONSTRAINT message_channel CHECK (channel IN ('email', 'phone', 'letter')),
    -- Not IN, here and where else ten thousand are sent: of more than two values SQLite makes a table each time.
    state           TEXT    NOT NULL DEFAULT 'queued' CONSTRAINT message_state CHECK (state = 'queued' OR state = 'sending'
                    OR state = 'sent' OR state = 'failed' OR state = 'uncertain' OR state = 'cancelled'),
    language        TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    body            TEXT    NOT NULL,
    html            TEXT    NOT NULL DEFAULT '', -- when the institution has its own page for this kind; else made from the text
    ics             TEXT    NOT NULL DEFAULT '',
    message_id      TEXT    NOT NULL,            -- RFC 5322, fixed when queued
    signed_by       INTEGER          REFERENCES person (id),
    referred_by     INTEGER          REFERENCES organisation (id), -- of a referral: the group it comes from; the case has another by then
    queued_at       TEXT    NOT NULL,
    due             TEXT    NOT NULL DEFAULT '', -- instant before which it is not sent: the next try after «not now»
    sent_at         TEXT    NOT NULL DEFAULT '',
    reference       TEXT    NOT NULL DEFAULT '', -- radicado of a handed letter
    attempts        INTEGER NOT NULL DEFAULT 0,
    error           TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX message_case ON message (case_id);
CREATE INDEX message_person ON message (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX message_session ON message (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX message_name ON message (message_id);  -- what comes back names it
CREATE INDEX message_state ON message (state);      -- what waits is little, what was sent is all

-- Each try to deliver a message: an e-mail handed over, a call made, a letter delivered. 'later' is a refusal for now, after
-- which it is tried again; 'returned' says that it was taken in hand and given back before anything could have left.
CREATE TABLE attempt (
    message_id INTEGER NOT NULL REFERENCES message (id),
    number     INTEGER NOT NULL,
    at         TEXT    NOT NULL,
    channel    TEXT    NOT NULL,
    outcome    TEXT    NOT NULL CONSTRAINT attempt_outcome CHECK (outcome = 'sending' OR outcome = 'sent' OR outcome = 'failed'
               OR outcome = 'later' OR outcome = 'returned' OR outcome = 'uncertain' OR outcome = 'reached'
               OR outcome = 'no-answer' OR outcome = 'wrong-number' OR outcome = 'handed'),
    detail     TEXT    NOT NULL DEFAULT '',  -- the way it went and the server's words; what was said on the telephone
    run        TEXT    NOT NULL DEFAULT '',  -- of the program, while it has the message in hand: names its journal beside the register
    sha256     TEXT    NOT NULL DEFAULT '',  -- of the e-mail as it was handed over
    PRIMARY KEY (message_id, number)
) STRICT, WITHOUT ROWID;

-- How e-mail leaves when a command does not say it. One row, once somebody has said so. No password: that stays outside.
CREATE TABLE mail_way (
    id         INTEGER NOT NULL PRIMARY KEY CONSTRAINT mail_way_is_one CHECK (id = 1),
    way        TEXT    NOT NULL,            -- maildir:DIR, smtp://…, smtps://…, sendmail
    sender     TEXT    NOT NULL DEFAULT '', -- address to come from when neither signatory nor group has one
    per_minute INTEGER          CONSTRAINT mail_way_pace CHECK (per_minute > 0)
) STRICT;

-- Which copy of this register sends e-mail. One row, from the first sending on. The same token stands in a file beside the register
-- that no copy takes along, together with the last operation that sent: so a copy, and a backup put back, are known for
-- what they are, and do not tell people a second time what another file has told them.
CREATE TABLE sending_copy (
    id    INTEGER NOT NULL PRIMARY KEY CONSTRAINT sending_copy_is_one CHECK (id = 1),
    token TEXT    NOT NULL,
    place TEXT    NOT NULL,                 -- where it was, for people
    since TEXT    NOT NULL
) STRICT;

-- An institution's own wording in place of what comes with the program: mail/convocation, mail/page.html, paper/….
CREATE TABLE template (
    name     TEXT NOT NULL,
    language TEXT NOT NULL CONSTRAINT template_language CHECK (language IN ('es', 'pt', 'en')),
    version  INTEGER NOT NULL,              -- counts what was put in place of it, and is never given twice
    source   TEXT NOT NULL,
    since    TEXT NOT NULL,
    PRIMARY KEY (name, language)
) STRICT, WITHOUT ROWID;

-- What somebody answers to an invitation by their calendar program (RFC 5546, REPLY). Every answer is kept, each once
-- however often the mailbox is read; of one person's the one counts that answers the newest invitation, and of these
-- the latest.
CREATE TABLE reply (
    source          TEXT    NOT NULL,       -- Message-ID of the mail that says it; its SHA-256 where it has none
    session_id      INTEGER NOT NULL REFERENCES session (id),
    person_id       INTEGER          REFERENCES person (id),
    organisation_id INTEGER          REFERENCES organisation (id),
    answer          TEXT    NOT NULL CONSTRAINT reply_answer CHECK (answer IN ('accepted', 'declined', 'tentative', 'delegated')),
    sequence        INTEGER NOT NULL,       -- of the calendar entry that is answered
    at              TEXT    NOT NULL,       -- when they answered
    read_at         TEXT    NOT NULL,       -- when it was read here
    sender          TEXT    NOT NULL DEFAULT '',  -- where it came from, when that is another address than theirs
    delegate        TEXT    NOT NULL DEFAULT '',  -- address of who comes instead
    comment         TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (source, session_id),
    CONSTRAINT reply_is_one CHECK ((organisation_id IS NULL) <> (person_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_session ON reply (session_id);
CREATE INDEX reply_person ON reply (person_id) WHERE person_id IS NOT NULL;

-- A report that a message could not be delivered (RFC 3464). Only one that names our Message-ID gets here.
CREATE TABLE bounce (
    source     TEXT    NOT NULL,            -- as in reply
    message_id INTEGER NOT NULL REFERENCES message (id),
    read_at    TEXT    NOT NULL,
    status     TEXT    NOT NULL DEFAULT '', -- 5.1.1
    diagnostic TEXT    NOT NULL DEFAULT '', -- the words of the server that refused
    PRIMARY KEY (source, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bounce_message ON bounce (message_id);

-- What somebody was reminded of. The key holds rule, object, day and recipient, so that a hundred runs are one
-- reminder. All that one person is reminded of at a time goes in one message, which may be filed under another case: these
-- rows are the memory of the reminding, not part of a case's file.
CREATE TABLE reminder (
    key           TEXT    NOT NULL PRIMARY KEY,  -- commitment_due:AT-2026-0001-C3:2026-03-05:P-9
    rule          TEXT    NOT NULL,
    case_id       INTEGER NOT NULL REFERENCES cases (id),
    session_id    INTEGER          REFERENCES session (id),
    commitment_id INTEGER          REFERENCES commitment (id),
    due_on        TEXT    NOT NULL,         -- the day on which it should be said
    message_id    INTEGER NOT NULL REFERENCES message (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_case ON reminder (case_id);
CREATE INDEX reminder_message ON reminder (message_id);

-- ── What happened ───────────────────────────────────────────────────────────────────────────────

CREATE TABLE attendance (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    -- Not IN: of more than two values SQLite makes a table each time, and these rows come by the hundred thousand.
    status     TEXT    NOT NULL CONSTRAINT attendance_status CHECK
               (status = 'present' OR status = 'absent' OR status = 'excused' OR status = 'late'),
    minutes    INTEGER          CONSTRAINT attendance_minutes CHECK (minutes >= 0),
    role       TEXT    NOT NULL DEFAULT '',
    import_id  INTEGER          REFERENCES import (id),  -- none: marked by hand
    spans      TEXT,                        -- JSON, [[from, to], …] in seconds, local: the stays, where a list says them to the minute
    PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (person_id);

-- What each file said of somebody whom two or more files name in a session. Taken together in the order of the files they give the row
-- of the attendance, so any of them can be taken back. Of a file whose row stands as it noted it there is none.
CREATE TABLE attendance_said (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    import_id  INTEGER NOT NULL REFERENCES import (id),
    said       TEXT    NOT NULL,            -- JSON: status, arrival, minutes, stays, role, and the rows as numbers
    PRIMARY KEY (session_id, person_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_said_person ON attendance_said (person_id);
CREATE INDEX attendance_said_import ON attendance_said (import_id);

-- The same of the record of a person: what each file said, row by row, of somebody who came with another file or of whom it told more
-- than was known.
CREATE TABLE person_said (
    person_id INTEGER NOT NULL REFERENCES person (id),
    import_id INTEGER NOT NULL REFERENCES import (id),
    line      INTEGER NOT NULL,             -- 0: the record as this file made it, or as it stood by hand before this file
    said      TEXT    NOT NULL,             -- JSON
    PRIMARY KEY (person_id, import_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_said_import ON person_said (import_id);

-- What people said of themselves on a list, by their own choice, for the differential approach (enfoque diferencial): sex, gender,
-- ethnicity, disability, victim of the armed conflict, age band. Sensitive by law (Ley 1581 de 2012, art. 5; Lei 13.709/2018,
-- art. 5 II), so it stands apart from the person and the attendance. This row says who answered, in which session, on which list, and
-- under which version of the legal notice; what was answered is in `differential_answer`. What a later list says stands before
-- what an earlier one said; what it does not say stays.
CREATE TABLE differential (
    session_id INTEGER NOT NULL REFERENCES session (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    answer_id  INTEGER NOT NULL REFERENCES differential_answer (id),
    profile_id INTEGER NOT NULL REFERENCES profile (id),  -- whose notice it was
    notice     TEXT    NOT NULL,            -- version of the notice
    import_id  INTEGER NOT NULL REFERENCES import (id),
    PRIMARY KEY (session_id, person_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX differential_person ON differential (person_id);
CREATE INDEX differential_answered ON differential (answer_id);
CREATE INDEX differential_import ON differential (import_id);

-- The answers: keys of the profile's categories, several of `disability` joined by ';', 'undisclosed' for who would rather not
-- say, empty for what was not asked or not answered. They stand nowhere else, neither in the log nor in the result of an import:
-- what is emptied here is forgotten everywhere.
CREATE TABLE differential_answer (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    sex          TEXT    NOT NULL DEFAULT '',
    gender       TEXT    NOT NULL DEFAULT '',
    ethnicity    TEXT    NOT NULL DEFAULT '',
    disability   TEXT    NOT NULL DEFAULT '',
    victim       TEXT    NOT NULL DEFAULT '',
    age_band     TEXT    NOT NULL DEFAULT '',
    forgotten_at TEXT    NOT NULL DEFAULT ''  -- when it was emptied at the person's request
) STRICT;

-- One file taken in. The same bytes for the same place are taken in once.
CREATE TABLE import (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL CONSTRAINT import_kind CHECK (kind IN ('attendance', 'survey', 'person', 'organisation', 'need', 'series', 'case', 'holiday')),
    session_id INTEGER          REFERENCES session (id),
    file       TEXT    NOT NULL,
    sha256     TEXT    NOT NULL,
    source     TEXT    NOT NULL,            -- canonical, teams-report, …
    at         TEXT    NOT NULL,
    op         INTEGER NOT NULL DEFAULT 0,  -- the operation that took it in
    result     TEXT    NOT NULL             -- JSON: the counts and rejects, as they were shown
) STRICT;
CREATE INDEX import_file ON import (kind, sha256);

-- What each row of a file said, as numbers that tell nothing (eight bytes a row, or sixteen where the row says whom it is about), so
-- that a row that comes again in a longer or a corrected file is known. Outside `undo`: without its import it means nothing.
CREATE TABLE import_print (
    import_id INTEGER NOT NULL PRIMARY KEY,
    prints    BLOB    NOT NULL
) STRICT;

-- A row of a list that may speak of several people, or of one but not surely. It is kept as it was read until somebody says who it is
-- (`ata person same R-5 P-9`, `ata person different R-5`); then it counts as if it had been recognised. The answer stays, so that the
-- same row of a later file asks nobody again.
CREATE TABLE review (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    import_id  INTEGER NOT NULL REFERENCES import (id),
    session_id INTEGER          REFERENCES session (id),  -- none: a row of a directory
    line       INTEGER NOT NULL,
    who        TEXT    NOT NULL,            -- hash of what tells the person: name, document, address …
    nth        INTEGER NOT NULL,            -- the how manieth such row of its file
    is_strong  INTEGER NOT NULL CONSTRAINT review_strong CHECK (is_strong IN (0, 1)),  -- more than a name: the answer holds everywhere
    entry      TEXT    NOT NULL,            -- JSON: what the row says
    candidates TEXT    NOT NULL,            -- JSON: who it may be, how surely and why
    state      TEXT    NOT NULL DEFAULT 'open' CONSTRAINT review_state CHECK (state IN ('open', 'same', 'new', 'ignored')),
    person_id  INTEGER          REFERENCES person (id),   -- who it is
    settled_on TEXT    NOT NULL DEFAULT '',
    settled_by TEXT    NOT NULL DEFAULT '',
    reason     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE review_again (
    review_id INTEGER NOT NULL REFERENCES review (id),
    import_id INTEGER NOT NULL REFERENCES import (id),  -- a later file that has the row too
    PRIMARY KEY (review_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_again_import ON review_again (import_id);
CREATE INDEX review_import ON review (import_id);
CREATE INDEX review_session ON review (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX review_who ON review (who);
CREATE INDEX review_open ON review (state) WHERE state = 'open';
CREATE INDEX review_person ON review (person_id) WHERE person_id IS NOT NULL;

-- What was agreed, recommended or promised, and who does it by when.
CREATE TABLE commitment (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id         INTEGER NOT NULL REFERENCES cases (id),
    number          INTEGER NOT NULL,       -- 3 in AT-2026-0001-C3
    session_id      INTEGER          REFERENCES session (id),
    kind            TEXT    NOT NULL DEFAULT 'commitment' CONSTRAINT commitment_kind CHECK (kind IN
                    ('agreement', 'commitment', 'recommendation')),
    text            TEXT    NOT NULL,
    fold            TEXT    NOT NULL,
    person_id       INTEGER          REFERENCES person (id),
    organisation_id INTEGER          REFERENCES organisation (id),
    due             TEXT    NOT NULL,
    status          TEXT    NOT NULL DEFAULT 'open' CONSTRAINT commitment_status CHECK (status IN
                    ('open', 'in_progress', 'done', 'waived')),
    settled_on      TEXT    NOT NULL DEFAULT '',
    CONSTRAINT commitment_number UNIQUE (case_id, number),
    CONSTRAINT commitment_owner CHECK ((organisation_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE INDEX commitment_person ON commitment (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX commitment_due ON commitment (due) WHERE status IN ('open', 'in_progress');

-- What was reported on a commitment, in order.
CREATE TABLE progress (
    commitment_id INTEGER NOT NULL REFERENCES commitment (id),
    number        INTEGER NOT NULL,
    on_day        TEXT    NOT NULL,
    by            TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    note          TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (commitment_id, number)
) STRICT, WITHOUT ROWID;

-- One answer sheet of the evaluation. Nothing here or elsewhere leads to a person: no name, address, time or
-- order of arrival. `print` is the hash of the answers, and of the minute in which the form says it was sent: so a longer
-- export of the same survey adds only what is new, and other people who answer alike count.
CREATE TABLE response (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES session (id),
    print      TEXT    NOT NULL,
    answers    TEXT    NOT NULL,            -- JSON: item key → number or text
    import_id  INTEGER          REFERENCES import (id)
) STRICT;
CREATE INDEX response_session ON response (session_id, print);
CREATE TABLE response_again (
    response_id INTEGER NOT NULL REFERENCES response (id),
    import_id   INTEGER NOT NULL REFERENCES import (id),  -- a later file that has the sheet too
    PRIMARY KEY (response_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX response_again_import ON response_again (import_id);

-- ── Papers ──────────────────────────────────────────────────────────────────────────────────────

-- Content, kept once however often it is attached.
CREATE TABLE blob (
    sha256  TEXT    NOT NULL PRIMARY KEY,
    size    INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

CREATE TABLE document (
    id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id       INTEGER NOT NULL REFERENCES cases (id),
    number        INTEGER NOT NULL,         -- 4 in AT-2026-0001-D4
    session_id    INTEGER          REFERENCES session (id),
    commitment_id INTEGER          REFERENCES commitment (id),
    type          TEXT    NOT NULL,         -- key of a record in the profile
    title         TEXT    NOT NULL,
    date          TEXT    NOT NULL,         -- of the document itself
    filename      TEXT    NOT NULL,
    sha256        TEXT    NOT NULL REFERENCES blob (sha256),
    sha512        TEXT    NOT NULL,         -- of the same content, taken when it was added: packages prove it by both
    size          INTEGER NOT NULL,
    folios        INTEGER NOT NULL DEFAULT 1 CONSTRAINT document_folios CHECK (folios >= 0),
    folio_from    INTEGER,                  -- given when the case is closed
    folio_to      INTEGER,
    added_on      TEXT    NOT NULL,
    replaced_by   INTEGER          REFERENCES document (id),  -- a later version of the same paper
    CONSTRAINT document_number UNIQUE (case_id, number)
) STRICT;
CREATE INDEX document_blob ON document (sha256);

-- Documents that the register itself printed for the record: what they say and how they look, in hashes. The same paper printed again
-- from the same facts is the same document; from other facts it takes the place of the earlier one.
CREATE TABLE paper (
    document_id INTEGER NOT NULL PRIMARY KEY REFERENCES document (id),
    kind        TEXT    NOT NULL,           -- minutes, certificate, …
    about       TEXT    NOT NULL,           -- AT-2026-0001-S1, or AT-2026-0001-S1/P-9 for somebody's certificate
    content     TEXT    NOT NULL,           -- SHA-256 of what it says, whatever the point of the log
    digest      TEXT    NOT NULL,           -- SHA-256 as printed in its foot and its square code
    template    TEXT    NOT NULL,           -- SHA-256 of the template it was printed with
    template_version INTEGER NOT NULL,      -- of the institution's own template; 0: the one of the program
    op          INTEGER NOT NULL            -- the newest operation of the log when it was printed; 0: none
) STRICT;
CREATE INDEX paper_about ON paper (kind, about);

-- The records schedule (tabla de retención documental).
CREATE TABLE series (
    code          TEXT    NOT NULL PRIMARY KEY,
    series        TEXT    NOT NULL,
    subseries     TEXT    NOT NULL DEFAULT '',
    types         TEXT    NOT NULL DEFAULT '[]',
    office_years  INTEGER NOT NULL,
    central_years INTEGER NOT NULL,
    disposal      TEXT    NOT NULL,         -- CT, E, S, M, D, or two joined by +
    procedure     TEXT    NOT NULL DEFAULT '',
    source        TEXT    NOT NULL DEFAULT '',
    import_id     INTEGER          REFERENCES import (id)
) STRICT;

-- What the records schedule said of a case on the day it was closed. The schedule may be replaced afterwards; a file is kept by
-- the line it was closed under, unless that line was only a proposal and an approved one has taken its place since. The years
-- run from the day of the closing: first in the office's archive (archivo de gestión), then in the central one.
CREATE TABLE retention (
    case_id       INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
    code          TEXT    NOT NULL,
    series        TEXT    NOT NULL,
    subseries     TEXT    NOT NULL DEFAULT '',
    office_years  INTEGER NOT NULL,
    central_years INTEGER NOT NULL,
    disposal      TEXT    NOT NULL,
    procedure     TEXT    NOT NULL DEFAULT '',
    source        TEXT    NOT NULL DEFAULT '',
    closed_on     TEXT    NOT NULL,         -- day at the desk
    office_until  TEXT    NOT NULL,
    central_until TEXT    NOT NULL
) STRICT;

-- A reason not to dispose of a case file whatever its years say: a lawsuit, an audit, an oversight body that asks for it. It is set
-- and lifted with a reason each, and changes nothing of the file itself; so a closed file can be held too.
CREATE TABLE legal_hold (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id      INTEGER NOT NULL REFERENCES cases (id),
    reason       TEXT    NOT NULL,
    reference    TEXT    NOT NULL DEFAULT '',  -- number of the suit, of the order
    set_on       TEXT    NOT NULL,
    set_by       TEXT    NOT NULL,
    lifted_on    TEXT    NOT NULL DEFAULT '',
    lifted_by    TEXT    NOT NULL DEFAULT '',
    lifted_why   TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX legal_hold_once ON legal_hold (case_id) WHERE lifted_on = '';

-- A list of case files that are proposed for elimination, and what the archive committee said of it. Nothing here removes
-- anything: the list is what the committee signs (acta de eliminación) and the body publishes.
CREATE TABLE elimination (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    state       TEXT    NOT NULL DEFAULT 'proposed' CONSTRAINT elimination_state CHECK (state IN
                ('proposed', 'approved', 'withdrawn')),
    as_of       TEXT    NOT NULL,           -- the day by which the years of every file were over
    proposed_on TEXT    NOT NULL,
    proposed_by TEXT    NOT NULL,
    decided_on  TEXT    NOT NULL DEFAULT '',
    decided_by  TEXT    NOT NULL DEFAULT '',
    reference   TEXT    NOT NULL DEFAULT '',-- of the act that approves it
    reason      TEXT    NOT NULL DEFAULT '',-- why it was withdrawn
    CONSTRAINT elimination_approval CHECK (state <> 'approved' OR reference <> '')
) STRICT;

CREATE TABLE elimination_item (
    elimination_id INTEGER NOT NULL REFERENCES elimination (id),
    case_id        INTEGER NOT NULL REFERENCES cases (id),
    PRIMARY KEY (elimination_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX elimination_item_case ON elimination_item (case_id);

-- Where a case came from that was taken in from a package: whose it is, its reference and seal there, and the two texts that
-- prove it, which stay as they were sealed: the lines the seal is the hash of, and the log of the case with its chain.
CREATE TABLE provenance (
    case_id     INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
    institution TEXT    NOT NULL,
    instance    TEXT    NOT NULL,           -- of the register it was kept in
    reference   TEXT    NOT NULL,           -- AT-2026-0001 there
    seal        TEXT    NOT NULL,           -- SHA-256 of register
    manifest    TEXT    NOT NULL,           -- SHA-256 of the package's manifest-sha256.txt
    package     TEXT    NOT NULL,           -- name of the folder or file
    bagged_on   TEXT    NOT NULL DEFAULT '',
    taken_at    TEXT    NOT NULL,
    register    TEXT    NOT NULL,
    log         TEXT    NOT NULL,
    CONSTRAINT provenance_once UNIQUE (instance, reference)
) STRICT;

-- What else lay in that package: papers, notices, tables. A package made of the copy holds it again as it was.
CREATE TABLE received_file (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    path    TEXT    NOT NULL,               -- below data/
    sha256  TEXT    NOT NULL REFERENCES blob (sha256),
    PRIMARY KEY (case_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_file_blob ON received_file (sha256);

-- Whom the rows of a closed case name, as they stood in the register when it was closed. Names, posts and addresses change, and people
-- are merged; the file goes on saying what it said, and its seal covers it.
CREATE TABLE sealed_person (
    case_id         INTEGER NOT NULL REFERENCES cases (id),
    person_id       INTEGER NOT NULL REFERENCES person (id),
    name            TEXT    NOT NULL,
    doc_kind        TEXT    NOT NULL,
    doc_number      TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    phone           TEXT    NOT NULL,
    post            TEXT    NOT NULL,
    organisation_id INTEGER          REFERENCES organisation (id),
    territory       TEXT    NOT NULL,
    PRIMARY KEY (case_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_organisation (
    case_id         INTEGER NOT NULL REFERENCES cases (id),
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    code            TEXT,
    name            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    parent_id       INTEGER          REFERENCES organisation (id),
    territory       TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    PRIMARY KEY (case_id, organisation_id)
) STRICT, WITHOUT ROWID;

-- Packages made of a closed case, and what their manifest hashed to.
CREATE TABLE package (
    id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    name     TEXT    NOT NULL,
    manifest TEXT    NOT NULL,              -- SHA-256 of manifest-sha256.txt
    at       TEXT    NOT NULL,
    CONSTRAINT package_once UNIQUE (case_id, name, manifest)
) STRICT;

-- ── The log ─────────────────────────────────────────────────────────────────────────────────────

-- One row for each command that changed something. Each row's hash covers the hash before it, so that no row can be
-- edited, removed or moved unseen. What may hold personal data (summary, changes) is not hashed itself: the row holds a
-- salted digest of it, so that `operation_detail` can one day be forgotten, by an operation that says so, while
-- the chain stays whole.
CREATE TABLE operation (
    op      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at      TEXT    NOT NULL,
    clock   TEXT    NOT NULL CONSTRAINT operation_clock CHECK (clock IN ('system', 'given')),  -- given: by ATA_NOW
    by      TEXT    NOT NULL,
    verb    TEXT    NOT NULL,               -- plan.approve
    case_id INTEGER,                        -- when it is about one case
    undoes  INTEGER,                        -- the operation this one takes back
    digest  TEXT    NOT NULL,               -- SHA-256 of salt, summary and changes
    prev    TEXT    NOT NULL,
    hash    TEXT    NOT NULL
) STRICT;
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- Every case an operation is about: the one its row names, each of several, and the case another one was raised or referred
-- from. The operation's hash covers this list.
CREATE TABLE operation_case (
    case_id INTEGER NOT NULL,
    op      INTEGER NOT NULL REFERENCES operation (op),
    PRIMARY KEY (case_id, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_case_op ON operation_case (op);

CREATE TABLE operation_detail (
    op      INTEGER NOT NULL PRIMARY KEY REFERENCES operation (op),
    salt    TEXT    NOT NULL,
    summary TEXT    NOT NULL,
    changes TEXT    NOT NULL                -- JSON: [{"table","before","after"}], what undo needs
) STRICT;

-- The newest row of the log, so that a cut tail shows.
CREATE TABLE log_head (
    id   INTEGER NOT NULL PRIMARY KEY CONSTRAINT log_head_is_one CHECK (id = 1),
    op   INTEGER NOT NULL,
    hash TEXT    NOT NULL
) STRICT;

CREATE TRIGGER operation_stays_as_written BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_stays BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_case_stays_as_written BEFORE UPDATE ON operation_case BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_case_stays BEFORE DELETE ON operation_case BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_detail_stays_as_written BEFORE UPDATE ON operation_detail BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER operation_detail_stays BEFORE DELETE ON operation_detail BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- ── The seal ────────────────────────────────────────────────────────────────────────────────────
-- Nothing about a closed case changes afterwards, not even by SQL: each table below refuses it.

CREATE TRIGGER cases_sealed_update BEFORE UPDATE ON cases WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER cases_sealed_delete BEFORE DELETE ON cases WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER party_sealed_insert BEFORE INSERT ON party
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER party_sealed_update BEFORE UPDATE ON party
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER party_sealed_delete BEFORE DELETE ON party
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER passage_sealed_insert BEFORE INSERT ON passage
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER passage_sealed_update BEFORE UPDATE ON passage
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER passage_sealed_delete BEFORE DELETE ON passage
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER plan_sealed_insert BEFORE INSERT ON plan
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER plan_sealed_update BEFORE UPDATE ON plan
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER plan_sealed_delete BEFORE DELETE ON plan
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_sealed_insert BEFORE INSERT ON session
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_sealed_update BEFORE UPDATE ON session
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_sealed_delete BEFORE DELETE ON session
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER message_sealed_insert BEFORE INSERT ON message
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER message_sealed_update BEFORE UPDATE ON message
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed' OR (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER message_sealed_delete BEFORE DELETE ON message
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER commitment_sealed_insert BEFORE INSERT ON commitment
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER commitment_sealed_update BEFORE UPDATE ON commitment
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER commitment_sealed_delete BEFORE DELETE ON commitment
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER document_sealed_insert BEFORE INSERT ON document
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER document_sealed_update BEFORE UPDATE ON document
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER document_sealed_delete BEFORE DELETE ON document
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER retention_sealed_insert BEFORE INSERT ON retention
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER retention_sealed_update BEFORE UPDATE ON retention
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER retention_sealed_delete BEFORE DELETE ON retention
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER provenance_sealed_insert BEFORE INSERT ON provenance
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER provenance_sealed_update BEFORE UPDATE ON provenance
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER provenance_sealed_delete BEFORE DELETE ON provenance
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER received_file_sealed_insert BEFORE INSERT ON received_file
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER received_file_sealed_update BEFORE UPDATE ON received_file
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER received_file_sealed_delete BEFORE DELETE ON received_file
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_person_sealed_insert BEFORE INSERT ON sealed_person
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_person_sealed_update BEFORE UPDATE ON sealed_person
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_person_sealed_delete BEFORE DELETE ON sealed_person
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_organisation_sealed_insert BEFORE INSERT ON sealed_organisation
WHEN (SELECT state FROM cases WHERE id = NEW.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_organisation_sealed_update BEFORE UPDATE ON sealed_organisation
WHEN 'closed' IN (SELECT state FROM cases WHERE id IN (OLD.case_id, NEW.case_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER sealed_organisation_sealed_delete BEFORE DELETE ON sealed_organisation
WHEN (SELECT state FROM cases WHERE id = OLD.case_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER facilitator_sealed_insert BEFORE INSERT ON facilitator
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER facilitator_sealed_update BEFORE UPDATE ON facilitator
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER facilitator_sealed_delete BEFORE DELETE ON facilitator
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER invitation_sealed_insert BEFORE INSERT ON invitation
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER invitation_sealed_update BEFORE UPDATE ON invitation
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER invitation_sealed_delete BEFORE DELETE ON invitation
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER logistics_sealed_insert BEFORE INSERT ON logistics
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER logistics_sealed_update BEFORE UPDATE ON logistics
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER logistics_sealed_delete BEFORE DELETE ON logistics
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER minutes_sealed_insert BEFORE INSERT ON minutes
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER minutes_sealed_update BEFORE UPDATE ON minutes
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER minutes_sealed_delete BEFORE DELETE ON minutes
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_change_sealed_insert BEFORE INSERT ON session_change
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_change_sealed_update BEFORE UPDATE ON session_change
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER session_change_sealed_delete BEFORE DELETE ON session_change
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER attendance_sealed_insert BEFORE INSERT ON attendance
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(FAIL, 'sealed'); END;
CREATE TRIGGER attendance_sealed_update BEFORE UPDATE ON attendance
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER attendance_sealed_delete BEFORE DELETE ON attendance
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER differential_sealed_insert BEFORE INSERT ON differential
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER differential_sealed_update BEFORE UPDATE ON differential
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER differential_sealed_delete BEFORE DELETE ON differential
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER review_sealed_insert BEFORE INSERT ON review
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER review_sealed_update BEFORE UPDATE ON review
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER review_sealed_delete BEFORE DELETE ON review
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER response_sealed_insert BEFORE INSERT ON response
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER response_sealed_update BEFORE UPDATE ON response
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER response_sealed_delete BEFORE DELETE ON response
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER attempt_sealed_insert BEFORE INSERT ON attempt
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = NEW.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER attempt_sealed_update BEFORE UPDATE ON attempt
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER attempt_sealed_delete BEFORE DELETE ON attempt
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER progress_sealed_insert BEFORE INSERT ON progress
WHEN (SELECT c.state FROM commitment p JOIN cases c ON c.id = p.case_id WHERE p.id = NEW.commitment_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER progress_sealed_update BEFORE UPDATE ON progress
WHEN (SELECT c.state FROM commitment p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.commitment_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER progress_sealed_delete BEFORE DELETE ON progress
WHEN (SELECT c.state FROM commitment p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.commitment_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER paper_sealed_insert BEFORE INSERT ON paper
WHEN (SELECT c.state FROM document p JOIN cases c ON c.id = p.case_id WHERE p.id = NEW.document_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER paper_sealed_update BEFORE UPDATE ON paper
WHEN (SELECT c.state FROM document p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.document_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER paper_sealed_delete BEFORE DELETE ON paper
WHEN (SELECT c.state FROM document p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.document_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER reply_sealed_insert BEFORE INSERT ON reply
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = NEW.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER reply_sealed_update BEFORE UPDATE ON reply
WHEN 'closed' IN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id IN (OLD.session_id, NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER reply_sealed_delete BEFORE DELETE ON reply
WHEN (SELECT c.state FROM session s JOIN cases c ON c.id = s.case_id WHERE s.id = OLD.session_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER bounce_sealed_insert BEFORE INSERT ON bounce
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = NEW.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER bounce_sealed_update BEFORE UPDATE ON bounce
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER bounce_sealed_delete BEFORE DELETE ON bounce
WHEN (SELECT c.state FROM message p JOIN cases c ON c.id = p.case_id WHERE p.id = OLD.message_id) = 'closed'
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER blob_sealed_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER blob_sealed_delete BEFORE DELETE ON blob WHEN EXISTS (SELECT 1 FROM document WHERE sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;
