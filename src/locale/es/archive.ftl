# Archivo

archive-no-type = el perfil «{ $profile }» no conoce el tipo documental «{ $value }»; conoce: { $known }
archive-type-meant = ¿quiso decir --type { $kind }?
archive-one-title = --title vale para un solo archivo

archive-sheet = Hoja de control de expediente
archive-provisional = Expediente abierto: los folios son provisionales hasta el cierre.
archive-no-documents = El expediente no tiene documentos.
archive-total = 
    { $folios ->
        [one] 1 folio
       *[other] { $folios } folios
    } en { $folders ->
        [one] 1 carpeta
       *[other] { $folders } carpetas
    }
archive-origin = electrónico
archive-written = Archivo escrito: { $file }
archive-no-form = esta orden no escribe archivos { $form }
archive-no-rows = «{ $file }»: un inventario se escribe como .csv, .xlsx o .pdf

archive-closed = Expediente cerrado y sellado: { $folios ->
        [one] 1 folio
       *[other] { $folios } folios
    } en { $folders ->
        [one] 1 carpeta
       *[other] { $folders } carpetas
    }
archive-uncalled = 
    { $n ->
        [one] Se anuló un aviso que esperaba llamada o entrega
       *[other] Se anularon { $n } avisos que esperaban llamada o entrega
    }: ata notify outbox { $case }
archive-pending = { $case } no se puede cerrar: { $n ->
        [one] un mensaje está por enviar o por aclarar
       *[other] { $n } mensajes están por enviar o por aclarar
    }

archive-not-closed = { $case } no está cerrada: solo se empaqueta un expediente cerrado
archive-packaged = Paquete: { $package } ({ $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }, { $bytes } bytes)
archive-seal-broken = el contenido de { $case } ya no corresponde a su sello
archive-unreadable = el documento { $path } no se pudo leer: { $detail }
archive-altered = el documento { $path } no es el que se incorporó: su huella es otra
archive-damaged = { $path } ya contiene este paquete, pero dañado
archive-exists = { $path } ya existe y es otra cosa
archive-exists-hint = indique otra carpeta con --out, o retire lo que hay allí
archive-foreign = { $path } no es un paquete a medio escribir
archive-busy = otro proceso está escribiendo { $path }
archive-not-a-package = { $path } no es un paquete: se espera una carpeta, un ZIP o un tar
archive-not-a-bag = { $path } no es un paquete BagIt
archive-compressed = { $path } está comprimido: descomprímalo primero
archive-failed = el paquete no se pudo formar: { $detail }

archive-valid = { $package }: íntegro ({ $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }, { $bytes } bytes)
archive-invalid = { $package }: { $problems ->
        [one] un problema
       *[other] { $problems } problemas
    }
archive-problem-missing = falta
archive-problem-unlisted = no figura en el manifiesto
archive-problem-changed = el contenido no es el que se selló
archive-problem-length = tiene otro tamaño que el declarado
archive-problem-unreadable = no se pudo leer hasta el final
archive-problem-bad-path = la ruta no es admisible
archive-path-empty = está vacía
archive-path-absolute = parte de la raíz
archive-path-dots = sale de su carpeta
archive-path-backslash = lleva una barra invertida
archive-path-control = lleva un carácter de control
archive-path-trailing = termina en espacio o punto
archive-path-outside = está fuera de su lugar
archive-path-not-unicode = no está en Unicode
archive-problem-not-a-file = no es un archivo
archive-problem-collision = en algunos sistemas se confunde con otro archivo
archive-problem-oxum = el número de bytes y archivos no es el declarado
archive-problem-fetch = todavía no se ha descargado
archive-problem-repeated = figura más de una vez
archive-problem-malformed = línea { $line } no reconocida
archive-problem-encoding = no está en UTF-8 sin marca de orden de bytes (BOM)
archive-problem-undeclared = no declara la codificación UTF-8
archive-problem-version = la versión de BagIt no se conoce
archive-problem-too-large = es demasiado grande
archive-problem-unproven = ningún manifiesto prueba el contenido
archive-problem-inconsistent = el ZIP o el tar se contradice
archive-problem-not-checked = observación: este algoritmo no se comprueba aquí
archive-problem-uncovered = observación: ningún manifiesto lo cubre
archive-problem-bad-zip = el ZIP está dañado
archive-problem-bad-tar = el tar está dañado
archive-problem-compressed = está comprimido: descomprímalo primero
archive-problem-not-a-package = no es un paquete: se espera una carpeta, un ZIP o un tar
archive-problem-not-a-bag = no es un paquete BagIt

