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

import-added = novas
import-no-column = em { $file } não há nenhuma coluna «{ $column }»; há: { $found }
import-columns = a primeira linha deve nomear as colunas; são entendidas: { $columns }

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

import-warning-column-ignored = coluna que não é usada:
import-warning-invalid-email = e-mail que não serve, fica vazio:
import-warning-organisation-unknown = a entidade não está registrada, fica vazia:
import-warning-person-unknown = a pessoa não está registrada, fica vazia:
import-warning-other-name = o documento ou o e-mail já é de alguém com outro nome, que foi mantido:
import-warning-namesake = já havia alguém com o mesmo nome:
import-warning-double-encoded = o texto vinha com os acentos danificados e foi reparado
import-warning-undecodable-bytes = há caracteres que não puderam ser lidos
import-warning-looks-like-dos = parece um arquivo de DOS: confira os acentos
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
import-fault-unknown-encoding = «{ $value }» não é uma codificação conhecida
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
import-fault-unknown-column = em { $file } não há uma coluna «{ $value }» para { $field }; há: { $found }
import-fault-unknown-field = «{ $field }» não é um dado que se possa ler de uma coluna
import-fault-unknown-sheet = em { $file } não há uma planilha «{ $value }»; há: { $found }
import-fault-not-this-source = { $file } não tem a forma de um arquivo { $value }
import-fault-ambiguous-dates = { $file }: em «{ $value }» (linha { $line }) não se sabe qual é o dia e qual o mês
import-reason-required = falta este dado
import-reason-repeated = já está no arquivo com outros dados
import-reason-text = o texto é longo demais ou tem caracteres que não são permitidos
import-reason-years = os anos são um número inteiro de 0 a 200
import-reason-series-code = o código só admite letras, algarismos, hifens e pontos
import-reason-disposal = a destinação é CT, E ou S, só ou com + M ou + D
