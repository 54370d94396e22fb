# The evaluation of sessions

evaluate-form-written = Form written to { $file }
evaluate-form-unknown = the form is written as a table (.csv) or a text (.txt), not as .{ $form }; “ata paper” prints it as PDF
evaluate-form-anonymous = Your answers are anonymous: do not write your name. Leave blank what does not apply.
evaluate-form-scale = Scale: { $values }
evaluate-no-answers = There are no answers yet.
evaluate-overall = Overall
evaluate-more-than-attended = There are more answers than people who attended: look at the attendance list or the answers again.
evaluate-suppressed = * Groups of fewer than { $n } answers, or that would betray them, are not shown.
evaluate-no-items = no column of { $file } answers an item of the form; columns found: { $found }
evaluate-unknown-item = “{ $value }” is no item of the form
evaluate-no-items-hint = the items of the form are: { $items }; say which column answers each: --map ITEM=COLUMN (ata evaluate form { $session } gives the table to fill in)
evaluate-others = hint: if other people gave them (on paper, in another form), count them so: { $command }
evaluate-gone = hint: to count only those of this file: { $back }, and then again { $again }
