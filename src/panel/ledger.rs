//! What was asked about the selected object: the ledger of its count with its life, and why it is alive.

use super::marked::marked;
use heapglass::picture::story::{Aliveness, Change, Doomed, Ending, Entry, Intervention, Ledger, Life, Link, Moment, Tenant};
use heapglass::picture::{ObjectId, Seek};
use heapglass::session::{Action, Ask, Asks, HeldBy, Tab};
use heapglass::words::{self, MARKS};
use heapglass_words::ledger as say;
use yew::prelude::*;

/// Entries shown on either side of the present; the rest are a step away.
const MOST_SHOWN: usize = 150;
/// Objects listed that would die; of the others only their number is told.
const LISTED: usize = 12;

#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    pub(crate) tab: Tab,
    pub(crate) tell: Callback<Action>,
}

/// What the details tell: its fields, its ledger, its reasons.
#[component(Tabs)]
pub(crate) fn tabs(props: &TabsProps) -> Html {
    html! {
        <div class="tabs" role="group" aria-label={say::tabs()}>
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
            Some(ledger) => html! { <div class="answers" tabindex="0" role="group" aria-label={say::ledger()}>{ life(ledger, props) }{ tenants(ledger, props) }{ entries(ledger, props) }</div> },
            None => html! { <p class="empty">{ say::reading() }</p> },
        },
        Tab::Why => html! { <div class="answers" tabindex="0" role="group" aria-label={say::why_title()}>{ why(props) }</div> },
    }
}

/// A button that leads to a step.
fn step_link(at: &Moment, tell: &Callback<Action>) -> Html {
    let step = at.step;
    let words = if at.line == 0 { say::at_the_end().to_string() } else { say::at_line(&at.line.to_string()) };
    let is_global = at.function.is_empty() || at.function == "<module>";
    html! {
        <button
            class="link"
            title={if is_global { say::go_to_step(step) } else { say::go_to_step_in(step, &at.function) }}
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
                <li>{ marked(&birth(made_by, first_holder), &[step_link(born, tell)]) }</li>
            } else if ledger.note.is_empty() {
                <li>{ say::older() }</li>
            }
            { for generations.iter().map(|(at, generation)| html! {
                <li>{ marked(&say::generation(u64::from(*generation), MARKS[0]), &[step_link(at, tell)]) }</li>
            }) }
            if let Some((at, ending)) = died {
                <li>{ marked(&death(*ending, cause_of_death), &[step_link(at, tell)]) }</li>
            } else if ledger.complete && ledger.note.is_empty() {
                <li>{ say::still_lives() }</li>
            }
            if !ledger.note.is_empty() {
                <li>{ &ledger.note }</li>
            }
            if !ledger.complete {
                <li>{ say::read_up_to(ledger.read) }</li>
            }
        </ul>
    }
}

/// A mark is where the button is that leads to the step.
fn birth(made_by: &str, first_holder: &str) -> String {
    match first_holder {
        "" => say::born(MARKS[0], made_by),
        holder => say::born_and_held(MARKS[0], made_by, holder),
    }
}

/// A mark is where the button is that leads to the step.
fn death(ending: Ending, cause: &str) -> String {
    match ending {
        Ending::LastReference => say::died_last_reference(MARKS[0], cause),
        Ending::Collected | Ending::Shutdown => say::died(MARKS[0], cause),
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
                    title={say::ask_tenants_about()}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::Tenants(address)))}
                >
                    { say::ask_tenants() }
                </button>
            </p>
        };
    };
    let place = tenants.lives.iter().position(|tenant| tenant.object == props.object);
    let (from, to) = place.map_or((0, tenants.lives.len()), |place| (place.saturating_sub(5), place + 6));
    html! {
        <section aria-label={say::tenants()}>
            <h3>{ say::objects_at(tenants.lives.len() as u64, &format!("{address:#x}")) }</h3>
            <ol class="tenants">
                if from > 0 {
                    <li class="more">{ say::tenants_before(from as u64) }</li>
                }
                { for tenants.lives.iter().take(to).skip(from).map(|tenant| tenant_row(tenant, props)) }
                if to < tenants.lives.len() {
                    <li class="more">{ say::tenants_after((tenants.lives.len() - to) as u64) }</li>
                }
                if !tenants.complete {
                    <li class="more">{ say::read_up_to(tenants.read) }</li>
                }
            </ol>
        </section>
    }
}

