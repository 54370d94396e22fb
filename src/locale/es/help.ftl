# Ayuda: palabras fijas, temas, y un texto por orden («help-need-add») y por argumento («help-need-add--title»; lo que
# comparten varias órdenes se escribe una vez, más arriba: «help-need--topic», «help-ata--reason»)

help-word-usage = Uso
help-word-commands = Órdenes
help-word-arguments = Argumentos
help-word-options = Opciones
help-word-global = Opciones generales
help-word-values = valores
help-word-default = si no se dice
help-word-print-help = Muestra esta ayuda
help-word-print-version = Muestra la versión
help-word-topics = Temas: ata help exit-codes · ata help references · ata help profiles · ata help mail · ata help cron · ata help papers
help-word-man-name = NOMBRE
help-word-man-synopsis = SINOPSIS
help-word-man-description = DESCRIPCIÓN
help-word-man-options = OPCIONES
help-word-man-version = VERSIÓN
help-word-man-extra = TEMAS

help-value-command = ORDEN
help-value-options = OPCIONES
help-value-file = ARCHIVO
help-value-dir = CARPETA
help-value-folder = CARPETA
help-value-name = NOMBRE
help-value-text = TEXTO
help-value-title = TÍTULO
help-value-date = FECHA
help-value-year = AÑO
help-value-lang = IDIOMA
help-value-when = CUÁNDO
help-value-zone = ZONA
help-value-case = ASISTENCIA
help-value-into = DESTINO
help-value-session = JORNADA
help-value-commitment = COMPROMISO
help-value-document = DOCUMENTO
help-value-message = MENSAJE
help-value-org = ENTIDAD
help-value-row = FILA
help-value-person = PERSONA
help-value-board = MESA
help-value-stage = ETAPA
help-value-state = ESTADO
help-value-origin = ORIGEN
help-value-channel = CANAL
help-value-format = FORMA
help-value-control = PUNTO_DE_CONTROL
help-value-reason = RAZÓN
help-value-shell = INTÉRPRETE
help-value-topic = TEMA
help-value-filter = FILTRO
help-value-sort = ORDEN
help-value-duration = DURACIÓN
help-value-code = CÓDIGO
help-value-item = ÍTEM
help-value-amount = VALOR
help-value-hour = HORA
help-value-length = DURACIÓN
help-value-line = LÍNEA
help-value-type = TIPO
help-value-number = NÚMERO
help-value-reference = REFERENCIA
help-value-kind = CLASE
help-value-words = PALABRAS
help-value-keep = LA_QUE_QUEDA
help-value-drop = LA_QUE_SALE
help-value-modality = MODALIDAD
help-value-address = DIRECCIÓN
help-value-way = MEDIO
help-value-outcome = RESULTADO
help-value-status = ESTADO
help-value-month = MES
help-value-role = PAPEL
help-value-activity = ACTIVIDAD
help-value-import = IMPORTACIÓN
help-value-email = CORREO
help-value-source = ORIGEN
help-value-field = CAMPO
help-value-column = COLUMNA
help-value-date-order = ORDEN
help-value-sheet = HOJA
help-value-who = QUIÉN
help-value-purpose = OBJETO
help-value-size = TAMAÑO
help-value-page = PAPEL
help-value-list = LISTA
help-value-ref = REFERENCIA
help-value-yyyy-mm-dd = AAAA-MM-DD

help-topic-exit-codes =
    Códigos de salida

        0  hecho, o no había nada que hacer
        1  falla: archivo, disco o error del programa
        2  la orden está mal escrita
        3  no se encontró, o la referencia sirve para varias cosas (se listan)
        4  una regla no lo permite: punto de control, antelación del aviso, choque de fechas
        5  otro proceso escribe o algo cambió entretanto; repita la orden
        6  hay hallazgos: filas rechazadas, compromisos vencidos, asuntos por atender
        7  algunos mensajes no se entregaron
        8  integridad: la bitácora, un paquete o la base de datos está dañada
      130  interrumpida; nada quedó a medias

    Con --json el error sale por la salida de errores:
        { "{" }"error": { "{" }"kind": …, "message": …, "hint": …, "details": […]{ "}" }{ "}" }
help-topic-references =
    Referencias

        AT-2026-0001      una asistencia (AT es el prefijo del perfil)
        AT-2026-0001-S2   su segunda jornada
        AT-2026-0001-C3   su tercer compromiso
        AT-2026-0001-D4   su cuarto documento
        M-17              un mensaje
        P-9               una persona
        O-4               una organización
        I-3               un archivo importado
        R-5               una fila de un archivo por revisar
        op-12             una operación de la bitácora

    En corto, cuando no hay otra posibilidad: 1, 2026-1, 1-S2. Mayúsculas y minúsculas dan lo mismo.
    Las personas también se encuentran por correo, número de documento (CC:1098765432) o nombre, si es único;
    las organizaciones, por código, correo o nombre; las mesas, con board:NOMBRE.

    Fechas: 2026-03-04, hoy, mañana, +3d, -2d. Fecha y hora: "2026-03-04 09:00". Duración: 3h, 90m, 1h30m.
help-topic-papers =
    Documentos (ata paper CLASE REFERENCIA)

    De una jornada (1-S1), o de todas las de una asistencia (1):

        convocation                    Convocatoria, una por persona; también de un mensaje (M-17)
        letter                         Carta, una por persona; de M-17, aunque avise un cambio o cancelación
        circular                       Circular; también de un mensaje (M-17)
        minutes                        Acta
        meeting-register               Registro de reunión
        meeting-register-differential  Registro de reunión con enfoque diferencial
        attendance-sheet               Planilla de asistencia, para firmar o diligenciada
        certificate                    Certificado, uno por quien asistió lo suficiente
        evaluation-form                Formulario de evaluación, para imprimir
        evaluation-results             Resultados de la evaluación
        notice-proof                   Constancia de comunicación

    De una asistencia (1):

        report                         Informe
        control-sheet                  Hoja de control
        cover                          Carátula, una por carpeta

    De una asistencia, de un grupo (GVSP) o de todo el registro:

        annual-plan                    Plan anual
        schedule                       Cronograma
        commitments                    Compromisos; también de una jornada o de una persona
        inventory                      Inventario documental (FUID)

    Salen en PDF/A-2b, en el idioma del registro. En libro de cálculo, con --out ARCHIVO.xlsx: annual-plan,
    schedule, meeting-register, attendance-sheet, commitments, inventory; y solo así: roster (lista de
    asistencia) y records-schedule (tabla de retención documental).

    De una asistencia cerrada salen como era al cerrarla, iguales a los de su paquete. De una copia
    recibida (ata archive import) no se expide ninguno: los que se imprimieron están en su paquete.
