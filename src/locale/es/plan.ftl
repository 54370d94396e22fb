# Plan de asistencia técnica

plan-none = No hay planes con esas condiciones.
plan-none-of = { $case } todavía no tiene plan
plan-approved = el plan de { $case } ya fue aprobado por { $by } el { $on }: queda como se firmó
plan-sum = 
    { $n ->
        [one] Un plan
       *[other] { $n } planes
    }, costo total { $cost }
plan-not-taken = aviso: el plan de { $case } ya fue aprobado por { $by } el { $on } y así queda; no se tomó { $options }
plan-passed = aviso: { $case } ya pasó la etapa del plan; no se tomó { $options }
