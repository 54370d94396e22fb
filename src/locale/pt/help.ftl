# Ajuda: palavras fixas, temas, e um texto por comando (“help-need-add”) e por argumento (“help-need-add--title”; o que
# vários comandos compartilham se escreve uma vez, mais acima: “help-need--topic”, “help-ata--reason”)

help-word-usage = Uso
help-word-commands = Comandos
help-word-arguments = Argumentos
help-word-options = Opções
help-word-global = Opções gerais
help-word-values = valores
help-word-default = se não for dito
help-word-print-help = Mostra esta ajuda
help-word-print-version = Mostra a versão
help-word-topics = Temas: ata help exit-codes · ata help references · ata help profiles · ata help mail · ata help cron · ata help papers
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
help-value-row = LINHA
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
help-value-hour = HORA
help-value-length = DURAÇÃO
help-value-line = LINHA
help-value-type = TIPO
help-value-number = NÚMERO
help-value-reference = REFERÊNCIA
help-value-kind = TIPO
help-value-words = PALAVRAS
help-value-keep = A_QUE_FICA
help-value-drop = A_QUE_SAI
help-value-modality = MODALIDADE
help-value-address = ENDEREÇO
help-value-way = MEIO
help-value-outcome = RESULTADO
help-value-status = ESTADO
help-value-month = MÊS
help-value-role = PAPEL
help-value-activity = ATIVIDADE
help-value-import = IMPORTAÇÃO
help-value-email = E-MAIL
help-value-source = ORIGEM
help-value-field = CAMPO
help-value-column = COLUNA
help-value-date-order = ORDEM
help-value-sheet = PLANILHA
help-value-who = QUEM
help-value-purpose = OBJETO
help-value-size = TAMANHO
help-value-page = PAPEL
help-value-list = LISTA
help-value-ref = REFERÊNCIA
help-value-yyyy-mm-dd = AAAA-MM-DD

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
        R-5               uma linha de um arquivo a rever
        op-12             uma operação registrada

    Em forma curta, quando só há uma possibilidade: 1, 2026-1, 1-S2. Maiúsculas e minúsculas dão no mesmo.
    As pessoas também são encontradas por e-mail, número de documento (CPF:12345678909) ou nome, se for único;
    as organizações, por código, e-mail ou nome; as mesas, com board:NOME.

    Datas: 2026-03-04, hoje, amanhã, +3d, -2d. Data e hora: "2026-03-04 09:00". Duração: 3h, 90m, 1h30m.
help-topic-papers =
    Documentos (ata paper TIPO REFERÊNCIA)

    De uma sessão (1-S1), ou de todas as de uma assistência (1):

        convocation                    Convocatória, uma por pessoa; também de uma mensagem (M-17)
        letter                         Ofício, um por pessoa; de M-17, também se altera ou cancela
        circular                       Ofício circular; também de uma mensagem (M-17)
        minutes                        Ata
        meeting-register               Registro de reunião
        meeting-register-differential  Registro de reunião com perfil da diversidade
        attendance-sheet               Lista de presença, para assinar ou preenchida
        certificate                    Certificado, um por quem participou o suficiente
        evaluation-form                Formulário de avaliação, para imprimir
        evaluation-results             Resultados da avaliação
        notice-proof                   Comprovante de comunicação

    De uma assistência (1):

        report                         Relatório
        control-sheet                  Folha de controle
        cover                          Capa, uma por pasta

    De uma assistência, de um grupo (GVSP) ou de todo o registro:

        annual-plan                    Plano anual
        schedule                       Cronograma
        commitments                    Compromissos; também de uma sessão ou de uma pessoa
        inventory                      Inventário documental

    Saem em PDF/A-2b, no idioma do registro. Em planilha, com --out ARQUIVO.xlsx: annual-plan, schedule,
    meeting-register, attendance-sheet, commitments, inventory; e só assim: roster (lista de presença) e
    records-schedule (tabela de temporalidade).

    De uma assistência encerrada saem como ela era ao ser encerrada, iguais aos do seu pacote. De uma cópia
    recebida (ata archive import) não se emite nenhum: os que foram impressos estão no pacote.
help-topic-cron =
    Tarefas de cada dia (cron)

    Uma linha para lembrar em cada manhã de trabalho o que está por vencer ou vencido (crontab -e):

        PATH=/usr/local/bin:/usr/bin:/bin:/home/ata/.cargo/bin
        ATA_DB=/srv/ata/ata.db
        ATA_BY=cron
        0 7 * * 1-5   ata notify remind --send --quiet >/dev/null

    Pode repetir-se quantas vezes se quiser: cada lembrete é dito uma vez. Se outra tarefa já está
    fazendo isso, esta termina com 0 e a próxima faz o que faltar. As regras estão no perfil, na tabela
    reminders; o que devia ter sido dito há mais de uma semana já não se diz (--max-late 2d para outro
    prazo).

    Outras que costumam ir ao lado:

        { "    */15 * * * *" }  ata notify send --quiet >/dev/null
        { "    */30 * * * *" }  ata notify read /srv/ata/Maildir --quiet >/dev/null
        30 6 * * *    ata schedule ics --out /srv/www/sessoes.ics --quiet >/dev/null
        0 2 * * *     ata backup /srv/copia/ata-$(date +\%F).db --quiet >/dev/null

    Com --quiet só se ouve o que falha, e o cron o manda por e-mail. Códigos de saída:

        0   feito, nada a fazer, ou outra tarefa já está fazendo isso
        7   alguma mensagem não foi entregue: o porquê está na saída de erros e em ata notify outbox
        outros: ata help exit-codes

    Por onde sai o e-mail: ata help mail

