//! The electronic index against our schema of it, as a validator we did not write judges (PyPI `lxml`).

use super::complete;
use crate::judge;
use std::path::Path;
use std::process::Command;

const JUDGE: &str = "
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
index = etree.parse(sys.argv[2])
print('valid' if schema.validate(index) else schema.error_log.last_error.message)
";

fn judged(python: &Path, index: &Path) -> String {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/indice-electronico.xsd");
    let output = Command::new(python).args(["-c", JUDGE]).arg(schema).arg(index).env("PYTHONUTF8", "1").output();
    let output = output.expect("python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn the_index_is_as_its_schema_says_and_the_schema_is_no_rubber_stamp() {
    let Some(python) = judge::python() else { return };
    let desk = complete();
    desk.file("anexo", "sin extensión");
    desk.json("archive attach 1 anexo --folios 0 --date s.f.");
    desk.json("archive edit 1-D1 --title 'Oficio <1> & \"anexos\" ]]>'");
    desk.run("archive index 1 --out indice.xml").ok();
    assert_eq!(judged(&python, &desk.path("indice.xml")), "valid");
    let good = std::fs::read_to_string(desk.path("indice.xml")).expect("indice.xml");
    for (from, to) in [
        ("<Fecha_Creacion_Documento>2026-02-10", "<Fecha_Creacion_Documento>10/02/2026"),
        ("<Funcion_Resumen>SHA256", "<Funcion_Resumen>RSA-MD5"),
        ("<Pagina_Inicio>1<", "<Pagina_Inicio>0<"),
        ("<Orden_Documento_Expediente>2", "<Orden_Documento_Expediente>1"),
        ("<Id>AT-2026-0001-D2", "<Id>AT-2026-0001-D1"),
        ("    <Origen>electrónico</Origen>\n", ""),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        assert_ne!(judged(&python, &desk.file("malo.xml", bad)), "valid", "{to}");
    }
}

#[test]
fn the_index_of_a_file_without_documents_is_valid_too() {
    let Some(python) = judge::python() else { return };
    let desk = complete();
    desk.json("need add 'Sin papeles'");
    desk.run("archive index 2 --out vacio.xml").ok();
    assert_eq!(judged(&python, &desk.path("vacio.xml")), "valid");
}
