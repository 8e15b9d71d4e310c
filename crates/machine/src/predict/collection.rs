//! What a collection finds, and where its survivors are then.

use heapglass_words::predict as words;

use super::{
    Draft, Idea, Kind,
    scene::{object, title},
    wrong,
};
use crate::picture::{Object, Picture, Shape};

/// Most objects that a student can look through.
const MOST: usize = 12;

/// Those of the candidates that are drawn.
fn drawn(before: &Picture) -> Vec<&Object> {
    let Some(collection) = &before.collector.collection else { return Vec::new() };
    let is_candidate = |object: &&Object| collection.candidates.iter().any(|candidate| candidate.id == object.id);
    before.objects.iter().filter(is_candidate).collect()
}

/// How many of the candidates on the stage are garbage. Between the pictures the whole collection runs.
pub(crate) fn found(before: &Picture, after: &Picture) -> Option<Draft> {
    let examined = drawn(before);
    if examined.is_empty() || examined.len() > MOST || before.omitted + after.omitted > 0 {
        return None;
    }
    let gone = examined.iter().filter(|then| object(after, then.id).is_none()).count();
    let all = examined.len();
    let why = match gone {
        0 => words::collection_why_none(),
        _ => words::collection_why(),
    };
    Some(Draft {
        kind: Kind::Collection,
        ask: words::collection_ask(all as u64),
        right: (gone.to_string().into(), why.to_string()),
        wrong: vec![
            wrong(all.to_string(), Idea::CollectorFreesEverything, words::collection_not_all()),
            wrong("0".to_string(), Idea::CountingFreesCycles, words::collection_some()),
            match gone {
                0 | 1 => wrong("1".to_string(), Idea::CollectorTakesTheLiving, words::collection_reachable()),
                _ => wrong("1".to_string(), Idea::CollectorCountsCycles, words::collection_each()),
            },
        ],
        subject: examined.iter().find(|then| object(after, then.id).is_none()).map(|object| object.id),
        weight: if gone > 0 { 78 } else { 45 },
    })
}

/// In which generation a survivor is.
pub(crate) fn promotion(before: &Picture, after: &Picture) -> Option<Draft> {
    let generation = before.collector.collection.as_ref()?.generation;
    let survivors = drawn(before).into_iter().filter_map(|then| object(after, then.id)).filter(|now| now.reachable);
    let survivor = survivors.filter(|now| now.generation.is_some()).min_by_key(|now| (matches!(now.shape, Shape::Function | Shape::Class | Shape::Cell | Shape::Module), now.id))?;
    let now = survivor.generation?;
    let what = title(survivor);
    let (why, stays) = match generation {
        2 => (words::generation_why_oldest().to_string(), words::generation_stays_oldest().to_string()),
        younger => (words::generation_why(&younger.to_string()), words::generation_stays(&younger.to_string())),
    };
    Some(Draft {
        kind: Kind::Generation,
        ask: words::generation_ask(&generation.to_string(), &what),
        right: (now.to_string().into(), why),
        wrong: vec![
            wrong(generation.to_string(), Idea::SurvivorsStay, stays),
            wrong("0".to_string(), Idea::SurvivorsStay, words::generation_only_new()),
            wrong("2".to_string(), Idea::SurvivorsAreOld, words::generation_one_at_a_time()),
            wrong("1".to_string(), Idea::SurvivorsAreOld, words::generation_full()),
        ],
        subject: Some(survivor.id),
        weight: 55,
    })
}
