# Os textos dos avisos

template-own = Próprio
template-shipped = Do programa
template-none = Página geral
template-absent = Nenhum
template-set = { $name } ({ $language }) fica com o texto próprio.
template-reset = { $name } ({ $language }) fica com o texto do programa.
template-unknown = não existe o texto “{ $name }”
template-not-set = “{ $name }” não tem texto próprio: os avisos saem com a página geral
template-not-there = “{ $name }” não tem nenhum próprio
template-no-picture = “{ $name }”: o arquivo não é uma imagem SVG, PNG ou JPEG
template-size = “{ $name }”: o texto está vazio ou passa de { $max } KiB
template-whole = { $text }
template-place = { $text }, linha { $line }, coluna { $column }
template-no-such-fact = o texto usa “{ $fact }”, um dado que não existe
template-not-given = o texto usa um dado que nem todos os avisos têm; pergunte antes se ele existe, com if
template-no-subject = o texto não define o assunto: falta set subject
template-syntax = o texto não pode ser lido
template-other = o texto não pode ser aplicado