help-topic-mail =
    E-mail

    Por onde sai o e-mail se diz com --via, com ATA_VIA, ou uma vez para todos com ata notify via:
        maildir:PASTA                            as mensagens ficam como arquivos em uma pasta
        smtp://USUÁRIO@SERVIDOR:587              servidor de e-mail; conexão protegida se a oferece
        smtp://USUÁRIO@SERVIDOR:587?tls=starttls …ou nada é enviado
        smtps://USUÁRIO@SERVIDOR                 conexão protegida desde o início (porta 465)
        smtp://localhost:25?tls=none             servidor deste mesmo computador, sem proteção
        sendmail                                 o programa de e-mail do sistema (ou sendmail:PROGRAMA)
    Com ?timeout=SEGUNDOS espera-se menos cada resposta (30 segundos; dez minutos para uma mensagem
    inteira).
    Com ?from=E-MAIL tudo sai desse endereço, se o servidor não deixa enviar de outro; quem assina dá o
    nome e recebe as respostas escritas; as que o calendário dá chegam a esse endereço, que ata notify
    read lê.

    A senha nunca vai no comando nem no registro:
        ATA_SMTP_PASSWORD_FILE                   arquivo que a contém
        ATA_SMTP_PASSWORD_COMMAND                comando que a informa (se não há arquivo)

    Que certificados do servidor se aceitam:
        SSL_CERT_FILE                            arquivo com eles, se não são os do sistema;
                                                 também o que o servidor assinou para si mesmo

    O que acontece com cada mensagem (ata notify outbox):
        queued      na fila; se o servidor não a recebeu por ora, até a hora mostrada (uns cinco dias)
        sending     nas mãos de um envio
        sent        recebida pelo servidor, com as palavras dele
        failed      recusada, com as palavras do servidor
        uncertain   entregue sem resposta, ou cortada nesse momento: nunca se repete sozinha;
                    ata notify resolve M-n sent|failed|queued diz o que houve

    Das cópias de um registro, só uma envia. Junto a ela fica um arquivo pequeno (ata.db-sender); se o
    registro é copiado ou reposto de uma cópia de segurança, ata notify send se nega até que ata notify
    adopt diga que é ela. O que aguardava fica incerto, porque pode ter saído; com --moved (só mudou de
    lugar) continua na fila.

    Os textos:
        ata template list
        ata template show convocation > proprio.txt
        ata template set convocation proprio.txt

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
help-ata--map = Que coluna tem um campo, por seu título ou número (repita para vários)
help-ata--encoding = Codificação do texto, como windows-1252 (senão, se descobre)
help-ata--sheet = Planilha de uma pasta de trabalho, por nome ou número
help-ata--header-row = Linha, ou linha da planilha, que nomeia as colunas (senão, se descobre)
help-ata--limit = Quantas, no máximo
help-ata--description = O que se pede, por completo
help-ata--channel = Como chegou
help-ata--requester = Quem solicita: uma organização ou uma pessoa (repita para várias)
help-ata--beneficiary = Para quem é
help-ata--topic = Tema
help-ata--severity = Gravidade, de 1 a 5
help-ata--reach = Quantos alcança, de 1 a 5
help-ata--urgency = Com que urgência é necessária, de 1 a 5
help-ata--mandated = É determinada por um órgão de controle ou por uma norma (--mandated=false o retira)

help-init = Inicia um registro
help-init--file = O arquivo (senão: --db, ATA_DB, ou ata.db aqui)
help-init--profile = O procedimento: santander, seho, ugel07, vamos, sedese, ou um arquivo próprio
help-init--institution = Nome da entidade (senão, o do perfil)
help-init--tz = Fuso horário, como America/Sao_Paulo (senão, o do perfil)

help-profile = O procedimento vigente, como dados
help-profile-list = Lista os perfis que vêm com o programa e as versões que o registro guarda
help-profile-show = Mostra um perfil tal como está escrito; sem nome, o vigente
help-profile-show--name = Um perfil dos que vêm com o programa, ou o nome de um que o registro guarda
help-profile-check = Verifica um arquivo de perfil; cada erro é dito com sua linha e coluna
help-profile-check--file = O arquivo; - lê a entrada padrão
help-profile-update = Põe um perfil em vigor neste registro
help-profile-update--file = O arquivo, ou o nome de um perfil dos que vêm com o programa

help-org = Organizações
help-org--name = Novo nome
help-org--code = Seu código, único no registro
help-org--kind = O que é (se não for dito, other)
help-org--parent = A organização de que depende
help-org--territory = Código territorial do país (DIVIPOLA, UBIGEO, INE, IBGE)
help-org--email = Seu próprio endereço, para quando ninguém está registrado nela
help-org--head = Quem a dirige, e é avisado quando lhe encaminham uma necessidade
help-org-add = Registra uma organização, ou completa uma conhecida
help-org-add--name = Seu nome
help-org-edit = Muda o que se sabe de uma organização
help-org-edit--organisation = Organizações: O-4, um código, um e-mail ou um nome
help-org-import--file = Os arquivos; - lê a entrada padrão
help-org-import--rejects = Escreve aqui as linhas rejeitadas, com linha, campo e motivo (CSV); as de arquivos com outras colunas, em ARQUIVO-2, ARQUIVO-3 … Uma lista anterior fica vazia quando não se rejeita nenhuma
help-org-list = Lista organizações
help-org-list--words = Só aquelas cujo nome contém estas palavras
help-org-show = Mostra organizações
help-org-show--organisation = Organizações: O-4, um código, um e-mail ou um nome
help-org-import =
    Registra organizações de um arquivo CSV, uma planilha ou linhas JSON

    Colunas, em qualquer ordem; só nome (name) é obrigatória: code, name, kind, parent, territory, email, head. Significam o mesmo que as opções de org add. Seus nomes em espanhol e português também são entendidos (código, nome, tipo, depende de, território, e-mail, dirige …). A organização de que depende pode vir depois no mesmo arquivo.

    O que já se conhece toma os valores do arquivo; as células vazias o deixam como está. As linhas que não se podem ler são listadas com linha, campo, valor e motivo (código de saída 6); as demais são conservadas. O mesmo arquivo duas vezes não muda nada.

