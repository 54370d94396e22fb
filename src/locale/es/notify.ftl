# La comunicación

notify-none = No hay mensajes.
notify-kind = «{ $value }» no es un tipo de aviso
notify-activity = Asistencia técnica
notify-zone-america-bogota = hora de Colombia
notify-zone-america-lima = hora del Perú
notify-zone-america-asuncion = hora del Paraguay
notify-zone-america-sao-paulo = hora de Brasilia
notify-hours = de { $start } a { $end }

notify-from = «{ $value }» no es una dirección de correo desde la que se pueda enviar
notify-no-sender = no hay una dirección desde la cual enviar: ni quien firma ni el grupo tienen correo
notify-no-sender-hint = registre el correo de quien firma (ata person edit P-n --email CORREO) o indique --from CORREO (o ATA_FROM)
notify-senderless =
    { $n ->
        [one] { $messages } queda sin enviar
       *[other] { $messages } quedan sin enviar
    }: no hay una dirección desde la cual enviar; { $hint }
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
notify-count-sending = { $n } enviándose
notify-count-cancelled =
    { $n ->
        [one] 1 anulado
       *[other] { $n } anulados
    }
notify-moved = { $case } pasa a la etapa «{ $stage }».
notify-stays = { $case } sigue en la etapa «{ $stage }».
notify-missing = { $case }: falta { $meaning } → { $hint }
notify-contact =
    { $n ->
        [one] Un aviso espera una llamada
       *[other] { $n } avisos esperan una llamada
    } (ata notify call) o una carta entregada (ata notify handed).
notify-undelivered = Hubo mensajes que no se entregaron. Corrija la causa; los fallidos se ponen de nuevo en cola con ata notify draft.
notify-uncertain =
    { $n ->
        [one] No se sabe si un mensaje llegó
       *[other] No se sabe si { $n } mensajes llegaron
    }: averígüelo y dígalo con ata notify resolve M-n sent (o failed, o queued para enviarlo de nuevo)
notify-error-address = la dirección no sirve
notify-error-content = el mensaje no se pudo componer
notify-error-folder = la carpeta no lo recibió
notify-error-declared = se declaró no entregado

notify-via-password = la contraseña no se escribe en la dirección: otros la verían
notify-via-port = «{ $value }» no es un puerto
notify-via-setting = «{ $value }» no es un ajuste del servidor: se admiten tls=starttls, tls=none, timeout=SEGUNDOS y from=CORREO
notify-via-program = en el registro solo se guarda «sendmail», sin programa: otro programa se indica con --via o ATA_VIA
notify-via-none = No se ha indicado por dónde sale el correo.
notify-no-password = falta la contraseña del servidor de correo
notify-password-hint = póngala en un archivo e indíquelo en ATA_SMTP_PASSWORD_FILE, o indique en ATA_SMTP_PASSWORD_COMMAND la orden que la dice
notify-password-command = la orden de ATA_SMTP_PASSWORD_COMMAND falló: { $detail }
notify-tls-hint = si el servidor está en este mismo equipo, agregue ?tls=none a la dirección; si no, pregunte a quien lo administra
notify-server-hint = los mensajes siguen en cola: repita la orden cuando el servidor responda
notify-stop-connection = no hay conexión con { $way }: { $detail }
notify-stop-tls = la conexión con { $way } no se pudo proteger: { $detail }
notify-line-refused = nadie responde en ese puerto
notify-line-timed-out = el servidor no respondió a tiempo
notify-line-closed = el servidor cerró la conexión
notify-line-no-such-host = no se encuentra un equipo con ese nombre
notify-line-unknown-certificate = este equipo no conoce a quien firmó su certificado (SSL_CERT_FILE nombra los que se admiten, también el del propio servidor)
notify-line-expired-certificate = su certificado está vencido o todavía no rige
notify-line-other-name = su certificado es de otro nombre
notify-stop-no-tls = { $way } no ofrece una conexión protegida (STARTTLS)
notify-stop-open-line = { $way } pide contraseña por una conexión sin proteger
notify-stop-no-way-in = { $way } no admite ninguna forma conocida de entrar (ofrece: { $offered })
notify-stop-authentication = { $way } no admitió el usuario o la contraseña: { $detail }
notify-stop-greeting = { $way } no recibe correo ahora: { $detail }
notify-stop-note = no se pudo anotar el envío, y por eso no se envió más: { $detail }
notify-stop-program = no se pudo ejecutar el programa de correo { $program }: { $detail }
notify-stop-folder = { $path } no recibe mensajes
notify-in-hand =
    { $n ->
        [one] Otro envío tiene un mensaje en curso
       *[other] Otro envío tiene { $n } mensajes en curso
    }.
notify-later =
    { $n ->
        [one] El servidor no recibió un mensaje por ahora: se intenta de nuevo a la hora que muestra
       *[other] El servidor no recibió { $n } mensajes por ahora: se intentan de nuevo a la hora que muestra
    } ata notify outbox, con el siguiente ata notify send.
