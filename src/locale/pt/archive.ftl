# Arquivo

archive-no-type = o perfil “{ $profile }” não conhece o tipo documental “{ $value }”; conhece: { $known }
archive-type-meant = quis dizer --type { $kind }?
archive-one-title = --title vale para um só arquivo

archive-sheet = Folha de controle do processo
archive-provisional = Processo aberto: a numeração das folhas é provisória até o encerramento.
archive-no-documents = O processo não tem documentos.
archive-total = 
    { $folios ->
        [one] 1 folha
       *[other] { $folios } folhas
    } em { $folders ->
        [one] 1 pasta
       *[other] { $folders } pastas
    }
archive-origin = eletrônico
archive-written = Arquivo gravado: { $file }
archive-no-form = este comando não grava arquivos { $form }
archive-no-rows = “{ $file }”: um inventário se grava como .csv, .xlsx ou .pdf

archive-closed = Processo encerrado e selado: { $folios ->
        [one] 1 folha
       *[other] { $folios } folhas
    } em { $folders ->
        [one] 1 pasta
       *[other] { $folders } pastas
    }
archive-uncalled = 
    { $n ->
        [one] Foi anulado um aviso que aguardava ligação ou entrega
       *[other] Foram anulados { $n } avisos que aguardavam ligação ou entrega
    }: ata notify outbox { $case }
archive-pending = { $case } não pode ser encerrada: { $n ->
        [one] uma mensagem está por enviar ou por esclarecer
       *[other] { $n } mensagens estão por enviar ou por esclarecer
    }

archive-not-closed = { $case } não está encerrada: só se empacota um processo encerrado
archive-packaged = Pacote: { $package } ({ $files ->
        [one] 1 arquivo
       *[other] { $files } arquivos
    }, { $bytes } bytes)
archive-seal-broken = o conteúdo de { $case } já não corresponde ao seu selo
archive-unreadable = o documento { $path } não pôde ser lido: { $detail }
archive-altered = o documento { $path } não é o que foi incorporado: seu resumo criptográfico é outro
archive-damaged = { $path } já contém este pacote, mas danificado
archive-exists = { $path } já existe e é outra coisa
archive-exists-hint = indique outra pasta com --out, ou retire o que há ali
archive-foreign = { $path } não é um pacote incompleto
archive-busy = outro processo está gravando { $path }
archive-not-a-package = { $path } não é um pacote: espera-se uma pasta, um ZIP ou um tar
archive-not-a-bag = { $path } não é um pacote BagIt
archive-compressed = { $path } está compactado: descompacte-o primeiro
archive-failed = o pacote não pôde ser formado: { $detail }

archive-valid = { $package }: íntegro ({ $files ->
        [one] 1 arquivo
       *[other] { $files } arquivos
    }, { $bytes } bytes)
archive-invalid = { $package }: { $problems ->
        [one] um problema
       *[other] { $problems } problemas
    }
archive-problem-missing = falta
archive-problem-unlisted = não consta do manifesto
archive-problem-changed = o conteúdo não é o que foi selado
archive-problem-length = tem tamanho diferente do declarado
archive-problem-unreadable = não pôde ser lido até o fim
archive-problem-bad-path = o caminho não é admissível
archive-path-empty = está vazio
archive-path-absolute = parte da raiz
archive-path-dots = sai da sua pasta
archive-path-backslash = tem uma barra invertida
archive-path-control = tem um caractere de controle
archive-path-trailing = termina em espaço ou ponto
archive-path-outside = está fora do seu lugar
archive-path-not-unicode = não está em Unicode
archive-problem-not-a-file = não é um arquivo
archive-problem-collision = em alguns sistemas se confunde com outro arquivo
archive-problem-oxum = o número de bytes e arquivos não é o declarado
archive-problem-fetch = ainda não foi baixado
archive-problem-repeated = consta mais de uma vez
archive-problem-malformed = linha { $line } não reconhecida
archive-problem-encoding = não está em UTF-8 sem marca de ordem de bytes (BOM)
archive-problem-undeclared = não declara a codificação UTF-8
archive-problem-version = a versão do BagIt não é conhecida
archive-problem-too-large = é grande demais
archive-problem-unproven = nenhum manifesto prova o conteúdo
archive-problem-inconsistent = o ZIP ou o tar se contradiz
archive-problem-not-checked = observação: este algoritmo não é conferido aqui
archive-problem-uncovered = observação: nenhum manifesto o cobre
archive-problem-bad-zip = o ZIP está danificado
archive-problem-bad-tar = o tar está danificado
archive-problem-compressed = está compactado: descompacte-o primeiro
archive-problem-not-a-package = não é um pacote: espera-se uma pasta, um ZIP ou um tar
archive-problem-not-a-bag = não é um pacote BagIt