help-topic-cron =
    Tareas de cada día (cron)

    Una línea para recordar cada mañana de trabajo lo que está por vencer o vencido (crontab -e):

        PATH=/usr/local/bin:/usr/bin:/bin:/home/ata/.cargo/bin
        ATA_DB=/srv/ata/ata.db
        ATA_BY=cron
        0 7 * * 1-5   ata notify remind --send --quiet >/dev/null

    Se puede repetir cuantas veces se quiera: cada recordatorio se dice una vez. Si otra tarea
    ya lo está haciendo, esta termina con 0 y la próxima hace lo que falte. Las reglas están en el
    perfil, en la tabla reminders; lo que debió decirse hace más de una semana ya no se dice
    (--max-late 2d para otro plazo).

    Otras que suelen ir al lado:

        { "    */15 * * * *" }  ata notify send --quiet >/dev/null
        { "    */30 * * * *" }  ata notify read /srv/ata/Maildir --quiet >/dev/null
        30 6 * * *    ata schedule ics --out /srv/www/jornadas.ics --quiet >/dev/null
        0 2 * * *     ata backup /srv/respaldo/ata-$(date +\%F).db --quiet >/dev/null

    Con --quiet solo se oye lo que falla, y cron lo manda por correo. Códigos de salida:

        0   hecho, nada que hacer, u otra tarea ya lo está haciendo
        7   algún mensaje no se entregó: el porqué está en la salida de errores y en ata notify outbox
        otros: ata help exit-codes

    Por dónde sale el correo: ata help mail

help-topic-mail =
    Correo

    Por dónde sale el correo se dice con --via, con ATA_VIA, o una vez para todos con ata notify via:
        maildir:CARPETA                          los mensajes quedan como archivos en una carpeta
        smtp://USUARIO@SERVIDOR:587              servidor de correo; conexión protegida si la ofrece
        smtp://USUARIO@SERVIDOR:587?tls=starttls …o no se envía nada
        smtps://USUARIO@SERVIDOR                 conexión protegida desde el comienzo (puerto 465)
        smtp://localhost:25?tls=none             servidor de este mismo equipo, sin protección
        sendmail                                 el programa de correo del sistema (o sendmail:PROGRAMA)
    Con ?timeout=SEGUNDOS se espera menos cada respuesta (30 segundos; diez minutos para un mensaje
    entero).
    Con ?from=CORREO todo sale de esa dirección, si el servidor no deja enviar desde otra; quien firma
    da su nombre y recibe las respuestas escritas; las que da el calendario llegan a esa dirección, que
    lee ata notify read.

    La contraseña nunca va en la orden ni en el registro:
        ATA_SMTP_PASSWORD_FILE                   archivo que la contiene
        ATA_SMTP_PASSWORD_COMMAND                orden que la dice (si no hay archivo)

    Qué certificados del servidor se admiten:
        SSL_CERT_FILE                            archivo con ellos, si no son los del sistema;
                                                 también el que el servidor se firmó a sí mismo

    Qué pasa con cada mensaje (ata notify outbox):
        queued      en cola; si el servidor no lo recibió por ahora, hasta la hora que muestra (unos cinco días)
        sending     en manos de un envío
        sent        recibido por el servidor, con sus palabras
        failed      rechazado, con las palabras del servidor
        uncertain   entregado sin respuesta, o cortado en ese momento: nunca se repite solo;
                    ata notify resolve M-n sent|failed|queued dice qué pasó

    De las copias de un registro, solo una envía. Junto a ella queda un archivo pequeño (ata.db-sender);
    si el registro se copia o se repone de una copia de seguridad, ata notify send se niega hasta que
    ata notify adopt diga que es ella. Lo que esperaba queda incierto, porque pudo haber salido ya; con
    --moved (solo se trasladó) sigue en cola.

    Los textos:
        ata template list
        ata template show convocation > propio.txt
        ata template set convocation propio.txt

help-topic-profiles =
    Perfiles

    El perfil es el procedimiento de una entidad, escrito como datos: para cada etapa dice el área y el cargo
    responsables, los puntos de control y cuáles se pueden dispensar, los documentos que deja, los atajos, la
    antelación del aviso, el formulario de evaluación y las series documentales.

        santander   Secretaría de Salud de Santander, Colombia (si no se dice otro)
        seho        Ministerio de Educación, servicio educativo hospitalario, Perú
        ugel07      UGEL 07, Perú
        vamos       Gabinete Social, ¡Vamos!, Paraguay
        sedese      SEDESE, Minas Gerais, Brasil

    Para escribir el propio:
        ata profile show santander > propio.toml
        ata profile check propio.toml
        ata init --profile propio.toml        (o, con el registro en uso: ata profile update propio.toml)

    Puntos de control por etapa:
        need      evidence, group
        plan      objective, activity, audience, approved, contract_reference
        schedule  session, facilitator, place_or_link, agenda, logistics_done, notice_period, no_conflict
        notify    signed, all_told, changes_told
        run       attendance, minutes, sessions_closed
        evaluate  answers
        followup  commitments_settled
        archive   classified, records_complete, foliated

    Uno que el perfil permite dispensar: --waive PUNTO_DE_CONTROL=RAZÓN en la orden que cierra la etapa.

help-ata = Asistencia técnica, de la primera solicitud al expediente archivado
help-ata--db = El registro (si no: ATA_DB, o el ata.db más cercano en esta carpeta o en las superiores)
help-ata--json = Responde en JSON (igual que --format json)
help-ata--format = Forma de la respuesta
help-ata--lang = Idioma: es, pt o en
help-ata--by = Quién actúa, para la bitácora (si no: ATA_BY, o el usuario del sistema)
help-ata--dry-run = Muestra lo que pasaría y no cambia nada
help-ata--yes = Responde sí a toda pregunta
help-ata--quiet = Sin comentarios; solo errores
help-ata--color = Color
help-ata--no-input = Nunca pregunta
help-ata--case = La asistencia
help-ata--reason = Por qué
help-ata--group = Solo las de este grupo
help-ata--waive = Dispensa un punto de control, donde el perfil lo permite
help-ata--map = Qué columna tiene un campo, por su título o número (repita para varios)
help-ata--encoding = Codificación del texto, como windows-1252 (si no, se averigua)
help-ata--sheet = Hoja de un libro, por su nombre o número
help-ata--header-row = Línea, o fila de la hoja, que nombra las columnas (si no, se averigua)
help-ata--limit = Cuántas, como máximo
help-ata--description = Lo que se pide, completo
help-ata--channel = Cómo llegó
help-ata--requester = Quién solicita: una organización o una persona (repita para varias)
help-ata--beneficiary = Para quién es
help-ata--topic = Tema
help-ata--severity = Gravedad, de 1 a 5
help-ata--reach = A cuántos alcanza, de 1 a 5
help-ata--urgency = Qué tan pronto hace falta, de 1 a 5
help-ata--mandated = La ordena un ente de control o una norma (--mandated=false lo retira)

help-init = Comienza un registro
help-init--file = El archivo (si no: --db, ATA_DB, o ata.db aquí)
help-init--profile = El procedimiento: santander, seho, ugel07, vamos, sedese, o un archivo propio
help-init--institution = Nombre de la entidad (si no, el del perfil)
help-init--tz = Zona horaria, como America/Bogota (si no, la del perfil)

