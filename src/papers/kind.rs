//! The kinds of paper: a closed list, with the record of the profile each one stands for.

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Convocation,
    Letter,
    Circular,
    /// The technical-assistance plan of a group for a year.
    AnnualPlan,
    /// Month grids and a list of sessions.
    Schedule,
    Minutes,
    MeetingRegister,
    /// The same with the differential approach: sensitive, so only where it was asked for by name.
    MeetingRegisterDifferential,
    /// Blank with the invited, or filled with who came.
    AttendanceSheet,
    Certificate,
    Report,
    EvaluationForm,
    EvaluationResults,
    ControlSheet,
    /// FUID.
    Inventory,
    /// Who was told what, when and how.
    NoticeProof,
    Commitments,
    /// Of the dossier.
    Cover,
}

impl Kind {
    pub const ALL: [Kind; 18] = [
        Kind::Convocation,
        Kind::Letter,
        Kind::Circular,
        Kind::AnnualPlan,
        Kind::Schedule,
        Kind::Minutes,
        Kind::MeetingRegister,
        Kind::MeetingRegisterDifferential,
        Kind::AttendanceSheet,
        Kind::Certificate,
        Kind::Report,
        Kind::EvaluationForm,
        Kind::EvaluationResults,
        Kind::ControlSheet,
        Kind::Inventory,
        Kind::NoticeProof,
        Kind::Commitments,
        Kind::Cover,
    ];

    /// The word used on the command line, in JSON and in the names of templates.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Convocation => "convocation",
            Kind::Letter => "letter",
            Kind::Circular => "circular",
            Kind::AnnualPlan => "annual-plan",
            Kind::Schedule => "schedule",
            Kind::Minutes => "minutes",
            Kind::MeetingRegister => "meeting-register",
            Kind::MeetingRegisterDifferential => "meeting-register-differential",
            Kind::AttendanceSheet => "attendance-sheet",
            Kind::Certificate => "certificate",
            Kind::Report => "report",
            Kind::EvaluationForm => "evaluation-form",
            Kind::EvaluationResults => "evaluation-results",
            Kind::ControlSheet => "control-sheet",
            Kind::Inventory => "inventory",
            Kind::NoticeProof => "notice-proof",
            Kind::Commitments => "commitments",
            Kind::Cover => "cover",
        }
    }

    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == word)
    }

    /// The record of the profile that the paper is: gives its form code, and the type under which it is filed.
    pub fn record(self) -> Option<&'static str> {
        Some(match self {
            Kind::Convocation => "convocation",
            Kind::Letter => "letter",
            Kind::Circular => "circular",
            Kind::AnnualPlan => "plan",
            Kind::Schedule => "schedule",
            Kind::Minutes => "minutes",
            Kind::MeetingRegister => "meeting_register",
            Kind::MeetingRegisterDifferential => "meeting_register_differential",
            Kind::AttendanceSheet => "attendance_sheet",
            Kind::Certificate => "permanence_certificate",
            Kind::Report => "report",
            Kind::EvaluationForm => "evaluation_form",
            Kind::EvaluationResults => "evaluation_results",
            Kind::ControlSheet => "control_sheet",
            Kind::Inventory => "inventory",
            Kind::NoticeProof => "sent_correspondence",
            Kind::Commitments => "followup_report",
            Kind::Cover => return None,
        })
    }

    /// Is the profile's own name for the record the title of one such paper? Elsewhere the profile names many (`Actas`).
    pub(super) fn is_named_by_profile(self) -> bool {
        matches!(
            self,
            Kind::Schedule
                | Kind::MeetingRegister
                | Kind::MeetingRegisterDifferential
                | Kind::AttendanceSheet
                | Kind::Certificate
                | Kind::EvaluationForm
                | Kind::ControlSheet
                | Kind::Inventory
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_word() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        assert_eq!(Kind::parse("acta"), None);
    }
}
