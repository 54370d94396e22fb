# Telling people

notify-none = There are no messages.
notify-kind = “{ $value }” is no kind of notice
notify-activity = Technical assistance
notify-zone-america-bogota = Colombia time
notify-zone-america-lima = Peru time
notify-zone-america-asuncion = Paraguay time
notify-zone-america-sao-paulo = Brasília time
notify-hours = { $start } to { $end }

notify-from = “{ $value }” is no e-mail address to send from
notify-no-sender = there is no address to send from: neither the signatory nor the group has one
notify-no-sender-hint = register the signatory's address (ata person edit P-n --email ADDRESS) or give --from ADDRESS (or ATA_FROM)
notify-senderless =
    { $n ->
        [one] { $messages } is left unsent
       *[other] { $messages } are left unsent
    }: there is no address to send from; { $hint }
notify-calendar = the calendar invitation of { $session } could not be written: { $detail }

notify-unsayable = the notice of { $case } cannot be drafted: it must say agenda, place and date
notify-no-sessions = { $case } has no sessions to come
notify-cancelled = session { $session } is cancelled
notify-not-held = session { $session } has not been held yet
notify-nobody-invited = nobody is invited to { $session }
notify-nobody = There is nobody to tell.
notify-outdated =
    { $n ->
        [one] One person invited to { $session } knows the earlier schedule
       *[other] { $n } people invited to { $session } know the earlier schedule
    }: ata notify draft { $session } --as change
notify-untold =
    { $n ->
        [one] One person invited to { $session } has not been told at all
       *[other] { $n } people invited to { $session } have not been told at all
    }: ata notify draft { $session } --as convocation
notify-unsigned =
    { $n ->
        [one] One notice is unsigned and is not sent
       *[other] { $n } notices are unsigned and are not sent
    }: repeat ata notify draft with --signed-by
notify-without-address =
    { $n ->
        [one] One person has no e-mail address that can be written to: their notice waits
       *[other] { $n } people have no e-mail address that can be written to: their notices wait
    } for a call (ata notify call) or a letter handed over (ata notify handed)

notify-via-missing =
    { $n ->
        [one] one e-mail is to be sent
       *[other] { $n } e-mails are to be sent
    } and nothing says by what way
notify-via-unknown = “{ $value }” is no way to send
notify-busy = another sending delivers to { $path }
notify-count-sent = { $n } sent
notify-count-failed = { $n } failed
notify-count-uncertain = { $n } uncertain
notify-count-queued = { $n } waiting
notify-count-sending = { $n } being sent
notify-count-cancelled = { $n } cancelled
notify-moved = { $case } moves on to “{ $stage }”.
notify-stays = { $case } stays at “{ $stage }”.
notify-missing = { $case }: missing { $meaning } → { $hint }
notify-contact =
    { $n ->
        [one] One notice waits for a call
       *[other] { $n } notices wait for a call
    } (ata notify call) or a letter handed over (ata notify handed).
notify-undelivered = Some messages were not delivered. Remove the cause; failed ones are queued again by ata notify draft.
notify-uncertain =
    { $n ->
        [one] Nobody knows whether one message arrived
       *[other] Nobody knows whether { $n } messages arrived
    }: find out, and say so with ata notify resolve M-n sent (or failed, or queued to send it again)
notify-error-address = the address is not usable
notify-error-content = the message could not be composed
notify-error-folder = the folder did not take it
notify-error-declared = declared not delivered

