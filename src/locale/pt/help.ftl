# Ajuda: palavras fixas, temas, e um texto por comando («help-need-add») e por argumento («help-need-add--title»; o que
# vários comandos compartilham se escreve uma vez, mais acima: «help-need--topic», «help-ata--reason»)

help-word-usage = Uso
help-word-commands = Comandos
help-word-arguments = Argumentos
help-word-options = Opções
help-word-global = Opções gerais
help-word-values = valores
help-word-default = se não for dito
help-word-print-help = Mostra esta ajuda
help-word-print-version = Mostra a versão
help-word-topics = Temas: ata help exit-codes · ata help references · ata help profiles
help-word-man-name = NOME
help-word-man-synopsis = SINOPSE
help-word-man-description = DESCRIÇÃO
help-word-man-options = OPÇÕES
help-word-man-version = VERSÃO
help-word-man-extra = TEMAS

help-value-command = COMANDO
help-value-options = OPÇÕES
help-value-file = ARQUIVO
help-value-dir = PASTA
help-value-folder = PASTA
help-value-name = NOME
help-value-text = TEXTO
help-value-title = TÍTULO
help-value-date = DATA
help-value-year = ANO
help-value-lang = IDIOMA
help-value-when = QUANDO
help-value-zone = FUSO
help-value-case = ASSISTÊNCIA
help-value-into = DESTINO
help-value-session = SESSÃO
help-value-commitment = COMPROMISSO
help-value-document = DOCUMENTO
help-value-message = MENSAGEM
help-value-org = ENTIDADE
help-value-person = PESSOA
help-value-board = MESA
help-value-stage = ETAPA
help-value-state = ESTADO
help-value-origin = ORIGEM
help-value-channel = CANAL
help-value-format = FORMA
help-value-control = PONTO_DE_CONTROLE
help-value-reason = MOTIVO
help-value-shell = SHELL
help-value-topic = TEMA
help-value-filter = FILTRO
help-value-sort = ORDEM
help-value-duration = DURAÇÃO
help-value-code = CÓDIGO
help-value-item = ITEM
help-value-amount = VALOR

help-topic-exit-codes =
    Códigos de saída

        0  feito, ou não havia nada a fazer
        1  falha: arquivo, disco ou erro do programa
        2  o comando está mal escrito
        3  não foi encontrado, ou a referência serve para várias coisas (são listadas)
        4  uma regra não permite: ponto de controle, antecedência do aviso, choque de datas
        5  outro processo está escrevendo ou algo mudou nesse meio-tempo; repita o comando
        6  há achados: linhas rejeitadas, compromissos vencidos, assuntos a tratar
        7  algumas mensagens não foram entregues
        8  integridade: o registro de operações, um pacote ou o banco de dados está danificado
      130  interrompido; nada ficou pela metade

    Com --json o erro sai pela saída de erros:
        { "{" }"error": { "{" }"kind": …, "message": …, "hint": …, "details": […]{ "}" }{ "}" }
help-topic-references =
    Referências

        AT-2026-0001      uma assistência (AT é o prefixo do perfil)
        AT-2026-0001-S2   sua segunda sessão
        AT-2026-0001-C3   seu terceiro compromisso
        AT-2026-0001-D4   seu quarto documento
        M-17              uma mensagem
        P-9               uma pessoa
        O-4               uma organização
        I-3               um arquivo importado
        op-12             uma operação registrada

    Em forma curta, quando só há uma possibilidade: 1, 2026-1, 1-S2. Maiúsculas e minúsculas dão no mesmo.
    As pessoas também são encontradas por e-mail, número de documento (CPF:12345678909) ou nome, se for único;
    as organizações, por código, e-mail ou nome; as mesas, com board:NOME.

    Datas: 2026-03-04, hoje, amanhã, +3d, -2d. Data e hora: "2026-03-04 09:00". Duração: 3h, 90m, 1h30m.
