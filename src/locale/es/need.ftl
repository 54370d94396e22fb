# Necesidades

need-none = No hay necesidades por decidir.
need-no-shortcut = el perfil no permite que { $case } (origen «{ $origin }») pase directamente a «{ $to }»
need-accepted-already = { $case } ya fue aceptada
need-merge-itself = { $case } no se puede unir a sí misma
need-referred = Queda un aviso en la bandeja de salida para quien dirige el grupo: ata notify outbox { $case }
