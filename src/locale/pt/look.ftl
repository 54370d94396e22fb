# Consultas

look-no-cases = Não há assistências com essas condições.
look-missing =   falta { $control }: { $meaning }
look-undone = Operação { $op } desfeita ({ $label }): { $summary }
look-undone-hint = hint: «ata undo» outra vez a refaz; «ata undo --op N» desfaz outra (ata log)
