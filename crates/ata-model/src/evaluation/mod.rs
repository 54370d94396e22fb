//! The evaluation of a session: what an answer may be, and what many answers say together. Answers belong to nobody.

mod anonymous;
mod answer;
mod likert;
mod results;

pub use anonymous::anonymous;
pub use answer::{Answer, AnswerFault, Sheet, column_of, is_other, option_of, read, yes_or_no};
pub use likert::worth;
pub use results::{Breakdown, Comment, Group, ItemResult, Results, SMALLEST_GROUP, SectionResult, Share, results};