help-profile = El procedimiento vigente, como datos
help-profile-list = Lista los perfiles que vienen con el programa y las versiones que guarda el registro
help-profile-show = Muestra un perfil tal como está escrito; sin nombre, el vigente
help-profile-show--name = Un perfil de los que vienen con el programa, o el nombre de uno que guarda el registro
help-profile-check = Revisa un archivo de perfil; cada error se dice con su línea y columna
help-profile-check--file = El archivo; - lee la entrada estándar
help-profile-update = Pone en vigencia un perfil en este registro
help-profile-update--file = El archivo, o el nombre de un perfil de los que vienen con el programa

help-org = Organizaciones
help-org--name = Nombre nuevo
help-org--code = Su código, único en el registro
help-org--kind = Qué es (si no se dice, other)
help-org--parent = La organización de la que depende
help-org--territory = Código territorial del país (DIVIPOLA, UBIGEO, INE, IBGE)
help-org--email = Su propia dirección, para cuando nadie está registrado en ella
help-org--head = Quien la dirige, y a quien se avisa cuando se le traslada una necesidad
help-org-add = Registra una organización, o completa una conocida
help-org-add--name = Su nombre
help-org-edit = Cambia lo que se sabe de una organización
help-org-edit--organisation = Organizaciones: O-4, un código, un correo o un nombre
help-org-import--file = Los archivos; - lee la entrada estándar
help-org-import--rejects = Escribe aquí las filas rechazadas, con línea, campo y razón (CSV); las de archivos con otras columnas, en ARCHIVO-2, ARCHIVO-3 … Una lista anterior queda vacía cuando no se rechaza ninguna
help-org-list = Lista organizaciones
help-org-list--words = Solo aquellas cuyo nombre contiene estas palabras
help-org-show = Muestra organizaciones
help-org-show--organisation = Organizaciones: O-4, un código, un correo o un nombre
help-org-import =
    Registra organizaciones de un archivo CSV, una hoja de cálculo o líneas JSON

    Columnas, en cualquier orden; solo nombre (name) es obligatoria: code, name, kind, parent, territory, email, head. Significan lo mismo que las opciones de org add. También se entienden sus nombres en español y portugués (código, nombre, tipo, depende de, territorio, correo, dirige …). La organización de la que depende puede venir después en el mismo archivo.

    Lo que ya se conoce toma los valores del archivo; las celdas vacías lo dejan como está. Las filas que no se pueden leer se listan con línea, campo, valor y razón (código de salida 6); las demás se conservan. El mismo archivo dos veces no cambia nada.

help-person = Personas
help-person--name = Nombre nuevo
help-person--doc = Documento de identidad, como CC:1098765432; sin tipo, el usual del país
help-person--email = Correo electrónico
help-person--phone = Teléfono
help-person--post = Cargo que desempeña
help-person--org = La organización en la que está registrada
help-person--role = Del equipo propio (staff) o un contacto (contact; si no se dice)
help-person--territory = Código territorial del país (DIVIPOLA, UBIGEO, INE, IBGE)
help-person-add = Registra una persona, o completa una conocida
help-person-add--name = Nombre completo
help-person-edit = Cambia lo que se sabe de una persona
help-person-edit--person = Personas: P-9, un documento, un correo o un nombre
help-person-import--file = Los archivos; - lee la entrada estándar
help-person-import--rejects = Escribe aquí las filas rechazadas, con línea, campo y razón (CSV); las de archivos con otras columnas, en ARCHIVO-2, ARCHIVO-3 … Una lista anterior queda vacía cuando no se rechaza ninguna
help-person-list = Lista personas
help-person-list--words = Solo aquellas cuyo nombre contiene estas palabras
help-person-list--org = Solo las registradas en esta organización
help-person-show = Muestra personas
help-person-show--person = Personas: P-9, un documento, un correo o un nombre
help-person-merge = Unifica dos registros de una misma persona
help-person-merge--keep = El registro que queda
help-person-merge--gone = El registro que se abandona; lo que solo este sabe se conserva
help-person-candidates = Quiénes pueden estar registrados dos veces, y por qué; y las filas de archivos por revisar
help-person-candidates--limit = Cuántas parejas, como máximo
help-person-import =
    Registra personas de un archivo CSV, una hoja de cálculo o líneas JSON

    Columnas, en cualquier orden; solo nombre (name, o first_names con last_names) es obligatoria: name, doc (CC:1098765432) o doc_type y doc_number, email, phone, post, org, role (staff o contact), territory. También se entienden sus nombres en español y portugués (nombre, nombres, apellidos, documento, correo, teléfono, cargo, entidad, rol …). Igual se leen una lista hecha a mano, con su título, sus firmas y su encabezado en dos filas, y lo que exportan las reuniones y los formularios: de allí, solo las personas.

    A una persona se la reconoce por el documento; si no, por nombre y correo; si no, por nombre y organización. Lo que ya se conoce toma los valores del archivo; las celdas vacías lo dejan como está. Una fila con otro nombre para un documento ya conocido no cambia nada, y tampoco una segunda fila que contradice a la primera: las dos se avisan. También se avisa de un correo que ya tienen otras personas, como el de una oficina. Quien puede ser varias personas espera en person candidates. Una organización que no está registrada, o una dirección que no puede serlo, se deja fuera con un aviso. Las filas que no se pueden leer se listan con línea, campo, valor y razón (código de salida 6); las demás se conservan. El mismo archivo dos veces no cambia nada.

help-board = Mesas y sus integrantes
help-board-add = Registra una mesa
help-board-add--name = Su nombre
help-board-add--chair = Quien preside; también la integra
help-board-member = Agrega o retira integrantes de una mesa
help-board-member--board = La mesa
help-board-member--person = Personas
help-board-member--remove = Les quita el puesto
help-board-list = Lista mesas
help-board-show = Muestra mesas y sus integrantes
help-board-show--board = Las mesas

help-need = 1. Necesidades: registrar, ponderar, aceptar, trasladar
help-need--title = Título nuevo
help-need--due = Día en que vence la respuesta
help-need--evidence = Un archivo que muestra la necesidad; queda como documento de la asistencia
help-need--reference = El número de quien solicita (radicado)
help-need--origin = De dónde surge la necesidad
help-need--received = Día en que se recibió
help-need-add = Registra una necesidad: comienza la asistencia
help-need-add--title = Lo que se pide, en una línea
help-need-add--group = El grupo que responde por ella
help-need-add--received = Día en que se recibió (si no, hoy)
help-need-import =
    Registra necesidades de un archivo CSV o de líneas JSON; las columnas se llaman como las opciones de add

    Varias entidades o personas que solicitan o se benefician, o varios archivos de evidencia, van en una sola celda, separados por ; (en JSON, también como una lista).

    Una necesidad es la misma cuando lo son el título, el tema, el día, quienes la solicitan, el origen y el radicado. Mientras solo los archivos la hayan tocado, toma los demás valores de un archivo posterior; las celdas vacías la dejan como está. Una vez cambiada a mano o adelantada, se queda como está y se avisa lo que el archivo dice distinto.

