# Plano de assistência técnica

plan-none = Não há planos com essas condições.
plan-none-of = { $case } ainda não tem plano
plan-approved = o plano de { $case } já foi aprovado por { $by } em { $on }: fica como foi assinado
plan-sum = 
    { $n ->
        [one] Um plano
       *[other] { $n } planos
    }, custo total { $cost }
plan-not-taken = aviso: o plano de { $case } já foi aprovado por { $by } em { $on } e assim permanece; { $options } não foi considerado
plan-passed = aviso: { $case } já passou da etapa do plano; { $options } não foi considerado
