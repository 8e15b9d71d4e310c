//! What each line has cost, beside the program's text.

use heapglass::picture::Seek;
use heapglass::picture::story::{Costs, LineCost};
use heapglass::session::{Action, Ask};
use heapglass::words;
use heapglass_words::costs as say;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct CostsProps {
    pub(crate) costs: Option<Rc<Costs>>,
    pub(crate) source: String,
    /// The line that runs next.
    pub(crate) running: u32,
    pub(crate) tell: Callback<Action>,
}

#[component(CostsPanel)]
pub(crate) fn costs_panel(props: &CostsProps) -> Html {
    let fact = props.costs.as_ref().map(|costs| if costs.complete { say::all_counted().to_string() } else { say::counted_to(costs.read) });
    html! {
        <section class="panel costs" aria-label={say::costs()}>
            <header>
                <h2>{ say::title() }</h2>
                <span class="fact">{ fact }</span>
                <button class="small" title={say::close_about()} onclick={props.tell.reform(|_: MouseEvent| Action::Ask(Ask::Costs))}>{ say::close() }</button>
            </header>
            if let Some(costs) = &props.costs {
                { table(costs, props) }
            } else {
                <p class="empty">{ say::counting() }</p>
            }
        </section>
    }
}

fn table(costs: &Costs, props: &CostsProps) -> Html {
    let most = costs.lines.iter().map(|line| line.instructions).max().unwrap_or(1).max(1);
    let source: Vec<&str> = props.source.lines().collect();
    html! {
        <div class="costs-rows" tabindex="0" role="group" aria-label={say::lines()}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ say::line_head() }</th>
                        <th scope="col" title={say::runs_about()}>{ say::runs_head() }</th>
                        <th scope="col" title={say::instructions_about()}>{ say::instructions_head() }</th>
                        <th scope="col" title={say::objects_about()}>{ say::objects_head() }</th>
                        <th scope="col" title={say::growth_about()}>{ say::growth_head() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for costs.lines.iter().map(|cost| row(cost, most, source.get(cost.line as usize - 1).copied().unwrap_or_default(), props)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(cost: &LineCost, most: u64, code: &str, props: &CostsProps) -> Html {
    let line = cost.line;
    let share = cost.instructions * 100 / most;
    let bytes = say::bytes(cost.allocated, cost.released);
    html! {
        <tr class={classes!((line == props.running).then_some("is-now"))} style={format!("--share: {share}%")}>
            <th scope="row">
                <button class="link" title={say::go_to()} onclick={props.tell.reform(move |_: MouseEvent| Action::Seek(Seek::NextOnLines(vec![line])))}>
                    { line }
                </button>
                <code title={code.trim().to_string()}>{ code.trim() }</code>
            </th>
            <td>{ compact(cost.executions) }</td>
            <td>{ compact(cost.instructions) }</td>
            <td>{ format!("+{} −{}", compact(cost.born), compact(cost.died)) }</td>
            <td title={bytes}>{ growth(cost.growth()) }</td>
        </tr>
    }
}

fn growth(bytes: i64) -> String {
    match bytes {
        0 => "0".into(),
        1.. => format!("+{}", compact(bytes.unsigned_abs())),
        _ => format!("−{}", compact(bytes.unsigned_abs())),
    }
}

/// A number in few signs: `1,234`, `56.7k`, `8.9M`.
fn compact(value: u64) -> String {
    match value {
        ..10_000 => words::number(value),
        ..1_000_000 => say::thousands(&format!("{:.1}", value as f64 / 1e3)),
        _ => say::millions(&format!("{:.1}", value as f64 / 1e6)),
    }
}
