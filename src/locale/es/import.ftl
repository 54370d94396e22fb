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
