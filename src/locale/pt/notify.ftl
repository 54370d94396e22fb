# A comunicação

notify-none = Não há mensagens.
notify-kind = “{ $value }” não é um tipo de aviso
notify-activity = Assistência técnica
notify-zone-america-bogota = horário da Colômbia
notify-zone-america-lima = horário do Peru
notify-zone-america-asuncion = horário do Paraguai
notify-zone-america-sao-paulo = horário de Brasília
notify-hours = das { $start } às { $end }

notify-from = “{ $value }” não é um endereço de e-mail do qual se possa enviar
notify-no-sender = não há endereço do qual enviar: nem quem assina nem o grupo têm e-mail
notify-no-sender-hint = registre o e-mail de quem assina (ata person edit P-n --email E-MAIL) ou informe --from E-MAIL (ou ATA_FROM)
notify-senderless =
    { $n ->
        [one] { $messages } fica sem enviar
       *[other] { $messages } ficam sem enviar
    }: não há endereço do qual enviar; { $hint }
notify-calendar = o convite de calendário de { $session } não pôde ser composto: { $detail }

notify-unsayable = o aviso de { $case } não pode ser elaborado: deve informar a pauta, o local e a data
notify-no-sessions = { $case } não tem sessões a realizar
notify-cancelled = a sessão { $session } está cancelada
notify-not-held = a sessão { $session } ainda não foi realizada
notify-nobody-invited = { $session } não tem pessoas convidadas
notify-nobody = Não há a quem avisar.
notify-outdated =
    { $n ->
        [one] Uma pessoa convidada para { $session } conhece a programação anterior
       *[other] { $n } pessoas convidadas para { $session } conhecem a programação anterior
    }: ata notify draft { $session } --as change
notify-untold =
    { $n ->
        [one] Uma pessoa convidada para { $session } ainda não recebeu nenhum aviso
       *[other] { $n } pessoas convidadas para { $session } ainda não receberam nenhum aviso
    }: ata notify draft { $session } --as convocation
notify-unsigned =
    { $n ->
        [one] Um aviso está sem assinatura e não é enviado
       *[other] { $n } avisos estão sem assinatura e não são enviados
    }: repita ata notify draft com --signed-by
notify-without-address =
    { $n ->
        [one] Uma pessoa não tem e-mail para o qual se possa escrever: seu aviso aguarda
       *[other] { $n } pessoas não têm e-mail para o qual se possa escrever: seus avisos aguardam
    } uma ligação (ata notify call) ou um ofício entregue (ata notify handed)

notify-via-missing =
    { $n ->
        [one] há um e-mail a enviar
       *[other] há { $n } e-mails a enviar
    } e não foi informado por onde
notify-via-unknown = “{ $value }” não é uma via de envio
notify-busy = outro envio está entregando em { $path }
notify-count-sent =
    { $n ->
        [one] 1 enviado
       *[other] { $n } enviados
    }
notify-count-failed =
    { $n ->
        [one] 1 com falha
       *[other] { $n } com falha
    }
notify-count-uncertain =
    { $n ->
        [one] 1 incerto
       *[other] { $n } incertos
    }
notify-count-queued =
    { $n ->
        [one] 1 em espera
       *[other] { $n } em espera
    }
notify-count-sending = { $n } em envio
notify-count-cancelled =
    { $n ->
        [one] 1 anulado
       *[other] { $n } anulados
    }
notify-moved = { $case } passa à etapa “{ $stage }”.
notify-stays = { $case } continua na etapa “{ $stage }”.
notify-missing = { $case }: falta { $meaning } → { $hint }
notify-contact =
    { $n ->
        [one] Um aviso aguarda uma ligação
       *[other] { $n } avisos aguardam uma ligação
    } (ata notify call) ou um ofício entregue (ata notify handed).
notify-undelivered = Houve mensagens não entregues. Corrija a causa; as que falharam voltam à fila com ata notify draft.
notify-uncertain =
    { $n ->
        [one] Não se sabe se uma mensagem chegou
       *[other] Não se sabe se { $n } mensagens chegaram
    }: verifique e informe com ata notify resolve M-n sent (ou failed, ou queued para enviar de novo)
notify-error-address = o endereço não serve
notify-error-content = a mensagem não pôde ser composta
notify-error-folder = a pasta não a recebeu
notify-error-declared = declarada não entregue

