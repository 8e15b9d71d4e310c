//! Plays the compiler's containers against given free lists.
//!
//! Each line read is a file, then the state before compiling it: the counter, the free tuples of one to twenty items, lists,
//! dicts, key tables. Each line written is the state after, with the highest counter last.

use std::io::BufRead;

use heapglass_compiler::containers::ContainerState;
use heapglass_compiler::{Mode, compile};

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let mut words = line.split_whitespace();
        let Some(file) = words.next() else { continue };
        let numbers: Vec<i64> = words.filter_map(|word| word.parse().ok()).collect();
        let (Ok(source), [counter, rest @ ..]) = (std::fs::read_to_string(file), numbers.as_slice()) else { continue };
        let rest: Vec<usize> = rest.iter().map(|&number| usize::try_from(number).unwrap_or(0)).collect();
        let mut before = ContainerState { counter: *counter, highest: *counter, ..ContainerState::default() };
        let [tuples @ .., lists, dicts, dict_keys] = rest.as_slice() else { continue };
        before.tuples.iter_mut().zip(tuples).for_each(|(free, &number)| *free = number);
        (before.lists, before.dicts, before.dict_keys) = (*lists, *dicts, *dict_keys);
        let Ok(compilation) = compile(&source, file, Mode::File) else { continue };
        let after = compilation.containers.after(&before);
        let tuples: Vec<String> = after.tuples.iter().map(ToString::to_string).collect();
        let (lists, dicts, keys) = (after.lists, after.dicts, after.dict_keys);
        println!("{file} {} {} {lists} {dicts} {keys} {}", after.counter, tuples.join(" "), after.highest);
    }
}
