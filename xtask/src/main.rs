//! `cargo xtask serve` and `cargo xtask test`, on a machine that has Rust, Node and git and nothing else.
//!
//! Everything that is missing is set up first, in `.tools` and `node_modules`; a second run finds it there.

mod bench;
mod browser;
mod command;
mod debian;
mod fuzz;
mod gallery;
mod packages;
mod place;
mod serve;
mod setup;
mod target;
mod test;
mod tools;

use command::Failure;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]  set up, build and serve the page on http://127.0.0.1:8080/
  build             set up and build the page into dist/
  site              build, and pack the page into target/heapglass-site.zip, which works from a disk too
  test              set up, then run every test: engine, page logic, page in a headless browser
  bench [OPTIONS]   set up, build, and measure the page beside a native CPython into docs/benchmarks.md (--rounds N, --quick;
                    PYTHON names the interpreter)
  fuzz [OPTIONS]    judge random heap programs by the laws of counts, repetition and time (--minutes N, --seed N, --python PATH)
                    with --source: random and damaged program texts (--minutes N, --seed N, --stack KIB)
  gallery [NAMES]   set up, build, and take the pictures of docs/gallery.md
  setup             install what is missing, and nothing else

Needed beforehand: Rust (rustup or a package), Node.js 18 or newer with npm, git.
What set-up adds: the wasm32 target, trunk and wasm-bindgen in .tools, npm packages in node_modules,
and for the tests a Chromium and a Firefox (the variables CHROMIUM and FIREFOX name those that are already there).
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve"] => serve::serve("8080"),
        ["serve", "--port", port] => serve::serve(port),
        ["build"] => serve::build(),
        ["site"] => serve::site(),
        ["test"] => test::test(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["gallery", names @ ..] => gallery::gallery(names),
        ["setup"] => setup::everything().map(drop),
        ["--help" | "-h" | "help"] => {
            eprint!("{HELP}");
            Ok(())
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentence)) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