notify-via-password = a senha não se escreve no endereço: outros a veriam
notify-via-port = “{ $value }” não é uma porta
notify-via-setting = “{ $value }” não é um ajuste do servidor: aceitam-se tls=starttls, tls=none, timeout=SEGUNDOS e from=E-MAIL
notify-via-program = no registro só se guarda “sendmail”, sem programa: outro programa se indica com --via ou ATA_VIA
notify-via-none = Não foi indicado por onde sai o e-mail.
notify-no-password = falta a senha do servidor de e-mail
notify-password-hint = ponha-a em um arquivo e indique-o em ATA_SMTP_PASSWORD_FILE, ou indique em ATA_SMTP_PASSWORD_COMMAND o comando que a informa
notify-password-command = o comando de ATA_SMTP_PASSWORD_COMMAND falhou: { $detail }
notify-tls-hint = se o servidor está neste mesmo computador, acrescente ?tls=none ao endereço; se não, pergunte a quem o administra
notify-server-hint = as mensagens continuam na fila: repita o comando quando o servidor responder
notify-stop-connection = não há conexão com { $way }: { $detail }
notify-stop-tls = a conexão com { $way } não pôde ser protegida: { $detail }
notify-line-refused = ninguém responde nessa porta
notify-line-timed-out = o servidor não respondeu a tempo
notify-line-closed = o servidor encerrou a conexão
notify-line-no-such-host = não se encontra um equipamento com esse nome
notify-line-unknown-certificate = este equipamento não conhece quem assinou o certificado (SSL_CERT_FILE nomeia os que se aceitam, também o do próprio servidor)
notify-line-expired-certificate = o certificado está vencido ou ainda não vigora
notify-line-other-name = o certificado é de outro nome
notify-stop-no-tls = { $way } não oferece uma conexão protegida (STARTTLS)
notify-stop-open-line = { $way } pede senha por uma conexão sem proteção
notify-stop-no-way-in = { $way } não aceita nenhuma forma conhecida de entrar (oferece: { $offered })
notify-stop-authentication = { $way } não aceitou o usuário ou a senha: { $detail }
notify-stop-greeting = { $way } não recebe e-mail agora: { $detail }
notify-stop-note = não foi possível anotar o envio, e por isso nada mais foi enviado: { $detail }
notify-stop-program = não foi possível executar o programa de e-mail { $program }: { $detail }
notify-stop-folder = { $path } não recebe mensagens
notify-in-hand =
    { $n ->
        [one] Outro envio tem uma mensagem em andamento
       *[other] Outro envio tem { $n } mensagens em andamento
    }.
notify-later =
    { $n ->
        [one] O servidor não recebeu uma mensagem por ora: tenta-se de novo na hora mostrada por
       *[other] O servidor não recebeu { $n } mensagens por ora: tenta-se de novo na hora mostrada por
    } ata notify outbox, com o próximo ata notify send.
notify-copied = este arquivo parece uma cópia: os e-mails saem do registro que estava em { $place }
notify-restored = este arquivo parece uma cópia de segurança restaurada: não tem a operação { $op }, com a qual já saíram e-mails
notify-adopted = A partir de agora os e-mails saem de { $place }.
notify-adopted-already = Os e-mails já saem de { $place }.
notify-waits-until = { $state } até { $due }
notify-error-refused = o servidor a recusou
notify-error-later = o servidor não a recebeu por ora
notify-error-gave-up = o servidor não a recebeu em vários dias
notify-error-no-answer = o servidor não respondeu
notify-error-cut-short = o envio foi cortado
notify-error-copied = pode ter saído de outra cópia

notify-told-already = Essa pessoa já foi avisada.
notify-wrong-number = Corrija o telefone de { $person } quando se souber: ata person edit { $person } --phone NÚMERO
notify-not-drafted = não há aviso elaborado para { $person } sobre { $session }
notify-not-invited = { $person } não tem convite para { $session }
notify-must-sign = o aviso { $message } está sem assinatura
notify-handed-later = --on { $day }: um ofício não pode ter sido entregue em uma data que não chegou
notify-is-sent = { $message } já foi enviado ou entregue
notify-is-sending = { $message } está sendo enviado
notify-is-cancelled = { $message } foi anulado
notify-not-uncertain = { $message } não está em dúvida: só se esclarece o que ficou em envio ou incerto, e só se repete o que falhou

notify-short-convocation = Convocatória
notify-short-letter = Ofício
notify-short-circular = Circular
notify-short-change = Mudança
notify-short-cancellation = Cancelamento
notify-short-newsletter = Boletim
notify-short-referral = Encaminhamento
notify-short-reminder = Lembrete
notify-by-email = E-mail
notify-by-phone = Telefone
notify-by-letter = Ofício

