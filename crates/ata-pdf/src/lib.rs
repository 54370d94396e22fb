//! Papers as PDF/A: a typesetter (Typst, linked in) closed to everything but what it is given. No network, no packages,
//! no files, no clock, no fonts of the machine: a template, its data and its pictures go in, bytes come out, and the
//! same input gives the same bytes.
//!
//! A [`Template`] is read once and used for many papers; a [`Renderer`] holds what all share. A warning of the
//! typesetter counts as an error: an official paper with a font missing or a reference dangling is not a paper.

mod breadths;
mod error;
mod font;
mod legible;
mod marks;
mod render;
mod unhinted;
mod world;

pub use error::{PdfError, Place};
pub use render::{Paper, Pdf, Renderer, Standard};
pub use world::Template;
