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
help-word-topics = Temas: ata help exit-codes · ata help references · ata help profiles
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
        op-12             una operación de la bitácora

    En corto, cuando no hay otra posibilidad: 1, 2026-1, 1-S2. Mayúsculas y minúsculas dan lo mismo.
    Las personas también se encuentran por correo, número de documento (CC:1098765432) o nombre, si es único;
    las organizaciones, por código, correo o nombre; las mesas, con board:NOMBRE.

    Fechas: 2026-03-04, hoy, mañana, +3d, -2d. Fecha y hora: "2026-03-04 09:00". Duración: 3h, 90m, 1h30m.
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
help-ata--limit = Cuántas, como máximo

help-init = Comienza un registro
help-init--file = El archivo (si no: --db, ATA_DB, o ata.db aquí)
help-init--profile = El procedimiento: santander, seho, ugel07, vamos, sedese, o un archivo propio
help-init--institution = Nombre de la entidad (si no, el del perfil)
help-init--tz = Zona horaria, como America/Bogota (si no, la del perfil)

help-profile = El procedimiento vigente, como datos
help-org = Organizaciones
help-person = Personas
help-board = Mesas y sus integrantes

help-need = 1. Necesidades: registrar, ponderar, aceptar, trasladar
help-need--title = Título nuevo
help-need--description = Lo que se pide, completo
help-need--channel = Cómo llegó
help-need--requester = Quién solicita: una organización o una persona (repita para varias)
help-need--beneficiary = Para quién es
help-need--topic = Tema
help-need--severity = Gravedad, de 1 a 5
help-need--reach = A cuántos alcanza, de 1 a 5
help-need--urgency = Qué tan pronto hace falta, de 1 a 5
help-need--mandated = La ordena un ente de control o una norma
help-need--due = Día en que vence la respuesta
help-need--evidence = Un archivo que muestra la necesidad; queda como documento de la asistencia
help-need--reference = El número de quien solicita (radicado)
help-need--origin = De dónde surge la necesidad
help-need--received = Día en que se recibió
help-need-add = Registra una necesidad: comienza la asistencia
help-need-add--title = Lo que se pide, en una línea
help-need-add--group = El grupo que responde por ella
help-need-add--received = Día en que se recibió (si no, hoy)
help-need-import = Registra necesidades de un archivo CSV o de líneas JSON; las columnas se llaman como las opciones de add
help-need-edit = Cambia lo que se sabe de una necesidad
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
help-need-refer--to = El grupo al que pertenece
help-need-merge = Une una necesidad a otra que pide lo mismo
help-need-merge--case = La necesidad que se abandona
help-need-merge--into = La necesidad que queda

help-plan = 2. El plan de la asistencia
help-schedule = 3. Jornadas: fechas, lugares, quién facilita, a quién se invita
help-notify = 4. Avisa a quienes corresponde
help-run = 5. Asistencia, actas, acuerdos
help-evaluate = 6. La evaluación de la jornada
help-followup = 7. Compromisos
help-archive = 8. El expediente: documentos, clasificación, cierre, paquete

help-skip = Omite una etapa, donde el perfil lo permite
help-hold = Pone una asistencia en pausa
help-resume = Retoma una asistencia que estaba en pausa
help-cancel = Desiste de una asistencia

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
help-log = Qué se hizo, quién y cuándo
help-log--reference = Solo las operaciones de esta asistencia (o de la asistencia de esta jornada, compromiso, documento o mensaje)
help-log--since = Solo las operaciones desde este día
help-log--limit = Cuántas, como máximo, las más recientes
help-undo = Deshace una operación
help-undo--op = La operación que se deshace (si no, la última)
help-check = Revisa el registro: base de datos, bitácora, documentos, expedientes sellados
help-check--fix = Arregla lo que se puede sin perder nada de lo que dice el registro: retira contenidos sin documento (un documento deshecho ya no se podrá rehacer) y reconstruye índices
help-backup = Copia el registro mientras está en uso
help-backup--file = La copia; no debe existir todavía
help-export = Una asistencia, o todo, como JSON
help-export--case = Las asistencias (si no, todas, con los registros de organizaciones, personas y mesas)
help-import = Archivos recibidos
help-completions = Autocompletado para un intérprete de órdenes
help-completions--shell = El intérprete de órdenes
help-man = Páginas de manual en una carpeta
help-man--folder = La carpeta; se crea si no existe
help-help = Ayuda sobre una orden o un tema: exit-codes, references, profiles
help-help--topic = Una orden (need add), o un tema: exit-codes, references, profiles
