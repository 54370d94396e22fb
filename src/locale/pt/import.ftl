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
import-reason-required = falta este dado
import-reason-repeated = já está no arquivo com outros dados
import-reason-text = o texto é longo demais ou tem caracteres que não são permitidos
import-reason-years = os anos são um número inteiro de 0 a 200
import-reason-series-code = o código só admite letras, algarismos, hifens e pontos
import-reason-disposal = a destinação é CT, E ou S, só ou com + M ou + D
