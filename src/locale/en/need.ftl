# Needs

need-none = There are no needs to decide on.
need-no-shortcut = the profile does not let { $case } (origin “{ $origin }”) go straight to “{ $to }”
need-accepted-already = { $case } was accepted already
need-merge-itself = { $case } cannot be merged into itself
need-referred = A notice to the head of the group is in the outbox: ata notify outbox { $case }
need-received-ahead = note: { $case } is received on { $day }, which is still to come (ata need edit { $case } --received DATE)
need-due-before = note: { $case } is due on { $due }, before it was received ({ $received })
need-referral-dropped =
    { $n ->
        [one] { $messages }, still queued, was cancelled
       *[other] { $messages }, still queued, were cancelled
    }
need-not-taken = warning: { $case } was registered already and stays as it is; not taken: { $options } (ata need edit { $case } …)
need-merge-passed = Passed from { $case } to { $into }: { $options }
