# Lo que se escribió mal

usage-nothing = esta orden todavía no existe
usage-language = «{ $value }» no es un idioma conocido: use es, pt o en
usage-now = ATA_NOW=«{ $value }» no es un instante; escriba, por ejemplo, 2026-03-04T09:00:00-05:00
usage-zone = «{ $value }» no es una zona horaria de la región; escriba, por ejemplo, America/Bogota
usage-day = { $option }: «{ $value }» no es una fecha que exista; escriba, por ejemplo, 2026-03-04, hoy o +3d
usage-moment = { $option }: «{ $value }» no es una fecha y hora que exista; escriba, por ejemplo, "2026-03-04 09:00"
usage-duration = { $option }: «{ $value }» no es una duración; escriba, por ejemplo, 3h, 90m o 1h30m
usage-amount = { $option }: «{ $value }» no es un valor; escriba solo cifras y, si hace falta, un punto decimal: 1500000.50
usage-line-empty = { $option }: el texto está vacío
usage-line-control = { $option }: el carácter { $code } en la posición { $at } no se permite
usage-line-long = { $option }: el texto tiene { $found } caracteres y caben { $max }
usage-not-utf8 = { $path } no es texto en UTF-8
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
