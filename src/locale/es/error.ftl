# Lo que falló

error-label = error
error-missing = 
    { $case } no puede salir de su etapa: { $n ->
        [one] falta un punto de control
       *[other] faltan { $n } puntos de control
    }
error-missing-session =
    { $session } no se puede cerrar: { $n ->
        [one] falta un punto de control
       *[other] faltan { $n } puntos de control
    }
error-missing-one = { $control }: { $meaning } → { $hint }
error-missing-waivable = { $control }: { $meaning } → { $hint } (o --waive { $control }=RAZÓN)
error-not-waivable = el punto de control «{ $control }» no se puede dispensar en esta etapa
error-not-yet = { $case } está en la etapa «{ $at }» y todavía no llega a «{ $wanted }»
error-case-on-hold = { $case } está en pausa
error-case-rejected = { $case } fue rechazada
error-case-merged = { $case } se unió a otra asistencia
error-case-cancelled = { $case } fue cancelada
error-case-copy = { $case } es copia de { $reference } de { $institution }: aquí no se expiden documentos ni informes de ella; los que se imprimieron están en su paquete
error-case-closed = el expediente { $case } está cerrado y sellado: ya no se puede cambiar

error-no-register = no hay ningún registro (ata.db) en { $folder } ni en las carpetas superiores
error-no-file = no existe el registro { $path }
error-file-exists = ya existe el archivo { $path }
error-file-exists-hint = indique un archivo que no exista todavía
error-not-a-register = { $path } no es un registro de ata
error-not-a-register-hint = indique el archivo correcto con --db
error-newer = el registro tiene la versión { $found } y este programa conoce hasta la { $known }
error-newer-hint = actualice el programa; el archivo no se ha tocado
error-busy = otro proceso está escribiendo en el registro
error-busy-hint = espere un momento y repita la orden; no quedó nada a medias
error-read-only = el registro es de solo lectura
error-read-only-hint = revise los permisos del archivo y de su carpeta
error-not-writable = { $path } es de solo lectura
error-left = { $n ->
    [one] este archivo de otra persona (usuario n.º { $owner }) no deja escribir en el registro: { $files }
   *[other] estos archivos de otra persona (usuario n.º { $owner }) no dejan escribir en el registro: { $files }
}
error-left-hint = están vacíos: cuando nadie más tenga abierto el registro, bórrelos (rm { $files })
error-left-changes-hint = tienen cambios sin asentar: no los borre; que el usuario { $owner } o quien administra el equipo dé permiso de escritura sobre ellos
error-disk-full = no queda espacio en el disco
error-disk-full-hint = libere espacio y repita la orden; no quedó nada a medias
error-damaged = el registro está dañado: { $detail }
error-damaged-hint = revise con «ata check» y recupere la última copia (ata backup)
error-stored = el registro guarda un dato que no se entiende ({ $what }): { $detail }
error-sealed = el expediente está cerrado y sellado: ya no se puede cambiar
error-sealed-hint = lo nuevo va en otra asistencia: ata need add
error-append-only = la bitácora solo admite filas nuevas
error-database = la base de datos rechazó la operación: { $detail }
error-no-folder = { $path } no se puede escribir: no existe la carpeta «{ $folder }»
error-no-place = { $path } no se puede escribir: la carpeta no admite archivos
error-file = { $path }: { $detail }
error-file-missing-hint = revise el nombre y la carpeta en que se busca: un archivo de otro lugar se indica con su ruta
error-file-too-large = { $path } pesa { $size } MiB y el perfil admite hasta { $limit } MiB
error-file-too-large-hint = reduzca el archivo o cambie archive.max_file_mib en el perfil (ata profile update)
error-file-empty = { $path }: no contiene nada
error-template = el texto del aviso no se pudo componer

