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
