# Arquivos recebidos

import-done =
    { $file } ({ $source }): { $rows ->
        [one] 1 linha
       *[other] { $rows } linhas
    }
import-nothing = { $file }: não havia nada novo
import-rejects = 
    { $n ->
        [one] Uma linha não pôde ser lida
       *[other] { $n } linhas não puderam ser lidas
    }
import-warning = aviso: linha { $line }: { $code } { $detail }
import-new-people = pessoas novas
import-matched = reconhecidas
import-people = pessoas
import-responses = respostas
import-review = a revisar
import-updated = atualizadas
import-unchanged = sem mudanças
import-ignored = ignoradas
import-rejected = rejeitadas
import-reason-no-identifier = não há nome, documento nem e-mail

import-added = novas
import-no-column = em { $file } não há nenhuma coluna “{ $column }”; há: { $found }
import-columns = uma linha deve nomear as colunas, ou diga qual é cada uma: --map CAMPO=COLUNA; entendem-se: { $columns }
import-warning-whole = aviso: { $code } { $detail }
import-warnings-more = e mais { $n } avisos (todos com --json)
import-map-wrong = --map “{ $value }”: escreva CAMPO=COLUNA

import-reason-missing = falta
import-reason-unseen-signs = tem caracteres que não se veem
import-reason-too-long = é longo demais
import-reason-invalid-date = não é uma data; escreva 2026-03-04 ou 4/3/2026 (dia primeiro)
import-reason-unknown-word = não é uma palavra da lista
import-reason-not-1-to-5 = deve ser um número de 1 a 5
import-reason-not-yes-or-no = deve ser sim ou não
import-reason-not-registered = não está no registro
import-reason-fits-several = pode ser mais de uma
import-reason-invalid-document = não é um documento de identidade válido
import-reason-invalid-territory = não é um código de território do país
import-reason-code-of-another = esse código é de outra entidade
import-reason-name-of-another = esse nome é de outra entidade, com outro código
import-reason-depends-on-itself = ficaria subordinada a si mesma
import-reason-json-invalid = não é um objeto JSON em uma linha
import-reason-value-not-text = deve ser um texto, um número ou uma lista de textos
import-reason-several-values = só admite um valor
import-reason-too-many-cells = a linha tem mais células que o cabeçalho
import-reason-invalid-minutes = os minutos não são um número inteiro possível
import-reason-invalid-time = a hora ou a data não se entende
import-reason-invalid-status = a situação de presença não é reconhecida
import-reason-leave-before-join = a saída é anterior à entrada
import-reason-name-too-long = o nome é longo demais
import-reason-document-digits-lost = a planilha perdeu dígitos do documento e não há nome nem e-mail
import-reason-no-session = não diz de qual sessão é
import-reason-unknown-session = a assistência não tem essa sessão
import-reason-other-session = é de outra sessão
import-reason-session-cancelled = essa sessão foi cancelada
import-reason-out-of-scale = o valor está fora da escala
import-reason-not-on-scale = não é um valor da escala
import-reason-unknown-option = não é uma das opções

import-warning-column-ignored = coluna que não é usada:
import-warning-invalid-email = e-mail que não serve, fica vazio:
import-warning-organisation-unknown = a entidade não está registrada, fica vazia:
import-warning-person-unknown = a pessoa não está registrada, fica vazia:
import-warning-other-name = o documento ou o e-mail já é de alguém com outro nome, que foi mantido:
import-warning-row-contradicts = outra linha da mesma pessoa diz outra coisa; fica o que diz a primeira:
import-warning-namesake = já havia alguém com o mesmo nome:
import-warning-double-encoded = o texto vinha com os acentos danificados e foi reparado
import-warning-undecodable-bytes = há caracteres que não puderam ser lidos
import-warning-looks-like-dos = parece um arquivo do DOS e foi lido como tal; confira os acentos:
import-warning-nul-bytes = há bytes nulos, que foram ignorados
import-warning-duplicate-column = a coluna aparece duas vezes:
import-warning-no-rows = o arquivo não tem linhas
import-warning-formula-text = uma célula parece uma fórmula e foi tomada como texto:
import-warning-formula-without-value = uma fórmula sem resultado guardado ficou vazia
import-warning-cell-error = uma célula com erro ficou vazia:
import-warning-number-precision = um número tem mais algarismos do que uma planilha guarda:
import-warning-other-sheets = a pasta tem outras planilhas, que não foram lidas:

