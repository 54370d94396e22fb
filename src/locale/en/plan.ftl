# Plan

plan-none = There are no such plans.
plan-none-of = { $case } has no plan yet
plan-approved = the plan of { $case } was approved by { $by } on { $on }: it stays as signed
plan-sum = 
    { $n ->
        [one] One plan
       *[other] { $n } plans
    }, total cost { $cost }
plan-not-taken = warning: the plan of { $case } was approved by { $by } on { $on } and stays so; not taken: { $options }
plan-passed = warning: { $case } is past the plan already; not taken: { $options }
