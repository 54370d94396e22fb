# Follow-up

followup-none = There are no commitments that fit.
followup-overdue = overdue
followup-born-overdue = warning: { $commitment } is due on { $due }, which has passed
followup-no-evidence = a commitment counts as kept with a piece of evidence or at least a note
followup-settled = { $commitment } already has the status “{ $status }”
followup-other-session = { $session } is not a session of { $case }
followup-own-group = that group answers for { $case } already
followup-referred = A notice to the head of the group is in the outbox: ata notify outbox { $case }