help-person = Pessoas
help-person--name = Novo nome
help-person--doc = Documento de identidade, como CPF:12345678909; sem tipo, o usual do país
help-person--email = E-mail
help-person--phone = Telefone
help-person--post = Cargo que ocupa
help-person--org = A organização em que está registrada
help-person--role = Da própria equipe (staff) ou um contato (contact; se não for dito)
help-person--territory = Código territorial do país (DIVIPOLA, UBIGEO, INE, IBGE)
help-person-add = Registra uma pessoa, ou completa uma conhecida
help-person-add--name = Nome completo
help-person-edit = Muda o que se sabe de uma pessoa
help-person-edit--person = Pessoas: P-9, um documento, um e-mail ou um nome
help-person-import--file = Os arquivos; - lê a entrada padrão
help-person-import--rejects = Escreve aqui as linhas rejeitadas, com linha, campo e motivo (CSV); as de arquivos com outras colunas, em ARQUIVO-2, ARQUIVO-3 … Uma lista anterior fica vazia quando não se rejeita nenhuma
help-person-list = Lista pessoas
help-person-list--words = Só aquelas cujo nome contém estas palavras
help-person-list--org = Só as registradas nesta organização
help-person-show = Mostra pessoas
help-person-show--person = Pessoas: P-9, um documento, um e-mail ou um nome
help-person-merge = Unifica dois registros de uma mesma pessoa
help-person-merge--keep = O registro que fica
help-person-merge--gone = O registro que se abandona; o que só ele sabe é conservado
help-person-candidates = Quem pode estar registrado duas vezes, e por quê; e as linhas de arquivos a rever
help-person-candidates--limit = Quantos pares, no máximo
help-person-import =
    Registra pessoas de um arquivo CSV, uma planilha ou linhas JSON

    Colunas, em qualquer ordem; só nome (name, ou first_names com last_names) é obrigatória: name, doc (CPF:12345678909) ou doc_type e doc_number, email, phone, post, org, role (staff ou contact), territory. Seus nomes em espanhol e português também são entendidos (nome, nomes, sobrenomes, documento, e-mail, telefone, cargo, entidade, papel …). Também são lidas uma lista feita à mão, com título, assinaturas e cabeçalho em duas linhas, e o que as reuniões e os formulários exportam: dali, só as pessoas.

    Uma pessoa é reconhecida pelo documento; senão, por nome e e-mail; senão, por nome e organização. O que já se conhece toma os valores do arquivo; as células vazias o deixam como está. Uma linha com outro nome para um documento já conhecido não muda nada, e tampouco uma segunda linha que contradiz a primeira: ambas são avisadas. Também se avisa de um e-mail que outras pessoas já têm, como o de um escritório. Quem pode ser várias pessoas espera em person candidates. Uma organização que não está registrada, ou um endereço que não pode sê-lo, fica de fora com um aviso. As linhas que não se podem ler são listadas com linha, campo, valor e motivo (código de saída 6); as demais são conservadas. O mesmo arquivo duas vezes não muda nada.

help-board = Mesas e seus integrantes
help-board-add = Registra uma mesa
help-board-add--name = Seu nome
help-board-add--chair = Quem preside; também a integra
help-board-member = Acrescenta ou retira integrantes de uma mesa
help-board-member--board = A mesa
help-board-member--person = Pessoas
help-board-member--remove = Retira o lugar
help-board-list = Lista mesas
help-board-show = Mostra mesas e seus integrantes
help-board-show--board = As mesas

help-need = 1. Necessidades: registrar, ponderar, aceitar, encaminhar
help-need--title = Novo título
help-need--due = Dia em que vence a resposta
help-need--evidence = Um arquivo que mostra a necessidade; fica como documento da assistência
help-need--reference = O número de quem solicita (protocolo)
help-need--origin = De onde surge a necessidade
help-need--received = Dia em que foi recebida
help-need-add = Registra uma necessidade: começa a assistência
help-need-add--title = O que se pede, em uma linha
help-need-add--group = O grupo que responde por ela
help-need-add--received = Dia em que foi recebida (senão, hoje)
help-need-import =
    Registra necessidades de um arquivo CSV ou de linhas JSON; as colunas têm os nomes das opções de add

    Várias entidades ou pessoas que solicitam ou se beneficiam, ou vários arquivos de evidência, ficam em uma só célula, separados por ; (em JSON, também como uma lista).

    Uma necessidade é a mesma quando o são o título, o tema, o dia, quem a solicita, a origem e o protocolo. Enquanto só arquivos tiverem tratado dela, toma os outros valores de um arquivo posterior; as células vazias a deixam como está. Depois de mudada à mão ou de avançar, fica como está e se avisa o que o arquivo diz de diferente.

help-need-import--file = Os arquivos; - lê a entrada padrão
help-need-import--rejects = Escreve aqui as linhas rejeitadas, com linha, campo e motivo (CSV); as de arquivos com outras colunas, em ARQUIVO-2, ARQUIVO-3 … Uma lista anterior fica vazia quando não se rejeita nenhuma
help-need-edit = Muda o que se sabe de uma necessidade
help-need-edit--case = As assistências
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
help-need-refer--case = As assistências
help-need-refer--to = O grupo a que pertence
help-need-merge = Une uma necessidade a outra que pede o mesmo
help-need-merge--case = As necessidades que se abandonam
help-need-merge--into = A necessidade que fica

help-plan = 2. O plano da assistência
help-plan--case = As assistências
help-plan--contract-reference = Número do processo de contratação
help-plan-draft = Registra ou completa o plano; o que não for indicado é mantido
help-plan-draft--activity = Tipo de atividade
help-plan-draft--objective = O que se quer alcançar
help-plan-draft--audience = A quem se dirige
help-plan-draft--expected = Quantas pessoas são esperadas
help-plan-draft--product = O que ficará depois (repita para vários; substitui os ditos antes)
help-plan-draft--resource = O que é necessário (repita para vários; substitui os ditos antes)
help-plan-draft--cost = O que custa, na moeda do país: 1500000 ou 1500000.50
help-plan-draft--external = Por que é preciso contratar serviços
help-plan-draft--articulate = Quem participa em prestá-la (repita para várias; substitui as ditas antes)
help-plan-approve = Aprova: encerra a etapa
help-plan-approve--signed-by = Quem aprova
help-plan-show = Mostra planos: de assistências, ou o plano anual de um grupo
help-plan-show--case = As assistências; sem elas, os planos de um grupo ou todos
help-plan-show--group = Só os planos deste grupo
help-plan-show--year = Só os de assistências registradas neste ano

