# O que foi digitado errado

usage-nothing = este comando ainda não existe
usage-language = “{ $value }” não é um idioma conhecido: use es, pt ou en
usage-now = ATA_NOW=“{ $value }” não é um instante; escreva, por exemplo, 2026-03-04T09:00:00-03:00
usage-zone = “{ $value }” não é um fuso horário da região; escreva, por exemplo, America/Sao_Paulo
usage-day = { $option }: “{ $value }” não é uma data que exista; escreva, por exemplo, 2026-03-04, hoje ou +3d
usage-day-form = { $option }: não se entende a data “{ $value }”: escreva-a ano-mês-dia, 2026-03-18 (também hoje, amanhã ou +3d)
usage-moment = { $option }: “{ $value }” não é uma data e hora que exista; escreva, por exemplo, "2026-03-04 09:00"
usage-moment-form = { $option }: não se entende a data e hora “{ $value }”: escreva-a "2026-03-18 09:00" (também "amanhã 09:00" ou "+3d 09:00")
usage-duration = { $option }: “{ $value }” não é uma duração; escreva, por exemplo, 3h, 90m ou 1h30m
usage-amount = { $option }: “{ $value }” não é um valor; escreva só algarismos e, se preciso, um ponto decimal: 1500000.50
usage-line-empty = { $option }: o texto está vazio
usage-line-control = { $option }: o caractere { $code } na posição { $at } não é permitido
usage-line-long = { $option }: o texto tem { $found } caracteres e cabem { $max }
usage-no-stream = isto não se escreve na saída (“-”): dê o nome de um arquivo ou de uma pasta
usage-one-file = um arquivo guarda um; foram citados { $n }: escreva um por comando
usage-not-text = { $path } não é um texto
usage-not-utf8 = { $path }:{ $line }: não é texto em UTF-8 (byte { $byte })
usage-not-utf8-hint = salve o arquivo em UTF-8 e repita o comando
usage-waive = --waive “{ $value }”: escreva PONTO_DE_CONTROLE=MOTIVO com um ponto de controle que exista
usage-stage = “{ $value }” não é uma etapa: need, plan, schedule, notify, run, evaluate, followup, archive
usage-unknown-option = não existe a opção “{ $value }”
usage-unexpected = sobra “{ $value }”
usage-unknown-command = não existe o comando “{ $value }”
usage-missing-command = falta dizer o que fazer
usage-missing-argument = 
    { $n ->
        [one] falta { $list }
       *[other] faltam { $list }
    }
usage-no-value = falta o valor de { $option }
usage-not-among = { $option }: “{ $value }” não é um valor conhecido; use { $valid }
usage-bad-value = { $option }: “{ $value }” não é um valor aceito
usage-number-from = { $option }: “{ $value }”: espera-se um número a partir de { $from }
usage-number-between = { $option }: “{ $value }”: espera-se um número de { $from } a { $to }
usage-number = { $option }: “{ $value }”: espera-se um número
usage-twice = { $option } está repetida
usage-conflict = { $option } não pode ser usada junto com { $other }
usage-argument-utf8 = um argumento não é texto em UTF-8
usage-unreadable = não foi possível ler o comando: { $detail }
usage-meant = você quis dizer “{ $value }”?
usage-see = veja { $command }
usage-no-help = não há ajuda sobre “{ $value }”
usage-stdin = entrada padrão
usage-link = { $option }: “{ $value }” não é um endereço web; escreva, por exemplo, https://meet.example/sala
usage-value-title = TÍTULO
usage-value-name = NOME
usage-value-text = TEXTO
