# La evaluación de las jornadas

evaluate-form-written = Formulario guardado en { $file }
evaluate-form-unknown = el formulario se escribe como tabla (.csv) o como texto (.txt), no como .{ $form }; en PDF lo imprime «ata paper»
evaluate-form-anonymous = Sus respuestas son anónimas: no escriba su nombre. Puede dejar en blanco lo que no aplique.
evaluate-form-scale = Escala: { $values }
evaluate-no-answers = Todavía no hay respuestas.
evaluate-overall = Total
evaluate-more-than-attended = Hay más respuestas que asistentes: revise la lista de asistencia o las respuestas.
evaluate-suppressed = * Grupos de menos de { $n } respuestas, o que permitirían deducirlos: no se muestran.
evaluate-no-items = ninguna columna de { $file } corresponde a una pregunta del formulario; columnas encontradas: { $found }
evaluate-unknown-item = «{ $value }» no es una pregunta del formulario
evaluate-no-items-hint = las preguntas del formulario son: { $items }; diga qué columna responde cada una: --map PREGUNTA=COLUMNA (ata evaluate form { $session } da la tabla para llenar)
evaluate-others = hint: si son respuestas de otras personas (en papel, de otro formulario), cuéntelas así: { $command }
evaluate-gone = hint: para que cuenten solo las de este archivo: { $back }, y después de nuevo { $again }
