# Looking

look-no-cases = There are no such cases.
look-missing =   missing { $control }: { $meaning }
look-undone = Operation { $op } undone ({ $label }): { $summary }
look-undone-hint = hint: “ata undo” again redoes it; “ata undo --op N” undoes another one (ata log)