archive-nothing-due = Nenhum processo encerrado cumpriu seus prazos de guarda.
archive-not-approved = Há séries cuja tabela de temporalidade não está aprovada: com base nelas nada é eliminado (ata archive series import ARQUIVO --source ATO).
archive-no-series = Não há séries documentais: ata archive series import ARQUIVO
archive-series-column = { $file } não tem a coluna “{ $column }”
archive-series-columns = colunas: código, série, subsérie, tipos documentais, arquivo corrente, arquivo intermediário, destinação final, procedimento, fonte

archive-no-files = Não há processos classificados com essas condições.
archive-inventory-no-primary-transfer = Não há o que transferir: nenhum processo encerrado cumpriu os seus anos no arquivo corrente (ata archive due).
archive-inventory-no-secondary-transfer = Não há o que recolher: nenhum processo encerrado de guarda permanente cumpriu os seus anos no arquivo intermediário (ata archive due).
archive-inventory-held = { $n ->
    [one] Não consta { $cases }: está sob retenção legal.
   *[other] Não constam { $cases }: estão sob retenção legal.
}
archive-inventory-copies = { $n ->
    [one] Não consta { $cases }: é uma cópia recebida, e quem a produziu a inventaria.
   *[other] Não constam { $cases }: são cópias recebidas, e quem as produziu as inventaria.
}
archive-fuid-form = Inventário documental
archive-fuid-sender = Entidade remetente
archive-fuid-producer = Entidade produtora
archive-fuid-unit = Unidade administrativa
archive-fuid-office = Setor produtor
archive-fuid-purpose = Finalidade
archive-fuid-purpose-office = Inventário do arquivo corrente
archive-fuid-date = Data
archive-fuid-n = Número de ordem
archive-fuid-code = Código
archive-fuid-name = Nome da série, subsérie ou assunto
archive-fuid-from = Data inicial
archive-fuid-to = Data final
archive-fuid-box = Caixa
archive-fuid-folder = Pasta
archive-fuid-tome = Volume
archive-fuid-other = Outro
archive-fuid-folios = Número de folhas
archive-fuid-support = Suporte
archive-fuid-use = Frequência de consulta
archive-fuid-notes = Notas
archive-fuid-of = de
archive-fuid-electronic = Eletrônico
archive-fuid-open = processo em andamento
archive-fuid-range = folhas { $from } a { $to }
archive-fuid-made = Elaborado por
archive-fuid-handed = Entregue por
archive-fuid-received = Recebido por
archive-fuid-post = Cargo
archive-fuid-signature = Assinatura
archive-no-rule = nenhuma regra do perfil diz a que série pertence { $case }
archive-due-held = { $what } — suspensa por retenção legal: { $reason }
archive-no-holds = Não há processos com retenção legal.
archive-elimination-title = Lista de processos propostos para eliminação
archive-elimination-none = Nenhum processo cumpre as condições para se propor sua eliminação.
archive-elimination-no-lists = Não há listas de eliminação.
archive-elimination-nothing-removed = O programa não elimina nada: a lista é submetida à comissão de avaliação.
archive-elimination-future = não se propõe eliminar o que ainda não cumpriu seus prazos
archive-elimination-barred = { $n ->
        [one] um processo não pode ser proposto para eliminação
       *[other] { $n } processos não podem ser propostos para eliminação
    }
archive-elimination-held = a lista não pode ser aprovada: { $n ->
        [one] um processo está sob retenção legal
       *[other] { $n } processos estão sob retenção legal
    }