help-schedule = 3. Sessões: datas, locais, quem conduz, quem é convidado
help-schedule--session = A sessão
help-schedule--end = Quando termina; só a hora é do mesmo dia
help-schedule--duration = Quanto dura: 3h, 90m, 1h30m
help-schedule--modality = Presencial (in-person), virtual ou mista (mixed)
help-schedule--facilitator = Só as sessões que esta pessoa conduz
help-schedule--invited = Só as sessões para as quais esta pessoa está convidada
help-schedule--invite = Quem convidar: uma pessoa, uma organização (os registrados nela) ou board:NOME (seus integrantes)
help-schedule--extraordinary = Por que é feita sem os dias de antecedência do aviso ou fora do ritmo das sessões
help-schedule--allow-conflict = Por que quem conduz ou o local pode estar ocupado duas vezes à mesma hora
help-schedule--from = Primeiro dia
help-schedule--to = Último dia
help-schedule--group = Só as sessões das assistências deste grupo
help-schedule-add = Acrescenta uma sessão a uma assistência
help-schedule-add--start = Quando começa: "2026-03-04 09:00"
help-schedule-add--tz = Fuso das horas (senão, o do registro)
help-schedule-add--modality = Presencial (in-person), virtual ou mista (mixed); se não for dito, presencial, ou virtual quando só há link
help-schedule-add--place = Onde se reúnem
help-schedule-add--link = Link de uma sessão virtual
help-schedule-add--facilitator = Quem conduz (repita para várias pessoas)
help-schedule-add--agenda = Uma linha da pauta: "09:00 Tema | quem" (uma vez por linha)
help-schedule-add--capacity = Quantas pessoas cabem
help-schedule-move = Dá outra data a uma sessão
help-schedule-move--start = Quando começa agora: "2026-03-05 09:00"; sozinha, a sessão conserva sua duração
help-schedule-move--extraordinary = Por que o novo dia pode estar mais perto que os dias de antecedência ou fora do ritmo das sessões
help-schedule-cancel = Cancela sessões
help-schedule-cancel--session = As sessões
help-schedule-edit = Muda local, link, pauta, quem conduz ou convidados de uma sessão
help-schedule-edit--session = As sessões
help-schedule-edit--place = Onde se reúnem; vazio para nenhum
help-schedule-edit--link = Link de uma sessão virtual; vazio para nenhum
help-schedule-edit--agenda = Uma linha da pauta: "09:00 Tema | quem" (uma vez por linha; substitui a pauta)
help-schedule-edit--facilitator = Quem conduz, além das pessoas já ditas
help-schedule-edit--no-facilitator = Quem já não conduz
help-schedule-edit--uninvite = De quem se retira o convite
help-schedule-edit--capacity = Quantas pessoas cabem; 0 sem limite
help-schedule-edit--reason = Por que muda o local, o link ou a modalidade
help-schedule-logistics = O que deve estar pronto para uma sessão; sem opções, a lista
help-schedule-logistics--need = Algo que deve estar pronto
help-schedule-logistics--assign = Quem se encarrega
help-schedule-logistics--done = Algo que já está pronto
help-schedule-confirm = Confirma: encerra a etapa
help-schedule-confirm--case = As assistências
help-schedule-list = Lista sessões
help-schedule-list--case = Só as sessões destas assistências
help-schedule-calendar = Um mês de relance, com seus feriados e sessões
help-schedule-calendar--month = O mês: 2026-03 (senão, o presente)
help-schedule-ics = Sessões em um arquivo de calendário (.ics) para importar ou assinar
help-schedule-ics--case = Só as sessões destas assistências
help-schedule-ics--out = O arquivo que se escreve (senão, a saída)

help-notify = 4. Avisa a quem diz respeito
help-notify--from = Endereço de saída quando nem quem assina nem o grupo têm um (senão, ATA_FROM)
help-notify-draft = Elabora uma mensagem para cada pessoa a quem diz respeito
help-notify-draft--target = Assistências (todas as suas sessões) ou sessões
help-notify-draft--kind = O que é
help-notify-draft--signed-by = Quem assina; um aviso oficial não é enviado sem assinatura
help-notify-draft--text = Um arquivo com palavras próprias para o texto principal
help-notify-preview = Mostra as mensagens tal como serão enviadas
help-notify-preview--reference = Mensagens, ou assistências (o que espera nelas)
help-notify-outbox = Lista as mensagens e o que houve com elas
help-notify-outbox--case = Só as mensagens destas assistências
help-notify-outbox--state = Só as mensagens neste estado
help-notify-send = Envia o que espera: encerra a etapa quando todas as pessoas convidadas foram avisadas
help-notify-send--case = As assistências (senão, tudo o que espera)
help-notify-send--via = Por onde sai o e-mail: maildir:PASTA, smtp://USUÁRIO@SERVIDOR:PORTA, smtps://…, sendmail (se não, ATA_VIA; se não, ata notify via)
help-notify-send--per-minute = Quantas enviar por minuto, no máximo
help-notify-via = Diz por onde sai o e-mail quando um comando não diz; sem nada, mostra
help-notify-via--way = maildir:PASTA, smtp://USUÁRIO@SERVIDOR:PORTA, smtps://USUÁRIO@SERVIDOR, ou sendmail; a senha fica de fora (ATA_SMTP_PASSWORD_FILE)
help-notify-via--from = Endereço de onde sai quando nem quem assina nem o grupo têm um
help-notify-via--per-minute = Quantas enviar por minuto, no máximo
help-notify-via--none = Esquecer: cada comando o diz de novo
help-notify-adopt = Faz desta cópia do registro a que envia
help-notify-adopt--moved = Nenhuma outra cópia enviou nada desde que esta foi feita: o que aguarda continua na fila (se não, fica incerto, porque pode ter sido enviado)
help-notify-send--max = Quantos enviar, no máximo
help-notify-call = Anota uma ligação
help-notify-call--session = A sessão
help-notify-call--person = Para quem se ligou (também uma organização que foi ela mesma convidada)
help-notify-call--outcome = Em que deu
help-notify-call--note = O que foi dito
help-notify-handed = Registra a entrega de um ofício
help-notify-handed--message = As mensagens
help-notify-handed--reference = Número de protocolo da carta
help-notify-handed--on = Dia em que foi entregue (senão, hoje)
help-notify-resolve = Diz o que houve com mensagens de destino incerto
help-notify-resolve--message = Mensagens de destino incerto, que falharam, ou que aguardam outra tentativa; uma assistência vale por todas as suas de destino incerto
help-notify-resolve--outcome = O que houve com elas; com queued são enviadas (de novo) no próximo ata notify send

