# Necesidades

need-none = No hay necesidades por decidir.
need-no-shortcut = el perfil no permite que { $case } (origen «{ $origin }») pase directamente a «{ $to }»
need-accepted-already = { $case } ya fue aceptada
need-merge-itself = { $case } no se puede unir a sí misma
need-referred = Queda un aviso en la bandeja de salida para quien dirige el grupo: ata notify outbox { $case }
need-received-ahead = aviso: { $case } quedó recibida el { $day }, que todavía no llega (ata need edit { $case } --received FECHA)
need-due-before = aviso: { $case } vence el { $due }, antes de recibirse ({ $received })
need-referral-dropped =
    { $n ->
        [one] Se anuló el aviso { $messages }, que seguía en cola
       *[other] Se anularon los avisos { $messages }, que seguían en cola
    }
need-not-taken = aviso: { $case } ya estaba registrada; lo demás se conserva y no se tomó { $options } (ata need edit { $case } …)
need-merge-passed = De { $case } pasó a { $into }: { $options }
