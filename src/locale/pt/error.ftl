# O que falhou

error-label = erro
error-missing = 
    { $case } não pode sair da sua etapa: { $n ->
        [one] falta um ponto de controle
       *[other] faltam { $n } pontos de controle
    }
error-missing-session =
    { $session } não pode ser encerrada: { $n ->
        [one] falta um ponto de controle
       *[other] faltam { $n } pontos de controle
    }
error-missing-one = { $control }: { $meaning } → { $hint }
error-missing-waivable = { $control }: { $meaning } → { $hint } (ou --waive { $control }=MOTIVO)
error-not-waivable = o ponto de controle “{ $control }” não pode ser dispensado nesta etapa
error-not-yet = { $case } está na etapa “{ $at }” e ainda não chegou a “{ $wanted }”
error-case-on-hold = { $case } está suspensa
error-case-rejected = { $case } foi rejeitada
error-case-merged = { $case } foi unida a outra assistência
error-case-cancelled = { $case } foi cancelada
error-case-copy = { $case } é cópia de { $reference } de { $institution }: aqui não se emitem documentos nem relatórios dela; os que foram impressos estão no pacote
error-case-closed = o processo { $case } está encerrado e selado: não pode mais ser alterado

error-no-register = não há nenhum registro (ata.db) em { $folder } nem nas pastas acima
error-no-file = não existe o registro { $path }
error-file-exists = já existe o arquivo { $path }
error-file-exists-hint = indique um arquivo que ainda não exista
error-not-a-register = { $path } não é um registro do ata
error-not-a-register-hint = indique o arquivo certo com --db
error-newer = o registro tem a versão { $found } e este programa conhece até a { $known }
error-newer-hint = atualize o programa; o arquivo não foi alterado
error-busy = outro processo está gravando no registro
error-busy-hint = espere um momento e repita o comando; nada ficou pela metade
error-read-only = o registro é somente leitura
error-read-only-hint = verifique as permissões do arquivo e da pasta
error-not-writable = { $path } é somente leitura
error-left = { $n ->
    [one] este arquivo de outra pessoa (usuário n.º { $owner }) não deixa gravar no registro: { $files }
   *[other] estes arquivos de outra pessoa (usuário n.º { $owner }) não deixam gravar no registro: { $files }
}
error-left-hint = estão vazios: quando ninguém mais estiver com o registro aberto, apague-os (rm { $files })
error-left-changes-hint = há neles alterações ainda não assentadas: não os apague; peça ao usuário { $owner } ou a quem administra o computador permissão de escrita sobre eles
error-disk-full = não há espaço no disco
error-disk-full-hint = libere espaço e repita o comando; nada ficou pela metade
error-damaged = o registro está danificado: { $detail }
error-damaged-hint = verifique com “ata check” e recupere a última cópia (ata backup)
error-stored = o registro guarda um dado que não se entende ({ $what }): { $detail }
error-sealed = o processo está encerrado e selado: não pode mais ser alterado
error-sealed-hint = o que for novo vai em outra assistência: ata need add
error-append-only = o histórico só admite linhas novas
error-database = o banco de dados recusou a operação: { $detail }
error-no-folder = { $path } não pode ser escrito: a pasta “{ $folder }” não existe
error-no-place = { $path } não pode ser escrito: a pasta não aceita arquivos
error-file = { $path }: { $detail }
error-file-missing-hint = verifique o nome e a pasta em que se procura: um arquivo de outro lugar é indicado com o caminho
error-file-too-large = { $path } tem { $size } MiB e o perfil admite até { $limit } MiB
error-file-too-large-hint = reduza o arquivo ou altere archive.max_file_mib no perfil (ata profile update)
error-file-empty = { $path }: não contém nada
error-template = não foi possível compor o texto do aviso

