//! What was asked about the selected object: the ledger of its count with its life, and why it is alive.

use heapglass::picture::story::{Aliveness, Change, Doomed, Ending, Entry, Intervention, Ledger, Life, Link, Moment, Tenant};
use heapglass::picture::{ObjectId, Seek};
use heapglass::session::{Action, Ask, Asks, HeldBy, Tab};
use heapglass::words;
use yew::prelude::*;

/// Entries shown on either side of the present; the rest are a step away.
const MOST_SHOWN: usize = 150;

#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    pub(crate) tab: Tab,
    pub(crate) tell: Callback<Action>,
}

/// What the details tell: its fields, its ledger, its reasons.
#[component(Tabs)]
pub(crate) fn tabs(props: &TabsProps) -> Html {
    html! {
        <div class="tabs" role="group" aria-label="What to show of it">
            { for Tab::ALL.into_iter().map(|tab| html! {
                <button
                    aria-pressed={(tab == props.tab).to_string()}
                    title={tab.title()}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::Tab(tab)))}
                >
                    { tab.word() }
                </button>
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct AnswersProps {
    pub(crate) asks: Asks,
    pub(crate) object: ObjectId,
    pub(crate) held_by: Vec<HeldBy>,
    /// The step on screen.
    pub(crate) step: u64,
    pub(crate) tell: Callback<Action>,
}

/// The ledger, or the reasons.
#[component(Answers)]
pub(crate) fn answers(props: &AnswersProps) -> Html {
    let asks = &props.asks;
    match asks.tab {
        Tab::Fields => Html::default(),
        Tab::Ledger => match asks.ledger.as_ref().filter(|ledger| ledger.object == props.object) {
            Some(ledger) => html! { <div class="answers" tabindex="0" role="group" aria-label="Ledger">{ life(ledger, props) }{ tenants(ledger, props) }{ entries(ledger, props) }</div> },
            None => html! { <p class="empty">{ "Reading its life from the recording." }</p> },
        },
        Tab::Why => html! { <div class="answers" tabindex="0" role="group" aria-label="Why it is alive">{ why(props) }</div> },
    }
}

/// A button that leads to a step.
fn step_link(at: &Moment, tell: &Callback<Action>) -> Html {
    let step = at.step;
    let words = if at.line == 0 { "the end".to_string() } else { format!("line {}", at.line) };
    let function = if at.function.is_empty() || at.function == "<module>" { String::new() } else { format!(" in {}", at.function) };
    html! {
        <button
            class="link"
            title={format!("Go to step {}{function}", words::number(step))}
            onclick={tell.reform(move |_: MouseEvent| Action::Seek(Seek::Step(step)))}
        >
            { words }
        </button>
    }
}

fn life(ledger: &Ledger, props: &AnswersProps) -> Html {
    let Life { born, made_by, first_holder, generations, died, cause_of_death, .. } = &ledger.life;
    let tell = &props.tell;
    html! {
        <ul class="life">
            if let Some(born) = born {
                <li>{ "Born in " }{ step_link(born, tell) }{ format!(" by {made_by}") }
                    if !first_holder.is_empty() { { format!(", held first by {first_holder}") } }
                </li>
            } else if ledger.note.is_empty() {
                <li>{ "Older than the program" }</li>
            }
            { for generations.iter().map(|(at, generation)| html! {
                <li>{ if *generation == 0 { "Joined the youngest generation in ".to_string() } else { format!("Moved to generation {generation} in ") } }{ step_link(at, tell) }</li>
            }) }
            if let Some((at, ending)) = died {
                <li>{ "Died in " }{ step_link(at, tell) }{ ": " }{ death(*ending, cause_of_death) }</li>
            } else if ledger.complete && ledger.note.is_empty() {
                <li>{ "Lives as long as the recording" }</li>
            }
            if !ledger.note.is_empty() {
                <li>{ &ledger.note }</li>
            }
            if !ledger.complete {
                <li>{ format!("Read up to step {}", words::number(ledger.read)) }</li>
            }
        </ul>
    }
}

fn death(ending: Ending, cause: &str) -> String {
    match ending {
        Ending::LastReference => format!("its last reference went ({cause})"),
        Ending::Collected | Ending::Shutdown => cause.to_string(),
    }
}

/// Who lived at the object's address: read only when it is asked for, as all of the recording is read for it.
fn tenants(ledger: &Ledger, props: &AnswersProps) -> Html {
    let address = ledger.life.address;
    if address == 0 {
        return Html::default();
    }
    let known = props.asks.tenants.as_ref().filter(|tenants| tenants.address == address);
    let Some(tenants) = known else {
        return html! {
            <p class="acts">
                <button
                    class="small"
                    title="Which objects had this address, one after the other"
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::Tenants(address)))}
                >
                    { "Who else had this address?" }
                </button>
            </p>
        };
    };
    let place = tenants.lives.iter().position(|tenant| tenant.object == props.object);
    let (from, to) = place.map_or((0, tenants.lives.len()), |place| (place.saturating_sub(5), place + 6));
    html! {
        <section aria-label="Who had this address">
            <h3>{ format!("{} at {address:#x}", words::counted(tenants.lives.len() as u64, "object", "objects")) }</h3>
            <ol class="tenants">
                if from > 0 {
                    <li class="more">{ format!("{} before", words::number(from as u64)) }</li>
                }
                { for tenants.lives.iter().take(to).skip(from).map(|tenant| tenant_row(tenant, props)) }
                if to < tenants.lives.len() {
                    <li class="more">{ format!("{} after", words::number((tenants.lives.len() - to) as u64)) }</li>
                }
                if !tenants.complete {
                    <li class="more">{ format!("Read up to step {}", words::number(tenants.read)) }</li>
                }
            </ol>
        </section>
    }
}

