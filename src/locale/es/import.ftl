# Archivos recibidos

import-done = { $file } ({ $source }): { $rows } filas
import-nothing = { $file }: no había nada nuevo
import-rejects = 
    { $n ->
        [one] Una fila no se pudo leer
       *[other] { $n } filas no se pudieron leer
    }
import-warning = aviso: línea { $line }: { $code } { $detail }
import-new-people = personas nuevas
import-matched = reconocidas
import-people = personas
import-responses = respuestas
import-review = por revisar
import-updated = actualizadas
import-unchanged = sin cambios
import-ignored = pasadas por alto
import-rejected = rechazadas
import-reason-no-identifier = no hay nombre, documento ni correo

import-added = nuevas
import-no-column = en { $file } no hay ninguna columna «{ $column }»; hay: { $found }
import-columns = la primera fila debe nombrar las columnas; se entienden: { $columns }

import-reason-missing = falta
import-reason-unseen-signs = tiene caracteres que no se ven
import-reason-too-long = es demasiado largo
import-reason-invalid-date = no es una fecha; escriba 2026-03-04 o 4/3/2026 (día primero)
import-reason-unknown-word = no es una palabra de la lista
import-reason-not-1-to-5 = debe ser un número de 1 a 5
import-reason-not-yes-or-no = debe ser sí o no
import-reason-not-registered = no está en el registro
import-reason-fits-several = puede ser más de una
import-reason-invalid-document = no es un documento de identidad válido
import-reason-invalid-territory = no es un código de territorio del país
import-reason-code-of-another = ese código es de otra entidad
import-reason-name-of-another = ese nombre es de otra entidad, con otro código
import-reason-depends-on-itself = dependería de sí misma
import-reason-json-invalid = no es un objeto JSON en una línea
import-reason-value-not-text = debe ser un texto, un número o una lista de textos
import-reason-several-values = solo admite un valor
import-reason-too-many-cells = la fila tiene más celdas que el encabezado

import-warning-column-ignored = columna que no se usa:
import-warning-invalid-email = correo que no sirve, se deja vacío:
import-warning-organisation-unknown = la entidad no está registrada, se deja vacía:
import-warning-person-unknown = la persona no está registrada, se deja vacía:
import-warning-other-name = el documento o el correo ya es de alguien con otro nombre, que se conserva:
import-warning-namesake = ya había alguien con el mismo nombre:
import-warning-double-encoded = el texto venía con las tildes dañadas y se reparó
import-warning-undecodable-bytes = hay caracteres que no se pudieron leer
import-warning-looks-like-dos = parece un archivo de DOS: revise las tildes
import-warning-nul-bytes = hay bytes nulos, que se pasaron por alto
import-warning-duplicate-column = la columna está dos veces:
import-warning-no-rows = el archivo no tiene filas
import-warning-formula-text = una celda parece una fórmula y se tomó como texto:
import-warning-formula-without-value = una fórmula sin resultado guardado quedó vacía
import-warning-cell-error = una celda con error quedó vacía:
import-warning-number-precision = un número tiene más cifras de las que guarda una hoja de cálculo:
import-warning-other-sheets = el libro tiene otras hojas, que no se leyeron:

import-fault-changed-meanwhile = { $file } cambió mientras se leía (línea { $line })
import-fault-empty = { $file } está vacío
import-fault-too-large = { $file } pesa { $size } MiB y se admiten { $limit } MiB
import-fault-unknown-encoding = «{ $value }» no es una codificación conocida
import-fault-unsupported-container = { $file } es de tipo { $value }, que no se puede leer; guárdelo como CSV o XLSX
import-fault-encrypted = { $file } tiene contraseña: guárdelo sin ella
import-fault-damaged = { $file } está dañado: { $detail }
import-fault-unpacks-too-large = { $file } ocupa desempaquetado más de { $limit } MiB
import-fault-too-many-cells = { $file } tiene más de { $limit } celdas
import-fault-unclosed-quote = { $file }: las comillas que se abren en la línea { $line } no se cierran
import-fault-cell-too-large = { $file }: la celda de la línea { $line }, columna { $column }, pasa de { $limit } MiB
import-fault-too-many-columns = { $file }: la línea { $line } tiene más de { $limit } columnas
import-fault-no-header = en { $file } ninguna fila nombra las columnas
import-fault-row = línea { $line }: { $cells }
import-fault-unknown-column = en { $file } no hay una columna «{ $value }» para { $field }; hay: { $found }
import-fault-unknown-field = «{ $field }» no es un dato que se pueda leer de una columna
import-fault-unknown-sheet = en { $file } no hay una hoja «{ $value }»; hay: { $found }
import-fault-not-this-source = { $file } no tiene la forma de un archivo { $value }
import-fault-ambiguous-dates = { $file }: en «{ $value }» (línea { $line }) no se sabe cuál es el día y cuál el mes
import-reason-required = falta este dato
import-reason-repeated = ya está en el archivo con otros datos
import-reason-text = el texto es demasiado largo o tiene caracteres que no se permiten
import-reason-years = los años son un número entero de 0 a 200
import-reason-series-code = el código solo admite letras, cifras, guiones y puntos
import-reason-disposal = la disposición es CT, E o S, sola o con + M o + D