help-need-import--file = Los archivos; - lee la entrada estándar
help-need-import--rejects = Escribe aquí las filas rechazadas, con línea, campo y razón (CSV); las de archivos con otras columnas, en ARCHIVO-2, ARCHIVO-3 … Una lista anterior queda vacía cuando no se rechaza ninguna
help-need-edit = Cambia lo que se sabe de una necesidad
help-need-edit--case = Las asistencias
help-need-edit--group = El grupo que responde por ella
help-need-list = Lista las necesidades por decidir
help-need-show = Muestra necesidades
help-need-show--case = Las asistencias
help-need-triage = La fila por prioridad, con las partes de cada puntaje
help-need-accept = Acepta: cierra la etapa
help-need-accept--case = Las asistencias
help-need-accept--group = El grupo que responde por ellas
help-need-accept--shortcut = Pasa directamente a una etapa posterior, donde el perfil lo permite
help-need-reject = Rechaza una necesidad, con la razón
help-need-reject--case = Las asistencias
help-need-refer = Traslada una necesidad al grupo al que pertenece; se avisa a quien lo dirige
help-need-refer--case = Las asistencias
help-need-refer--to = El grupo al que pertenece
help-need-merge = Une una necesidad a otra que pide lo mismo
help-need-merge--case = Las necesidades que se abandonan
help-need-merge--into = La necesidad que queda

help-plan = 2. El plan de la asistencia
help-plan--case = Las asistencias
help-plan--contract-reference = Número del proceso de contratación
help-plan-draft = Registra o completa el plan; lo que no se indique se conserva
help-plan-draft--activity = Clase de actividad
help-plan-draft--objective = Lo que se quiere alcanzar
help-plan-draft--audience = A quién va dirigida
help-plan-draft--expected = Cuántas personas se esperan
help-plan-draft--product = Lo que quedará después (repita para varios; reemplaza los dichos antes)
help-plan-draft--resource = Lo que se necesita (repita para varios; reemplaza los dichos antes)
help-plan-draft--cost = Lo que cuesta, en la moneda del país: 1500000 o 1500000.50
help-plan-draft--external = Por qué hay que contratar servicios
help-plan-draft--articulate = Quién participa en darla (repita para varias; reemplaza las dichas antes)
help-plan-approve = Aprueba: cierra la etapa
help-plan-approve--signed-by = Quien aprueba
help-plan-show = Muestra planes: de asistencias, o el plan anual de un grupo
help-plan-show--case = Las asistencias; sin ellas, los planes de un grupo o todos
help-plan-show--group = Solo los planes de este grupo
help-plan-show--year = Solo los de asistencias registradas en este año

help-schedule = 3. Jornadas: fechas, lugares, quién facilita, a quién se invita
help-schedule--session = La jornada
help-schedule--end = Cuándo termina; una hora sola es del mismo día
help-schedule--duration = Cuánto dura: 3h, 90m, 1h30m
help-schedule--modality = Presencial (in-person), virtual o mixta (mixed)
help-schedule--facilitator = Solo las jornadas que facilita esta persona
help-schedule--invited = Solo las jornadas a las que esta persona está invitada
help-schedule--invite = A quién invitar: una persona, una organización (quienes están registrados en ella) o board:NOMBRE (sus integrantes)
help-schedule--extraordinary = Por qué se hace sin los días de antelación del aviso o fuera del ritmo de las jornadas
help-schedule--allow-conflict = Por qué quien facilita o el lugar puede estar ocupado dos veces a la misma hora
help-schedule--from = Primer día
help-schedule--to = Último día
help-schedule--group = Solo las jornadas de las asistencias de este grupo
help-schedule-add = Agrega una jornada a una asistencia
help-schedule-add--start = Cuándo comienza: "2026-03-04 09:00"
help-schedule-add--tz = Zona horaria de las horas (si no, la del registro)
help-schedule-add--modality = Presencial (in-person), virtual o mixta (mixed); si no se dice, presencial, o virtual cuando solo hay enlace
help-schedule-add--place = Dónde se reúnen
help-schedule-add--link = Enlace de una jornada virtual
help-schedule-add--facilitator = Quien facilita (repita para varias personas)
help-schedule-add--agenda = Una línea de la agenda: "09:00 Tema | quién" (una vez por línea)
help-schedule-add--capacity = Cuántas personas caben
help-schedule-move = Da otra fecha a una jornada
help-schedule-move--start = Cuándo comienza ahora: "2026-03-05 09:00"; si va sola, la jornada conserva su duración
help-schedule-move--extraordinary = Por qué el nuevo día puede estar más cerca que los días de antelación o fuera del ritmo de las jornadas
help-schedule-cancel = Cancela jornadas
help-schedule-cancel--session = Las jornadas
help-schedule-edit = Cambia lugar, enlace, agenda, quienes facilitan o invitados de una jornada
help-schedule-edit--session = Las jornadas
help-schedule-edit--place = Dónde se reúnen; vacío para ninguno
help-schedule-edit--link = Enlace de una jornada virtual; vacío para ninguno
help-schedule-edit--agenda = Una línea de la agenda: "09:00 Tema | quién" (una vez por línea; reemplaza la agenda)
help-schedule-edit--facilitator = Quien facilita, además de las personas ya dichas
help-schedule-edit--no-facilitator = Quien ya no facilita
help-schedule-edit--uninvite = A quién se le retira la invitación
help-schedule-edit--capacity = Cuántas personas caben; 0 sin límite
help-schedule-edit--reason = Por qué cambia el lugar, el enlace o la modalidad
help-schedule-logistics = Lo que debe estar listo para una jornada; sin opciones, la lista
help-schedule-logistics--need = Algo que debe estar listo
help-schedule-logistics--assign = Quien se encarga
help-schedule-logistics--done = Algo que ya está listo
help-schedule-confirm = Confirma: cierra la etapa
help-schedule-confirm--case = Las asistencias
help-schedule-list = Lista jornadas
help-schedule-list--case = Solo las jornadas de estas asistencias
help-schedule-calendar = Un mes de un vistazo, con sus festivos y jornadas
help-schedule-calendar--month = El mes: 2026-03 (si no, el presente)
help-schedule-ics = Jornadas en un archivo de calendario (.ics) para importar o suscribirse
help-schedule-ics--case = Solo las jornadas de estas asistencias
help-schedule-ics--out = El archivo que se escribe (si no, la salida)