help-run = 5. Presença, atas, acordos
help-run--session = A sessão
help-run-attendance--session = A sessão; ou a assistência, quando uma coluna diz de que sessão é cada linha
help-run-attendance--file = Os arquivos; - lê a entrada padrão
help-run-attendance--source = Que sistema fez o arquivo (senão, se descobre)
help-run-attendance--date-order = Em que ordem estão as datas em algarismos (senão, se descobre)
help-run-attendance--any-date = Recebe o arquivo mesmo que diga ser de outro dia que a sessão
help-run-attendance--rejects = Escreve aqui as linhas rejeitadas, tal como estão no arquivo, com linha, campo e motivo (CSV); as de arquivos com outras colunas, em ARQUIVO-2, ARQUIVO-3 … Uma lista anterior fica vazia quando não se rejeita nenhuma
help-run-mark = Anota à mão como as pessoas compareceram
help-run-mark--person = As pessoas
help-run-mark--status = Como compareceram
help-run-mark--minutes = Minutos que estiveram
help-run-roster = Quem foi convidado e quem compareceu
help-run-roster--session = As sessões
help-run-minutes = Guarda a ata de uma sessão
help-run-minutes--file = O texto (Markdown); - é a entrada
help-run-minutes--number = Número da ata (senão, o seguinte do grupo e do ano)
help-run-agree = Anota o acordado: quem faz o quê e até quando
help-run-agree--text = O que deve ser feito, em uma linha
help-run-agree--owner = Quem o faz
help-run-agree--due = Até quando
help-run-agree--kind = Que tipo de promessa é
help-run-close = Encerra sessões e, com a última, a etapa
help-run-close--reference = Sessões, ou assistências com todas as suas sessões
help-run-attendance =
    Registra a presença a partir de arquivos: CSV ou Excel, de Zoom, Teams, Meet, um formulário ou feitos à mão

    O que é um arquivo se descobre por seu conteúdo. A lista simples própria é um CSV (UTF-8 ou Windows-1252; vírgula, ponto e vírgula ou tabulação) com uma linha de títulos e qualquer destas colunas, desde que se saiba de quem se trata: session, name (ou first_names e last_names), doc (CPF:12345678909, ou doc_type e doc_number), email, phone, organisation, post, territory, role, status (present, absent, excused, late), minutes, join e leave (2026-03-04 09:00 ou 09:00). Seus nomes em espanhol e português também são entendidos.

    As pessoas são reconhecidas pelo documento; depois, por um e-mail que seja só seu; depois, por nome entre as convidadas, as já anotadas na sessão e as de sua organização; quem possa ser várias pessoas espera em person candidates até que alguém diga quem é. Sem estado decidem os minutos, segundo o limiar do perfil. O que foi anotado à mão permanece. As linhas que não se podem ler são listadas com linha, campo, valor e motivo (código de saída 6); as demais são conservadas. O mesmo arquivo duas vezes não muda nada.

help-evaluate = 6. A avaliação da sessão
help-evaluate--session = A sessão
help-evaluate--due = Dia em que vence a resposta
help-evaluate--evidence = Um arquivo que mostra a necessidade; fica como documento da assistência
help-evaluate-form = O formulário em branco de uma sessão
help-evaluate-form--out = O escreve aqui: .csv para uma tabela de respostas; senão, um texto para imprimir
help-evaluate-import--file = O arquivo; - lê a entrada padrão
help-evaluate-import--source = Que sistema fez o arquivo (senão, se descobre)
help-evaluate-import--others = São respostas de outras pessoas: contam mesmo que haja outras iguais
help-evaluate-import--map = Que coluna responde a um item, por seu título ou número (repita para vários)
help-evaluate-import--rejects = Escreve aqui as linhas rejeitadas, como estão no arquivo, com linha, campo e razão (CSV); uma lista anterior fica vazia quando não se rejeita nenhuma
help-evaluate-results = O que dizem as respostas em conjunto
help-evaluate-results--reference = Sessões, ou assistências com todas as suas sessões
help-evaluate-raise = Registra uma necessidade que a avaliação revelou: uma nova assistência, ligada a esta
help-evaluate-raise--case = A assistência cuja avaliação a revelou
help-evaluate-raise--title = O que é necessário, em uma linha
help-evaluate-raise--group = O grupo que responde por ela
help-evaluate-raise--reference = O número de quem solicita (protocolo)
help-evaluate-raise--received = Dia em que foi recebida (senão, hoje)
help-evaluate-close = Encerra a avaliação: encerra a etapa
help-evaluate-close--case = As assistências
help-evaluate-import =
    Toma respostas da avaliação de um arquivo: o CSV próprio, ou o que exporta um sistema de formulários

    O arquivo próprio tem como títulos as chaves dos itens do formulário (ata evaluate form SESSÃO --out respostas.csv) e uma linha para cada folha de respostas; os textos dos itens também são entendidos. Os valores são números da escala ou suas palavras; o vazio e NA não contam. As colunas que dizem quem respondeu ou quando são ignoradas: as respostas são anônimas. Uma exportação mais longa da mesma pesquisa acrescenta só o novo; o mesmo arquivo duas vezes não acrescenta nada. As respostas que dizem quando foram enviadas são as mesmas se foram enviadas no mesmo minuto; sem isso, as iguais são tomadas pelas mesmas, a menos que --others diga que são de outras pessoas.

help-followup = 7. Compromissos
help-followup--commitment = Compromissos, como AT-2026-0001-C3
help-followup-add = Registra um compromisso: quem faz o quê e até quando
help-followup-add--text = O que deve ser feito, em uma linha
help-followup-add--owner = Quem o faz: uma organização ou uma pessoa
help-followup-add--due = Dia até o qual deve estar feito
help-followup-add--kind = O que é
help-followup-add--session = A sessão de que surge
help-followup-list = Lista compromissos, os que vencem antes primeiro
help-followup-list--case = Só os destas assistências
help-followup-list--overdue = Só os vencidos (código de saída 6 se houver)
help-followup-list--open = Só os que não estão cumpridos nem dispensados
help-followup-list--owner = Só os desta pessoa ou organização
help-followup-update = Informa como vão os compromissos, ou reabre os já resolvidos
help-followup-update--status = Como está; open reabre um já resolvido
help-followup-update--note = O que se informa
help-followup-done = Compromissos que foram cumpridos, com o que o mostra
help-followup-done--evidence = Um arquivo que o mostra; fica como documento da assistência
help-followup-done--note = O que foi feito
help-followup-waive = Dispensa compromissos, com o motivo
help-followup-refer = Entrega uma necessidade de outro grupo: lá começa uma nova assistência e quem o dirige é avisado
help-followup-refer--case = A assistência em que se viu a necessidade
help-followup-refer--to = O grupo a que pertence
help-followup-refer--title = A necessidade, em uma linha
help-followup-refer--reason = Por que lhes cabe
help-followup-close = Encerra o acompanhamento: encerra a etapa
help-followup-close--case = As assistências

