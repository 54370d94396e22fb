# Lo que se escribió mal

usage-nothing = esta orden todavía no existe
usage-language = «{ $value }» no es un idioma conocido: use es, pt o en
usage-now = ATA_NOW=«{ $value }» no es un instante; escriba, por ejemplo, 2026-03-04T09:00:00-05:00
usage-zone = «{ $value }» no es una zona horaria de la región; escriba, por ejemplo, America/Bogota
usage-day = { $option }: «{ $value }» no es una fecha que exista; escriba, por ejemplo, 2026-03-04, hoy o +3d
usage-day-form = { $option }: no se entiende la fecha «{ $value }»: escríbala año-mes-día, 2026-03-18 (también hoy, mañana o +3d)
usage-moment = { $option }: «{ $value }» no es una fecha y hora que exista; escriba, por ejemplo, "2026-03-04 09:00"
usage-moment-form = { $option }: no se entiende la fecha y hora «{ $value }»: escríbala "2026-03-18 09:00" (también "mañana 09:00" o "+3d 09:00")
usage-duration = { $option }: «{ $value }» no es una duración; escriba, por ejemplo, 3h, 90m o 1h30m
usage-amount = { $option }: «{ $value }» no es un valor; escriba solo cifras y, si hace falta, un punto decimal: 1500000.50
usage-line-empty = { $option }: el texto está vacío
usage-line-control = { $option }: el carácter { $code } en la posición { $at } no se permite
usage-line-long = { $option }: el texto tiene { $found } caracteres y caben { $max }
usage-no-stream = esto no se escribe en la salida («-»): dé el nombre de un archivo o de una carpeta
usage-one-file = un archivo guarda uno; se nombraron { $n }: escriba uno por orden
usage-not-text = { $path } no es un texto
usage-not-utf8 = { $path }:{ $line }: no es texto en UTF-8 (byte { $byte })
usage-not-utf8-hint = guarde el archivo en UTF-8 y repita la orden
usage-waive = --waive «{ $value }»: escriba PUNTO_DE_CONTROL=RAZÓN con un punto de control que exista
usage-stage = «{ $value }» no es una etapa: need, plan, schedule, notify, run, evaluate, followup, archive
usage-unknown-option = no existe la opción «{ $value }»
usage-unexpected = sobra «{ $value }»
usage-unknown-command = no existe la orden «{ $value }»
usage-missing-command = falta decir qué hacer
usage-missing-argument = 
    { $n ->
        [one] falta { $list }
       *[other] faltan { $list }
    }
usage-no-value = falta el valor de { $option }
usage-not-among = { $option }: «{ $value }» no es un valor conocido; use { $valid }
usage-bad-value = { $option }: «{ $value }» no es un valor aceptado
usage-number-from = { $option }: «{ $value }»: se espera un número desde { $from }
usage-number-between = { $option }: «{ $value }»: se espera un número de { $from } a { $to }
usage-number = { $option }: «{ $value }»: se espera un número
usage-twice = { $option } está repetida
usage-conflict = { $option } no se puede usar junto con { $other }
usage-argument-utf8 = un argumento no es texto en UTF-8
usage-unreadable = no se pudo leer la orden: { $detail }
usage-meant = ¿quiso decir «{ $value }»?
usage-see = vea { $command }
usage-no-help = no hay ayuda sobre «{ $value }»
usage-stdin = entrada estándar
usage-link = { $option }: «{ $value }» no es una dirección web; escriba, por ejemplo, https://meet.example/sala
usage-value-title = TÍTULO
usage-value-name = NOMBRE
usage-value-text = TEXTO
