//! The wrong ideas of names and memory that answers are made of.

use heapglass_words::ideas;
use serde::{Deserialize, Serialize};

/// A wrong idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each is told by its own sentence")]
#[serde(rename_all = "kebab-case")]
pub enum Idea {
    AssignmentCopies,
    ArgumentsAreCopied,
    CopiesAreDeep,
    CopiesAreShared,
    RepetitionCopies,
    IsComparesValues,
    EqualMeansApart,
    EachCallHasItsDefault,
    EachInstanceHasItsOwn,
    SumChangesInPlace,
    InPlaceMakesNew,
    FunctionsKeepValues,
    MethodsReturnTheObject,
    TextChangesInPlace,
    AssignmentsReachOut,
    GeneratorsRunAtOnce,
    GeneratorsStartAgain,
    DefinitionsRun,
    DelDestroys,
    DeathComesLater,
    CountingFreesCycles,
    CollectorTakesTheLiving,
    CollectorFreesEverything,
    CollectorCountsCycles,
    ContentsStay,
    ReferencesDoNotCount,
    HoldersCountOnce,
    CallsHoldNothing,
    IdsBelongToNames,
    IdsAreUnique,
    SurvivorsStay,
    SurvivorsAreOld,
    ErrorsAreIgnored,
    ConditionIsOtherwise,
    AsTheAuthorSays,
}

impl Idea {
    /// The idea as somebody would put it who has it.
    pub fn words(self) -> &'static str {
        match self {
            Self::AssignmentCopies => ideas::assignment_copies(),
            Self::ArgumentsAreCopied => ideas::arguments_are_copied(),
            Self::CopiesAreDeep => ideas::copies_are_deep(),
            Self::CopiesAreShared => ideas::copies_are_shared(),
            Self::RepetitionCopies => ideas::repetition_copies(),
            Self::IsComparesValues => ideas::is_compares_values(),
            Self::EqualMeansApart => ideas::equal_means_apart(),
            Self::EachCallHasItsDefault => ideas::each_call_has_its_default(),
            Self::EachInstanceHasItsOwn => ideas::each_instance_has_its_own(),
            Self::SumChangesInPlace => ideas::sum_changes_in_place(),
            Self::InPlaceMakesNew => ideas::in_place_makes_new(),
            Self::FunctionsKeepValues => ideas::functions_keep_values(),
            Self::MethodsReturnTheObject => ideas::methods_return_the_object(),
            Self::TextChangesInPlace => ideas::text_changes_in_place(),
            Self::AssignmentsReachOut => ideas::assignments_reach_out(),
            Self::GeneratorsRunAtOnce => ideas::generators_run_at_once(),
            Self::GeneratorsStartAgain => ideas::generators_start_again(),
            Self::DefinitionsRun => ideas::definitions_run(),
            Self::DelDestroys => ideas::del_destroys(),
            Self::DeathComesLater => ideas::death_comes_later(),
            Self::CountingFreesCycles => ideas::counting_frees_cycles(),
            Self::CollectorTakesTheLiving => ideas::collector_takes_the_living(),
            Self::CollectorFreesEverything => ideas::collector_frees_everything(),
            Self::CollectorCountsCycles => ideas::collector_counts_cycles(),
            Self::ContentsStay => ideas::contents_stay(),
            Self::ReferencesDoNotCount => ideas::references_do_not_count(),
            Self::HoldersCountOnce => ideas::holders_count_once(),
            Self::CallsHoldNothing => ideas::calls_hold_nothing(),
            Self::IdsBelongToNames => ideas::ids_belong_to_names(),
            Self::IdsAreUnique => ideas::ids_are_unique(),
            Self::SurvivorsStay => ideas::survivors_stay(),
            Self::SurvivorsAreOld => ideas::survivors_are_old(),
            Self::ErrorsAreIgnored => ideas::errors_are_ignored(),
            Self::ConditionIsOtherwise => ideas::condition_is_otherwise(),
            Self::AsTheAuthorSays => "",
        }
    }
}
