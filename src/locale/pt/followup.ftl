# Acompanhamento

followup-none = Não há compromissos com essas condições.
followup-overdue = vencido
followup-born-overdue = aviso: { $commitment } vence em { $due }, que já passou
followup-no-evidence = um compromisso é dado por cumprido com uma evidência ou, ao menos, com uma nota
followup-settled = { $commitment } já está na situação “{ $status }”
followup-other-session = { $session } não é uma sessão de { $case }
followup-own-group = o grupo de destino já é o responsável por { $case }
followup-referred = Fica um aviso na caixa de saída para quem dirige o grupo: ata notify outbox { $case }
