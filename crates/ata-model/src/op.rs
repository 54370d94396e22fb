//! The operations: every way a command can change the register. A closed list; each has a word in the log and a label in
//! each language (`op-<word>`, with `-` for `.`).

/// One kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    Init,
    ProfileUpdate,
    OrgAdd,
    OrgEdit,
    OrgImport,
    PersonAdd,
    PersonImport,
    PersonEdit,
    PersonMerge,
    PersonForget,
    PersonSame,
    PersonDifferent,
    BoardAdd,
    BoardMember,
    NeedAdd,
    NeedImport,
    NeedEdit,
    NeedAccept,
    NeedReject,
    NeedRefer,
    NeedMerge,
    PlanDraft,
    PlanApprove,
    ScheduleAdd,
    ScheduleRepeat,
    ScheduleMove,
    ScheduleCancel,
    ScheduleEdit,
    ScheduleLogistics,
    ScheduleConfirm,
    NotifyDraft,
    NotifyClaim,
    NotifySend,
    NotifyClose,
    NotifyCall,
    NotifyHanded,
    NotifyResolve,
    NotifyRecover,
    NotifyAdopt,
    NotifyVia,
    TemplateSet,
    TemplateReset,
    NotifyRead,
    NotifyRemind,
    RunAttendance,
    RunMark,
    RunMinutes,
    RunAgree,
    RunClose,
    EvaluateImport,
    EvaluateRaise,
    EvaluateClose,
    FollowupAdd,
    FollowupUpdate,
    FollowupDone,
    FollowupWaive,
    FollowupRefer,
    FollowupClose,
    ArchiveAttach,
    ArchiveEdit,
    ArchiveClassify,
    ArchiveSeries,
    ArchiveClose,
    ArchivePackage,
    ArchiveHold,
    ArchiveLift,
    ArchivePropose,
    ArchiveDecide,
    ArchiveImport,
    PaperFile,
    Skip,
    Hold,
    Resume,
    Cancel,
    HolidayAdd,
    HolidayRemove,
    HolidayImport,
    ImportIgnore,
    ImportUndo,
    CheckFix,
    Undo,
}

/// Every operation with its word in the log.
pub const OPS: &[(Op, &str)] = &[
    (Op::Init, "init"),
    (Op::ProfileUpdate, "profile.update"),
    (Op::OrgAdd, "org.add"),
    (Op::OrgEdit, "org.edit"),
    (Op::OrgImport, "org.import"),
    (Op::PersonAdd, "person.add"),
    (Op::PersonImport, "person.import"),
    (Op::PersonEdit, "person.edit"),
    (Op::PersonMerge, "person.merge"),
    (Op::PersonForget, "person.forget"),
    (Op::PersonSame, "person.same"),
    (Op::PersonDifferent, "person.different"),
    (Op::BoardAdd, "board.add"),
    (Op::BoardMember, "board.member"),
    (Op::NeedAdd, "need.add"),
    (Op::NeedImport, "need.import"),
    (Op::NeedEdit, "need.edit"),
    (Op::NeedAccept, "need.accept"),
    (Op::NeedReject, "need.reject"),
    (Op::NeedRefer, "need.refer"),
    (Op::NeedMerge, "need.merge"),
    (Op::PlanDraft, "plan.draft"),
    (Op::PlanApprove, "plan.approve"),
    (Op::ScheduleAdd, "schedule.add"),
    (Op::ScheduleRepeat, "schedule.repeat"),
    (Op::ScheduleMove, "schedule.move"),
    (Op::ScheduleCancel, "schedule.cancel"),
    (Op::ScheduleEdit, "schedule.edit"),
    (Op::ScheduleLogistics, "schedule.logistics"),
    (Op::ScheduleConfirm, "schedule.confirm"),
    (Op::NotifyDraft, "notify.draft"),
    (Op::NotifyClaim, "notify.claim"),
    (Op::NotifySend, "notify.send"),
    (Op::NotifyClose, "notify.close"),
    (Op::NotifyCall, "notify.call"),
    (Op::NotifyHanded, "notify.handed"),
    (Op::NotifyResolve, "notify.resolve"),
    (Op::NotifyRecover, "notify.recover"),
    (Op::NotifyAdopt, "notify.adopt"),
    (Op::NotifyVia, "notify.via"),
    (Op::TemplateSet, "template.set"),
    (Op::TemplateReset, "template.reset"),
    (Op::NotifyRead, "notify.read"),
    (Op::NotifyRemind, "notify.remind"),
    (Op::RunAttendance, "run.attendance"),
    (Op::RunMark, "run.mark"),
    (Op::RunMinutes, "run.minutes"),
    (Op::RunAgree, "run.agree"),
    (Op::RunClose, "run.close"),
    (Op::EvaluateImport, "evaluate.import"),
    (Op::EvaluateRaise, "evaluate.raise"),
    (Op::EvaluateClose, "evaluate.close"),
    (Op::FollowupAdd, "followup.add"),
    (Op::FollowupUpdate, "followup.update"),
    (Op::FollowupDone, "followup.done"),
    (Op::FollowupWaive, "followup.waive"),
    (Op::FollowupRefer, "followup.refer"),
    (Op::FollowupClose, "followup.close"),
    (Op::ArchiveAttach, "archive.attach"),
    (Op::ArchiveEdit, "archive.edit"),
    (Op::ArchiveClassify, "archive.classify"),
    (Op::ArchiveSeries, "archive.series"),
    (Op::ArchiveClose, "archive.close"),
    (Op::ArchivePackage, "archive.package"),
    (Op::ArchiveHold, "archive.hold"),
    (Op::ArchiveLift, "archive.lift"),
    (Op::ArchivePropose, "archive.propose"),
    (Op::ArchiveDecide, "archive.decide"),
    (Op::ArchiveImport, "archive.import"),
    (Op::PaperFile, "paper.file"),
    (Op::Skip, "skip"),
    (Op::Hold, "hold"),
    (Op::Resume, "resume"),
    (Op::Cancel, "cancel"),
    (Op::HolidayAdd, "holiday.add"),
    (Op::HolidayRemove, "holiday.remove"),
    (Op::HolidayImport, "holiday.import"),
    (Op::ImportIgnore, "import.ignore"),
    (Op::ImportUndo, "import.undo"),
    (Op::CheckFix, "check.fix"),
    (Op::Undo, "undo"),
];

impl Op {
    /// The word in the log.
    pub fn verb(self) -> &'static str {
        OPS.iter().find(|(op, _)| *op == self).map_or("", |(_, verb)| verb)
    }

    pub fn parse(verb: &str) -> Option<Op> {
        OPS.iter().find(|(_, word)| *word == verb).map(|(op, _)| *op)
    }

    /// Did something reach people or places the register does not govern? Such an operation is not taken back.
    pub fn leaves_the_building(self) -> bool {
        matches!(self, Op::NotifyClaim | Op::NotifySend | Op::NotifyRecover | Op::ArchivePackage)
    }

    /// Does it end or begin something for good?
    pub fn is_final(self) -> bool {
        matches!(self, Op::Init | Op::ArchiveClose | Op::ArchiveImport | Op::PersonForget | Op::CheckFix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_found_again_by_its_word() {
        for (op, verb) in OPS {
            assert_eq!(Op::parse(verb), Some(*op));
            assert_eq!(op.verb(), *verb);
        }
    }
}