help-notify = 4. Avisa a quienes corresponde
help-notify--from = Dirección de la que sale cuando ni quien firma ni el grupo tienen una (si no, ATA_FROM)
help-notify-draft = Elabora un mensaje para cada persona a quien corresponde
help-notify-draft--target = Asistencias (todas sus jornadas) o jornadas
help-notify-draft--kind = Qué es
help-notify-draft--signed-by = Quien firma; un aviso oficial no se envía sin firma
help-notify-draft--text = Un archivo con palabras propias para el texto principal
help-notify-preview = Muestra los mensajes tal como se enviarán
help-notify-preview--reference = Mensajes, o asistencias (lo que espera en ellas)
help-notify-outbox = Lista los mensajes y lo que pasó con ellos
help-notify-outbox--case = Solo los mensajes de estas asistencias
help-notify-outbox--state = Solo los mensajes en este estado
help-notify-send = Envía lo que espera: cierra la etapa cuando se avisó a todas las personas invitadas
help-notify-send--case = Las asistencias (si no, todo lo que espera)
help-notify-send--via = Por dónde sale el correo: maildir:CARPETA, smtp://USUARIO@SERVIDOR:PUERTO, smtps://…, sendmail (si no, ATA_VIA; si no, ata notify via)
help-notify-send--per-minute = Cuántos enviar por minuto, como máximo
help-notify-via = Dice por dónde sale el correo cuando una orden no lo dice; sin nada, lo muestra
help-notify-via--way = maildir:CARPETA, smtp://USUARIO@SERVIDOR:PUERTO, smtps://USUARIO@SERVIDOR, o sendmail; la contraseña queda fuera (ATA_SMTP_PASSWORD_FILE)
help-notify-via--from = Dirección de la que sale cuando ni quien firma ni el grupo tienen una
help-notify-via--per-minute = Cuántos enviar por minuto, como máximo
help-notify-via--none = Olvidarlo: cada orden lo dice de nuevo
help-notify-adopt = Hace de esta copia del registro la que envía
help-notify-adopt--moved = Ninguna otra copia envió nada desde que se hizo esta: lo que espera sigue en cola (si no, queda incierto, porque pudo haberse enviado)
help-notify-send--max = Cuántos enviar, como máximo
help-notify-call = Anota una llamada
help-notify-call--session = La jornada
help-notify-call--person = A quién se llamó (también una organización que fue invitada ella misma)
help-notify-call--outcome = En qué quedó
help-notify-call--note = Qué se dijo
help-notify-handed = Anota que se entregó una carta
help-notify-handed--message = Los mensajes
help-notify-handed--reference = Número de radicado de la carta
help-notify-handed--on = Día en que se entregó (si no, hoy)
help-notify-resolve = Dice qué pasó con mensajes de destino incierto
help-notify-resolve--message = Mensajes de destino incierto, fallidos, o que esperan otro intento; una asistencia vale por todos los suyos de destino incierto
help-notify-resolve--outcome = Qué pasó con ellos; con queued se envían (de nuevo) en el próximo ata notify send

help-run = 5. Asistencia, actas, acuerdos
help-run--session = La jornada
help-run-attendance--session = La jornada; o la asistencia, cuando una columna dice de qué jornada es cada fila
help-run-attendance--file = Los archivos; - lee la entrada estándar
help-run-attendance--source = Qué sistema hizo el archivo (si no, se averigua)
help-run-attendance--date-order = En qué orden están las fechas en cifras (si no, se averigua)
help-run-attendance--any-date = Recibe el archivo aunque diga que es de otro día que la jornada
help-run-attendance--rejects = Escribe aquí las filas rechazadas, tal como están en el archivo, con línea, campo y razón (CSV); las de archivos con otras columnas, en ARCHIVO-2, ARCHIVO-3 … Una lista anterior queda vacía cuando no se rechaza ninguna
help-run-mark = Anota a mano cómo asistieron las personas
help-run-mark--person = Las personas
help-run-mark--status = Cómo asistieron
help-run-mark--minutes = Minutos que estuvieron
help-run-roster = A quién se invitó y quién asistió
help-run-roster--session = Las jornadas
help-run-minutes = Guarda el acta de una jornada
help-run-minutes--file = El texto (Markdown); - es la entrada
help-run-minutes--number = Número del acta (si no, el siguiente del grupo y del año)
help-run-agree = Anota lo acordado: quién hace qué y para cuándo
help-run-agree--text = Lo que hay que hacer, en una línea
help-run-agree--owner = Quien lo hace
help-run-agree--due = Para cuándo
help-run-agree--kind = Qué clase de promesa es
help-run-close = Cierra jornadas y, con la última, la etapa
help-run-close--reference = Jornadas, o asistencias con todas sus jornadas
help-run-attendance =
    Toma la asistencia de archivos: CSV o Excel, de Zoom, Teams, Meet, un formulario o hechos a mano

    Qué es un archivo se averigua por su contenido. La lista simple propia es un CSV (UTF-8 o Windows-1252; coma, punto y coma o tabulador) con una línea de títulos y cualquiera de estas columnas, siempre que se sepa de quién se trata: session, name (o first_names y last_names), doc (CC:1098765432, o doc_type y doc_number), email, phone, organisation, post, territory, role, status (present, absent, excused, late), minutes, join y leave (2026-03-04 09:00 o 09:00). También se entienden sus nombres en español y portugués.

    A las personas se las reconoce por documento; luego, por un correo que sea solo suyo; luego, por nombre entre las invitadas, las ya anotadas en la jornada y las de su organización; quien pueda ser varias personas espera en person candidates hasta que alguien diga quién es. Sin estado deciden los minutos, según el umbral del perfil. Lo anotado a mano permanece. Las filas que no se pueden leer se listan con línea, campo, valor y razón (código de salida 6); las demás se conservan. El mismo archivo dos veces no cambia nada.

help-evaluate = 6. La evaluación de la jornada
help-evaluate--session = La jornada
help-evaluate--due = Día en que vence la respuesta
help-evaluate--evidence = Un archivo que muestra la necesidad; queda como documento de la asistencia
help-evaluate-form = El formulario en blanco de una jornada
help-evaluate-form--out = Lo escribe aquí: .csv para una tabla de respuestas; si no, un texto para imprimir
help-evaluate-import--file = El archivo; - lee la entrada estándar
help-evaluate-import--source = Qué sistema hizo el archivo (si no, se averigua)
help-evaluate-import--others = Son respuestas de otras personas: se cuentan aunque haya otras iguales
help-evaluate-import--map = Qué columna responde un ítem, por su título o número (repita para varios)
help-evaluate-import--rejects = Escribe aquí las filas rechazadas, como están en el archivo, con línea, campo y razón (CSV); una lista anterior queda vacía cuando no se rechaza ninguna
help-evaluate-results = Lo que dicen las respuestas en conjunto
help-evaluate-results--reference = Jornadas, o asistencias con todas sus jornadas
help-evaluate-raise = Registra una necesidad que la evaluación reveló: una asistencia nueva, enlazada a esta
help-evaluate-raise--case = La asistencia cuya evaluación la reveló
help-evaluate-raise--title = Lo que hace falta, en una línea
help-evaluate-raise--group = El grupo que responde por ella
help-evaluate-raise--reference = El número de quien solicita (radicado)
help-evaluate-raise--received = Día en que se recibió (si no, hoy)
help-evaluate-close = Cierra la evaluación: cierra la etapa
help-evaluate-close--case = Las asistencias
help-evaluate-import =
    Toma respuestas de la evaluación de un archivo: el CSV propio, o lo que exporta un sistema de formularios

    El archivo propio tiene como títulos las claves de los ítems del formulario (ata evaluate form JORNADA --out respuestas.csv) y una línea por cada hoja de respuestas; también se entienden los textos de los ítems. Los valores son números de la escala o sus palabras; lo vacío y NA no cuentan. Las columnas que dicen quién respondió o cuándo se pasan por alto: las respuestas son anónimas. Una exportación más larga de la misma encuesta agrega solo lo nuevo; el mismo archivo dos veces no agrega nada. Las respuestas que dicen cuándo se enviaron son las mismas si se enviaron en el mismo minuto; sin eso, las iguales se toman por las mismas, salvo que --others diga que son de otras personas.

