//! The press with its typesetter.

use super::{Archival, Logo, Paper, PaperError, Printed};
use crate::papers::template::{LETTERHEAD, file_name, hex};
use crate::papers::{Kind, Templates, Voice, qr};
use ata_pdf::{Pdf, PdfError, Renderer, Standard, Template};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

pub struct Engine {
    templates: Templates,
    logo: Option<Logo>,
    pub archival: Archival,
    language: String,
    region: String,
    /// JSON, the same for every paper.
    words: String,
    renderer: Renderer,
    /// Read once each.
    read: Mutex<HashMap<Kind, Arc<Template>>>,
}

/// A paper as the template reads it, with its hashes.
struct Composed {
    data: Value,
    digest: String,
    content: String,
    template: String,
}

impl Engine {
    pub fn new(voice: &Voice, templates: Templates, logo: Option<Logo>) -> Engine {
        Engine {
            language: voice.language().code().to_owned(),
            region: voice.country().to_lowercase(),
            words: voice.dictionary().to_string(),
            archival: Archival::default(),
            renderer: Renderer::new(),
            read: Mutex::default(),
            templates,
            logo,
        }
    }

    pub fn print(&self, paper: &Paper) -> Result<Printed, PaperError> {
        let template = self.template(paper.kind)?;
        let composed = self.compose(paper);
        let identity = paper.identity();
        let code = qr::svg(&format!("{identity} sha256:{}", composed.digest));
        let mut assets: Vec<(&str, &[u8])> = vec![("qr.svg", code.as_bytes()), ("words.json", self.words.as_bytes())];
        if let Some(logo) = &self.logo {
            assets.push((name(logo), &logo.bytes));
        }
        let title = match &paper.head.reference {
            Some(reference) => format!("{} · {reference}", paper.head.title),
            None => paper.head.title.clone(),
        };
        let look = format!("template sha256:{}", composed.template);
        let pdf = self.renderer.render(&ata_pdf::Paper {
            template: &template,
            data: &composed.data,
            assets: &assets,
            title: &title,
            author: &paper.head.institution,
            keywords: &[&identity, &look],
            language: &self.language,
            region: &self.region,
            ident: &identity,
            at: paper.head.at,
            standard: match self.archival {
                Archival::A2b => Standard::A2b,
                Archival::A1b => Standard::A1b,
            },
        });
        pdf.map(|pdf| out(pdf, composed)).map_err(|error| fault(paper.kind, error))
    }

    pub fn print_each(
        &self,
        papers: &[Paper],
        done: &(dyn Fn(usize, Result<Printed, PaperError>) + Sync),
    ) -> Result<(), PaperError> {
        self.renderer.each(papers, |at, paper| done(at, self.print(paper)));
        Ok(())
    }

    fn compose(&self, paper: &Paper) -> Composed {
        let template = self.templates.fingerprint(paper.kind);
        let logo = self.logo.as_ref();
        let mut data = json!({ "head": paper.head, "body": paper.body });
        data["head"]["logo"] = json!(logo.map(name));
        let hash = |data: &Value| {
            let mut hash = Sha256::new();
            let picture = logo.map_or(&[][..], |logo| &logo.bytes);
            let parts = [paper.kind.code(), &template, &self.language, &self.words, &data.to_string()];
            for part in parts.map(str::as_bytes).into_iter().chain([picture]) {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            }
            hex(&hash.finalize())
        };
        let digest = hash(&data);
        let (log, date) = (data["head"]["log"].take(), data["head"]["date"].take());
        let content = hash(&data);
        data["head"]["log"] = log;
        data["head"]["date"] = date;
        data["head"]["digest"] = json!(digest);
        Composed { data, digest, content, template }
    }

    fn template(&self, kind: Kind) -> Result<Arc<Template>, PaperError> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(template) = read.get(&kind) {
            return Ok(template.clone());
        }
        let text = self.templates.text(kind);
        let letterhead = self.templates.letterhead();
        let template = Template::new(&file_name(kind), &text, &[(LETTERHEAD, &letterhead)]);
        let template = template.map_err(|error| fault(kind, error))?;
        let template = Arc::new(template);
        read.insert(kind, template.clone());
        Ok(template)
    }
}

/// The name that tells the typesetter the format, by what the file begins with.
fn name(logo: &Logo) -> &'static str {
    match logo.bytes.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => "logo.png",
        [0xff, 0xd8, ..] => "logo.jpg",
        _ => "logo.svg",
    }
}

fn out(pdf: Pdf, composed: Composed) -> Printed {
    Printed {
        bytes: pdf.bytes,
        pages: pdf.pages,
        digest: composed.digest,
        content: composed.content,
        template: composed.template,
    }
}

/// What has no place is somewhere in the template of the paper.
fn fault(kind: Kind, error: PdfError) -> PaperError {
    let (file, line, column) =
        error.place.map_or((file_name(kind), 0, 0), |place| (place.file, place.line, place.column));
    PaperError::Template { file, line, column, message: error.message, hints: error.hints }
}
