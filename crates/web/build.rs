//! Bundles scripts and styles with npm and esbuild, and writes a table of the results for `assets`.
//!
//! Everything happens in a copy of `frontend` inside `OUT_DIR`; the source tree stays as it is. Packages are
//! installed again only when the lockfile has changed.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What the bundle is made of, beside everything in `src`.
const FILES: [&str; 5] = ["package.json", "package-lock.json", "tsconfig.json", "questions.mjs", "build.mjs"];
/// What the questions of the scripts are checked against.
const SCHEMA: &str = "../../schema.graphql";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=frontend/src");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let (source, work) = (Path::new("frontend"), out.join("frontend"));
    let bundle = (|| {
        fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;
        for file in FILES {
            println!("cargo::rerun-if-changed=frontend/{file}");
            copy(&source.join(file), &work.join(file))?;
        }
        let _ = fs::remove_dir_all(work.join("src"));
        copy_folder(&source.join("src"), &work.join("src"))?;
        println!("cargo::rerun-if-changed={SCHEMA}");
        copy(Path::new(SCHEMA), &work.join("schema.graphql"))?;
        install(&work)?;
        let questions = ["questions.mjs", "schema.graphql"];
        run(Command::new("node").args(questions).current_dir(&work), "making the types of questions")?;
        run(Command::new("node").arg("build.mjs").current_dir(&work), "bundling scripts and styles")?;
        table(&work.join("dist"), &out.join("assets.rs"))
    })();
    if let Err(reason) = bundle {
        // A build script has no other way to say something readable.
        println!("cargo::error={}", reason.replace('\n', " "));
        std::process::exit(1);
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(|error| format!("cannot copy {}: {error}", from.display()))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| format!("cannot make {}: {error}", to.display()))?;
    for entry in fs::read_dir(from).map_err(|error| format!("cannot read {}: {error}", from.display()))?.flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy_folder(&from, &to)? } else { copy(&from, &to)? }
    }
    Ok(())
}

/// Installs the packages of the lockfile, unless exactly those are there already.
fn install(work: &Path) -> Result<(), String> {
    let lock = fs::read_to_string(work.join("package-lock.json")).unwrap_or_default();
    let stamp = work.join("node_modules/.installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let flags = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(Command::new(npm).args(flags).current_dir(work), "installing the packages of the pages")?;
    fs::write(&stamp, lock).map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}

fn run(command: &mut Command, doing: &str) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!(
            "{doing} failed ({program}, {}): {}{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )),
        Err(error) => Err(format!(
            "{doing} needs {program}, which could not be started ({error}): install Node.js 20 or newer with npm \
             (on Debian the packages nodejs and npm, else from nodejs.org) and build again"
        )),
    }
}

/// Writes `ASSETS`: name, name with hash, media type and content of every file of the bundle.
fn table(dist: &Path, to: &Path) -> Result<(), String> {
    let mut names: Vec<String> = fs::read_dir(dist)
        .map_err(|error| format!("cannot read {}: {error}", dist.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut code = String::from("const ASSETS: &[Asset] = &[\n");
    for hashed in names {
        let (stem, extension) = hashed.rsplit_once('.').ok_or_else(|| format!("{hashed} has no extension"))?;
        let (name, _) = stem.rsplit_once('-').ok_or_else(|| format!("{hashed} has no hash"))?;
        let media_type = match extension {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "json" => "application/json",
            "txt" => "text/plain; charset=utf-8",
            other => return Err(format!("{hashed}: no media type is known for .{other}; add it to build.rs")),
        };
        let path = dist.join(&hashed);
        let _ = writeln!(
            code,
            "    Asset {{ name: \"{name}.{extension}\", hashed: {hashed:?}, media_type: {media_type:?}, \
             content: include_bytes!({path:?}) }},"
        );
    }
    code.push_str("];\n");
    fs::write(to, code).map_err(|error| format!("cannot write {}: {error}", to.display()))
}
