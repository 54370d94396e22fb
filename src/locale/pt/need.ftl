# Necessidades

need-none = Não há necessidades a decidir.
need-no-shortcut = o perfil não permite que { $case } (origem “{ $origin }”) passe diretamente a “{ $to }”
need-accepted-already = { $case } já foi aceita
need-merge-itself = { $case } não pode ser unida a si mesma
need-referred = Fica um aviso na caixa de saída para quem dirige o grupo: ata notify outbox { $case }
need-received-ahead = aviso: { $case } foi registrada como recebida em { $day }, que ainda não chegou (ata need edit { $case } --received DATA)
need-due-before = aviso: { $case } vence em { $due }, antes de ser recebida ({ $received })
need-referral-dropped =
    { $n ->
        [one] O aviso { $messages }, que ainda estava na fila, foi anulado
       *[other] Os avisos { $messages }, que ainda estavam na fila, foram anulados
    }
need-not-taken = aviso: { $case } já estava registrado; o restante é mantido e { $options } não foi considerado (ata need edit { $case } …)
need-merge-passed = De { $case } passou para { $into }: { $options }