notify-copied = este archivo parece una copia: los correos salen del registro que estaba en { $place }
notify-restored = este archivo parece una copia de seguridad repuesta: no tiene la operación { $op }, con la que ya salieron correos
notify-adopted = Desde ahora los correos salen de { $place }.
notify-adopted-already = Los correos ya salen de { $place }.
notify-waits-until = { $state } hasta { $due }
notify-error-refused = el servidor lo rechazó
notify-error-later = el servidor no lo recibió por ahora
notify-error-gave-up = el servidor no lo recibió en varios días
notify-error-no-answer = el servidor no respondió
notify-error-cut-short = el envío se cortó
notify-error-copied = pudo salir de otra copia

notify-told-already = A esa persona ya se le avisó.
notify-wrong-number = Corrija el teléfono de { $person } cuando se conozca: ata person edit { $person } --phone NÚMERO
notify-not-drafted = no hay ningún aviso elaborado para { $person } sobre { $session }
notify-not-invited = { $person } no tiene invitación a { $session }
notify-must-sign = el aviso { $message } está sin firma
notify-handed-later = --on { $day }: una carta no se ha podido entregar en una fecha que no ha llegado
notify-is-sent = { $message } ya se envió o se entregó
notify-is-sending = { $message } se está enviando
notify-is-cancelled = { $message } quedó anulado
notify-not-uncertain = { $message } no está en duda: solo se aclara lo que quedó enviándose o incierto, y solo se repite lo que falló

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
notify-read-other = Correo
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
notify-read-failed-before = ya se sabía que no llegó
notify-read-outdated = responde a la fecha anterior
notify-read-sender = viene de { $sender }
notify-read-empty = vacío
notify-read-too-large = demasiado grande
notify-read-not-a-message = no es un mensaje de correo
notify-read-outlook-file = archivo de Outlook (.msg): guárdelo como .eml
notify-read-tnef = Outlook envolvió la respuesta en winmail.dat y no se puede leer
notify-read-broken = mensaje dañado
notify-read-ordinary = mensaje corriente
notify-read-ordinary-ours = escribe sobre { $message }: léalo
notify-read-automatic = respuesta automática
notify-read-automatic-ours = respuesta automática a { $message }
notify-read-read-receipt = acuse de lectura
notify-read-read-receipt-ours = leyó { $message } (acuse de lectura)
notify-read-counter = propone otra fecha u hora
notify-read-counter-ours = propone otra fecha u hora ({ $message }): léalo
notify-read-method = calendario que no es una respuesta
notify-read-no-event = calendario sin jornada
notify-read-no-uid = respuesta sin identificador de la jornada
notify-read-no-attendee = respuesta que no dice de quién es
notify-read-no-answer = respuesta que no dice qué responde
notify-read-empty-report = devolución que no nombra a nadie
notify-read-unreadable = no se pudo leer
notify-read-more =
    { $n ->
        [one] … y uno más
       *[other] … y { $n } más
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

notify-remind-busy = Otro proceso ya lo está haciendo: esta vez no se hizo nada y la próxima hará lo que falte.
notify-remind-late =
    { $n ->
        [one] Un recordatorio llegó demasiado tarde y no se envía
       *[other] { $n } recordatorios llegaron demasiado tarde y no se envían
    } (--max-late)
notify-remind-unreachable =
    { $n ->
        [one] Un destinatario no tiene correo: llámelo
       *[other] { $n } destinatarios no tienen correo: llámelos
    }
notify-remind-no-address = Sin correo
notify-remind-too-late = Tarde: { $what }, { $reference }, { $name } (era para el { $day })
notify-reminded =
    { $n ->
        [0] No hay nada que recordar.
        [one] Un recordatorio para un destinatario.
       *[other] { $n } recordatorios para { $people ->
            [one] un destinatario
           *[other] { $people } destinatarios
        }.
    }

notify-proof-counts =
    { $people ->
        [one] Una persona avisada
       *[other] { $people } personas avisadas
    }; mensajes: { $sent } enviados o entregados, { $failed } fallidos o inciertos, { $waiting } en espera.
notify-handed-before = { $message } no pudo entregarse el { $day }: se elaboró el { $drafted }
notify-handed-known = aviso: { $message } ya figura entregada el { $day } con el radicado { $reference } y así queda; no se tomó --on
notify-line-exit = el programa de correo terminó con el código { $code }
notify-line-killed = el programa de correo se detuvo antes de terminar
notify-readdressed =
    { $n ->
        [one] Un mensaje en cola sale ahora a la nueva dirección
       *[other] { $n } mensajes en cola salen ahora a la nueva dirección
    }
notify-readdressed-to-call =
    { $n ->
        [one] Un mensaje en cola se queda sin correo y espera ahora
       *[other] { $n } mensajes en cola se quedan sin correo y esperan ahora
    } una llamada (ata notify call) o una carta entregada (ata notify handed)
notify-on-hold =
    { $n ->
        [one] { $cases } está en pausa
       *[other] { $cases } están en pausa
    } y no se { $messages ->
        [one] envía un mensaje
       *[other] envían { $messages } mensajes
    } en cola: ata resume { $first }
notify-past = aviso: { $session } ya pasó; se avisa de una jornada cuyo día ya no está por venir
notify-remind-undelivered = Hubo recordatorios que no llegaron: corrija la dirección (ata person edit) y póngalos de nuevo en cola con ata notify resolve M-n queued
notify-line-no-program = ese programa no está en este equipo; otro se indica con --via sendmail:PROGRAMA
notify-line-no-right = no hay permiso para ejecutarlo