help-topic-profiles =
    Perfis

    O perfil é o procedimento de uma entidade, escrito como dados: para cada etapa diz a área e o cargo
    responsáveis, os pontos de controle e quais podem ser dispensados, os documentos que deixa, os atalhos, a
    antecedência do aviso, o formulário de avaliação e as séries documentais.

        santander   Secretaría de Salud de Santander, Colômbia (se não for dito outro)
        seho        Ministério da Educação, serviço educativo hospitalar, Peru
        ugel07      UGEL 07, Peru
        vamos       Gabinete Social, ¡Vamos!, Paraguai
        sedese      SEDESE, Minas Gerais, Brasil

    Para escrever o próprio:
        ata profile show sedese > proprio.toml
        ata profile check proprio.toml
        ata init --profile proprio.toml        (ou, com o registro em uso: ata profile update proprio.toml)

    Pontos de controle por etapa:
        need      evidence, group
        plan      objective, activity, audience, approved, contract_reference
        schedule  session, facilitator, place_or_link, agenda, logistics_done, notice_period, no_conflict
        notify    signed, all_told, changes_told
        run       attendance, minutes, sessions_closed
        evaluate  answers
        followup  commitments_settled
        archive   classified, records_complete, foliated

    Um que o perfil permite dispensar: --waive PONTO_DE_CONTROLE=MOTIVO no comando que encerra a etapa.

help-ata = Assistência técnica, da primeira solicitação ao processo arquivado
help-ata--db = O registro (senão: ATA_DB, ou o ata.db mais próximo nesta pasta ou nas superiores)
help-ata--json = Responde em JSON (o mesmo que --format json)
help-ata--format = Forma da resposta
help-ata--lang = Idioma: es, pt ou en
help-ata--by = Quem age, para o registro de operações (senão: ATA_BY, ou o usuário do sistema)
help-ata--dry-run = Mostra o que aconteceria e não muda nada
help-ata--yes = Responde sim a toda pergunta
help-ata--quiet = Sem comentários; só erros
help-ata--color = Cor
help-ata--no-input = Nunca pergunta
help-ata--case = A assistência
help-ata--reason = Por quê
help-ata--group = Só as deste grupo
help-ata--waive = Dispensa um ponto de controle, onde o perfil permite
help-ata--limit = Quantas, no máximo

help-init = Inicia um registro
help-init--file = O arquivo (senão: --db, ATA_DB, ou ata.db aqui)
help-init--profile = O procedimento: santander, seho, ugel07, vamos, sedese, ou um arquivo próprio
help-init--institution = Nome da entidade (senão, o do perfil)
help-init--tz = Fuso horário, como America/Sao_Paulo (senão, o do perfil)

help-profile = O procedimento vigente, como dados
help-org = Organizações
help-person = Pessoas
help-board = Mesas e seus integrantes

