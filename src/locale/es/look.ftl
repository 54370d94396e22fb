# Consultas

look-no-cases = No hay asistencias con esas condiciones.
look-missing =   falta { $control }: { $meaning }
look-undone = Operación { $op } deshecha ({ $label }): { $summary }
look-undone-hint = hint: «ata undo» otra vez la rehace; «ata undo --op N» deshace otra (ata log)
