//! Makes a function of each English message (`messages/en`).

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("messages");
    println!("cargo::rerun-if-changed={}", folder.join("en").display());
    let english = heapglass_catalogue::english(&folder).map_err(|complaints| complaints.join("\n"))?;
    let mut text = String::new();
    for (number, topic) in english.iter().enumerate() {
        writeln!(text, "/// Words of `messages/en/{}.ftl`.\npub mod {} {{", topic.name, topic.name)?;
        writeln!(text, "#[allow(unused_imports, reason = \"not every topic has variables\")]\nuse crate::Argument;")?;
        writeln!(text, "{}}}", heapglass_catalogue::rust(&topic.messages, number))?;
    }
    writeln!(text, "const PRINT: &str = \"{}\";", heapglass_catalogue::print(&english))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("english.rs"), text)?;
    Ok(())
}
