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
import-reason-required = falta este dato
import-reason-repeated = ya está en el archivo con otros datos
import-reason-text = el texto es demasiado largo o tiene caracteres que no se permiten
import-reason-years = los años son un número entero de 0 a 200
import-reason-series-code = el código solo admite letras, cifras, guiones y puntos
import-reason-disposal = la disposición es CT, E o S, sola o con + M o + D