help-archive = 8. O processo: documentos, classificação, encerramento, pacote
help-archive--kind = Tipo de documento
help-archive-attach = Incorpora arquivos a uma assistência como documentos
help-archive-attach--file = Arquivos; - é a entrada
help-archive-attach--kind = Tipo de documento: a chave ou o título de um registro do perfil, evidence ou other
help-archive-attach--title = Título (senão, o nome do arquivo)
help-archive-attach--date = Dia do documento (senão, hoje); s.f. se não tiver data
help-archive-attach--folios = Folhas; 0 as deixa para contar depois
help-archive-attach--session = A sessão a que pertence
help-archive-edit = Muda o que se sabe de um documento
help-archive-edit--document = Os documentos, como AT-2026-0001-D4
help-archive-edit--title = Novo título
help-archive-edit--date = Dia do documento; s.f. se não tiver data
help-archive-edit--folios = Folhas
help-archive-classify = Classifica assistências em uma série da tabela de temporalidade
help-archive-classify--case = As assistências
help-archive-classify--series = Código da série, como em ata archive series list (senão, pelas regras do perfil)
help-archive-series = A tabela de temporalidade documental
help-archive-series-import = Recebe um arquivo: o formulário impresso, ou uma tabela com as colunas code, series, subseries, types, office_years, central_years, disposal, procedure, source
help-archive-series-import--file = O arquivo, CSV ou planilha; - é a entrada
help-archive-series-import--source = O ato que aprova a tabela, para as linhas que não o dizem
help-archive-series-import--sheet = Planilha da pasta, pelo nome ou número (senão, a primeira que se lê como tabela de temporalidade)
help-archive-series-list = Lista as séries vigentes
help-archive-sheet = A folha de controle: os documentos de uma assistência, do mais antigo ao mais recente
help-archive-sheet--case = As assistências
help-archive-sheet--out = A escreve, a de uma assistência: .csv ou .pdf; - é a saída
help-archive-index = O índice eletrônico de uma assistência, em XML
help-archive-index--case = As assistências
help-archive-index--out = O escreve em um arquivo, o de uma assistência; - é a saída
help-archive-inventory = O inventário dos processos
help-archive-inventory--group = Só os processos deste grupo
help-archive-inventory--year = Só os deste ano
help-archive-inventory--closed = Só os encerrados
help-archive-inventory--out = Escreve-o como CSV, como planilha (.xlsx) ou já impresso (.pdf); - é a saída, em CSV
help-archive-close = Encerra o processo: numera suas folhas e o sela; encerra a etapa
help-archive-close--case = As assistências
help-archive-package = Empacota um processo encerrado como bolsa BagIt
help-archive-package--case = As assistências, que devem estar encerradas
help-archive-package--out = Pasta em que se faz o pacote, com a referência da assistência
help-archive-package--zip = Como arquivo ZIP em vez de pasta
help-archive-package--tar = Como arquivo tar em vez de pasta
help-archive-verify = Verifica pacotes: é nomeado cada arquivo que não está como foi selado
help-archive-verify--package = Pacotes: pastas, arquivos ZIP ou tar; - lê um da entrada padrão
help-archive-due = Processos encerrados cujos anos de arquivo se cumpriram
help-archive-due--on = O dia pelo qual se pergunta (senão, hoje)
help-archive-review = O que o perfil exige do processo, e o que há
help-archive-review--case = As assistências
help-archive-hold = Retenção legal: processos que não podem ser eliminados nem transferidos
help-archive-hold-set = Impede que se disponha de processos
help-archive-hold-set--case = Assistências, abertas ou encerradas
help-archive-hold-set--reason = Por que é retido
help-archive-hold-set--reference = Número do processo judicial ou da ordem
help-archive-hold-lift = Levanta a retenção: voltam a valer os prazos
help-archive-hold-lift--case = Assistências
help-archive-hold-lift--reason = Por que já não é necessária
help-archive-hold-list = Lista os processos retidos
help-archive-hold-list--case = Somente destas assistências
help-archive-hold-list--all = Também as retenções levantadas
help-archive-elimination = Listas de processos propostos para eliminação; nada é eliminado
help-archive-elimination-propose = Propõe uma lista: os processos indicados, ou todos os que cumpriram seus prazos e que a tabela elimina
help-archive-elimination-propose--case = Assistências (senão, todas as que puderem ser propostas)
help-archive-elimination-propose--on = Dia em que devem ter cumprido seus prazos (senão, hoje)
help-archive-elimination-approve = Anota a ata que aprova uma lista
help-archive-elimination-approve--list = A lista, como E-1
help-archive-elimination-approve--reference = Número da ata da comissão de avaliação
help-archive-elimination-approve--on = Dia da ata (senão, hoje)
help-archive-elimination-withdraw = Retira uma lista que só estava proposta
help-archive-elimination-withdraw--list = A lista, como E-1
help-archive-elimination-withdraw--reason = Por quê
help-archive-elimination-list = As listas
help-archive-elimination-show = Uma lista com seus processos
help-archive-elimination-show--list = A lista, como E-1
help-archive-elimination-show--out = Escreve como CSV, para assinar e publicar; - é a saída
help-archive-import = Recebe os processos de pacotes feitos por ata, como cópias seladas
help-archive-import--package = Pacotes feitos por ata: pastas, arquivos ZIP ou tar
help-archive-inventory--layout = Formulário: agn-042, municipal, seccional, clasificada, ou um arquivo
help-archive-inventory--purpose = Objeto; as transferências levam o que já deve ser transferido (ata archive due), e as eliminações os que foram propostos para isso
help-archive-inventory--transfer = Número da transferência

help-skip = Omite uma etapa, onde o perfil permite
help-skip--case = As assistências
help-skip--stage = A etapa que se omite; a assistência deve estar nela

help-hold = Põe uma assistência em pausa
help-hold--case = As assistências
help-resume = Retoma uma assistência que estava em pausa
help-resume--case = As assistências
help-cancel = Desiste de uma assistência
help-cancel--case = As assistências