notify-error-bounced = o servidor do destinatário o devolveu
notify-read-no-maildir = { $path } é uma pasta e não um Maildir (faltam new e cur)
notify-read-reply = Resposta
notify-read-bounce = Devolução
notify-read-other = E-mail
notify-read-kept = anotada
notify-read-bounced = { $message } não foi entregue
notify-read-known = já tinha sido lida
notify-read-unknown-session = não é de uma sessão deste registro
notify-read-not-invited = esse endereço não está convidado
notify-read-several-invited = várias pessoas convidadas compartilham esse endereço e o nome não diz qual
notify-read-closed = o processo está encerrado
notify-read-not-ours = não nomeia uma mensagem nossa
notify-read-not-final = ainda se tenta entregar
notify-read-in-hand = a mensagem está sendo enviada; leia de novo mais tarde
notify-read-settled = a pessoa já foi avisada de outro modo
notify-read-failed-before = já se sabia que não chegou
notify-read-outdated = responde à data anterior
notify-read-sender = vem de { $sender }
notify-read-empty = vazio
notify-read-too-large = grande demais
notify-read-not-a-message = não é uma mensagem de e-mail
notify-read-outlook-file = arquivo do Outlook (.msg): salve-o como .eml
notify-read-tnef = o Outlook embrulhou a resposta em winmail.dat e não se pode ler
notify-read-broken = mensagem danificada
notify-read-ordinary = mensagem comum
notify-read-ordinary-ours = escreve sobre { $message }: leia
notify-read-automatic = resposta automática
notify-read-automatic-ours = resposta automática a { $message }
notify-read-read-receipt = aviso de leitura
notify-read-read-receipt-ours = leu { $message } (confirmação de leitura)
notify-read-counter = propõe outra data ou hora
notify-read-counter-ours = propõe outra data ou hora ({ $message }): leia
notify-read-method = calendário que não é uma resposta
notify-read-no-event = calendário sem sessão
notify-read-no-uid = resposta sem identificador da sessão
notify-read-no-attendee = resposta que não diz de quem é
notify-read-no-answer = resposta que não diz o que responde
notify-read-empty-report = devolução que não nomeia ninguém
notify-read-unreadable = não se pôde ler
notify-read-more =
    { $n ->
        [one] … e mais um
       *[other] … e mais { $n }
    }
notify-read-counts =
    { $replies ->
        [one] Uma resposta nova
       *[other] { $replies } respostas novas
    } · { $bounces ->
        [one] uma devolução nova
       *[other] { $bounces } devoluções novas
    } · { $known } já lidas · { $others } sem tocar
notify-read-failed =
    { $n ->
        [one] Um aviso não chegou: corrija o endereço (ata person edit)
       *[other] { $n } avisos não chegaram: corrija os endereços (ata person edit)
    } e prepare-o de novo com ata notify draft, ou ligue (ata notify call)

notify-remind-busy = Outro processo já está fazendo isso: desta vez nada foi feito e a próxima fará o que faltar.
notify-remind-late =
    { $n ->
        [one] Um lembrete chegou tarde demais e não é enviado
       *[other] { $n } lembretes chegaram tarde demais e não são enviados
    } (--max-late)
notify-remind-unreachable =
    { $n ->
        [one] Um destinatário não tem e-mail: contate-o por telefone
       *[other] { $n } destinatários não têm e-mail: contate-os por telefone
    }
notify-remind-no-address = Sem e-mail
notify-remind-too-late = Tarde: { $what }, { $reference }, { $name } (era para { $day })
notify-reminded =
    { $n ->
        [0] Não há nada a lembrar.
        [one] Um lembrete para um destinatário.
       *[other] { $n } lembretes para { $people ->
            [one] um destinatário
           *[other] { $people } destinatários
        }.
    }

notify-proof-counts =
    { $people ->
        [one] Uma pessoa avisada
       *[other] { $people } pessoas avisadas
    }; mensagens: { $sent } enviadas ou entregues, { $failed } falhas ou incertas, { $waiting } em espera.
notify-handed-before = { $message } não pôde ser entregue em { $day }: foi elaborada em { $drafted }
notify-handed-known = aviso: { $message } já consta como entregue em { $day } com o protocolo { $reference } e assim permanece; --on não foi considerado
notify-line-exit = o programa de correio terminou com o código { $code }
notify-line-killed = o programa de correio foi interrompido antes de terminar
notify-readdressed =
    { $n ->
        [one] Uma mensagem na fila sai agora para o novo endereço
       *[other] { $n } mensagens na fila saem agora para o novo endereço
    }
notify-readdressed-to-call =
    { $n ->
        [one] Uma mensagem na fila fica sem e-mail e espera agora
       *[other] { $n } mensagens na fila ficam sem e-mail e esperam agora
    } uma ligação (ata notify call) ou uma carta entregue (ata notify handed)
notify-on-hold =
    { $n ->
        [one] { $cases } está suspensa
       *[other] { $cases } estão suspensas
    } e não se { $messages ->
        [one] envia uma mensagem
       *[other] enviam { $messages } mensagens
    } na fila: ata resume { $first }
notify-past = aviso: { $session } já passou; avisa-se de uma sessão cujo dia não está mais por vir
notify-remind-undelivered = Houve lembretes que não chegaram: corrija o endereço (ata person edit) e recoloque-os na fila com ata notify resolve M-n queued
notify-line-no-program = esse programa não está neste computador; outro se indica com --via sendmail:PROGRAMA
notify-line-no-right = não há permissão para executá-lo
