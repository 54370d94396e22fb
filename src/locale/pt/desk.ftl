# O registro

desk-begun = Registro criado: { $file }
desk-begun-hint = hint: continue com as áreas (ata org add) e as pessoas (ata person add), ou registre a primeira necessidade: ata need add "…"
desk-another = { $path } já é o registro de outra configuração ({ $institution })
desk-profile-wrong = 
    o perfil { $file } tem { $n ->
        [one] um erro
       *[other] { $n } erros
    }
desk-profile-stdin = da entrada padrão

desk-no-organisations = Não há entidades registradas com esse nome.
desk-org-code-taken = o código “{ $code }” já é de { $id } { $name }
desk-org-name-taken = já há outra entidade com esse nome e o mesmo vínculo: { $id } { $name }
desk-org-ring = “{ $name }” ficaria subordinada a si mesma

desk-no-persons = Não há pessoas registradas com essas condições.
desk-person-other-name = aviso: { $id } está com outro nome: { $name }; foi mantido (ata person edit { $id } --name …)
desk-person-namesake = aviso: { $other } tem o mesmo nome que { $id }; ata person same { $other } { $id } (é a mesma pessoa) ou ata person different { $other } { $id }
desk-person-only-name = aviso: sem documento, e-mail nem entidade, { $id } não se distingue de alguém com o mesmo nome
desk-person-document-taken = o documento { $doc } já é de { $id } { $name }
desk-merge-itself = as duas referências são a mesma pessoa, { $id }
desk-merged-already = { $id } já foi unificada com { $into }
desk-merge-documents = aviso: tinham documentos diferentes; fica { $kept } e não { $other } (para voltar atrás: ata undo)
desk-no-candidates = Não há pessoas que pareçam registradas duas vezes.
desk-candidates-hint = hint: ata person same { $a } { $b } (são a mesma pessoa) · ata person different { $a } { $b } (não se pergunta de novo)

desk-no-boards = Não há mesas registradas.

desk-no-imports = Nenhum arquivo foi recebido.
desk-import-undone =
    { $import } retirada ({ $file }): { $n ->
        [0] nenhum registro a menos
        [one] um registro a menos
       *[other] { $n } registros a menos
    }
desk-import-gone = { $import } já tinha sido retirada
desk-import-kept =
    { $n ->
        [one] Um registro fica:
       *[other] { $n } registros ficam:
    }

desk-skip-past = { $case } já passou pela etapa “{ $stage }” e está em “{ $at }”
desk-skip-never = o perfil não permite omitir a etapa “{ $stage }” ({ $case } está em “{ $at }”)
desk-skip-not-yet = { $case } está em “{ $at }” e ainda não chegou a “{ $stage }”
desk-cancel-told =
    { $n ->
        [one] hint: uma pessoa já havia sido avisada; avise-a do cancelamento: ata notify draft { $case } --as cancellation --signed-by PESSOA
       *[other] hint: { $n } pessoas já haviam sido avisadas; avise-as do cancelamento: ata notify draft { $case } --as cancellation --signed-by PESSOA
    }

desk-no-profile = não há nenhum perfil “{ $name }” no programa nem no registro
desk-profile-unknown = não há nenhum perfil “{ $name }” no programa, nem um arquivo com esse nome
desk-profile-in-force = vigente
desk-profile-sound = { $file }: o perfil “{ $name }” não tem erros
desk-profile-now = Perfil vigente: { $name }, versão { $version } ({ $title })
desk-profile-same-version = aviso: o texto mudou e o número da versão continua { $version }; aumente-o no arquivo para distingui-las
desk-profile-other-place =
    { $n ->
        [one] já há uma assistência registrada
       *[other] já há { $n } assistências registradas
    } com país { $country } e prefixo { $prefix }: o perfil não pode mudá-los para { $new_country } e { $new_prefix }

desk-fault-syntax = { $at }: o arquivo não é TOML; quem o lê diz, em inglês: “{ $detail }”
desk-fault-repeated-field = { $at }: o campo “{ $field }” aparece duas vezes
desk-fault-unknown-field =
    { $at }: o campo “{ $field }” não existe{ $way ->
        [near] ; quis dizer “{ $help }”?
        [known] ; os desta tabela são: { $help }
       *[none] {""}
    }