help-list = Lista as assistências
help-list--filter = Palavras do título ou do tema, ou referências; a assistência deve cumprir todas
help-list--stage = Só as que estão nesta etapa
help-list--state = Só as que estão neste estado
help-list--year = Só as numeradas neste ano
help-list--limit = Quantas, no máximo; “total” conta todas
help-list--sort = Quais vêm primeiro
help-show = Mostra uma assistência, ou o que uma referência nomeie
help-show--refs = Referências de qualquer tipo: assistência, sessão, compromisso, documento, mensagem, pessoa, organização, importação, op-12, board:NOME
help-show--content = Escreve o conteúdo de um documento na saída
help-show--out = Escreve o conteúdo de um documento em um arquivo
help-next = O que espera por cada um, o mais urgente primeiro
help-next--group = Só o das assistências deste grupo
help-next--owner = Só o que esta pessoa ou organização deve fazer
help-trace = Uma assistência, da necessidade aos documentos, em uma só vista
help-trace--case = As assistências
help-paper = Imprime um documento do procedimento: atas, certificados, relatórios, inventários…
help-paper--kind = Qual documento (ata help papers); roster e records-schedule são tabelas
help-paper--reference = De que se imprime: uma sessão, assistência, mensagem, organização ou pessoa (senão, de todo o registro)
help-paper--out = Um arquivo (.pdf, .xlsx), uma pasta, ou - para a saída (senão, um arquivo nesta pasta)
help-paper--file = Junta-o ao processo como documento do seu tipo, com tantas folhas quantas páginas
help-paper--merged = Certificados: todos em um só arquivo
help-paper--blank = Lista de presença: para assinar, mesmo que a presença já seja conhecida
help-paper--lines = Lista de presença: linhas para quem vier sem convocatória
help-paper--person = Certificados e cartas: só para estas pessoas
help-paper--include-sensitive = Perfil da diversidade: imprime também as respostas
help-paper--date = Data do documento (senão, a daquilo de que trata)
help-paper--place = Cidade em que é emitido (senão, a do órgão)
help-paper--number = Número do documento: da ata, da carta
help-paper--signed-by = Quem assina, na ordem das linhas
help-paper--confirm-by = Correspondência: último dia para confirmar
help-paper--bring = Convocatória: o que cada participante deve trazer
help-paper--attachment = Correspondência: o que vai anexo
help-paper--copy = Correspondência: a quem se envia cópia
help-paper--drafted-by = Correspondência: quem a redigiu
help-paper--text = Palavras próprias: o texto de uma carta, as conclusões de um relatório; - é a entrada
help-paper--year = Plano, cronograma, inventário: só deste ano
help-paper--from = Cronograma: primeiro dia
help-paper--to = Cronograma: último dia
help-paper--closed = Inventário: só os processos encerrados
help-paper--layout = Inventário: suas colunas
help-paper--purpose = Inventário: para que se faz
help-paper--transfer = Inventário: número da transferência
help-paper--sample = Imprime um documento inventado, para ver o modelo
help-paper--template = Imprime com este modelo (Typst) em vez do vigente, sem guardá-lo
help-paper--page = Tamanho do papel (senão, o que usam os órgãos do país)
help-log = O que foi feito, por quem e quando
help-log--reference = Só as operações destas: assistências (também por uma sessão, compromisso, documento ou mensagem), pessoas, organizações, ou op-3
help-log--since = Só as operações a partir deste dia
help-log--limit = Quantas, no máximo, as mais recentes
help-undo = Desfaz uma operação
help-undo--op = A operação a desfazer (senão, a última)
help-check = Verifica o registro: banco de dados, operações, documentos, processos selados
help-check--fix = Arruma o que se pode sem perder nada do que o registro diz: retira conteúdos sem documento (um documento desfeito já não poderá ser refeito) e reconstrói índices
help-backup = Copia o registro enquanto está em uso
help-backup--file = A cópia; ainda não deve existir (-: para a saída)
help-export = Uma assistência, ou tudo, como JSON
help-export--case = As assistências (senão, todas, com os registros de organizações, pessoas e mesas)

help-template = Os textos dos avisos, e os próprios no lugar deles
help-template-list = Lista os textos que há
help-template-list--language = Idioma dos textos (se não, o do registro)
help-template-show = Mostra um texto como está em vigor
help-template-show--name = Texto, como mail/convocation
help-template-show--language = Idioma do texto (se não, o do registro)
help-template-show--shipped = O que vem com o programa
help-template-set = Põe em vigor um texto próprio, depois de testá-lo
help-template-set--name = Texto, como mail/convocation
help-template-set--file = O texto próprio (- lê a entrada padrão)
help-template-set--language = Idioma do texto (se não, o do registro)
help-template-reset = Volta ao texto que vem com o programa
help-template-reset--name = Texto, como mail/convocation
help-template-reset--language = Idioma do texto (se não, o do registro)
help-import = Arquivos recebidos
help-import-list = Lista os arquivos recebidos, do mais recente ao mais antigo
help-import-show = Mostra o que resultou de um arquivo
help-import-show--import = Importações: I-3
help-import-undo = Retira o que um arquivo trouxe; o mesmo arquivo pode ser recebido outra vez
help-import-undo--import = Importações: I-3

help-completions = Autocompletar para um shell
help-completions--shell = O shell
help-man = Páginas de manual em uma pasta
help-man--folder = A pasta; é criada se não existir
help-help = Ajuda sobre um comando ou um tema: exit-codes, references, profiles, mail, cron, papers
help-help--topic = Um comando (need add), ou um tema: exit-codes, references, profiles, mail, cron, papers
help-report = Números de muitas assistências e de um período: o que se fez, a quem chegou, o que se achou
help-report--kind = Sobre o quê: activity, o que fez cada grupo; coverage, a quem se chegou em cada território; satisfaction, o que dizem as respostas de cada sessão; differential, quantas pessoas presentes deram cada resposta do perfil da diversidade
help-report--case = Assistências (senão, todas)
help-report--from = A partir deste dia
help-report--to = Até este dia
help-report--out = Escreve aqui: .html para ler e enviar, .csv ou .xlsx para seguir calculando
help-export--include-sensitive = Com o que as pessoas disseram de si para o perfil da diversidade: dados sensíveis
help-archive-package--include-sensitive = Com o que as pessoas disseram de si para o perfil da diversidade: dados sensíveis
help-person-forget =
    Esquece o que as pessoas disseram de si para o perfil da diversidade

    Sexo, gênero, raça ou cor, deficiência, condição de vítima e faixa etária ficam vazios em todas as sessões, também em processos
    encerrados, e são sobrescritos no arquivo. Que isso foi feito fica no registro de operações; não se pode desfazer. As cópias
    feitas antes (ata backup) ainda os contêm.
