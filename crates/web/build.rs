//! Bundles scripts and styles with npm and esbuild, and writes a table of the results for `assets`.
//!
//! Everything happens in a copy of the npm workspace `frontend` inside `OUT_DIR`; the source tree stays as it is.
//! Packages are installed again only when the lockfile has changed.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The npm workspace, beside the crates.
const FRONTEND: &str = "../../frontend";
/// What the questions of the scripts are checked against.
const SCHEMA: &str = "../../schema.graphql";
/// What is no part of the bundle: what a developer's own npm makes in the workspace, and tests.
const LEFT_OUT: [&str; 4] = ["node_modules", "dist", "generated", ".test.ts"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={SCHEMA}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let work = out.join("frontend");
    let bundle = (|| {
        fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;
        clear(&work)?;
        copy_folder(Path::new(FRONTEND), &work)?;
        install(&work)?;
        let schema = fs::canonicalize(SCHEMA).map_err(|error| format!("cannot find {SCHEMA}: {error}"))?;
        let mut questions = Command::new("node");
        run(questions.arg("questions.mjs").env("SCHEMA", schema).current_dir(&work), "making the types of questions")?;
        run(Command::new("node").arg("build.mjs").current_dir(&work), "bundling scripts and styles")?;
        table(&work.join("dist"), &out.join("assets.rs"))
    })();
    if let Err(reason) = bundle {
        // A build script has no other way to say something readable.
        println!("cargo::error={}", reason.replace('\n', " "));
        std::process::exit(1);
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    listing.map_err(|error| format!("cannot read {}: {error}", folder.display()))
}

/// Takes out what an earlier copy has left, without the packages.
fn clear(work: &Path) -> Result<(), String> {
    for path in entries(work)?.into_iter().filter(|path| !path.ends_with("node_modules")) {
        let removal = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removal.map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
    }
    Ok(())
}

/// Copies the sources of the workspace, and has cargo look at each of them.
fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| format!("cannot make {}: {error}", to.display()))?;
    for from in entries(from)? {
        let name = from.file_name().unwrap_or_default();
        if LEFT_OUT.iter().any(|end| name.to_string_lossy().ends_with(end)) {
            continue;
        }
        let to = to.join(name);
        if from.is_dir() {
            copy_folder(&from, &to)?;
        } else {
            println!("cargo::rerun-if-changed={}", from.display());
            fs::copy(&from, &to).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
        }
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
