# Documentos impresos

paper-page = Página
paper-of = de
paper-log = Registro: operación
paper-digest = Huella
paper-qr = Código con la identidad del documento y la huella de su contenido

paper-title-certificate = Certificado de asistencia

paper-certificate-certifies = Hace constar que
paper-certificate-statement = asistió a la jornada de asistencia técnica
paper-certificate-when = realizada el { $day }, de { $start } a { $end } ({ $length }), por medios virtuales.
paper-certificate-when-place = realizada el { $day }, de { $start } a { $end } ({ $length }), en { $place }.
paper-certificate-issued = Se expide el { $day }.
paper-certificate-issued-place = Se expide en { $place } el { $day }.
