//! The electronic index of a case file (índice electrónico): which documents, in which order, with which hash.
//!
//! The element names are those of the model that Colombian bodies exchange (AGN and MinTIC, G.INF.08, «Guía para la gestión de
//! documentos y expedientes electrónicos»); they stay Spanish in every language.

use std::fmt::Write;

/// One document of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    pub id: String,
    pub name: String,
    /// The document type, as people read it.
    pub kind: String,
    /// Day of the document itself, ISO 8601.
    pub created: String,
    /// Day it entered the file, ISO 8601.
    pub added: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// First and last page in the file; none for a document without folios.
    pub pages: Option<(i64, i64)>,
    /// Such as `PDF`.
    pub format: String,
    /// Bytes.
    pub size: i64,
    /// How it came about, as people read it: born electronic, or scanned.
    pub origin: String,
}

/// The index as XML in UTF-8, entries in the order given.
pub fn index(entries: &[IndexEntry]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<TipoDocumentoFoliado xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
    for (order, entry) in entries.iter().enumerate() {
        let page = |page: Option<i64>| page.map(|page| page.to_string()).unwrap_or_default();
        xml.push_str("  <DocumentoIndizado>\n");
        for (name, value) in [
            ("Id", entry.id.as_str()),
            ("Nombre_Documento", &entry.name),
            ("Tipologia_Documental", &entry.kind),
            ("Fecha_Creacion_Documento", &entry.created),
            ("Fecha_Incorporacion_Expediente", &entry.added),
            ("Valor_Huella", &entry.sha256),
            ("Funcion_Resumen", "SHA256"),
            ("Orden_Documento_Expediente", &(order + 1).to_string()),
            ("Pagina_Inicio", &page(entry.pages.map(|(from, _)| from))),
            ("Pagina_Fin", &page(entry.pages.map(|(_, to)| to))),
            ("Formato", &entry.format),
            ("Tamano", &format!("{} bytes", entry.size)),
            ("Origen", &entry.origin),
        ] {
            // Writing to a String cannot fail.
            let _ = writeln!(xml, "    <{name}>{}</{name}>", escape(value));
        }
        xml.push_str("  </DocumentoIndizado>\n");
    }
    xml.push_str("</TipoDocumentoFoliado>\n");
    xml
}

/// Text as XML content. What XML 1.0 cannot hold becomes the replacement character.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' => escaped.push(c),
            // A bare one would be read as a line feed.
            '\r' => escaped.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_the_index() {
        for (text, written) in [
            ("Acta <1> & «2»", "Acta &lt;1&gt; &amp; «2»"),
            ("]]>", "]]&gt;"),
            ("a\u{0}b\u{ffff}", "a\u{fffd}b\u{fffd}"),
            ("a\r\nb", "a&#13;\nb"),
        ] {
            assert_eq!(escape(text), written);
        }
    }
}
