# Consultas

look-no-cases = No hay asistencias con esas condiciones.
look-missing =   falta { $control }: { $meaning }
look-undone = Operación { $op } deshecha ({ $label }): { $summary }
look-rehearsal = Simulación: no se cambió nada.
look-undone-hint = hint: «ata undo» otra vez la rehace; «ata undo --op N» deshace otra (ata log)
look-undone-before = La operación { $op } ya se había deshecho con la operación { $by }: nada que hacer
look-undone-before-hint = hint: «ata undo --op { $by }» la hace de nuevo
look-more = hint: hay { $n } más; quite --limit o filtre
look-log-more = hint: hay { $n } más; suba --limit o use --since
look-ready = Siga con: { $command }
look-replaced = reemplazado
look-messages = Avisos: { $counts }
look-session-change = { $on } · { $kind } (antes { $before }){ $reason }
look-written = { $file }: { $bytes } bytes
look-one-document = --content y --out sirven para un solo documento
look-today = hoy
look-days-ago = 
    { $n ->
        [one] hace un día
       *[other] hace { $n } días
    }
look-days-ahead = 
    { $n ->
        [one] mañana
       *[other] en { $n } días
    }

look-nothing-waits = No hay nada pendiente.
look-next-change-untold = 
    { $n ->
        [one] Cambio sin avisar a una persona
       *[other] Cambio sin avisar a { $n } personas
    }
look-next-message-uncertain = No se sabe si llegó el aviso
look-next-message-failed = El aviso no llegó
look-next-invitation-untold =
    { $n ->
        [one] Una persona invitada a la que nadie ha avisado
       *[other] { $n } personas invitadas a las que nadie ha avisado
    }
look-next-session-soon =
    Jornada próxima; { $n ->
        [one] falta
       *[other] faltan
    }: { $lacks }
look-next-session-open =
    Jornada pasada; { $n ->
        [one] falta
       *[other] faltan
    }: { $lacks }
look-next-commitment = Compromiso
look-next-messages-queued = 
    { $n ->
        [one] Un aviso por enviar
       *[other] { $n } avisos por enviar
    }
look-next-calls-queued = 
    { $n ->
        [one] Una llamada o carta pendiente
       *[other] { $n } llamadas o cartas pendientes
    }
look-next-need-waiting = Necesidad por decidir
look-next-control-missing =
    { $n ->
        [one] Falta
       *[other] Faltan
    }: { $lacks }
look-next-stage-ready = Etapa lista para cerrar
look-next-file-to-archive = Expediente por archivar

look-trace-waived = dispensado: { $meaning } ({ $reason })
look-trace-attendance = Asistencia: presentes { $present } · ausentes { $absent } · con excusa { $excused } · invitadas { $invited }
look-trace-answers = 
    { $n ->
        [one] Evaluación: una respuesta
       *[other] Evaluación: { $n } respuestas
    }
look-trace-notices = Otros avisos
look-trace-commitments = Otros compromisos
look-trace-documents = Otros documentos
look-trace-raised = Asistencias que surgieron de esta

look-log-empty = La bitácora no tiene operaciones con esas condiciones.
look-log-undone = { $label } (deshecha en { $by })
look-log-undoes = operación { $op } ({ $label })
look-log-of-case = la bitácora se consulta por asistencia, persona u organización, y «{ $text }» no es ninguna ni pertenece a una asistencia

look-check-database = Archivo de la base de datos
look-check-register = Datos de la entidad y perfil
look-check-references = Referencias entre registros
look-check-log = Cadena de la bitácora
look-check-content = Contenido de los documentos
look-check-seals = Expedientes sellados
look-check-commitments = Compromisos al día
look-check-sending = Envíos terminados
look-check-sound = El registro está sano.
look-check-damaged = El registro está dañado: no siga trabajando en él y recupere la última copia (ata backup).
look-check-findings = El registro está sano; hay asuntos por atender (ata next).
look-check-unused = 
    { $n ->
        [one] Un contenido sin documento ({ $bytes } bytes); «ata check --fix» lo retira
       *[other] { $n } contenidos sin documento ({ $bytes } bytes); «ata check --fix» los retira
    }