desk-fault-missing-field = { $at }: falta o campo “{ $field }”
desk-fault-missing-stage = { $at }: falta a etapa [stage.{ $stage }]
desk-fault-wrong-type = { $at }: “{ $field }” deve ser { $expected } e é { $found }
desk-fault-blank = { $at }: “{ $field }” está vazio
desk-fault-several-lines = { $at }: “{ $field }” deve caber em uma linha, sem quebras nem caracteres de controle
desk-fault-empty-list = { $at }: a lista “{ $field }” está vazia
desk-fault-out-of-range = { $at }: “{ $field }” é { $value } e deve estar entre { $min } e { $max }
desk-fault-unknown-word =
    { $at }: “{ $field }”: “{ $word }” não é { $vocabulary }{ $way ->
        [near] ; quis dizer “{ $help }”?
        [known] ; pode ser: { $help }
       *[none] {""}
    }
desk-fault-unknown-control =
    { $at }: “{ $word }” não é um ponto de controle da etapa { $stage }{ $way ->
        [near] ; quis dizer “{ $help }”?
        [known] ; os desta etapa são: { $help }
       *[none] {""}
    }
desk-fault-control-of-other-stage = { $at }: o ponto de controle “{ $control }” é da etapa { $guards } e está em { $stage }
desk-fault-bad-prefix = { $at }: o prefixo “{ $value }” deve ter de 1 a 8 letras maiúsculas de A a Z
desk-fault-bad-key = { $at }: “{ $field }”: a chave “{ $value }” só pode ter minúsculas sem acento, algarismos, “_” e “-”
desk-fault-bad-series-code = { $at }: o código de série “{ $value }” só pode ter letras, algarismos, “.” e “-”
desk-fault-unknown-series = { $at }: a tabela de temporalidade deste perfil não tem a série “{ $value }”
desk-fault-bands-overlap = { $at }: “{ $key }” inclui idades que “{ $other }”, na linha { $first }, já inclui
desk-fault-bad-disposal = { $at }: a destinação “{ $value }” deve ser CT, E ou S, sozinha ou unida com “+” a M ou D (CT+D)
desk-fault-repeated = { $at }: { $what } “{ $key }” já está na linha { $first }
desk-fault-no-weight = { $at }: todos os pesos da prioridade são zero: todas as necessidades ficariam iguais
desk-fault-scale-order = { $at }: o mínimo da escala ({ $min }) não é menor que o máximo ({ $max })
desk-fault-satisfied-outside-scale = { $at }: “satisfied_from” é { $value } e a escala vai de { $min } a { $max }
desk-fault-label-count =
    { $at }: { $labels ->
        [one] há um nome
       *[other] há { $labels } nomes
    } para os { $values } valores da escala
desk-fault-too-few-options = { $at }: a pergunta de escolha “{ $item }” precisa de pelo menos duas opções e tem { $options }
desk-fault-unused-options = { $at }: “{ $item }” tem opções e não é de escolha (kind = "choice")
desk-fault-shortcut-backwards = { $at }: um atalho vai para a frente, e de { $stage } a { $to } não

desk-type-text = um texto entre aspas
desk-type-whole = um número inteiro
desk-type-fraction = um número com decimais
desk-type-flag = true ou false
desk-type-date = uma data
desk-type-list = uma lista
desk-type-table = uma tabela

desk-vocabulary-country = um país conhecido
desk-vocabulary-language = um idioma conhecido
desk-vocabulary-time-zone = um fuso horário
desk-vocabulary-weekday = um dia da semana
desk-vocabulary-stage = uma etapa
desk-vocabulary-origin = uma origem de necessidades
desk-vocabulary-activity = uma atividade do plano
desk-vocabulary-record-source = uma fonte de registros
desk-vocabulary-item-kind = um tipo de pergunta

desk-named-control = o ponto de controle
desk-named-record = o registro documental
desk-named-section = a seção
desk-named-item = a pergunta
desk-named-series = a série
desk-named-label = o nome da escala
desk-named-choice = a opção