error-no-case = no hay ninguna asistencia «{ $text }»
error-no-session = no hay ninguna jornada «{ $text }»
error-no-commitment = no hay ningún compromiso «{ $text }»
error-no-document = no hay ningún documento «{ $text }»
error-no-message = no hay ningún mensaje «{ $text }»
error-no-person = no hay ninguna persona «{ $text }»
error-no-organisation = no hay ninguna organización ni persona «{ $text }»
error-no-board-here = «{ $text }» es una mesa: aquí se nombra a una persona o a una entidad (quien preside la mesa, por ejemplo)
error-no-board = no hay ninguna mesa «{ $text }»
error-no-import = no hay ninguna importación «{ $text }»
error-no-operation = no hay ninguna operación «{ $text }»
error-no-series = no hay ninguna serie «{ $text }»
error-many-case = «{ $text }» puede ser { $n } asistencias
error-many-session = «{ $text }» puede ser { $n } jornadas
error-many-commitment = «{ $text }» puede ser { $n } compromisos
error-many-document = «{ $text }» puede ser { $n } documentos
error-many-message = «{ $text }» puede ser { $n } mensajes
error-many-person = «{ $text }» puede ser { $n } personas
error-many-organisation = «{ $text }» puede ser { $n } organizaciones
error-many-board = «{ $text }» puede ser { $n } mesas
error-many-import = «{ $text }» puede ser { $n } importaciones
error-many-operation = «{ $text }» puede ser { $n } operaciones
error-many-series = «{ $text }» puede ser { $n } series
error-many-hint = escriba la referencia completa, por ejemplo { $id }
error-candidate = { $id }  { $label }

error-undo-left = la operación { $op } ya salió de la entidad (mensajes o paquetes): no se puede deshacer
error-undo-left-hint = lo que se avisó se corrige con otro aviso: ata schedule move o ata schedule cancel, y después ata notify draft … --as change (o cancellation)
error-undo-packed-hint = el paquete está donde se escribió; lo anterior se deshace por su número: ata undo --op N (ata log)
error-undo-final = la operación { $op } es definitiva: no se puede deshacer
error-undo-final-hint = lo que se hizo antes o después se deshace por su número: ata undo --op N (ata log)
error-undo-changed = la operación { $op } no se puede deshacer: algo posterior cambió lo mismo o depende de ello ({ $thing })
error-undo-later = la operación { $op } no se puede deshacer: la operación { $by }, posterior, cambió lo mismo o depende de ello ({ $thing })
error-undo-told = la operación { $op } no se puede deshacer: ya se avisó a alguien de { $session } como está ahora; cámbiela con otra orden y avise de nuevo
error-undo-nothing = no hay nada que deshacer

error-dangling = { $link } es un enlace a { $target }, que no existe
error-unsettled = { $path } es de solo lectura y tiene cambios recientes en otro archivo (-wal o -journal) que así no se pueden leer
error-unsettled-hint = ábralo una vez donde se pueda escribir (por ejemplo, con «ata check»), o trabaje con una copia hecha con «ata backup»
error-disk = el disco no pudo leer o escribir ({ $detail })
error-disk-hint = revise el espacio, la cuota y el estado del disco, y repita la orden; no quedó nada a medias
error-shown-hint = la orden se cumplió; solo falló mostrar la respuesta
error-io-not-found = no existe
error-io-denied = no hay permiso
error-io-unwritable = no hay permiso para escribir ahí
error-io-exists = ya existe
error-io-folder = es una carpeta
error-io-no-folder = una parte de la ruta no es una carpeta
error-io-full = no queda espacio en el disco
error-io-quota = se agotó la cuota de disco
error-io-too-large = el archivo pasa del tamaño que el sistema permite
error-io-read-only = el disco es de solo lectura
error-io-name = ese nombre de archivo no se puede usar
error-no-elimination = no hay ninguna lista de eliminación «{ $text }»
error-many-elimination = «{ $text }» nombra { $n } listas de eliminación
error-no-review = no hay ninguna fila por revisar «{ $text }»
