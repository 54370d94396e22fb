//! Papers: what they say, how they look to readers we did not write, and that the same values give the same bytes.

#[cfg(feature = "pdf")]
mod contents;
#[cfg(feature = "pdf")]
mod judged;
#[cfg(feature = "pdf")]
mod presence;
#[cfg(feature = "pdf")]
mod printed;
pub mod sheets;
#[cfg(feature = "pdf")]
mod templates;
#[cfg(feature = "pdf")]
pub mod tools;
mod words;

use ata::mail::language::Language;
use ata::papers::sample::{Size, paper};
use ata::papers::{Kind, PageSize, Paper, Press, Templates, Voice};

fn voice(language: Language) -> Voice {
    let country = match language {
        Language::Pt => "BR",
        Language::Es | Language::En => "CO",
    };
    Voice::new(language, country)
}

fn press(language: Language) -> Press {
    Press::new(&voice(language), Templates::built_in(), None)
}

fn sample(kind: Kind, size: Size, language: Language) -> Paper {
    let page = if language == Language::Pt { PageSize::A4 } else { PageSize::Letter };
    paper(kind, size, page, &voice(language)).expect("a sample")
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_pdf_says_so() {
    let refused = press(Language::Es).print(&sample(Kind::Minutes, Size::Usual, Language::Es));
    assert_eq!(refused, Err(ata::papers::PaperError::WithoutPdf));
}