help-followup = 7. Compromisos
help-followup--commitment = Compromisos, como AT-2026-0001-C3
help-followup-add = Registra un compromiso: quién hace qué y para cuándo
help-followup-add--text = Lo que hay que hacer, en una línea
help-followup-add--owner = Quien lo hace: una organización o una persona
help-followup-add--due = Día para el que debe estar hecho
help-followup-add--kind = Qué es
help-followup-add--session = La jornada de la que surge
help-followup-list = Lista compromisos, los que vencen antes primero
help-followup-list--case = Solo los de estas asistencias
help-followup-list--overdue = Solo los vencidos (código de salida 6 si los hay)
help-followup-list--open = Solo los que no están cumplidos ni dispensados
help-followup-list--owner = Solo los de esta persona u organización
help-followup-update = Informa cómo van los compromisos, o reabre los ya resueltos
help-followup-update--status = Cómo está; open reabre uno ya resuelto
help-followup-update--note = Lo que se informa
help-followup-done = Compromisos que se cumplieron, con lo que lo muestra
help-followup-done--evidence = Un archivo que lo muestra; queda como documento de la asistencia
help-followup-done--note = Lo que se hizo
help-followup-waive = Dispensa compromisos, con la razón
help-followup-refer = Entrega una necesidad de otro grupo: allá comienza una asistencia nueva y se avisa a quien lo dirige
help-followup-refer--case = La asistencia en la que se vio la necesidad
help-followup-refer--to = El grupo al que pertenece
help-followup-refer--title = La necesidad, en una línea
help-followup-refer--reason = Por qué les corresponde
help-followup-close = Cierra el seguimiento: cierra la etapa
help-followup-close--case = Las asistencias

help-archive = 8. El expediente: documentos, clasificación, cierre, paquete
help-archive--kind = Tipo de documento
help-archive-attach = Incorpora archivos a una asistencia como documentos
help-archive-attach--file = Archivos; - es la entrada
help-archive-attach--kind = Tipo de documento: la clave o el título de un registro del perfil, evidence u other
help-archive-attach--title = Título (si no, el nombre del archivo)
help-archive-attach--date = Día del documento (si no, hoy); s.f. si no tiene fecha
help-archive-attach--folios = Folios; 0 los deja para contar después
help-archive-attach--session = La jornada a la que pertenece
help-archive-edit = Cambia lo que se sabe de un documento
help-archive-edit--document = Los documentos, como AT-2026-0001-D4
help-archive-edit--title = Título nuevo
help-archive-edit--date = Día del documento; s.f. si no tiene fecha
help-archive-edit--folios = Folios
help-archive-classify = Clasifica asistencias en una serie de la tabla de retención
help-archive-classify--case = Las asistencias
help-archive-classify--series = Código de la serie, como en ata archive series list (si no, por las reglas del perfil)
help-archive-series = La tabla de retención documental
help-archive-series-import = Recibe un archivo: el formato impreso, o una tabla con las columnas code, series, subseries, types, office_years, central_years, disposal, procedure, source
help-archive-series-import--file = El archivo, CSV o libro de cálculo; - es la entrada
help-archive-series-import--source = El acto que aprueba la tabla, para las líneas que no lo dicen
help-archive-series-import--sheet = Hoja del libro, por su nombre o número (si no, la primera que se lea como tabla de retención)
help-archive-series-list = Lista las series vigentes
help-archive-sheet = La hoja de control: los documentos de una asistencia, del más antiguo al más reciente
help-archive-sheet--case = Las asistencias
help-archive-sheet--out = La escribe, la de una asistencia: .csv o .pdf; - es la salida
help-archive-index = El índice electrónico de una asistencia, en XML
help-archive-index--case = Las asistencias
help-archive-index--out = Lo escribe en un archivo, el de una asistencia; - es la salida
help-archive-inventory = El inventario de los expedientes
help-archive-inventory--group = Solo los expedientes de este grupo
help-archive-inventory--year = Solo los de este año
help-archive-inventory--closed = Solo los cerrados
help-archive-inventory--out = Lo escribe como CSV, como hoja de cálculo (.xlsx) o ya impreso (.pdf); - es la salida, en CSV
help-archive-close = Cierra el expediente: numera sus folios y lo sella; cierra la etapa
help-archive-close--case = Las asistencias
help-archive-package = Empaqueta un expediente cerrado como bolsa BagIt
help-archive-package--case = Las asistencias, que deben estar cerradas
help-archive-package--out = Carpeta en la que se hace el paquete, con la referencia de la asistencia
help-archive-package--zip = Como archivo ZIP en lugar de carpeta
help-archive-package--tar = Como archivo tar en lugar de carpeta
help-archive-verify = Revisa paquetes: se nombra cada archivo que no está como se selló
help-archive-verify--package = Paquetes: carpetas, archivos ZIP o tar; - lee uno de la entrada estándar
help-archive-due = Expedientes cerrados cuyos años de archivo se cumplieron
help-archive-due--on = El día por el que se pregunta (si no, hoy)
help-archive-review = Lo que el perfil exige del expediente, y lo que hay
help-archive-review--case = Las asistencias
help-archive-hold = Retención legal: expedientes que no se pueden eliminar ni transferir
help-archive-hold-set = Impide que se disponga de unos expedientes
help-archive-hold-set--case = Asistencias, abiertas o cerradas
help-archive-hold-set--reason = Por qué se retiene
help-archive-hold-set--reference = Número del proceso o de la orden
help-archive-hold-lift = Levanta la retención: vuelven a contar los años
help-archive-hold-lift--case = Asistencias
help-archive-hold-lift--reason = Por qué ya no hace falta
help-archive-hold-list = Lista los expedientes retenidos
help-archive-hold-list--case = Solo de estas asistencias
help-archive-hold-list--all = También las retenciones levantadas
help-archive-elimination = Listas de expedientes propuestos para eliminación; nada se elimina
help-archive-elimination-propose = Propone una lista: los expedientes nombrados, o todos los que cumplieron sus años y la tabla elimina
help-archive-elimination-propose--case = Asistencias (si no, todas las que se puedan proponer)
help-archive-elimination-propose--on = Día en que deben haber cumplido sus años (si no, hoy)
help-archive-elimination-approve = Anota el acta que aprueba una lista
help-archive-elimination-approve--list = La lista, como E-1
help-archive-elimination-approve--reference = Número del acta del comité de archivo
help-archive-elimination-approve--on = Día del acta (si no, hoy)
help-archive-elimination-withdraw = Retira una lista que solo estaba propuesta
help-archive-elimination-withdraw--list = La lista, como E-1
help-archive-elimination-withdraw--reason = Por qué
help-archive-elimination-list = Las listas
help-archive-elimination-show = Una lista con sus expedientes
help-archive-elimination-show--list = La lista, como E-1
help-archive-elimination-show--out = La escribe como CSV, para firmar y publicar; - es la salida
help-archive-import = Recibe los expedientes de paquetes hechos por ata, como copias selladas
help-archive-import--package = Paquetes hechos por ata: carpetas, archivos ZIP o tar
help-archive-inventory--layout = Formato: agn-042, municipal, seccional, clasificada, o un archivo
help-archive-inventory--purpose = Objeto; las transferencias llevan lo que ya se debe transferir (ata archive due), y las eliminaciones los que se propusieron para ello
help-archive-inventory--transfer = Número de la transferencia

