//! Which templates papers are printed with: an institution's own (`ata template set paper/…`), else those of the program.

use crate::error::Fault;
use crate::mail::language::Language;
use crate::papers::{Kind, Logo, PageSize, Part, Press, Templates, Voice};
use ata_store::{Db, TemplateText};
use std::path::Path;

/// How a kind of paper looks now.
pub struct Look {
    pub templates: Templates,
    /// Of the institution's own template, or else of its own letterhead; 0: all of it came with the program.
    pub version: i64,
    pub logo: Option<Logo>,
}

/// The template in force for a kind, in the language of the register.
///
/// # Errors
/// What the store says.
pub fn in_force(db: &Db, kind: Kind, language: &str) -> Result<Look, Fault> {
    let own: Vec<TemplateText> = db.templates()?.into_iter().filter(|one| one.language == language).collect();
    let version = |part: Part| own.iter().find(|one| part_of(one) == Some(part)).map(|one| one.version);
    let (templates, logo) = gathered(own.iter().filter_map(|one| Some((part_of(one)?, one.source.as_str()))));
    let version = version(Part::Kind(kind)).or_else(|| version(Part::Letterhead)).unwrap_or(0);
    Ok(Look { templates, version, logo })
}

/// A template that is only being tried: the part it stands for, and the file it was read from.
#[derive(Clone, Copy)]
pub struct Own<'a> {
    pub part: Part,
    pub path: &'a Path,
}

fn part_of(text: &TemplateText) -> Option<Part> {
    Part::parse(text.name.strip_prefix("paper/")?)
}

fn gathered<'a>(parts: impl Iterator<Item = (Part, &'a str)>) -> (Templates, Option<Logo>) {
    let (mut templates, mut logo) = (Templates::built_in(), None);
    for (part, source) in parts {
        match part {
            Part::Kind(kind) => templates.replace(kind, source),
            Part::Letterhead => templates.replace_letterhead(source),
            Part::Logo => logo = Some(Logo::of_text(source)),
        }
    }
    (templates, logo)
}

/// Tries a part out on invented papers, beside the other parts an institution has of its own.
///
/// # Errors
/// Refused, with the place in the template; a failure where this program has no typesetter.
pub fn try_out(
    part: Part,
    source: &str,
    others: &[TemplateText],
    language: Language,
    country: &str,
    typed: Option<&Path>,
) -> Result<(), Fault> {
    let others = others.iter().filter_map(|one| Some((part_of(one)?, one.source.as_str())));
    let all = others.filter(|(other, _)| *other != part).chain([(part, source)]);
    let (templates, logo) = gathered(all);
    let voice = Voice::new(language, country);
    let press = Press::new(&voice, templates, logo);
    let own = typed.map(|path| Own { part, path });
    press.check_part(part, PageSize::of(country), &voice).map_err(|error| super::fault_in(error, own))
}