archive-nothing-due = Ningún expediente cerrado ha cumplido sus años de retención.
archive-not-approved = Hay series cuya tabla de retención no está aprobada: con base en ellas no se elimina nada (ata archive series import ARCHIVO --source ACTO).
archive-no-series = No hay series documentales: ata archive series import ARCHIVO
archive-series-column = { $file } no tiene la columna «{ $column }»
archive-series-columns = columnas: código, serie, subserie, tipos documentales, archivo de gestión, archivo central, disposición final, procedimiento, fuente

archive-no-files = No hay expedientes clasificados con esas condiciones.
archive-inventory-no-primary-transfer = No hay nada que transferir: ningún expediente cerrado ha cumplido sus años en el archivo de gestión (ata archive due).
archive-inventory-no-secondary-transfer = No hay nada que transferir: ningún expediente cerrado de conservación ha cumplido sus años en el archivo central (ata archive due).
archive-inventory-held = { $n ->
    [one] No figura { $cases }: está bajo retención legal.
   *[other] No figuran { $cases }: están bajo retención legal.
}
archive-inventory-copies = { $n ->
    [one] No figura { $cases }: es una copia recibida, y quien la produjo la inventaría.
   *[other] No figuran { $cases }: son copias recibidas, y quien las produjo las inventaría.
}
archive-fuid-form = Formato Único de Inventario Documental
archive-fuid-sender = Entidad remitente
archive-fuid-producer = Entidad productora
archive-fuid-unit = Unidad administrativa
archive-fuid-office = Oficina productora
archive-fuid-purpose = Objeto
archive-fuid-purpose-office = Inventario de archivo de gestión
archive-fuid-date = Fecha
archive-fuid-n = Número de orden
archive-fuid-code = Código
archive-fuid-name = Nombre de la serie, subserie o asuntos
archive-fuid-from = Fecha inicial
archive-fuid-to = Fecha final
archive-fuid-box = Caja
archive-fuid-folder = Carpeta
archive-fuid-tome = Tomo
archive-fuid-other = Otro
archive-fuid-folios = Número de folios
archive-fuid-support = Soporte
archive-fuid-use = Frecuencia de consulta
archive-fuid-notes = Notas
archive-fuid-of = de
archive-fuid-electronic = Electrónico
archive-fuid-open = expediente en trámite
archive-fuid-range = folios { $from } a { $to }
archive-fuid-made = Elaborado por
archive-fuid-handed = Entregado por
archive-fuid-received = Recibido por
archive-fuid-post = Cargo
archive-fuid-signature = Firma
archive-no-rule = ninguna regla del perfil dice a qué serie pertenece { $case }
archive-due-held = { $what } — suspendida por retención legal: { $reason }
archive-no-holds = No hay expedientes con retención legal.
archive-elimination-title = Lista de expedientes propuestos para eliminación
archive-elimination-none = Ningún expediente cumple las condiciones para proponer su eliminación.
archive-elimination-no-lists = No hay listas de eliminación.
archive-elimination-nothing-removed = El programa no elimina nada: la lista se somete al comité de archivo.
archive-elimination-future = no se propone eliminar lo que todavía no ha cumplido sus años
archive-elimination-barred = { $n ->
        [one] un expediente no se puede proponer para eliminación
       *[other] { $n } expedientes no se pueden proponer para eliminación
    }
archive-elimination-held = la lista no se puede aprobar: { $n ->
        [one] un expediente tiene retención legal
       *[other] { $n } expedientes tienen retención legal
    }