help-skip = Omite una etapa, donde el perfil lo permite
help-skip--case = Las asistencias
help-skip--stage = La etapa que se omite; la asistencia debe estar en ella

help-hold = Pone una asistencia en pausa
help-hold--case = Las asistencias
help-resume = Retoma una asistencia que estaba en pausa
help-resume--case = Las asistencias
help-cancel = Desiste de una asistencia
help-cancel--case = Las asistencias

help-list = Lista las asistencias
help-list--filter = Palabras del título o del tema, o referencias; la asistencia debe cumplirlas todas
help-list--stage = Solo las que están en esta etapa
help-list--state = Solo las que están en este estado
help-list--year = Solo las numeradas en este año
help-list--limit = Cuántas, como máximo; «total» las cuenta todas
help-list--sort = Cuáles van primero
help-show = Muestra una asistencia, o lo que nombre una referencia
help-show--refs = Referencias de cualquier clase: asistencia, jornada, compromiso, documento, mensaje, persona, organización, importación, op-12, board:NOMBRE
help-show--content = Escribe el contenido de un documento en la salida
help-show--out = Escribe el contenido de un documento en un archivo
help-next = Lo que espera por cada quien, lo más urgente primero
help-next--group = Solo lo de las asistencias de este grupo
help-next--owner = Solo lo que debe hacer esta persona u organización
help-trace = Una asistencia, de su necesidad a sus documentos, en una vista
help-trace--case = Las asistencias
help-paper = Imprime un documento del procedimiento: actas, certificados, informes, inventarios…
help-paper--kind = Qué documento (ata help papers); roster y records-schedule son tablas
help-paper--reference = De qué se imprime: una jornada, asistencia, mensaje, organización o persona (si no, de todo el registro)
help-paper--out = Un archivo (.pdf, .xlsx), una carpeta, o - para la salida (si no, un archivo en esta carpeta)
help-paper--file = Lo archiva en el expediente como documento de su tipo, con tantos folios como páginas
help-paper--merged = Certificados: todos en un solo archivo
help-paper--blank = Planilla de asistencia: para firmar, aunque ya se conozca la asistencia
help-paper--lines = Planilla de asistencia: renglones para quienes vengan sin convocatoria
help-paper--person = Certificados y cartas: solo para estas personas
help-paper--include-sensitive = Enfoque diferencial: imprime también las respuestas
help-paper--date = Fecha del documento (si no, la de aquello de que trata)
help-paper--place = Ciudad en que se expide (si no, la de la entidad)
help-paper--number = Número del documento: del acta, de la carta
help-paper--signed-by = Quién firma, en el orden de las líneas
help-paper--confirm-by = Correspondencia: último día para confirmar
help-paper--bring = Convocatoria: qué debe traer cada asistente
help-paper--attachment = Correspondencia: lo que va anexo
help-paper--copy = Correspondencia: a quién se envía copia
help-paper--drafted-by = Correspondencia: quién la proyectó
help-paper--text = Palabras propias: el texto de una carta, las conclusiones de un informe; - es la entrada
help-paper--year = Plan, cronograma, inventario: solo de este año
help-paper--from = Cronograma: primer día
help-paper--to = Cronograma: último día
help-paper--closed = Inventario: solo los expedientes cerrados
help-paper--layout = Inventario: sus columnas
help-paper--purpose = Inventario: para qué se hace
help-paper--transfer = Inventario: número de la transferencia
help-paper--sample = Imprime un documento inventado, para ver la plantilla
help-paper--template = Imprime con esta plantilla (Typst) en lugar de la vigente, sin guardarla
help-paper--page = Tamaño del papel (si no, el que usan las oficinas del país)
help-log = Qué se hizo, quién y cuándo
help-log--reference = Solo las operaciones de estas: asistencias (también por una jornada, compromiso, documento o mensaje), personas, organizaciones, o op-3
help-log--since = Solo las operaciones desde este día
help-log--limit = Cuántas, como máximo, las más recientes
help-undo = Deshace una operación
help-undo--op = La operación que se deshace (si no, la última)
help-check = Revisa el registro: base de datos, bitácora, documentos, expedientes sellados
help-check--fix = Arregla lo que se puede sin perder nada de lo que dice el registro: retira contenidos sin documento (un documento deshecho ya no se podrá rehacer) y reconstruye índices
help-backup = Copia el registro mientras está en uso
help-backup--file = La copia; no debe existir todavía (-: a la salida)
help-export = Una asistencia, o todo, como JSON
help-export--case = Las asistencias (si no, todas, con los registros de organizaciones, personas y mesas)

help-template = Los textos de los avisos, y los propios en su lugar
help-template-list = Lista los textos que hay
help-template-list--language = Idioma de los textos (si no, el del registro)
help-template-show = Muestra un texto tal como rige
help-template-show--name = Texto, como mail/convocation
help-template-show--language = Idioma del texto (si no, el del registro)
help-template-show--shipped = El que viene con el programa
help-template-set = Pone en vigor un texto propio, después de probarlo
help-template-set--name = Texto, como mail/convocation
help-template-set--file = El texto propio (- lee la entrada estándar)
help-template-set--language = Idioma del texto (si no, el del registro)
help-template-reset = Vuelve al texto que viene con el programa
help-template-reset--name = Texto, como mail/convocation
help-template-reset--language = Idioma del texto (si no, el del registro)
help-import = Archivos recibidos
help-import-list = Lista los archivos recibidos, del más reciente al más antiguo
help-import-show = Muestra qué resultó de un archivo
help-import-show--import = Importaciones: I-3
help-import-undo = Retira lo que trajo un archivo; el mismo archivo puede recibirse otra vez
help-import-undo--import = Importaciones: I-3

