//! Debian: packages, and the second way to a standard library for wasm32.
//!
//! Debian's own compiler comes with the sources of its standard library. They are built once into a sysroot under
//! `.tools`; a wrapper script around that compiler then serves as `RUSTC` for everything that is compiled to wasm.

use crate::command::{Failure, Outcome, announce, file, must, output};
use crate::target::{TARGET, has_target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs packages, as root or through sudo.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    if output(Command::new("apt-get").arg("--version")).is_empty() {
        return Err(Failure(format!(
            "{} must be installed by hand here: there is no apt-get on this system",
            packages.join(" and ")
        )));
    }
    announce(&format!("installing {} with apt-get", packages.join(", ")));
    must(apt().args(["update", "-qq"]), "apt-get could not refresh its lists")?;
    must(
        apt()
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages),
        &format!("apt-get could not install {}", packages.join(", ")),
    )
}

fn apt() -> Command {
    let root = output(Command::new("id").arg("-u")) == "0";
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.arg("apt-get");
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The wrapper of Debian's compiler, made if it is not there yet.
pub(crate) fn sysroot(tools: &Path) -> Outcome<PathBuf> {
    let sysroot = tools.join("wasm-sysroot");
    let wrapper = sysroot.join("bin").join("rustc");
    if has_target(&wrapper) {
        return Ok(wrapper);
    }
    let sources = Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml");
    if !sources.exists() || !Path::new("/usr/bin/rust-lld").exists() {
        install(&["rustc-web", "rust-web-src", "rust-web-llvm", "lld-22"])?;
    }
    announce("compiling the standard library for wasm32 (about a minute, once)");
    let libraries = build_std(tools)?;
    collect(&libraries, &sysroot)?;
    wrap(&sysroot, &wrapper)?;
    Ok(wrapper)
}

/// Compiles an empty crate, for the sake of the standard library that is compiled with it.
fn build_std(tools: &Path) -> Outcome<PathBuf> {
    let krate = tools.join("wasm-std");
    file(fs::create_dir_all(krate.join("src")), "make", &krate)?;
    let manifest = "[package]\nname = \"x\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    file(fs::write(krate.join("Cargo.toml"), manifest), "write", &krate)?;
    file(fs::write(krate.join("src/lib.rs"), "#![no_std]\n"), "write", &krate)?;
    let mut cargo = Command::new("cargo");
    cargo.args([
        "build",
        "--release",
        "--target",
        TARGET,
        "-Zbuild-std=std,panic_abort,proc_macro,test",
    ]);
    cargo
        .current_dir(&krate)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", "/usr/bin/rustc");
    cargo.env("CARGO_TARGET_DIR", krate.join("target"));
    // Link-time optimization reads the standard library as bitcode.
    cargo.env("RUSTFLAGS", "-Cembed-bitcode=yes");
    must(&mut cargo, "the standard library for wasm32 could not be compiled")?;
    Ok(krate.join("target").join(TARGET).join("release").join("deps"))
}

fn collect(built: &Path, sysroot: &Path) -> Outcome {
    let libraries = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    file(fs::create_dir_all(&libraries), "make", &libraries)?;
    for entry in file(fs::read_dir(built), "read", built)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libx-") {
            file(fs::copy(entry.path(), libraries.join(&name)), "copy", &entry.path())?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn wrap(sysroot: &Path, wrapper: &Path) -> Outcome {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let host = output(Command::new("/usr/bin/rustc").args(["--print", "host-tuple"]));
    let link = sysroot.join("lib/rustlib").join(&host);
    // Procedural macros are compiled for this machine with Debian's own library.
    if fs::symlink_metadata(&link).is_err() {
        file(symlink(format!("/usr/lib/rustlib/{host}"), &link), "link", &link)?;
    }
    file(fs::create_dir_all(sysroot.join("bin")), "make", sysroot)?;
    let script = format!(
        "#!/bin/sh\nexec /usr/bin/rustc --sysroot '{}' \"$@\"\n",
        sysroot.display()
    );
    file(fs::write(wrapper, script), "write", wrapper)?;
    file(
        fs::set_permissions(wrapper, fs::Permissions::from_mode(0o755)),
        "make executable",
        wrapper,
    )
}

#[cfg(not(unix))]
fn wrap(_sysroot: &Path, _wrapper: &Path) -> Outcome {
    Err(Failure(format!(
        "the {TARGET} target is missing: run `rustup target add {TARGET}`"
    )))
}
