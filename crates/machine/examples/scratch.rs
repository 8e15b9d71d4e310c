//! Scratch.
#![allow(clippy::print_stdout, missing_docs)]
use heapglass_machine::machine::Machine;
fn main() {
    let mut audit = false;
    for path in std::env::args().skip(1) {
        if path == "--audit" { audit = true; continue; }
        let source = std::fs::read_to_string(&path).unwrap();
        let mut m = Machine::new(Default::default());
        if let Err(d) = m.start_file(&source, &path) { println!("diag {d:?}"); continue; }
        m.resume();
        print!("{}", String::from_utf8_lossy(&m.output));
        print!("{}", String::from_utf8_lossy(&m.errors));
        if std::env::var("ENDING").is_ok() { println!("ENDING {:?} steps {}", m.registers.ending, m.registers.step); }
        if audit { match m.audit() { Ok(_) => println!("AUDIT ok"), Err(e) => for d in e.iter().take(20) { println!("AUDIT {d:?}"); if m.heap.memory.birth(d.place) != 0 && m.heap.is_str(d.place) { println!("   {:?}", m.heap.str_text(d.place)); } } } }
    }
}
