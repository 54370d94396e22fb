# La comunicación

notify-none = No hay mensajes.
notify-kind = «{ $value }» no es un tipo de aviso
notify-activity = Asistencia técnica
notify-zone-america-bogota = hora de Colombia
notify-zone-america-lima = hora del Perú
notify-zone-america-asuncion = hora del Paraguay
notify-zone-america-sao-paulo = hora de Brasilia

notify-from = «{ $value }» no es una dirección de correo desde la que se pueda enviar
notify-no-sender = no hay una dirección desde la cual enviar: ni quien firma ni el grupo tienen correo
notify-no-sender-hint = registre el correo de quien firma (ata person edit P-n --email CORREO) o indique --from CORREO (o ATA_FROM)
notify-calendar = la invitación de calendario de { $session } no se pudo componer: { $detail }

notify-unsayable = el aviso de { $case } no se puede elaborar: debe decir la agenda, el lugar y la fecha
notify-no-sessions = { $case } no tiene jornadas por realizar
notify-cancelled = la jornada { $session } está cancelada
notify-not-held = la jornada { $session } todavía no se ha realizado
notify-nobody-invited = { $session } no tiene personas invitadas
notify-nobody = No hay a quién avisar.
notify-outdated =
    { $n ->
        [one] Una persona invitada a { $session } conoce la programación anterior
       *[other] { $n } personas invitadas a { $session } conocen la programación anterior
    }: ata notify draft { $session } --as change
notify-untold =
    { $n ->
        [one] Una persona invitada a { $session } todavía no ha recibido ningún aviso
       *[other] { $n } personas invitadas a { $session } todavía no han recibido ningún aviso
    }: ata notify draft { $session } --as convocation
notify-unsigned =
    { $n ->
        [one] Un aviso está sin firma y no se envía
       *[other] { $n } avisos están sin firma y no se envían
    }: repita ata notify draft con --signed-by
notify-without-address =
    { $n ->
        [one] Una persona no tiene un correo al que se pueda escribir: su aviso espera
       *[other] { $n } personas no tienen un correo al que se pueda escribir: sus avisos esperan
    } una llamada (ata notify call) o una carta entregada (ata notify handed)

notify-via-missing =
    { $n ->
        [one] hay un correo por enviar
       *[other] hay { $n } correos por enviar
    } y no se indicó por dónde
notify-via-later = esta versión todavía no envía por { $via }: entrega los correos en una carpeta Maildir
notify-via-unknown = «{ $value }» no es una vía de envío
notify-busy = otro envío está entregando en { $path }
notify-count-sent =
    { $n ->
        [one] 1 enviado
       *[other] { $n } enviados
    }
notify-count-failed =
    { $n ->
        [one] 1 fallido
       *[other] { $n } fallidos
    }
notify-count-uncertain =
    { $n ->
        [one] 1 incierto
       *[other] { $n } inciertos
    }
notify-count-queued =
    { $n ->
        [one] 1 en espera
       *[other] { $n } en espera
    }
notify-moved = { $case } pasa a la etapa «{ $stage }».
notify-stays = { $case } sigue en la etapa «{ $stage }».
notify-missing = { $case }: falta { $meaning } → { $hint }
notify-contact =
    { $n ->
        [one] Un aviso espera una llamada
       *[other] { $n } avisos esperan una llamada
    } (ata notify call) o una carta entregada (ata notify handed).
notify-elsewhere =
    { $n ->
        [one] El envío de { $id } quedó interrumpido por otra vía
       *[other] El envío de { $n } mensajes, entre ellos { $id }, quedó interrumpido por otra vía
    }: repítalo por esa misma vía o aclare qué pasó con ata notify resolve { $id } sent (o failed)
