# The texts of notices

template-own = Own
template-shipped = Shipped
template-none = General page
template-absent = None
template-set = { $name } ({ $language }) now has your own text.
template-reset = { $name } ({ $language }) now has the text that comes with the program.
template-unknown = there is no text “{ $name }”
template-not-set = “{ $name }” has no text of your own: notices go out with the general page
template-not-there = “{ $name }” has none of your own
template-no-picture = “{ $name }”: the file is no SVG, PNG or JPEG picture
template-size = “{ $name }”: the text is empty or longer than { $max } KiB
template-whole = { $text }
template-place = { $text }, line { $line }, column { $column }
template-no-such-fact = the text uses “{ $fact }”, a fact that does not exist
template-not-given = the text uses a fact that not every notice has; ask first whether it is there, with if
template-no-subject = the text does not set the subject: set subject is missing
template-syntax = the text cannot be read
template-other = the text cannot be applied