help-need = 1. Necessidades: registrar, ponderar, aceitar, encaminhar
help-need--title = Novo título
help-need--description = O que se pede, por completo
help-need--channel = Como chegou
help-need--requester = Quem solicita: uma organização ou uma pessoa (repita para várias)
help-need--beneficiary = Para quem é
help-need--topic = Tema
help-need--severity = Gravidade, de 1 a 5
help-need--reach = Quantos alcança, de 1 a 5
help-need--urgency = Com que pressa é necessária, de 1 a 5
help-need--mandated = É determinada por um órgão de controle ou por uma norma
help-need--due = Dia em que vence a resposta
help-need--evidence = Um arquivo que mostra a necessidade; fica como documento da assistência
help-need--reference = O número de quem solicita (protocolo)
help-need--origin = De onde surge a necessidade
help-need--received = Dia em que foi recebida
help-need-add = Registra uma necessidade: começa a assistência
help-need-add--title = O que se pede, em uma linha
help-need-add--group = O grupo que responde por ela
help-need-add--received = Dia em que foi recebida (senão, hoje)
help-need-import = Registra necessidades de um arquivo CSV ou de linhas JSON; as colunas têm os nomes das opções de add
help-need-edit = Muda o que se sabe de uma necessidade
help-need-edit--group = O grupo que responde por ela
help-need-list = Lista as necessidades a decidir
help-need-show = Mostra necessidades
help-need-show--case = As assistências
help-need-triage = A fila por prioridade, com as partes de cada pontuação
help-need-accept = Aceita: encerra a etapa
help-need-accept--case = As assistências
help-need-accept--group = O grupo que responde por elas
help-need-accept--shortcut = Passa direto a uma etapa posterior, onde o perfil permite
help-need-reject = Rejeita uma necessidade, com o motivo
help-need-reject--case = As assistências
help-need-refer = Encaminha uma necessidade ao grupo a que pertence; quem o dirige é avisado
help-need-refer--to = O grupo a que pertence
help-need-merge = Une uma necessidade a outra que pede o mesmo
help-need-merge--case = A necessidade que se abandona
help-need-merge--into = A necessidade que fica

help-plan = 2. O plano da assistência
help-schedule = 3. Sessões: datas, locais, quem conduz, quem é convidado
help-notify = 4. Avisa a quem diz respeito
help-run = 5. Presença, atas, acordos
help-evaluate = 6. A avaliação da sessão
help-followup = 7. Compromissos
help-archive = 8. O processo: documentos, classificação, encerramento, pacote

help-skip = Omite uma etapa, onde o perfil permite
help-hold = Põe uma assistência em pausa
help-resume = Retoma uma assistência que estava em pausa
help-cancel = Desiste de uma assistência

help-list = Lista as assistências
help-list--filter = Palavras do título ou do tema, ou referências; a assistência deve cumprir todas
help-list--stage = Só as que estão nesta etapa
help-list--state = Só as que estão neste estado
help-list--year = Só as numeradas neste ano
help-list--limit = Quantas, no máximo; «total» conta todas
help-list--sort = Quais vêm primeiro
help-show = Mostra uma assistência, ou o que uma referência nomeie
help-show--refs = Referências de qualquer tipo: assistência, sessão, compromisso, documento, mensagem, pessoa, organização, importação, op-12, board:NOME
help-show--content = Escreve o conteúdo de um documento na saída
help-show--out = Escreve o conteúdo de um documento em um arquivo
help-next = O que espera por cada um, o mais urgente primeiro
help-next--group = Só o das assistências deste grupo
help-next--owner = Só o que esta pessoa ou organização deve fazer
help-trace = Uma assistência, da necessidade aos documentos, em uma só vista
help-log = O que foi feito, por quem e quando
help-log--reference = Só as operações desta assistência (ou da assistência desta sessão, compromisso, documento ou mensagem)
help-log--since = Só as operações a partir deste dia
help-log--limit = Quantas, no máximo, as mais recentes
help-undo = Desfaz uma operação
help-undo--op = A operação a desfazer (senão, a última)
help-check = Verifica o registro: banco de dados, operações, documentos, processos selados
help-check--fix = Arruma o que se pode sem perder nada do que o registro diz: retira conteúdos sem documento (um documento desfeito já não poderá ser refeito) e reconstrói índices
help-backup = Copia o registro enquanto está em uso
help-backup--file = A cópia; ainda não deve existir
help-export = Uma assistência, ou tudo, como JSON
help-export--case = As assistências (senão, todas, com os registros de organizações, pessoas e mesas)
help-import = Arquivos recebidos
help-completions = Autocompletar para um shell
help-completions--shell = O shell
help-man = Páginas de manual em uma pasta
help-man--folder = A pasta; é criada se não existir
help-help = Ajuda sobre um comando ou um tema: exit-codes, references, profiles
help-help--topic = Um comando (need add), ou um tema: exit-codes, references, profiles
