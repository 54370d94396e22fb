# O registro

desk-begun = Registro criado: { $file }
desk-begun-hint = hint: continue com as áreas (ata org add) e as pessoas (ata person add), ou registre a primeira necessidade: ata need add "…"
desk-another = { $path } já é o registro de outra configuração ({ $institution })
desk-profile-wrong = 
    o perfil { $file } tem { $n ->
        [one] um erro
       *[other] { $n } erros
    }
desk-profile-fault = { $file }:{ $at }: { $detail }