look-fixed-reindexed = 
    { $n ->
        [one] Índices reconstruidos (un problema)
       *[other] Índices reconstruidos ({ $n } problemas)
    }
look-fixed-content-removed = 
    { $n ->
        [one] Retirado un contenido sin documento ({ $bytes } bytes)
       *[other] Retirados { $n } contenidos sin documento ({ $bytes } bytes)
    }
look-problem-database = { $detail }
look-problem-unreadable = no se puede leer: { $detail }
look-problem-not-a-register = { $what } no es un registro de ata, o está tan dañado que no se reconoce
look-problem-dangling = referencias sin destino: { $detail }
look-problem-log-edited = { $what }: la operación fue alterada
look-problem-log-broken = { $what }: no sigue a la anterior; se quitaron, agregaron o movieron filas
look-problem-log-detail = { $what }: el detalle fue alterado o retirado
look-problem-log-cut = { $what }: faltan las últimas operaciones
look-problem-content-changed = { $what }: el contenido no corresponde a su huella { $detail }
look-problem-content-missing = { $what }: falta el contenido { $detail }
look-problem-seal-broken = { $what }: el expediente cambió después de cerrarse
look-problem-overdue = { $what }: venció el { $detail }
look-problem-sending = { $what }: el envío empezó y no terminó ({ $detail })

look-export-form = lo que se exporta no cabe en una tabla: la forma es json o jsonl
look-log-unsent = Envío intentado
look-copied = Copia verificada: { $file } ({ $bytes } bytes, hasta la operación { $op })
look-man = { $n } páginas de manual en { $folder }
look-report-differential = Enfoque diferencial
look-report-people =
    { $n ->
        [one] Una persona presente
       *[other] { $n } personas presentes
    }
look-report-silent = Ninguna persona respondió las preguntas de enfoque diferencial
look-report-unanswered = Sin respuesta
look-report-undisclosed = No responde
look-report-suppressed = * Menos de { $n } personas, o tan pocas que se deducirían: no se muestra.
look-fixed-unused-answers =
    { $n ->
        [one] Una respuesta sensible sin uso eliminada
       *[other] { $n } respuestas sensibles sin uso eliminadas
    }
look-check-copy = Registro que envía los correos
look-problem-copied = este archivo parece una copia del registro de { $what }: no envía correos hasta que se diga con ata notify adopt{ $detail }
look-problem-restored = este archivo parece una copia de seguridad repuesta: no tiene la operación { $what }, con la que ya salieron correos{ $detail }
look-next-rows-to-review =
    { $n ->
        [one] Una fila recibida puede ser de varias personas
       *[other] { $n } filas recibidas pueden ser de varias personas
    }
look-report-activity = Actividad de los grupos
look-report-coverage = Cobertura por territorio
look-report-satisfaction = Satisfacción con las jornadas
look-report-sections = Por sección del formulario
look-report-nothing = No hay nada que contar en ese tiempo.
look-report-no-group = Sin grupo responsable
look-report-no-territory = Sin territorio registrado
look-report-sum = Total
look-report-between = Del { $from } al { $to }
look-report-since = Desde el { $from }
look-report-until = Hasta el { $to }
look-report-order = --to { $to } es anterior a --from { $from }
look-report-as-of = Cifras del registro al { $day }
look-report-written = Informe escrito: { $file }
look-report-form = { $file }: un informe se escribe como .html, .csv o .xlsx
look-untold =
    { $n ->
        [one] { $session }: cambio sin avisar a una persona
       *[other] { $session }: cambio sin avisar a { $n } personas
    }
look-yes = sí
look-no = no
look-log-chair = Presidencia de la mesa
look-log-bounce = devuelto
look-log-sealed = { $case } cerrada { $seal }, recibida de { $other }
look-log-holiday-added = agregado
look-log-holiday-removed = día hábil
look-log-holiday-without = no se guarda
look-redone = Operación { $op } rehecha: { $label } · { $summary }
look-redone-hint = hint: «ata undo» otra vez la deshace; «ata undo --op N» deshace otra (ata log)
look-lack-facilitator = quien la facilite
look-lack-place-or-link = el lugar o el enlace
look-lack-agenda = la agenda
look-lack-attendance = la asistencia
look-lack-minutes = el acta
look-lack-sessions-closed = cerrarla