desk-document-missing = { $option }: “{ $value }” não é um documento; se a pessoa não tem, não o informe
desk-document-no-digits = { $option }: “{ $value }” não tem nenhum algarismo
desk-document-unknown-type = { $option }: “{ $word }” não é um tipo de documento conhecido; os do país são: { $known }
desk-document-type-conflict = { $option }: “{ $value }” diz { $written }, que é outro tipo de documento
desk-document-digits-lost = { $option }: uma planilha arredondou o número “{ $value }” e perdeu seus últimos algarismos
desk-document-length = { $option }: “{ $value }” tem { $found } caracteres e um documento { $kind } tem de { $min } a { $max }
desk-document-letters = { $option }: “{ $value }” tem letras e um documento { $kind } só algarismos
desk-document-check-digit = { $option }: o dígito verificador de “{ $value }” deveria ser { $expected }; confira o número inteiro
desk-document-stray-check-digit = { $option }: “{ $value }” termina em um algarismo à parte e um documento { $kind } não tem dígito verificador
desk-document-ambiguous-check-digit = { $option }: em “{ $value }” não se sabe se o último algarismo é o dígito verificador; separe-o com hífen
desk-document-repeated = { $option }: “{ $value }” repete um só algarismo: é um número de preenchimento
desk-document-prefix = { $option }: “{ $value }” começa com { $found } e nenhum documento { $kind } começa assim
desk-document-malformed = { $option }: “{ $value }” não é um só número de documento; escreva, por exemplo, CPF:52998224725

desk-email-missing = { $option }: “{ $value }” não é um e-mail; se não há, não o informe
desk-email-control = { $option }: o e-mail tem uma quebra de linha ou outro caractere de controle
desk-email-several = { $option }: “{ $value }” são vários e-mails; informe um
desk-email-display-text = { $option }: escreva só o endereço, sem o nome: “{ $value }”
desk-email-external-account = { $option }: “{ $value }” é o nome de uma conta externa, não um e-mail
desk-email-domain = { $option }: falta o final do domínio de “{ $value }” (.gov.br, .org …)
desk-email-too-long = { $option }: o e-mail é longo demais
desk-email-syntax = { $option }: “{ $value }” não é um e-mail
desk-phone = { $option }: “{ $value }” não é um telefone

desk-territory-missing = { $option }: falta o código do território
desk-territory-not-digits = { $option }: o código de território “{ $value }” só tem algarismos
desk-territory-length = { $option }: o código de território “{ $value }” tem { $found } algarismos e deve ter uma destas quantidades: { $accepted }
desk-territory-lost-zero = { $option }: o código de território “{ $value }” perdeu o zero inicial: { $expected }
desk-territory-unknown-department = { $option }: nenhum estado ou departamento tem o código { $found } (“{ $value }”)
desk-territory-check-digit = { $option }: o último algarismo de “{ $value }” deveria ser { $expected }
desk-territory-area = { $option }: o quinto algarismo de “{ $value }” é { $found } e deve ser 1 (urbana) ou 6 (rural)

desk-forgotten =
    { $n ->
        [0] { $person }  { $name } · não havia nada a esquecer
        [one] { $person }  { $name } · esquecido o que disse em uma sessão
       *[other] { $person }  { $name } · esquecido o que disse em { $n } sessões
    }
desk-holiday-law = por lei
desk-holiday-added = incluído
desk-holiday-removed = não é observado
desk-holiday-optional = ponto facultativo
desk-holiday-name = { $date } não é feriado por lei: diga como se chama o dia
desk-holiday-none = { $date } não é feriado
desk-holiday-now-added = { $what }: o órgão não trabalha nesse dia.
desk-holiday-now-removed = { $what }: é dia útil.
desk-holiday-now-left-out = { $what }: não é observado em nenhum ano.
desk-holiday-now-law = { $what }: é observado como diz a lei.
desk-holiday-term =
    { $from } → { $to }: { $n ->
        [one] um dia útil
       *[other] { $n } dias úteis
    }
desk-import-restored =
    { $n ->
        [one] Um registro volta a ser como antes
       *[other] { $n } registros voltam a ser como antes
    }
desk-kept-edited = alguém mudou depois
desk-kept-in-use = já consta em outro lugar
desk-kept-other-file = também consta em outro arquivo
desk-merge-settled = com isto ficam resolvidas as linhas { $rows }
desk-told-apart = { $a } não é { $b }; não se perguntará de novo
desk-different-joined = { $a } e { $b } já foram unificados

# Documentos impressos (ata paper)

desk-paper-one =
    { $pages ->
        [one] { $name }  { $title } · { $pages } página
       *[other] { $name }  { $title } · { $pages } páginas
    }
desk-paper-many =
    { $n ->
        [one] { $n } documento em “{ $folder }”
       *[other] { $n } documentos em “{ $folder }” ({ $pages } páginas)
    }
desk-paper-filed = Juntado ao processo como { $document }
desk-paper-workbook =
    { $rows ->
        [one] { $file }: { $rows } linha
       *[other] { $file }: { $rows } linhas
    }