error-no-case = não há nenhuma assistência “{ $text }”
error-no-session = não há nenhuma sessão “{ $text }”
error-no-commitment = não há nenhum compromisso “{ $text }”
error-no-document = não há nenhum documento “{ $text }”
error-no-message = não há nenhuma mensagem “{ $text }”
error-no-person = não há nenhuma pessoa “{ $text }”
error-no-organisation = não há nenhuma organização nem pessoa “{ $text }”
error-no-board-here = “{ $text }” é um comitê: aqui se indica uma pessoa ou uma instituição (quem preside o comitê, por exemplo)
error-no-board = não há nenhuma mesa “{ $text }”
error-no-import = não há nenhuma importação “{ $text }”
error-no-operation = não há nenhuma operação “{ $text }”
error-no-series = não há nenhuma série “{ $text }”
error-many-case = “{ $text }” pode ser { $n } assistências
error-many-session = “{ $text }” pode ser { $n } sessões
error-many-commitment = “{ $text }” pode ser { $n } compromissos
error-many-document = “{ $text }” pode ser { $n } documentos
error-many-message = “{ $text }” pode ser { $n } mensagens
error-many-person = “{ $text }” pode ser { $n } pessoas
error-many-organisation = “{ $text }” pode ser { $n } organizações
error-many-board = “{ $text }” pode ser { $n } mesas
error-many-import = “{ $text }” pode ser { $n } importações
error-many-operation = “{ $text }” pode ser { $n } operações
error-many-series = “{ $text }” pode ser { $n } séries
error-many-hint = escreva a referência completa, por exemplo { $id }
error-candidate = { $id }  { $label }

error-undo-left = a operação { $op } já saiu da instituição (mensagens ou pacotes): não pode ser desfeita
error-undo-left-hint = o que foi avisado se corrige com outro aviso: ata schedule move ou ata schedule cancel, e depois ata notify draft … --as change (ou cancellation)
error-undo-packed-hint = o pacote está onde foi gravado; o que veio antes se desfaz pelo número: ata undo --op N (ata log)
error-undo-final = a operação { $op } é definitiva: não pode ser desfeita
error-undo-final-hint = o que foi feito antes ou depois se desfaz pelo número: ata undo --op N (ata log)
error-undo-changed = a operação { $op } não pode ser desfeita: algo posterior alterou o mesmo ou depende disso ({ $thing })
error-undo-later = a operação { $op } não pode ser desfeita: a operação { $by }, posterior, alterou o mesmo ou depende disso ({ $thing })
error-undo-told = a operação { $op } não pode ser desfeita: alguém já foi avisado de { $session } como está agora; altere-a com outro comando e avise de novo
error-undo-nothing = não há nada a desfazer

error-dangling = { $link } é um link para { $target }, que não existe
error-unsettled = { $path } é somente leitura e tem alterações recentes em outro arquivo (-wal ou -journal) que assim não podem ser lidas
error-unsettled-hint = abra-o uma vez onde se possa gravar (por exemplo, com “ata check”), ou trabalhe com uma cópia feita com “ata backup”
error-disk = o disco não conseguiu ler ou gravar ({ $detail })
error-disk-hint = verifique o espaço, a cota e o estado do disco, e repita o comando; nada ficou pela metade
error-shown-hint = o comando foi cumprido; só falhou mostrar a resposta
error-io-not-found = não existe
error-io-denied = não há permissão
error-io-unwritable = não há permissão para gravar ali
error-io-exists = já existe
error-io-folder = é uma pasta
error-io-no-folder = uma parte do caminho não é uma pasta
error-io-full = não há espaço no disco
error-io-quota = a cota de disco se esgotou
error-io-too-large = o arquivo passa do tamanho que o sistema permite
error-io-read-only = o disco é somente leitura
error-io-name = esse nome de arquivo não pode ser usado
error-no-elimination = não há nenhuma lista de eliminação “{ $text }”
error-many-elimination = “{ $text }” indica { $n } listas de eliminação
error-no-review = não há nenhuma linha a rever “{ $text }”
