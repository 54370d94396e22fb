# Necessidades

need-none = Não há necessidades a decidir.
need-no-shortcut = o perfil não permite que { $case } (origem «{ $origin }») passe diretamente a «{ $to }»
need-accepted-already = { $case } já foi aceito
need-merge-itself = { $case } não pode ser unido a si mesmo
need-referred = Fica um aviso na caixa de saída para quem dirige o grupo: ata notify outbox { $case }
