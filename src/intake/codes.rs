//! The closed lists of short codes that a reading can answer with. Codes are stable English `snake_case`; people's words are chosen elsewhere.

/// Declares an enum whose variants each have one stable text.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable code of this value.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value with this code, if there is one.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

codes! {
    /// Which export or form a file is.
    Source {
        Canonical = "canonical",
        ZoomMeeting = "zoom-meeting",
        ZoomWebinar = "zoom-webinar",
        TeamsList = "teams-list",
        TeamsSummary = "teams-summary",
        TeamsReport = "teams-report",
        MeetNative = "meet-native",
        MeetExtension = "meet-extension",
        GoogleForms = "google-forms",
        MsForms = "ms-forms",
        Kobo = "kobo",
        Odk = "odk",
        LimeSurvey = "limesurvey",
        SurveyMonkey = "surveymonkey",
        HandmadeList = "handmade-list",
    }
}

impl Source {
    /// Is it a form, which people fill in when they please? Its stamps do not say when the session was.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(
            self,
            Source::GoogleForms
                | Source::MsForms
                | Source::Kobo
                | Source::Odk
                | Source::LimeSurvey
                | Source::SurveyMonkey
        )
    }
}

codes! {
    /// What holds the rows, told by the first bytes and never by the extension.
    Container {
        Csv = "csv",
        Xlsx = "xlsx",
        Xls = "xls",
        Html = "html",
        Ods = "ods",
        Xlsb = "xlsb",
        Zip = "zip",
        Pdf = "pdf",
        Png = "png",
        Jpeg = "jpeg",
        Gif = "gif",
        Gzip = "gzip",
        Rar = "rar",
        SevenZip = "7z",
        Rtf = "rtf",
        Sqlite = "sqlite",
    }
}

codes! {
    /// In which order a numeric date is written.
    DateOrder {
        Dmy = "dmy",
        Mdy = "mdy",
        Ymd = "ymd",
    }
}

codes! {
    /// What settled the date order, strongest first.
    Evidence {
        /// The caller said so.
        Given = "given",
        /// Dates written year first or with the month in letters.
        Unambiguous = "unambiguous",
        AboveTwelve = "component_above_twelve",
        DurationAgrees = "duration_agrees",
        LeaveWithinDay = "leave_within_day",
        SessionDate = "session_date",
        FileName = "file_name",
        /// Suggestion only: 12-hour clocks go with month-first dates.
        AmPm = "am_pm",
        /// Suggestion only: 24-hour clocks go with day-first dates.
        Clock24 = "clock_24h",
        Nothing = "nothing",
    }
}

codes! {
    /// Where the date of the session was found.
    DateFrom {
        Preamble = "preamble",
        Cells = "cells",
        TitleBlock = "title_block",
        FileName = "file_name",
        SheetName = "sheet_name",
        Given = "given",
    }
}

codes! {
    /// What a row says about somebody's presence.
    Presence {
        Present = "present",
        Absent = "absent",
        Excused = "excused",
        Late = "late",
    }
}

codes! {
    /// Why a row was left aside: it never was a person's attendance or an answer.
    IgnoreReason {
        Blank = "blank",
        NumberedBlank = "numbered_blank",
        WaitingRoom = "waiting_room",
        NoShow = "no_show",
        Bot = "bot",
        Total = "total",
        Footer = "footer",
        RepeatedHeader = "repeated_header",
        SecondHeader = "second_header",
        HxlTags = "hxl_tags",
        TestAnswer = "test_answer",
        ReviewRejected = "review_rejected",
        Unfinished = "unfinished",
        /// Of another meeting under the same number: a rehearsal, the week before.
        OtherDay = "other_day",
    }
}

codes! {
    /// Why a row that speaks of somebody cannot be taken.
    RejectReason {
        NoIdentifier = "no_identifier",
        InvalidMinutes = "invalid_minutes",
        InvalidTime = "invalid_time",
        InvalidStatus = "invalid_status",
        LeaveBeforeJoin = "leave_before_join",
        TooManyCells = "too_many_cells",
        /// A name alone below the list, where the others have more.
        BelowList = "below_list",
        /// Somebody came or left at a time that cannot be read: what else the list says of them is no stay without it.
        StayUnread = "stay_unread",
    }
}

codes! {
    /// What was repaired, doubted or left out while the row or the file was kept.
    WarnCode {
        DoubleEncoded = "double_encoded",
        UndecodableBytes = "undecodable_bytes",
        /// Letters of another encoding among those of UTF-8.
        MixedEncoding = "mixed_encoding",
        LooksLikeDos = "looks_like_dos",
        NulBytes = "nul_bytes",
        DuplicateColumn = "duplicate_column",
        ColumnIgnored = "column_ignored",
        NoRows = "no_rows",
        InvalidEmail = "invalid_email",
        SeveralEmails = "several_emails",
        DocumentRepaired = "document_repaired",
        DocumentDigitsLost = "document_digits_lost",
        InvalidDocument = "invalid_document",
        Ditto = "ditto",
        PresenceUnclear = "presence_unclear",
        /// An empty cell under *asistió*, where others are marked: counted as absent.
        PresenceBlank = "presence_blank",
        SharedEmail = "shared_email",
        NameConflict = "name_conflict",
        AccountName = "account_name",
        PossibleDuplicate = "possible_duplicate",
        MergedByName = "merged_by_name",
        DeviceName = "device_name",
        OpenInterval = "open_interval",
        LeftWithoutJoin = "left_without_join",
        /// Neither times nor a duration: somebody was there, for how long is not said.
        NoTimes = "no_times",
        MinutesFromDuration = "minutes_from_duration",
        DateOrderSuggested = "date_order_suggested",
        DateOrderAmbiguous = "date_order_ambiguous",
        DateOrdersMixed = "date_orders_mixed",
        /// A form was answered on another day than the session's.
        AnsweredOtherDay = "answered_other_day",
        SessionDateMismatch = "session_date_mismatch",
        NoSessionDate = "no_session_date",
        NoStoredDate = "no_stored_date",
        InvalidTime = "invalid_time",
        /// The day of birth does not tell the age for certain.
        BirthUnread = "birth_unread",
        LeaveBeforeJoin = "leave_before_join",
        Incomplete = "incomplete",
        ReviewRejected = "review_rejected",
        ConsentDenied = "consent_denied",
        FormulaText = "formula_text",
        FormulaWithoutValue = "formula_without_value",
        CellError = "cell_error",
        NumberPrecision = "number_precision",
        OtherSheets = "other_sheets",
        RepeatedAnswer = "repeated_answer",
    }
}

pub(super) use codes;