notify-via-password = the password is not written in the address: others would see it
notify-via-port = “{ $value }” is no port
notify-via-setting = “{ $value }” is no setting of the server: tls=starttls, tls=none, timeout=SECONDS and from=ADDRESS are
notify-via-program = the register keeps only “sendmail”, without a program: another program is named with --via or ATA_VIA
notify-via-none = Nothing says how e-mail leaves.
notify-no-password = the password of the mail server is missing
notify-password-hint = put it in a file and name that in ATA_SMTP_PASSWORD_FILE, or name in ATA_SMTP_PASSWORD_COMMAND the command that says it
notify-password-command = the command of ATA_SMTP_PASSWORD_COMMAND failed: { $detail }
notify-tls-hint = if the server is on this machine, add ?tls=none to the address; else ask whoever runs it
notify-server-hint = the messages stay queued: repeat the command when the server answers
notify-stop-connection = no connection to { $way }: { $detail }
notify-stop-tls = the connection to { $way } could not be protected: { $detail }
notify-line-refused = nobody answers at that port
notify-line-timed-out = the server did not answer in time
notify-line-closed = the server closed the connection
notify-line-no-such-host = no machine of that name is found
notify-line-unknown-certificate = this machine does not know who signed its certificate (SSL_CERT_FILE names those to be trusted, the server's own among them)
notify-line-expired-certificate = its certificate has expired or is not yet valid
notify-line-other-name = its certificate is of another name
notify-stop-no-tls = { $way } offers no protected connection (STARTTLS)
notify-stop-open-line = { $way } wants a password over an open line
notify-stop-no-way-in = { $way } takes no known way to log in (it offers: { $offered })
notify-stop-authentication = { $way } did not take the user or the password: { $detail }
notify-stop-greeting = { $way } takes no mail now: { $detail }
notify-stop-note = the sending could not be noted, and so nothing more was sent: { $detail }
notify-stop-program = the mail program { $program } could not be run: { $detail }
notify-stop-folder = { $path } takes no messages
notify-in-hand =
    { $n ->
        [one] Another sending has one message in hand
       *[other] Another sending has { $n } messages in hand
    }.
notify-later =
    { $n ->
        [one] The server did not take one message for now: it is tried again at the hour shown by
       *[other] The server did not take { $n } messages for now: they are tried again at the hour shown by
    } ata notify outbox, with the next ata notify send.
notify-copied = this file looks like a copy: e-mail leaves from the register that was at { $place }
notify-restored = this file looks like a backup put back: it lacks operation { $op }, by which e-mail has left already
notify-adopted = From now on e-mail leaves from { $place }.
notify-adopted-already = E-mail leaves from { $place } already.
notify-waits-until = { $state } until { $due }
notify-error-refused = the server refused it
notify-error-later = the server did not take it for now
notify-error-gave-up = the server did not take it for days
notify-error-no-answer = the server did not answer
notify-error-cut-short = the sending was cut short
notify-error-copied = another copy may have sent it

notify-told-already = That person was told already.
notify-wrong-number = Correct the telephone of { $person } once it is known: ata person edit { $person } --phone NUMBER
notify-not-drafted = no notice is drafted for { $person } about { $session }
notify-not-invited = { $person } is not invited to { $session }
notify-must-sign = notice { $message } is unsigned
notify-handed-later = --on { $day }: a letter cannot have been handed over on a day that has not come
notify-is-sent = { $message } was sent or handed over already
notify-is-sending = { $message } is being sent
notify-is-cancelled = { $message } was called back
notify-not-uncertain = { $message } is not in doubt: only what is being sent or uncertain is decided on, and only what failed is repeated

notify-short-convocation = Convocation
notify-short-letter = Letter
notify-short-circular = Circular
notify-short-change = Change
notify-short-cancellation = Cancellation
notify-short-newsletter = Newsletter
notify-short-referral = Referral
notify-short-reminder = Reminder
notify-by-email = E-mail
notify-by-phone = Telephone
notify-by-letter = Letter

notify-error-bounced = the recipient's server sent it back
notify-read-no-maildir = { $path } is a folder and no Maildir (it lacks new and cur)
notify-read-reply = Answer
notify-read-bounce = Returned
notify-read-other = E-mail
notify-read-kept = noted
notify-read-bounced = { $message } was not delivered
notify-read-known = read before
notify-read-unknown-session = not of a session of this register
notify-read-not-invited = that address is not invited
notify-read-several-invited = several invited people share that address, and the name does not tell which
notify-read-closed = the case is closed
notify-read-not-ours = names no message of ours
notify-read-not-final = delivery is still tried
notify-read-in-hand = the message is being sent; read again later
notify-read-settled = the person was told otherwise meanwhile
notify-read-failed-before = it was known that it did not arrive
notify-read-outdated = answers the earlier date
notify-read-sender = comes from { $sender }
notify-read-empty = empty
notify-read-too-large = too large
notify-read-not-a-message = no e-mail message
notify-read-outlook-file = an Outlook file (.msg): save it as .eml
notify-read-tnef = Outlook wrapped the answer in winmail.dat, which cannot be read
notify-read-broken = a damaged message
notify-read-ordinary = an ordinary message
notify-read-ordinary-ours = writes about { $message }: read it
notify-read-automatic = an automatic answer
notify-read-automatic-ours = automatic answer to { $message }
notify-read-read-receipt = a read receipt
notify-read-read-receipt-ours = has read { $message } (receipt)
notify-read-counter = proposes another date or time
notify-read-counter-ours = proposes another date or time ({ $message }): read it
notify-read-method = a calendar that is no answer
notify-read-no-event = a calendar without a session
notify-read-no-uid = an answer that does not name its session
notify-read-no-attendee = an answer that does not say whose it is
notify-read-no-answer = an answer that does not say what
notify-read-empty-report = a report that names nobody
notify-read-unreadable = cannot be read
notify-read-more =
    { $n ->
        [one] … and one more
       *[other] … and { $n } more
    }
notify-read-counts =
    { $replies ->
        [one] One new answer
       *[other] { $replies } new answers
    } · { $bounces ->
        [one] one new return
       *[other] { $bounces } new returns
    } · { $known } read before · { $others } left alone
notify-read-failed =
    { $n ->
        [one] One notice did not arrive: correct the address (ata person edit)
       *[other] { $n } notices did not arrive: correct the addresses (ata person edit)
    } and draft it again with ata notify draft, or call (ata notify call)

notify-remind-busy = Another process is at it: nothing was done this time, and the next run does what is left.
notify-remind-late =
    { $n ->
        [one] One reminder came too late and is not sent
       *[other] { $n } reminders came too late and are not sent
    } (--max-late)
notify-remind-unreachable =
    { $n ->
        [one] One recipient has no e-mail address: call them
       *[other] { $n } recipients have no e-mail address: call them
    }
notify-remind-no-address = No address
notify-remind-too-late = Late: { $what }, { $reference }, { $name } (was for { $day })
notify-reminded =
    { $n ->
        [0] There is nothing to be reminded of.
        [one] One reminder for one recipient.
       *[other] { $n } reminders for { $people ->
            [one] one recipient
           *[other] { $people } recipients
        }.
    }

notify-proof-counts =
    { $people ->
        [one] One person told
       *[other] { $people } people told
    }; messages: { $sent } sent or handed over, { $failed } failed or uncertain, { $waiting } waiting.
notify-handed-before = { $message } cannot have been handed over on { $day }: it was drafted on { $drafted }
notify-handed-known = warning: { $message } is already down as handed over on { $day } under { $reference } and stays so; not taken: --on
notify-line-exit = the mail program ended with code { $code }
notify-line-killed = the mail program was stopped before it ended
notify-readdressed =
    { $n ->
        [one] One queued message goes to the new address now
       *[other] { $n } queued messages go to the new address now
    }
notify-readdressed-to-call =
    { $n ->
        [one] One queued message has no e-mail address any more and waits
       *[other] { $n } queued messages have no e-mail address any more and wait
    } for a call (ata notify call) or a letter handed over (ata notify handed)
notify-on-hold =
    { $n ->
        [one] { $cases } is on hold
       *[other] { $cases } are on hold
    } and { $messages ->
        [one] one queued message is not sent
       *[other] { $messages } queued messages are not sent
    }: ata resume { $first }
notify-past = warning: { $session } is over: people are told of a session whose day has passed
notify-remind-undelivered = Some reminders did not arrive: correct the address (ata person edit) and queue them again with ata notify resolve M-n queued
notify-line-no-program = there is no such program on this machine; another one is named with --via sendmail:PROGRAM
notify-line-no-right = it may not be run
