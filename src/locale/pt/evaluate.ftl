# A avaliação das sessões

evaluate-form-written = Formulário salvo em { $file }
evaluate-form-unknown = o formulário sai como tabela (.csv) ou como texto (.txt), não como .{ $form }; em PDF, com “ata paper”
evaluate-form-anonymous = Suas respostas são anônimas: não escreva seu nome. Pode deixar em branco o que não se aplica.
evaluate-form-scale = Escala: { $values }
evaluate-no-answers = Ainda não há respostas.
evaluate-overall = Total
evaluate-more-than-attended = Há mais respostas do que participantes: confira a lista de presença ou as respostas.
evaluate-suppressed = * Grupos com menos de { $n } respostas, ou que permitiriam deduzi-los: não são mostrados.
evaluate-no-items = nenhuma coluna de { $file } corresponde a uma pergunta do formulário; colunas encontradas: { $found }
evaluate-unknown-item = “{ $value }” não é uma pergunta do formulário
evaluate-no-items-hint = as perguntas do formulário são: { $items }; diga que coluna responde cada uma: --map PERGUNTA=COLUNA (ata evaluate form { $session } dá a tabela para preencher)
evaluate-others = hint: se são respostas de outras pessoas (em papel, de outro formulário), conte-as assim: { $command }
evaluate-gone = hint: para que contem só as deste arquivo: { $back }, e depois de novo { $again }
