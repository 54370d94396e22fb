# The register

desk-begun = Register begun: { $file }
desk-begun-hint = hint: go on with organisations (ata org add) and people (ata person add), or register the first need: ata need add "…"
desk-another = { $path } is a register with other settings already ({ $institution })
desk-profile-wrong = 
    the profile { $file } has { $n ->
        [one] one fault
       *[other] { $n } faults
    }
desk-profile-fault = { $file }:{ $at }: { $detail }