fn tenant_row(tenant: &Tenant, props: &AnswersProps) -> Html {
    let id = tenant.object;
    html! {
        <li aria-current={(id == props.object).then_some("true")}>
            <button class="link" title="Select this object" onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>
                { format!("{} {}", tenant.type_name, words::numbered(id)) }
            </button>
            { ", " }
            if let Some(born) = &tenant.born { { "born in " }{ step_link(born, &props.tell) } } else { { "older than the program" } }
            if let Some(died) = &tenant.died { { ", died in " }{ step_link(died, &props.tell) } }
        </li>
    }
}

fn entries(ledger: &Ledger, props: &AnswersProps) -> Html {
    let all: Vec<&Entry> = ledger.entries.iter().filter(|entry| props.asks.temporaries || !entry.temporary).collect();
    let now = all.partition_point(|entry| entry.at.step <= props.step);
    let (from, to) = (now.saturating_sub(MOST_SHOWN), (now + MOST_SHOWN).min(all.len()));
    let folded = ledger.entries.iter().filter(|entry| entry.temporary).count();
    let label = if props.asks.temporaries { "Fold what one instruction adds and takes back" } else { "Show what one instruction adds and takes back" };
    html! {
        <>
            if folded > 0 {
                <p class="acts">
                    <button class="small" title={label} aria-pressed={props.asks.temporaries.to_string()} onclick={props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Temporaries))}>
                        { format!("{} for the time of an instruction", words::counted(folded as u64, "reference", "references")) }
                    </button>
                </p>
            }
            if !all.is_empty() {
                <table class="ledger">
                    <thead><tr><th scope="col">{ "Where" }</th><th scope="col">{ "Change" }</th><th scope="col">{ "Count" }</th><th scope="col">{ "Why" }</th></tr></thead>
                    <tbody>
                        if from > 0 {
                            <tr class="more"><td colspan="4">{ format!("{} before", words::counted(from as u64, "entry", "entries")) }</td></tr>
                        }
                        { for all.iter().enumerate().skip(from).take(to - from).map(|(index, entry)| row(entry, index + 1 == now, index >= now, &props.tell)) }
                        if to < all.len() {
                            <tr class="more"><td colspan="4">{ format!("{} after", words::counted((all.len() - to) as u64, "entry", "entries")) }</td></tr>
                        }
                    </tbody>
                </table>
            }
        </>
    }
}