import-fault-changed-meanwhile = { $file } mudou enquanto era lido (linha { $line })
import-fault-empty = { $file } está vazio
import-fault-too-large = { $file } tem { $size } MiB e são admitidos { $limit } MiB
import-fault-unknown-encoding = “{ $value }” não é uma codificação conhecida
import-fault-unsupported-container = { $file } é do tipo { $value }, que não pode ser lido; salve-o como CSV ou XLSX
import-fault-encrypted = { $file } tem senha: salve-o sem ela
import-fault-damaged = { $file } está danificado: { $detail }
import-fault-unpacks-too-large = { $file } ocupa descompactado mais de { $limit } MiB
import-fault-too-many-cells = { $file } tem mais de { $limit } células
import-fault-unclosed-quote = { $file }: as aspas abertas na linha { $line } não se fecham
import-fault-cell-too-large = { $file }: a célula da linha { $line }, coluna { $column }, passa de { $limit } MiB
import-fault-too-many-columns = { $file }: a linha { $line } tem mais de { $limit } colunas
import-fault-no-header = em { $file } nenhuma linha nomeia as colunas
import-fault-row = linha { $line }: { $cells }
import-fault-unknown-column = em { $file } não há uma coluna “{ $value }” para { $field }; há: { $found }
import-fault-unknown-field = “{ $field }” não é um dado que se possa ler de uma coluna
import-fault-unknown-sheet = em { $file } não há uma planilha “{ $value }”; há: { $found }
import-fault-not-this-source = { $file } não tem a forma de um arquivo { $value }
import-fault-ambiguous-dates = { $file }: em “{ $value }” (linha { $line }) não se sabe qual é o dia e qual o mês
import-reason-required = falta este dado
import-reason-repeated = já está no arquivo com outros dados
import-reason-text = o texto é longo demais ou tem caracteres que não são permitidos
import-reason-years = os anos são um número inteiro de 0 a 200
import-reason-series-code = o código só admite letras, algarismos, hifens e pontos
import-reason-disposal = a destinação é CT, E ou S, só ou com + M ou + D
import-warning-several-emails = vários e-mails; ficou o primeiro:
import-warning-document-repaired = documento recuperado de um número de planilha:
import-warning-document-digits-lost = a planilha perdeu dígitos do documento; a linha fica sem ele:
import-warning-invalid-document = documento inválido; a linha fica sem ele:
import-warning-invalid-territory = código de território inválido:
import-warning-ditto = aspas de repetição; copiou-se o de cima:
import-warning-presence-unclear = não está claro se compareceu:
import-warning-shared-email = e-mail compartilhado por várias pessoas:
import-warning-name-conflict = o mesmo documento com nomes diferentes:
import-warning-name-differs = mesmo documento ou e-mail com outro nome:
import-warning-name-cleaned = nome com caracteres invisíveis; foram retirados:
import-warning-name-from-email = pessoa nova sem nome; fica com o e-mail:
import-warning-possible-duplicate = pode ser a mesma pessoa:
import-warning-merged-by-name = linhas unidas só pelo nome:
import-warning-several-people-fit = pode ser de várias pessoas; espera que alguém diga de quem é:
import-warning-email-differs = e-mail diferente do registrado; não foi alterado:
import-warning-phone-differs = telefone diferente do registrado; não foi alterado:
import-warning-post-differs = cargo diferente do registrado; não foi alterado:
import-warning-territory-differs = território diferente do registrado; não foi alterado:
import-warning-organisation-differs = órgão diferente do registrado; não foi alterado:
import-warning-organisation-ambiguous = vários órgãos têm esse nome; a pessoa fica sem ele:
import-warning-kept-by-hand = mantém-se o anotado à mão:
import-warning-device-name = parece o nome de um aparelho, não de uma pessoa:
import-warning-open-interval = sem hora de saída; fechou-se com a última conhecida:
import-warning-left-without-join = saída sem entrada:
import-warning-minutes-from-duration = minutos tomados da duração informada:
import-warning-date-order-suggested = ordem da data suposta; confirme com --date-order:
import-warning-date-order-ambiguous = a data pode ser lida de duas maneiras; indique --date-order:
import-warning-date-orders-mixed = o arquivo mistura ordens de data:
import-warning-session-date-mismatch = a data do arquivo não é a da sessão:
import-warning-no-session-date = o arquivo não diz de que dia é
import-warning-no-stored-date = a pesquisa não guarda datas:
import-warning-invalid-time = hora que não se entende:
import-warning-incomplete = resposta não concluída; não foi tomada:
import-warning-review-rejected = envio rejeitado em seu sistema:
import-warning-consent-denied = não autorizou o uso de seus dados:
import-warning-repeated-answer = outra resposta da mesma pessoa
import-warning-identity-not-kept = coluna que diz quem respondeu; não é guardada:
import-warning-column-not-in-form = coluna que não é uma pergunta do formulário; não é guardada:
import-warning-sensitive-not-kept = dado sensível que o perfil não pede; não se guarda:
import-warning-more = mais avisos do que se guardam:
import-hint-map = diga qual coluna é cada dado: --map name=COLUNA (também doc, email, status, minutes …)
import-hint-date-order = diga a ordem das datas: --date-order dmy ou --date-order mdy
import-warning-name-from-document = a pessoa nova é registrada com seu documento como nome:
import-fault-not-text = { $file } não é uma lista: não contém texto; salve-a como CSV ou XLSX
import-hint-quote = feche as aspas nessa linha, ou abra-o em uma planilha e salve-o de novo como CSV
import-hint-again = baixe-o ou exporte-o de novo
import-reason-no-holiday = esse dia não é feriado por lei
import-tab = separado por tabulações
import-delimiter = separado por “{ $sign }”
import-sheet = planilha “{ $sheet }”
import-header = cabeçalho na linha { $line }
import-date-order = datas { $order } ({ $evidence })
import-day = de { $day } ({ $from })
import-evidence-given = você informou
import-evidence-unambiguous = escritas sem dúvida
import-evidence-component-above-twelve = há um valor maior que 12
import-evidence-duration-agrees = a duração confere
import-evidence-leave-within-day = a saída é no mesmo dia
import-evidence-session-date = confere com a sessão
import-evidence-file-name = confere com o nome do arquivo
import-evidence-am-pm = suposto por AM e PM
import-evidence-clock-24h = suposto pela hora de 24 horas
import-evidence-nothing = suposto, sem prova
import-date-preamble = diz o cabeçalho do relatório
import-date-cells = dizem as linhas
import-date-title-block = diz o título
import-date-file-name = diz o nome do arquivo
import-date-sheet-name = diz o nome da planilha
import-date-given = o da sessão
import-other-day = { $file } é de { $found } ({ $from }) e { $session } é de { $day }
import-other-day-hint = confira a sessão (ata show { $session }); se o arquivo é mesmo dela, repita com --any-date
import-ignored-blank = em branco
import-ignored-numbered-blank = numeradas sem preencher
import-ignored-waiting-room = da sala de espera
import-ignored-no-show = de inscritos que não vieram
import-ignored-bot = de assistentes automáticos
import-ignored-total = de totais
import-ignored-footer = de assinaturas ou avisos no rodapé
import-ignored-repeated-header = de cabeçalhos repetidos
import-ignored-second-header = de segundo cabeçalho
import-ignored-hxl-tags = de etiquetas HXL
import-ignored-other-day = de outro dia
import-differential = com perfil da diversidade
import-warning-category-unknown = resposta que não é uma categoria do perfil; não se guarda:

import-action-add = nova
import-action-update = é atualizada
import-action-match = já está
import-action-review = a rever
import-action-ignore = é deixada de lado
import-action-reject = rejeitada
import-steps-more = e mais { $n } linhas (todas com --json)
import-queue =
    { $n ->
        [one] Uma linha pode ser de várias pessoas; diga de quem é
       *[other] { $n } linhas podem ser de várias pessoas; diga de quem é cada uma
    }
import-queue-hint = hint: ata person same { $row } { $person } (é essa pessoa) · ata person different { $row } (é uma pessoa nova)
import-row-settled = { $row } já foi resolvida de outra maneira
import-row-other-document = { $row } traz o documento { $theirs } e { $person } tem { $has }: são duas pessoas
import-ignored-ignored-by-hand = deixada de fora à mão
import-warning-row-seen-before = a mesma linha já tinha sido recebida e o que se anotou mudou depois; conserva-se:
import-warning-more-changes = mais mudanças do que se guardam:
import-warning-more-rows = mais linhas do que se detalham:
import-ignored-test-answer = de respostas de teste
import-ignored-review-rejected = de envios recusados em seu sistema
import-ignored-unfinished = de respostas não concluídas
import-ignored-empty-answer = de respostas vazias
import-ignored-repeated-answer = de respostas repetidas
import-fault-identity-column = “{ $value }” diz quem respondeu; as respostas são anônimas
import-queue-see = hint: diga de quem são as linhas a rever: ata import show { $import }
import-order-dmy = dia/mês/ano
import-order-mdy = mês/dia/ano
import-order-ymd = ano-mês-dia