archive-elimination-approved = { $list } já foi aprovada
archive-elimination-withdrawn = { $list } foi retirada
archive-elimination-before = { $list } é de processos cujo prazo estava vencido em { $on }: não se aprova com data anterior
archive-elimination-not-taken = aviso: { $list } já estava decidida e fica como está; { $options } não foi considerado
archive-not-taken = aviso: { $document } já estava no processo e fica como está; { $options } não foi considerado (ata archive edit { $document } …)
archive-hold-not-taken = aviso: { $case } já estava sob retenção legal e segue pela primeira razão; { $options } não foi considerado
archive-barrier-copy = { $case }: é uma cópia recebida; decide quem a produziu
archive-barrier-not-closed = { $case }: o processo não está encerrado
archive-barrier-unclassified = { $case }: não está classificada na tabela de temporalidade
archive-barrier-disposal = { $case }: sua destinação final é outra: { $disposal }
archive-barrier-not-approved = { $case }: a série { $series } não está aprovada na tabela de temporalidade
archive-barrier-not-due = { $case }: é conservada até { $until }
archive-barrier-held = { $case }: retenção legal: { $reason }
archive-barrier-listed = { $case }: já está na lista { $list }
archive-review-unfoliated = Sem número de folhas: { $documents }
archive-review-unexpected = De um tipo que o procedimento não prevê: { $documents }
archive-review-ready = O processo está completo: ata archive close { $case }
archive-review-lacks = Para encerrar o processo { $n ->
        [one] falta um ponto de controle
       *[other] faltam { $n } pontos de controle
    }:
archive-received = Cópia de { $reference } de { $institution }
archive-not-whole = { $package } não está íntegro: { $n ->
        [one] um problema
       *[other] { $n } problemas
    }
archive-not-ours = { $package } não é um processo empacotado por ata
archive-not-ours-hint = ata archive verify o confere; seus arquivos se juntam com ata archive attach
archive-newer = { $package } foi feito por uma versão mais recente
archive-log-broken = a cadeia do registro de operações de { $package } está rompida
archive-contradicted = { $package }: { $name } não diz o que dizem os registros selados; não se recebe
archive-unfit = { $package }: o conteúdo não é o de um processo: { $name }
archive-other-seal = { $case } já está aqui com outro selo que o de { $package }
archive-fuid-volume = Volume
archive-fuid-series = Série e subsérie
archive-fuid-series-name = Série
archive-fuid-subseries = Subsérie
archive-fuid-case = Processo
archive-fuid-file = Processo
archive-fuid-code-office = Unidade
archive-fuid-code-series = Série
archive-fuid-code-subseries = Subsérie
archive-fuid-folio-from = Folha inicial
archive-fuid-folio-to = Folha final
archive-fuid-format = Formato
archive-fuid-class = Classe de informação
archive-fuid-approved = Aprovado por
archive-fuid-entry = Registro de entrada
archive-fuid-entry-year = Ano
archive-fuid-entry-month = Mês
archive-fuid-entry-day = Dia
archive-fuid-entry-number = N.º da transferência
archive-fuid-purpose-central = Inventário do arquivo intermediário
archive-fuid-purpose-primary-transfer = Transferência primária
archive-fuid-purpose-secondary-transfer = Transferência secundária
archive-fuid-purpose-accumulated = Avaliação de fundos acumulados
archive-fuid-purpose-merger = Fusão e extinção de órgãos ou unidades
archive-fuid-purpose-individual = Inventário individual
archive-fuid-purpose-elimination = Eliminação de documentos
archive-no-transfer = o número de transferência só cabe nas transferências
archive-no-layout = não há nenhum formulário de inventário “{ $name }”; há: { $known }, ou um arquivo .toml
archive-layout-syntax = { $file }, linha { $line }, coluna { $column }: { $detail }
archive-layout-value = { $file }: “{ $value }” não é um dado do inventário; são: { $known }
archive-layout-untitled = { $file }: o que fica em branco (empty) precisa de um título
archive-layout-empty = { $file } não tem colunas
archive-fuid-title = Título do processo
archive-review-closed = O processo está encerrado.
archive-fuid-group-dates = Datas-limite
archive-fuid-group-dates-from = Inicial
archive-fuid-group-dates-to = Final
archive-fuid-group-unit = Unidade de acondicionamento
archive-fuid-place = Local
archive-fuid-day = Data
archive-packaged-without-papers = este programa foi compilado sem a parte que imprime em PDF: o pacote vai sem os documentos impressos
archive-kept-until = Arquivo corrente até { $office }; arquivo intermediário até { $central }; depois: { $disposal }