fn row(entry: &Entry, is_now: bool, is_later: bool, tell: &Callback<Action>) -> Html {
    let (sign, class) = match entry.change {
        Change::Born => ("+1", "up"),
        Change::Raised => ("+1", "up"),
        Change::Lowered => ("−1", "down"),
        Change::Moved => ("0", "same"),
    };
    html! {
        <tr
            class={classes!(is_now.then_some("is-now"), is_later.then_some("is-later"), entry.temporary.then_some("is-temporary"))}
            aria-current={is_now.then_some("step")}
        >
            <td>{ step_link(&entry.at, tell) }</td>
            <td class={class}>{ sign }</td>
            <td class="count">{ words::number(entry.count) }</td>
            <td class="cause">{ &entry.cause }</td>
        </tr>
    }
}

fn why(props: &AnswersProps) -> Html {
    let known = props.asks.why.as_ref().filter(|(_, why)| why.object == props.object);
    let Some((_, why)) = known else { return html! { <p class="empty">{ "Looking for ways to it." }</p> } };
    html! {
        <>
            <p class="verdict">{ &why.sentence }</p>
            { paths(why, &props.tell) }
            if !props.held_by.is_empty() {
                <h3>{ "What would free it?" }</h3>
                <ul class="held-by">{ for props.held_by.iter().map(|held| held_row(held, props)) }</ul>
            }
        </>
    }
}

fn paths(why: &Aliveness, tell: &Callback<Action>) -> Html {
    if why.paths.is_empty() {
        return Html::default();
    }
    let is_sole = |link: &Link| why.sole.contains(link);
    html! {
        <>
            <h3>{ "Shortest ways to it" }</h3>
            <ol class="ways">
                { for why.paths.iter().map(|path| html! {
                    <li>
                        { for path.iter().map(|link| {
                            let target = link.holder;
                            let words = match target {
                                Some(holder) => html! { <button class="link" title="Select this object" onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(holder)))}>{ &link.words }</button> },
                                None => html! { <span>{ &link.words }</span> },
                            };
                            html! { <span class={classes!("way", is_sole(link).then_some("is-sole"))}>{ words }<span aria-hidden="true">{ " → " }</span></span> }
                        }) }
                        <span>{ "it" }</span>
                    </li>
                }) }
            </ol>
            if !why.sole.is_empty() {
                <p class="quiet-note">{ "Underlined twice: without this one reference it could not be reached." }</p>
            }
        </>
    }
}

fn held_row(held: &HeldBy, props: &AnswersProps) -> Html {
    let (preview, dropped) = (held.reference.clone(), held.reference.clone());
    let doomed = props.asks.doomed.as_ref().filter(|(reference, _)| *reference == held.reference).map(|(_, doomed)| doomed);
    let plain = held.words.replace('`', "");
    html! {
        <li>
            <span class="held-words">{ super::prose(&held.words) }</span>
            <span class="held-acts">
                <button
                    class="small"
                    title="What would die without this reference?"
                    aria-label={format!("What would die without {plain}?")}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::WouldDie(preview.clone())))}
                >
                    { "What if?" }
                </button>
                <button
                    class="small"
                    title="Go on without this reference, in an alternative; the recording is kept"
                    aria-label={format!("Go on without {plain}")}
                    disabled={props.asks.alternative.is_some()}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::Begin(Intervention::Drop(dropped.clone()))))}
                >
                    { "Drop it" }
                </button>
            </span>
            if let Some(doomed) = doomed {
                { preview_words(doomed, &props.tell) }
            }
        </li>
    }
}

fn preview_words(doomed: &Result<Doomed, String>, tell: &Callback<Action>) -> Html {
    let some = |ids: &[ObjectId], word: &str| {
        if ids.is_empty() {
            return Html::default();
        }
        html! {
            <p class="doomed-ids">{ format!("{word}: ") }
                { for ids.iter().take(12).map(|id| { let id = *id; html! { <button class="link" title="Select this object" onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>{ words::numbered(id) }</button> } }) }
                if ids.len() > 12 { { format!(" and {} more", ids.len() - 12) } }
            </p>
        }
    };
    match doomed {
        Err(why) => html! { <p class="doomed">{ why }</p> },
        Ok(doomed) => html! {
            <div class="doomed" role="status">
                <p>{ &doomed.sentence }</p>
                { some(&doomed.at_once, "At once") }
                { some(&doomed.by_collector, "With the collector") }
            </div>
        },
    }
}
