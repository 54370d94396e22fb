//! The evaluation of a session: what an answer may be, and what many answers say together. Answers belong to nobody.

mod answer;
mod results;

pub use answer::{Answer, AnswerFault, Sheet, column_of, read};
pub use results::{Breakdown, Comment, Group, ItemResult, Results, SMALLEST_GROUP, SectionResult, Share, results};