archive-elimination-approved = { $list } ya fue aprobada
archive-elimination-withdrawn = { $list } fue retirada
archive-elimination-before = { $list } es de expedientes cuyo plazo había vencido el { $on }: no se aprueba con una fecha anterior
archive-elimination-not-taken = aviso: { $list } ya estaba decidida y queda como está; no se tomó { $options }
archive-not-taken = aviso: { $document } ya estaba en el expediente y queda como está; no se tomó { $options } (ata archive edit { $document } …)
archive-hold-not-taken = aviso: { $case } ya estaba bajo retención legal y sigue por la primera razón; no se tomó { $options }
archive-barrier-copy = { $case }: es una copia recibida; decide quien la produjo
archive-barrier-not-closed = { $case }: el expediente no está cerrado
archive-barrier-unclassified = { $case }: no está clasificado en la tabla de retención
archive-barrier-disposal = { $case }: su disposición final es otra: { $disposal }
archive-barrier-not-approved = { $case }: la serie { $series } no está aprobada en la tabla de retención
archive-barrier-not-due = { $case }: se conserva hasta el { $until }
archive-barrier-held = { $case }: retención legal: { $reason }
archive-barrier-listed = { $case }: ya está en la lista { $list }
archive-review-unfoliated = Sin número de folios: { $documents }
archive-review-unexpected = De un tipo que el procedimiento no nombra: { $documents }
archive-review-ready = El expediente está completo: ata archive close { $case }
archive-review-lacks = Para cerrar el expediente { $n ->
        [one] falta un punto de control
       *[other] faltan { $n } puntos de control
    }:
archive-received = Copia de { $reference } de { $institution }
archive-not-whole = { $package } no está íntegro: { $n ->
        [one] un problema
       *[other] { $n } problemas
    }
archive-not-ours = { $package } no es un expediente empaquetado por ata
archive-not-ours-hint = ata archive verify lo revisa; sus archivos se incorporan con ata archive attach
archive-newer = { $package } fue hecho por una versión más reciente
archive-log-broken = la cadena del registro de operaciones de { $package } está rota
archive-contradicted = { $package }: { $name } no dice lo que dicen los registros sellados; no se recibe
archive-unfit = { $package }: el contenido no es el de un expediente: { $name }
archive-other-seal = { $case } ya está aquí con otro sello que el de { $package }
archive-fuid-volume = Volumen
archive-fuid-series = Serie y subserie
archive-fuid-series-name = Serie
archive-fuid-subseries = Subserie
archive-fuid-case = Expediente
archive-fuid-file = Expediente
archive-fuid-code-office = Dependencia
archive-fuid-code-series = Serie
archive-fuid-code-subseries = Subserie
archive-fuid-folio-from = Folio inicial
archive-fuid-folio-to = Folio final
archive-fuid-format = Formato
archive-fuid-class = Clase de información
archive-fuid-approved = Aprobado por
archive-fuid-entry = Registro de entrada
archive-fuid-entry-year = Año
archive-fuid-entry-month = Mes
archive-fuid-entry-day = Día
archive-fuid-entry-number = N.T.
archive-fuid-purpose-central = Inventario de archivo central
archive-fuid-purpose-primary-transfer = Transferencia primaria
archive-fuid-purpose-secondary-transfer = Transferencia secundaria
archive-fuid-purpose-accumulated = Valoración de fondos acumulados
archive-fuid-purpose-merger = Fusión y supresión de entidades o dependencias
archive-fuid-purpose-individual = Inventario individual
archive-fuid-purpose-elimination = Eliminación de documentos
archive-no-transfer = el número de transferencia solo va en las transferencias
archive-no-layout = no hay ningún formato de inventario «{ $name }»; hay: { $known }, o un archivo .toml
archive-layout-syntax = { $file }, línea { $line }, columna { $column }: { $detail }
archive-layout-value = { $file }: «{ $value }» no es un dato del inventario; son: { $known }
archive-layout-untitled = { $file }: lo que queda en blanco (empty) necesita un título
archive-layout-empty = { $file } no tiene columnas
archive-fuid-title = Título del expediente
archive-review-closed = El expediente está cerrado.
archive-fuid-group-dates = Fechas extremas
archive-fuid-group-dates-from = Inicial
archive-fuid-group-dates-to = Final
archive-fuid-group-unit = Unidad de conservación
archive-fuid-place = Lugar
archive-fuid-day = Fecha
archive-packaged-without-papers = este programa se compiló sin la parte que imprime en PDF: el paquete va sin los documentos impresos
archive-kept-until = Archivo de gestión hasta el { $office }; archivo central hasta el { $central }; después: { $disposal }
