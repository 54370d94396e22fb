# Arquivos recebidos

import-done = { $file } ({ $source }): { $rows } linhas
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

import-warning-whole = aviso: { $code } { $detail }
import-warnings-more = e mais { $n } avisos (todos com --json)
import-map-wrong = --map «{ $value }»: escreva CAMPO=COLUNA

import-reason-invalid-minutes = os minutos não são um número inteiro possível
import-reason-invalid-time = a hora ou a data não se entende
import-reason-invalid-status = a situação de presença não é reconhecida
import-reason-leave-before-join = a saída é anterior à entrada
import-reason-too-many-cells = a linha tem mais células que o cabeçalho
import-reason-name-too-long = o nome é longo demais
import-reason-invalid-document = o documento não é válido e não há nome nem e-mail
import-reason-document-digits-lost = a planilha perdeu dígitos do documento e não há nome nem e-mail
import-reason-no-name = é uma pessoa nova e só há o documento
import-reason-no-session = não diz de qual sessão é
import-reason-unknown-session = a assistência não tem essa sessão
import-reason-other-session = é de outra sessão
import-reason-session-cancelled = essa sessão foi cancelada
import-reason-out-of-scale = o valor está fora da escala
import-reason-not-on-scale = não é um valor da escala
import-reason-unknown-option = não é uma das opções

import-warning-double-encoded = texto codificado duas vezes; foi corrigido
import-warning-undecodable-bytes = há caracteres que não puderam ser lidos; indique --encoding
import-warning-looks-like-dos = os acentos parecem de outra codificação; tente --encoding cp850
import-warning-nul-bytes = havia bytes nulos; foram retirados
import-warning-duplicate-column = coluna repetida; vale a primeira:
import-warning-no-rows = o arquivo não tem linhas
import-warning-invalid-email = e-mail inválido; a linha fica sem ele:
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
import-warning-several-people-fit = pode ser qualquer uma de várias pessoas; não foi contada:
import-warning-email-differs = e-mail diferente do registrado; não foi alterado:
import-warning-phone-differs = telefone diferente do registrado; não foi alterado:
import-warning-post-differs = cargo diferente do registrado; não foi alterado:
import-warning-territory-differs = território diferente do registrado; não foi alterado:
import-warning-organisation-differs = órgão diferente do registrado; não foi alterado:
import-warning-organisation-unknown = órgão não registrado (ata org add); a pessoa fica sem ele:
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
import-warning-formula-text = parece uma fórmula; foi tomada como texto:
import-warning-formula-without-value = fórmula sem resultado guardado:
import-warning-cell-error = célula com erro da planilha:
import-warning-number-precision = número com mais dígitos do que a planilha guarda:
import-warning-other-sheets = a pasta tem outras planilhas (--sheet):
import-warning-repeated-answer = outra resposta da mesma pessoa
import-warning-identity-not-kept = coluna que diz quem respondeu; não é guardada:
import-warning-column-not-in-form = coluna que não é uma pergunta do formulário; não é guardada:
import-warning-sensitive-not-kept = há dados sensíveis do enfoque diferencial; não são guardados
import-warning-more = mais avisos do que se guardam:

import-fault-changed-meanwhile = { $file } mudou enquanto era lido (linha { $line })
import-fault-empty = { $file } está vazio
import-fault-too-large = { $file } tem { $size } MiB e são lidos até { $limit }
import-fault-unknown-encoding = { $file }: a codificação «{ $value }» não é conhecida
import-fault-unsupported-container = { $file } é um arquivo do tipo { $value }, que não é lido: salve-o como CSV ou XLSX
import-fault-encrypted = { $file } tem senha: salve-o sem ela
import-fault-damaged = { $file } está danificado: { $detail }
import-fault-unpacks-too-large = { $file } ocupa mais de { $limit } MiB ao ser descompactado
import-fault-too-many-cells = { $file } tem mais de { $limit } células
import-fault-unclosed-quote = { $file }, linha { $line }: aspas abertas não se fecham
import-fault-cell-too-large = { $file }, linha { $line }, coluna { $column }: a célula passa de { $limit } MiB
import-fault-too-many-columns = { $file }, linha { $line }: mais de { $limit } colunas
import-fault-no-header = { $file }: nenhuma linha nomeia colunas conhecidas; indique-as com --map CAMPO=COLUNA
import-fault-unknown-column = { $file } não tem a coluna «{ $value }» para { $field }; tem: { $found }
import-fault-unknown-field = não existe o campo «{ $field }»: use name, doc, email, status, minutes …
import-fault-unknown-sheet = { $file } não tem a planilha «{ $value }»; tem: { $found }
import-fault-not-this-source = { $file } não parece um arquivo de { $value }
import-fault-ambiguous-dates = { $file }, linha { $line }: «{ $value }» pode ser dia/mês ou mês/dia; indique --date-order
import-fault-row = linha { $line }: { $cells }
