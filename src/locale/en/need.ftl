# Needs

need-none = There are no needs to decide on.
need-no-shortcut = the profile does not let { $case } (origin “{ $origin }”) go straight to “{ $to }”
need-accepted-already = { $case } was accepted already
need-merge-itself = { $case } cannot be merged into itself
need-referred = A notice to the head of the group is in the outbox: ata notify outbox { $case }