help-person-forget--person = Pessoas: P-9, um documento, um e-mail ou um nome
help-value-key = CHAVE
help-holiday = Feriados: os da lei, e o que decretos e o órgão mudam neles
help-holiday--source = O decreto ou decisão que o diz
help-holiday-list = Lista os feriados de um ano, com as mudanças em relação à lei
help-holiday-list--year = O ano (senão, o presente)
help-holiday-add = Inclui um dia em que o órgão não trabalha, ou recupera um feriado que tinha sido retirado
help-holiday-add--day = O dia, ou a chave de um feriado de lei que tinha sido retirado
help-holiday-add--name = Como se chama
help-holiday-add--instead-of = O feriado de lei que é transferido para esse dia
help-holiday-remove = Diz que um dia não é feriado, ou retira um feriado de todos os anos pela sua chave
help-holiday-remove--day = O dia, ou a chave de um feriado de lei que não é observado em nenhum ano (ata holiday list as mostra)
help-holiday-import =
    Importa feriados de um CSV, uma planilha ou linhas JSON

    Colunas, em qualquer ordem; só data é obrigatória: data, nome (como se chama o dia), em_lugar_de (o feriado de lei que é
    transferido para ele), dia_util (sim: esse dia não é feriado), ato (o decreto). Os nomes em inglês e espanhol também são
    entendidos (date, name, instead_of, workday, source; fecha, nombre, en_lugar_de, laborable, norma). As datas se escrevem
    2026-03-04 ou 4/3/2026 (primeiro o dia).
    As linhas que não podem ser lidas são listadas com linha, campo, valor e razão (código de saída 6); as demais são guardadas. O
    mesmo arquivo duas vezes não muda nada.
help-holiday-import--file = O arquivo; - lê a entrada padrão
help-holiday-import--rejects = Escreve aqui as linhas recusadas, com linha, campo e razão (CSV); uma lista anterior fica vazia quando não se rejeita nenhuma
help-holiday-term = Conta dias úteis: onde termina um prazo, ou quantos há entre duas datas
help-holiday-term--from = O dia a partir do qual corre o prazo; o primeiro é o dia útil seguinte
help-holiday-term--days = Dias úteis do prazo; negativo: antes desse dia
help-holiday-term--to = O dia até o qual se contam os dias úteis, incluído
help-value-rule = REGRA
help-value-choice = OPÇÃO
help-schedule-repeat = Acrescenta sessões que se repetem: a cada tantas semanas, ou a cada mês
help-schedule-repeat--rule = Com que frequência: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15"
help-schedule-repeat--from = O primeiro dia que pode ter sessão
help-schedule-repeat--until = O último dia que pode tê-la
help-schedule-repeat--count = Quantas sessões; as que se omitem não contam
help-schedule-repeat--start = A hora em que começa cada uma: 09:00
help-schedule-repeat--end = A hora em que termina cada uma
help-schedule-repeat--duration = Quanto dura cada uma: 3h, 90m, 1h30m
help-schedule-repeat--skip = Dias sem sessão: um, ou um recesso (2021-12-16..2022-02-01)
help-schedule-repeat--on-holiday = O que acontece com uma sessão em feriado: fica (keep), passa ao dia útil seguinte (move-next-business-day) ou é omitida (skip)
help-schedule-repeat--allow-gap = Por que as sessões podem ficar mais distantes entre si que o ritmo do perfil
help-schedule-repeat--tz = Fuso horário das horas (senão, o do registro)
help-schedule-repeat--modality = Presencial (in-person), virtual ou mista (mixed); se não se diz, presencial, ou virtual quando só há link
help-schedule-repeat--place = Onde se reúnem
help-schedule-repeat--link = Link de uma sessão virtual
help-schedule-repeat--facilitator = Quem facilita (repita para várias pessoas)
help-schedule-repeat--agenda = Uma linha da pauta: "09:00 Tema | quem" (uma vez por linha)
help-schedule-repeat--capacity = Quantas pessoas cabem
help-person-same =
    Diz que dois são a mesma pessoa

    Dois registros são unificados: fica o primeiro, e conserva-se o que só o outro sabe. Uma linha de um arquivo que está a rever (R-5, veja person candidates) é recebida como essa pessoa: sua presença é anotada como se ela tivesse sido reconhecida. A mesma linha em um arquivo posterior não é perguntada de novo.
help-person-same--a = Um registro, que fica, ou uma linha a rever: P-9, R-5
help-person-same--b = O registro que é a mesma pessoa
help-person-different =
    Diz que dois não são a mesma pessoa

    Dois registros declarados distintos não são mais propostos. Uma linha a rever não é de nenhuma das pessoas nomeadas; se nenhuma é nomeada, não é de ninguém de quem podia ser: então é registrada como pessoa nova e contada.
help-person-different--a = Um registro ou uma linha a rever: P-9, R-5
help-person-different--others = Os registros que não são a mesma pessoa
help-import-ignore = Deixa de fora para sempre linhas que estão a rever
help-import-ignore--row = Linhas a rever: R-5
help-import-ignore--reason = Por que ninguém é anotado

help-value-path = CAMINHO
help-notify-read = Lê o que voltou por e-mail: respostas aos convites e mensagens que não foram entregues
help-notify-read--path = Mensagens (.eml), arquivos mbox ou pastas Maildir; - lê a entrada padrão

help-value-days = DIAS
help-notify-remind = Lembra o que está por vencer ou vencido: para o cron, pode repetir-se quantas vezes se quiser
help-notify-remind--send = Envia os lembretes agora (senão, esperam na caixa de saída)
help-notify-remind--via = Por onde sai o e-mail: maildir:PASTA, smtp://USUÁRIO@SERVIDOR:PORTA, smtps://…, sendmail (senão, ATA_VIA, ou ata notify via)
help-notify-remind--from = Endereço de onde sai quando o grupo não tem (senão, ATA_FROM)
help-notify-remind--max-late = Deixa de fora o que devia ter sido dito há mais destes dias

help-notify-proof = Prova da comunicação: quem foi avisado de quê, quando, por que meio e o que resultou
help-notify-proof--target = Assistências ou sessões