desk-paper-not-about = de “{ $value }” não se imprime “{ $kind }”
desk-paper-about-what = falta dizer de que se imprime “{ $kind }”
desk-paper-about-message = indique uma mensagem, uma sessão ou uma assistência: ata paper { $kind } 1-S1
desk-paper-about-session = indique uma sessão ou uma assistência: ata paper { $kind } 1-S1
desk-paper-about-case = indique uma assistência: ata paper { $kind } 1
desk-paper-about-group = indique uma assistência ou um grupo, ou nada para abranger tudo: ata paper { $kind } GRUPO --year 2026
desk-paper-about-owner = indique uma assistência, uma sessão, uma pessoa ou uma entidade, ou nada para abranger o que está pendente: ata paper { $kind } 1
desk-paper-no-sessions = a assistência { $case } não tem sessões
desk-paper-nobody-invited = na sessão { $session } não há pessoas convocadas
desk-paper-nobody-earned = ninguém na sessão { $session } alcançou os { $threshold }% de presença que o certificado exige
desk-paper-not-earned = { $person } não alcançou na sessão { $session } a presença que o certificado exige
desk-paper-no-minutes = a ata da sessão { $session } não foi registrada: não há o que arquivar
desk-paper-ahead = “{ $kind }” ainda não é emitido: a sessão { $session } começa em { $start }
desk-paper-unfinished = ainda não se certifica: a sessão { $session } termina em { $end }
desk-paper-early = não se certifica com data anterior ao fim da sessão { $session }: { $end }
desk-paper-blank = “{ $kind }” de { $about } está em branco: não há o que arquivar
desk-paper-other-kind = { $message } é “{ $is }”: não se imprime como “{ $kind }”
desk-paper-over = “{ $kind }” não anuncia o que já passou: a atividade { $session } foi em { $day } e não consta que tenha sido comunicada; com --date imprime-se o que foi enviado por outro meio
desk-paper-not-asked = o perfil não pede dados do enfoque diferencial
desk-paper-unclassified = o processo { $case } não está classificado em nenhuma série: não consta do inventário
desk-paper-several = são { $n } documentos e foi indicado um só arquivo
desk-paper-form = a forma “{ $form }” não é impressa: os documentos saem em .pdf e as tabelas em .xlsx
desk-paper-only-workbook = “{ $kind }” é uma tabela e só sai em .xlsx
desk-paper-no-workbook = “{ $kind }” não é uma tabela; em .xlsx saem: { $known }
desk-paper-file-workbook = ao processo juntam-se documentos (.pdf), não tabelas
desk-paper-no-file = “{ $kind }” não se junta a um processo
desk-paper-fault = o modelo { $file } tem um erro: { $message }
desk-paper-fault-place = linha { $line }, coluna { $column }
desk-paper-fault-file = em { $file }
desk-paper-fault-hint = { $hint }
desk-typst-unclosed = o modelo { $file } tem um erro: falta fechar um parêntese, um colchete ou uma chave
desk-typst-unopened = o modelo { $file } tem um erro: fecha-se um parêntese, um colchete ou uma chave que não foi aberto
desk-typst-string = o modelo { $file } tem um erro: falta fechar as aspas
desk-typst-variable = o modelo { $file } tem um erro: não existe a variável “{ $subject }”
desk-typst-key = o modelo { $file } tem um erro: não existe o dado “{ $subject }”
desk-typst-font = o modelo { $file } tem um erro: não existe a fonte “{ $subject }”
desk-typst-no-file = o modelo { $file } tem um erro: não se encontra um arquivo que ele pede
desk-typst-argument = o modelo { $file } tem um erro: uma função recebe algo que não espera: { $subject }
desk-typst-expression = o modelo { $file } tem um erro: falta uma expressão
desk-typst-comma = o modelo { $file } tem um erro: falta uma vírgula
desk-typst-zero = o modelo { $file } tem um erro: divide por zero
desk-typst-endless = o modelo { $file } tem um erro: repete algo sem fim
desk-typst-picture = { $file } não é uma imagem que se possa imprimir: servem SVG, PNG e JPEG
desk-paper-without-pdf = este programa foi compilado sem a parte que imprime em PDF: dos documentos só dá as tabelas em .xlsx
desk-paper-without-pdf-hint = instale o programa completo (cargo install sem --no-default-features), ou peça uma tabela: ata paper schedule --out cronograma.xlsx
desk-begun-before = O registro já existia: { $file }
desk-not-taken = aviso: { $what } já estava assim (“{ $kept }”) e assim permanece; { $option } não foi considerado
