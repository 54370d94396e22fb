# Seguimiento

followup-none = No hay compromisos con esas condiciones.
followup-overdue = vencido
followup-born-overdue = aviso: { $commitment } vence el { $due }, que ya pasó
followup-no-evidence = un compromiso se da por cumplido con una evidencia o, al menos, con una nota
followup-settled = { $commitment } ya está en estado «{ $status }»
followup-other-session = { $session } no es una jornada de { $case }
followup-own-group = el grupo al que se traslada ya es el responsable de { $case }
followup-referred = Queda un aviso en la bandeja de salida para quien dirige el grupo: ata notify outbox { $case }
