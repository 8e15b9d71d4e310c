//! The two build tools, compiled from the registry at fixed versions into `.tools`.

use crate::command::{Failure, Outcome, announce, output, succeeds};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A command line program that cargo can install.
struct Tool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
    options: &'static [&'static str],
    duration: &'static str,
}

/// Bundles the page.
const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.22.1",
    program: "trunk",
    options: &["--no-default-features", "--features", "rustls"],
    duration: "about four minutes, once",
};

/// Joins wasm and JavaScript. The version is that of the library in Cargo.toml.
const BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    options: &["--bin", "wasm-bindgen"],
    duration: "about a minute, once",
};

/// Installs what is neither on `PATH` nor in `.tools` at the right version.
pub(crate) fn ensure(tools: &Path) -> Outcome {
    for tool in [&TRUNK, &BINDGEN] {
        install(tool, tools)?;
    }
    Ok(())
}

fn install(tool: &Tool, tools: &Path) -> Outcome {
    let own = tools.join("bin").join(tool.program);
    if says(&own, tool.version) || says(Path::new(tool.program), tool.version) {
        return Ok(());
    }
    announce(&format!(
        "installing {} {} into .tools ({})",
        tool.package, tool.version, tool.duration
    ));
    // Packages say with their lock file what they were tested with; a registry that lags behind may lack one of those.
    if !succeeds(&mut cargo_install(tool, tools, true)) && !succeeds(&mut cargo_install(tool, tools, false)) {
        return Err(Failure(format!(
            "{} {} could not be installed with cargo",
            tool.package, tool.version
        )));
    }
    // Only the space is lost if this fails.
    let _ = fs::remove_dir_all(tools.join("build").join(tool.package));
    Ok(())
}

/// The dev profile without debug information compiles several times sooner than the tools' release profiles.
fn cargo_install(tool: &Tool, tools: &Path, locked: bool) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .args([
            "install",
            "--quiet",
            "--profile",
            "dev",
            "--ignore-rust-version",
            "--root",
        ])
        .arg(tools);
    if locked {
        cargo.arg("--locked");
    }
    cargo
        .args(tool.options)
        .arg(format!("{}@{}", tool.package, tool.version));
    cargo
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_INCREMENTAL", "false");
    cargo.env("CARGO_TARGET_DIR", tools.join("build").join(tool.package));
    cargo
}

fn says(program: &Path, version: &str) -> bool {
    output(Command::new(program).arg("--version"))
        .split_whitespace()
        .any(|word| word == version)
}