notify-undelivered = Hubo mensajes que no se entregaron. Corrija la causa; los fallidos se ponen de nuevo en cola con ata notify draft.
notify-uncertain =
    { $n ->
        [one] No se sabe si un mensaje llegó
       *[other] No se sabe si { $n } mensajes llegaron
    }: averígüelo y dígalo con ata notify resolve M-n sent (o failed)
notify-error-address = la dirección no sirve
notify-error-content = el mensaje no se pudo componer
notify-error-folder = la carpeta no lo recibió
notify-error-declared = se declaró no entregado

notify-told-already = A esa persona ya se le avisó.
notify-not-drafted = no hay ningún aviso elaborado para { $person } sobre { $session }
notify-not-invited = { $person } no tiene invitación a { $session }
notify-must-sign = el aviso { $message } está sin firma
notify-handed-later = --on { $day }: una carta no se ha podido entregar en una fecha que no ha llegado
notify-is-sent = { $message } ya se envió o se entregó
notify-is-sending = { $message } se está enviando
notify-is-cancelled = { $message } quedó anulado
notify-not-uncertain = { $message } no está en duda: solo se aclara lo que quedó enviándose o incierto

notify-short-convocation = Convocatoria
notify-short-letter = Carta
notify-short-circular = Circular
notify-short-change = Cambio
notify-short-cancellation = Cancelación
notify-short-newsletter = Boletín
notify-short-referral = Traslado
notify-short-reminder = Recordatorio
notify-by-email = Correo
notify-by-phone = Teléfono
notify-by-letter = Carta

notify-error-bounced = el servidor del destinatario lo devolvió
notify-read-no-maildir = { $path } es una carpeta y no un Maildir (le faltan new y cur)
notify-read-reply = Respuesta
notify-read-bounce = Devolución
notify-read-kept = anotada
notify-read-bounced = { $message } no se entregó
notify-read-known = ya se había leído
notify-read-unknown-session = no es de una jornada de este registro
notify-read-not-invited = esa dirección no está invitada
notify-read-several-invited = varias personas invitadas comparten esa dirección y el nombre no dice cuál
notify-read-closed = el expediente está cerrado
notify-read-not-ours = no nombra un mensaje nuestro
notify-read-not-final = todavía se intenta entregar
notify-read-in-hand = el mensaje se está enviando; lea de nuevo más tarde
notify-read-settled = a la persona ya se le avisó de otro modo
notify-read-outdated = responde a la fecha anterior
notify-read-sender = viene de { $sender }
notify-read-empty = vacío
notify-read-too-large = demasiado grande
notify-read-not-a-message = no es un mensaje de correo
notify-read-outlook-file = archivo de Outlook (.msg): guárdelo como .eml
notify-read-tnef = Outlook envolvió la respuesta en winmail.dat y no se puede leer
notify-read-broken = mensaje dañado
notify-read-ordinary = mensaje corriente
notify-read-automatic = respuesta automática
notify-read-read-receipt = acuse de lectura
notify-read-method = calendario que no es una respuesta
notify-read-no-event = calendario sin jornada
notify-read-no-uid = respuesta sin identificador de la jornada
notify-read-no-attendee = respuesta que no dice de quién es
notify-read-no-answer = respuesta que no dice qué responde
notify-read-empty-report = devolución que no nombra a nadie
notify-read-unreadable = no se pudo leer
notify-read-more =
    { $n ->
        [one] … y un mensaje más
       *[other] … y { $n } mensajes más
    }
notify-read-counts =
    { $replies ->
        [one] Una respuesta nueva
       *[other] { $replies } respuestas nuevas
    } · { $bounces ->
        [one] una devolución nueva
       *[other] { $bounces } devoluciones nuevas
    } · { $known } ya leídas · { $others } sin tocar
notify-read-failed =
    { $n ->
        [one] Un aviso no llegó: corrija la dirección (ata person edit)
       *[other] { $n } avisos no llegaron: corrija las direcciones (ata person edit)
    } y elabórelo de nuevo con ata notify draft, o llame (ata notify call)
