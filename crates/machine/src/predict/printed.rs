//! What a line prints: the wrong answers are what it prints where a wrong idea holds (see `mistaken.rs`).

use heapglass_words::{ideas, predict as words};

use super::{Answer, Draft, Idea, Kind, wrong};

/// Characters of an output that is still offered as an answer.
const LONGEST: usize = 70;

/// Whether an output can be offered as an answer.
pub(crate) fn is_told(output: &str) -> bool {
    output.len() <= LONGEST && !output.contains("0x") && !output.contains('`') && output.lines().count() <= 2 && !output.contains('\u{fffd}')
}

fn shown(output: &str) -> Answer {
    Answer::printed(&output.trim_end().replace('\n', " ⏎ "))
}

/// The question what `text` prints. `mistaken` is what it prints where an idea holds.
pub(crate) fn printed(text: &str, output: &str, mistaken: &[(Idea, String)]) -> Option<Draft> {
    let differing: Vec<_> = mistaken.iter().filter(|(_, other)| is_told(other) && shown(other) != shown(output)).collect();
    let (first, _) = differing.first()?;
    if !is_told(output) {
        return None;
    }
    Some(Draft {
        kind: Kind::Printed,
        ask: words::printed_ask(text),
        right: (shown(output), truth(*first).to_string()),
        wrong: differing.iter().map(|(idea, other)| wrong(shown(other), *idea, words::printed_if(idea.words()))).collect(),
        subject: None,
        weight: 86 + differing.len().min(4) as u32,
    })
}

/// What is so instead.
pub(crate) fn truth(idea: Idea) -> &'static str {
    match idea {
        Idea::AssignmentCopies => ideas::truth_assignment_copies(),
        Idea::ArgumentsAreCopied => ideas::truth_arguments_are_copied(),
        Idea::CopiesAreDeep => ideas::truth_copies_are_deep(),
        Idea::RepetitionCopies => ideas::truth_repetition_copies(),
        Idea::IsComparesValues => ideas::truth_is_compares_values(),
        Idea::EachCallHasItsDefault => ideas::truth_each_call_has_its_default(),
        Idea::EachInstanceHasItsOwn => ideas::truth_each_instance_has_its_own(),
        Idea::SumChangesInPlace => ideas::truth_sum_changes_in_place(),
        Idea::InPlaceMakesNew => ideas::truth_in_place_makes_new(),
        Idea::FunctionsKeepValues => ideas::truth_functions_keep_values(),
        Idea::MethodsReturnTheObject => ideas::truth_methods_return_the_object(),
        Idea::TextChangesInPlace => ideas::truth_text_changes_in_place(),
        Idea::AssignmentsReachOut => ideas::truth_assignments_reach_out(),
        Idea::GeneratorsRunAtOnce => ideas::truth_generators_run_at_once(),
        Idea::GeneratorsStartAgain => ideas::truth_generators_start_again(),
        Idea::DelDestroys => ideas::truth_del_destroys(),
        Idea::CallsHoldNothing => ideas::truth_calls_hold_nothing(),
        Idea::CollectorCountsCycles => ideas::truth_collector_counts_cycles(),
        Idea::CountingFreesCycles => ideas::truth_counting_frees_cycles(),
        _ => ideas::truth_otherwise(),
    }
}