help-completions = Autocompletado para un intérprete de órdenes
help-completions--shell = El intérprete de órdenes
help-man = Páginas de manual en una carpeta
help-man--folder = La carpeta; se crea si no existe
help-help = Ayuda sobre una orden o un tema: exit-codes, references, profiles, mail, cron, papers
help-help--topic = Una orden (need add), o un tema: exit-codes, references, profiles, mail, cron, papers
help-report = Cifras de muchas asistencias y un tiempo: qué se hizo, a quién llegó, qué se opinó
help-report--kind = De qué: activity, lo que hizo cada grupo; coverage, a quiénes se llegó en cada territorio; satisfaction, lo que dicen las respuestas de cada jornada; differential, cuántas personas presentes dieron cada respuesta del enfoque diferencial
help-report--case = Asistencias (si no, todas)
help-report--from = Desde este día
help-report--to = Hasta este día
help-report--out = Lo escribe aquí: .html para leer y enviar, .csv o .xlsx para seguir calculando
help-export--include-sensitive = Con lo que las personas dijeron de sí mismas para el enfoque diferencial: datos sensibles
help-archive-package--include-sensitive = Con lo que las personas dijeron de sí mismas para el enfoque diferencial: datos sensibles
help-person-forget =
    Olvida lo que las personas dijeron de sí mismas para el enfoque diferencial

    Sexo, género, pertenencia étnica, discapacidad, condición de víctima y curso de vida quedan vacíos en todas las jornadas, también
    en expedientes cerrados, y se sobrescriben en el archivo. Que se hizo queda en el registro de operaciones; no se puede deshacer.
    Las copias hechas antes (ata backup) todavía los tienen.
help-person-forget--person = Personas: P-9, un documento, un correo o un nombre
help-value-key = CLAVE
help-holiday = Festivos: los de la ley, y lo que decretos y la entidad cambian en ellos
help-holiday--source = El decreto o fallo que lo dice
help-holiday-list = Lista los festivos de un año, con los cambios frente a la ley
help-holiday-list--year = El año (si no, el presente)
help-holiday-add = Agrega un día en que la entidad no trabaja, o recupera un festivo que se había quitado
help-holiday-add--day = El día, o la clave de un festivo de ley que se había quitado
help-holiday-add--name = Cómo se llama
help-holiday-add--instead-of = El festivo de ley que se traslada a ese día
help-holiday-remove = Dice que un día no es festivo, o quita un festivo de todos los años por su clave
help-holiday-remove--day = El día, o la clave de un festivo de ley que no se observa ningún año (ata holiday list las muestra)
help-holiday-import =
    Importa festivos de un CSV, una hoja de cálculo o líneas JSON

    Columnas, en cualquier orden; solo fecha es obligatoria: fecha, nombre (cómo se llama el día), en_lugar_de (el festivo de ley
    que se traslada a él), laborable (sí: ese día no es festivo), norma (el decreto). Los nombres en inglés y portugués también se
    entienden (date, name, instead_of, workday, source; data, nome, em_lugar_de, dia_util, ato). Las fechas se escriben
    2026-03-04 o 4/3/2026 (primero el día).
    Las filas que no se pueden leer se listan con línea, campo, valor y razón (código de salida 6); las demás se guardan. El mismo
    archivo dos veces no cambia nada.
help-holiday-import--file = El archivo; - lee la entrada estándar
help-holiday-import--rejects = Escribe aquí las filas rechazadas, con línea, campo y razón (CSV); una lista anterior queda vacía cuando no se rechaza ninguna
help-holiday-term = Cuenta días hábiles: dónde termina un plazo, o cuántos hay entre dos fechas
help-holiday-term--from = El día desde el que corre el plazo; el primero es el siguiente día hábil
help-holiday-term--days = Días hábiles del plazo; negativo: antes de ese día
help-holiday-term--to = El día hasta el que se cuentan los días hábiles, incluido
help-value-rule = REGLA
help-value-choice = OPCIÓN
help-schedule-repeat = Agrega jornadas que se repiten: cada tantas semanas, o cada mes
help-schedule-repeat--rule = Cada cuánto: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15"
help-schedule-repeat--from = El primer día que puede tener jornada
help-schedule-repeat--until = El último día que puede tenerla
help-schedule-repeat--count = Cuántas jornadas; las que se omiten no cuentan
help-schedule-repeat--start = La hora a la que comienza cada una: 09:00
help-schedule-repeat--end = La hora a la que termina cada una
help-schedule-repeat--duration = Cuánto dura cada una: 3h, 90m, 1h30m
help-schedule-repeat--skip = Días sin jornada: uno, o un receso (2021-12-16..2022-02-01)
help-schedule-repeat--on-holiday = Qué pasa con una jornada en festivo: queda (keep), pasa al siguiente día hábil (move-next-business-day) o se omite (skip)
help-schedule-repeat--allow-gap = Por qué las jornadas pueden quedar más lejos entre sí que el ritmo del perfil
help-schedule-repeat--tz = Zona horaria de las horas (si no, la del registro)
help-schedule-repeat--modality = Presencial (in-person), virtual o mixta (mixed); si no se dice, presencial, o virtual cuando solo hay enlace
help-schedule-repeat--place = Dónde se reúnen
help-schedule-repeat--link = Enlace de una jornada virtual
help-schedule-repeat--facilitator = Quien facilita (repita para varias personas)
help-schedule-repeat--agenda = Una línea de la agenda: "09:00 Tema | quién" (una vez por línea)
help-schedule-repeat--capacity = Cuántas personas caben
help-person-same =
    Dice que dos son la misma persona

    Dos registros se unifican: queda el primero, y se conserva lo que solo el otro sabe. Una fila de un archivo que está por revisar (R-5, vea person candidates) se recibe como esa persona: su asistencia se anota como si se la hubiera reconocido. La misma fila en un archivo posterior no se vuelve a preguntar.
help-person-same--a = Un registro, que queda, o una fila por revisar: P-9, R-5
help-person-same--b = El registro que es la misma persona
help-person-different =
    Dice que dos no son la misma persona

    Dos registros declarados distintos no se proponen más. Una fila por revisar no es de ninguna de las personas nombradas; si no se nombra ninguna, no es de nadie de quienes podía ser: entonces se registra como persona nueva y se cuenta.
help-person-different--a = Un registro o una fila por revisar: P-9, R-5
help-person-different--others = Los registros que no son la misma persona
help-import-ignore = Deja fuera para siempre filas que están por revisar
help-import-ignore--row = Filas por revisar: R-5
help-import-ignore--reason = Por qué no se anota a nadie

help-value-path = RUTA
help-notify-read = Lee lo que volvió por correo: respuestas a las invitaciones y mensajes que no se entregaron
help-notify-read--path = Mensajes (.eml), archivos mbox o carpetas Maildir; - lee la entrada estándar

help-value-days = DÍAS
help-notify-remind = Recuerda lo que está por vencer o vencido: para cron, se puede repetir cuantas veces se quiera
help-notify-remind--send = Envía los recordatorios ahora (si no, esperan en la bandeja de salida)
help-notify-remind--via = Por dónde sale el correo: maildir:CARPETA, smtp://USUARIO@SERVIDOR:PUERTO, smtps://…, sendmail (si no, ATA_VIA, o ata notify via)
help-notify-remind--from = Dirección desde la que sale cuando el grupo no tiene (si no, ATA_FROM)
help-notify-remind--max-late = Deja fuera lo que debió decirse hace más de estos días

help-notify-proof = Prueba de la comunicación: a quién se le avisó qué, cuándo, por qué medio y qué resultó
help-notify-proof--target = Asistencias o jornadas
