# El registro

desk-begun = Registro creado: { $file }
desk-begun-hint = hint: siga con las dependencias (ata org add) y las personas (ata person add), o registre la primera necesidad: ata need add "…"
desk-another = { $path } ya es el registro de otra configuración ({ $institution })
desk-profile-wrong = 
    el perfil { $file } tiene { $n ->
        [one] un error
       *[other] { $n } errores
    }
desk-profile-fault = { $file }:{ $at }: { $detail }
