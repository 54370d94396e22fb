#!/usr/bin/env bash
# One case, from the request of a town to the sealed package, with the real program. People and figures are invented.
# Leaves everything in the folder named (else ./santander-demo): the register ata.db, the mails, and the package.
set -euo pipefail

files=$(cd "$(dirname "$0")" && pwd)
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
here=${1:-santander-demo}
if [ -e "$here/ata.db" ]; then
    echo "$here/ata.db exists; name another folder: $0 FOLDER" >&2
    exit 1
fi
mkdir -p "$here"
cd "$here"

export ATA_BY='Óscar Iván Mantilla' ATA_LANG="${ATA_LANG:-es}"
on() { export ATA_NOW="$1-05:00"; }                 # the day and hour the next commands are replayed at
say() { printf '\n\033[1m── %s\033[0m\n' "$*"; }
run() { printf '\033[2m$ ata %s\033[0m\n' "$*"; ata "$@"; }

on 2026-03-02T08:30:00
say '0. El registro, las entidades y las personas'
run init
run org import "$files/organizaciones.csv"
run person import "$files/personas.csv"
run org edit GSA --head liliana.nanez@example.org
run org edit GVSP --head marcela.rueda@example.org

say '1. La necesidad'
run need add 'Vigilancia del dengue y control de criaderos' --requester AFL --beneficiary AFL --beneficiary AGI \
    --beneficiary API --channel letter --ref 2026-0457 --received 2026-02-26 --severity 4 --reach 3 --urgency 4 \
    --topic 'Enfermedades transmitidas por vectores' --evidence "$files/solicitud.txt"
run need triage
run need accept 1 --group GVSP

on 2026-03-03T10:00:00
say '2. El plan'
run plan draft 1 --activity workshop --objective 'Fortalecer la notificación y la investigación de campo del dengue' \
    --audience 'Equipos municipales de salud y de vectores' --expected 8 --product 'Guía de investigación de campo' \
    --resource 'Auditorio y videoproyector' --cost 450000
run plan approve 1 --signed-by marcela.rueda@example.org

on 2026-03-04T09:00:00
say '3. El cronograma'
run schedule add 1 --start '2026-03-18 08:00' --duration 4h --place 'Auditorio de la Alcaldía de Floridablanca' \
    --facilitator oscar.mantilla@example.org --agenda '08:00 Situación epidemiológica | Marcela Rueda' \
    --agenda '09:30 Notificación y ajuste de casos | Óscar Mantilla' --agenda '10:30 Práctica de campo' \
    --invite AFL --invite AGI --invite API --invite HDN
run schedule logistics 1-S1 --need 'Transporte al barrio' --assign oscar.mantilla@example.org
run schedule logistics 1-S1 --done 'Transporte al barrio'
run schedule confirm 1

on 2026-03-05T08:00:00
say '4. La comunicación'
run notify draft 1 --as convocation --signed-by marcela.rueda@example.org
run notify send 1 --via maildir:correo
run notify call 1-S1 --person CC:5700802 --outcome reached --note 'Confirma asistencia'

on 2026-03-10T15:00:00
say '4b. Cambia la fecha: se avisa a quienes ya sabían'
run schedule move 1-S1 --start '2026-03-19 08:00' --reason 'El auditorio no está disponible el 18'
run notify draft 1-S1 --as change --signed-by marcela.rueda@example.org
run notify call 1-S1 --person CC:5700802 --outcome reached --note 'Enterado del cambio'
run notify send 1 --via maildir:correo

on 2026-03-19T16:00:00
say '5. La ejecución'
run run attendance 1-S1 "$files/asistencia.csv"
run run roster 1-S1
run run minutes 1-S1 "$files/acta.md"
run run agree 1-S1 'Ajustar los casos pendientes de la semana 10' --owner AFL --due 2026-03-27
run run agree 1-S1 'Enviar la guía de investigación de campo' --owner oscar.mantilla@example.org --due 2026-03-31
run run close 1

on 2026-03-20T09:00:00
say '6. La evaluación'
run evaluate form 1-S1 --out evaluacion.csv
run evaluate import 1-S1 "$files/respuestas.csv"
run evaluate results 1-S1
run evaluate raise 1 'Manejo clínico del dengue' --group GVSP
run evaluate close 1

on 2026-03-28T09:00:00
say '7. El seguimiento'
run followup list --overdue || true                 # exit 6: something is overdue
run followup done 1-C1 --note 'Casos ajustados en el aplicativo el 27 de marzo'
run followup done 1-C2 --evidence "$files/guia.txt"
run followup refer 1 --to GSA --title 'Control de criaderos en el barrio La Cumbre' --reason 'Es competencia del grupo'
run followup close 1

on 2026-04-06T11:00:00
say '8. El archivo'
run archive classify 1 --series 120-2-40
run archive sheet 1
run archive close 1
run archive package 1 --out paquetes
run archive verify paquetes/AT-2026-0001

say 'El expediente y el registro'
run show 1
run check