fn tenant_row(tenant: &Tenant, props: &AnswersProps) -> Html {
    let id = tenant.object;
    let object = html! {
        <button class="link" title={say::select()} onclick={props.tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>
            { format!("{} {}", tenant.type_name, words::numbered(id)) }
        </button>
    };
    let step = |at: &Option<Moment>| at.as_ref().map_or_else(Html::default, |at| step_link(at, &props.tell));
    let [first, second, third, _] = MARKS;
    let sentence = match (&tenant.born, &tenant.died) {
        (Some(_), Some(_)) => say::tenant_died(first, second, third),
        (Some(_), None) => say::tenant_lives(first, second),
        (None, Some(_)) => say::tenant_old_died(first, third),
        (None, None) => say::tenant_old(first),
    };
    html! {
        <li aria-current={(id == props.object).then_some("true")}>
            { marked(&sentence, &[object, step(&tenant.born), step(&tenant.died)]) }
        </li>
    }
}

fn entries(ledger: &Ledger, props: &AnswersProps) -> Html {
    let all: Vec<&Entry> = ledger.entries.iter().filter(|entry| props.asks.temporaries || !entry.temporary).collect();
    let now = all.partition_point(|entry| entry.at.step <= props.step);
    let (from, to) = (now.saturating_sub(MOST_SHOWN), (now + MOST_SHOWN).min(all.len()));
    let folded = ledger.entries.iter().filter(|entry| entry.temporary).count();
    let label = if props.asks.temporaries { say::temporary_fold() } else { say::temporary_show() };
    html! {
        <>
            if folded > 0 {
                <p class="acts">
                    <button class="small" title={label} aria-pressed={props.asks.temporaries.to_string()} onclick={props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Temporaries))}>
                        { say::temporary(folded as u64) }
                    </button>
                </p>
            }
            if !all.is_empty() {
                <table class="ledger">
                    <thead><tr><th scope="col">{ say::where_head() }</th><th scope="col">{ say::change_head() }</th><th scope="col">{ say::count_head() }</th><th scope="col">{ say::why_head() }</th></tr></thead>
                    <tbody>
                        if from > 0 {
                            <tr class="more"><td colspan="4">{ say::entries_before(from as u64) }</td></tr>
                        }
                        { for all.iter().enumerate().skip(from).take(to - from).map(|(index, entry)| row(entry, index + 1 == now, index >= now, &props.tell)) }
                        if to < all.len() {
                            <tr class="more"><td colspan="4">{ say::entries_after((all.len() - to) as u64) }</td></tr>
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
    let Some((_, why)) = known else { return html! { <p class="empty">{ say::looking() }</p> } };
    html! {
        <>
            <p class="verdict">{ &why.sentence }</p>
            { paths(why, &props.tell) }
            if !props.held_by.is_empty() {
                <h3>{ say::what_frees() }</h3>
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
            <h3>{ say::ways() }</h3>
            <ol class="ways">
                { for why.paths.iter().map(|path| html! {
                    <li>
                        { for path.iter().map(|link| {
                            let target = link.holder;
                            let words = match target {
                                Some(holder) => html! { <button class="link" title={say::select()} onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(holder)))}>{ &link.words }</button> },
                                None => html! { <span>{ &link.words }</span> },
                            };
                            html! { <span class={classes!("way", is_sole(link).then_some("is-sole"))}>{ words }<span class="way-on" aria-hidden="true">{ " → " }</span></span> }
                        }) }
                        <span>{ say::it() }</span>
                    </li>
                }) }
            </ol>
            if !why.sole.is_empty() {
                <p class="quiet-note">{ say::sole() }</p>
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
                    title={say::what_if_about()}
                    aria-label={say::what_if_of(&plain)}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::WouldDie(preview.clone())))}
                >
                    { say::what_if() }
                </button>
                <button
                    class="small"
                    title={say::drop_about()}
                    aria-label={say::drop_of(&plain)}
                    disabled={props.asks.alternative.is_some()}
                    onclick={props.tell.reform(move |_: MouseEvent| Action::Ask(Ask::Begin(Intervention::Drop(dropped.clone()))))}
                >
                    { say::drop() }
                </button>
            </span>
            if let Some(doomed) = doomed {
                { preview_words(doomed, &props.tell) }
            }
        </li>
    }
}

fn preview_words(doomed: &Result<Doomed, String>, tell: &Callback<Action>) -> Html {
    let some = |ids: &[ObjectId], all: fn(&str) -> String, and_more: fn(&str, u64) -> String| {
        if ids.is_empty() {
            return Html::default();
        }
        let button = |id: &ObjectId| {
            let id = *id;
            html! { <button class="link" title={say::select()} onclick={tell.reform(move |_: MouseEvent| Action::Select(Some(id)))}>{ words::numbered(id) }</button> }
        };
        let sentence = match ids.len().checked_sub(LISTED) {
            None | Some(0) => all(MARKS[0]),
            Some(more) => and_more(MARKS[0], more as u64),
        };
        html! { <p class="doomed-ids">{ marked(&sentence, &[ids.iter().take(LISTED).map(button).collect()]) }</p> }
    };
    match doomed {
        Err(why) => html! { <p class="doomed">{ why }</p> },
        Ok(doomed) => html! {
            <div class="doomed" role="status">
                <p>{ &doomed.sentence }</p>
                { some(&doomed.at_once, say::at_once, say::at_once_and_more) }
                { some(&doomed.by_collector, say::with_collector, say::with_collector_and_more) }
            </div>
        },
    }
}
