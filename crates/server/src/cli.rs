//! The command line: what can be typed, with an example in every help text.

mod user;

pub use user::{
    AccountFlag, AddUser, InviteUserFlags, ResetUser, RoleFlags, TokenScope, User, UserCommand, UserRole, UserToken,
};

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, builder::PossibleValuesParser};
use domain::BoundingBox;

use crate::{
    settings::{LogFormat, read_address},
    transfer::rows::RowNumbers,
};

/// Network directory of migrant self-organisations: who works on which theme in which
/// neighbourhood, and with whom. Without a command it serves; with nothing configured it serves a
/// fictional demo directory from a SQLite file.
#[derive(Debug, Parser)]
#[command(
    name = "bruecke",
    version,
    after_help = "Example:\n  bruecke serve --database sqlite://herne.db --listen 0.0.0.0:8080"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Settings for all commands.
    #[command(flatten)]
    pub common: Common,
    /// Settings for serving, which is what happens without a command.
    #[command(flatten)]
    pub serve: Serve,
}

/// What `check` understands.
#[derive(Clone, Debug, Default, Args)]
pub struct CheckFlags {
    /// Look instead for values that should be gone, one a line: names, telephone numbers, e-mail addresses, in any spelling, in every table and in the raw files
    #[arg(long, value_name = "FILE")]
    pub erased: Option<PathBuf>,
}

/// Settings every command understands.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// Where the directory is kept: sqlite://FILE or postgres://USER@HOST/NAME
    #[arg(long, env = "BRUECKE_DATABASE", value_name = "URL", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// Settings file [default: bruecke.toml, where it exists]
    #[arg(long, env = "BRUECKE_CONFIG", value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// How log lines look [default: auto, readable on a terminal and JSON otherwise]
    #[arg(long, env = "BRUECKE_LOG_FORMAT", value_name = "FORMAT", global = true)]
    pub log_format: Option<LogFormat>,
    /// Which log lines: a level or a filter such as info,store=debug [default: info]
    #[arg(long, env = "BRUECKE_LOG", value_name = "FILTER", global = true)]
    pub log: Option<String>,
}

/// Settings for serving.
#[derive(Clone, Debug, Default, Args)]
pub struct Serve {
    /// Address and port of the service [default: 127.0.0.1:8080]
    #[arg(long, env = "BRUECKE_LISTEN", value_name = "ADDRESS:PORT", value_parser = read_address)]
    pub listen: Option<SocketAddr>,
    /// Address and port of the metrics [default: 127.0.0.1:9464, where it is free]
    #[arg(long, env = "BRUECKE_METRICS_LISTEN", value_name = "ADDRESS:PORT", value_parser = read_address)]
    pub metrics_listen: Option<SocketAddr>,
}

/// What `bruecke` does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the directory
    #[command(after_help = "Example:\n  bruecke serve --database sqlite://herne.db --listen 0.0.0.0:8080")]
    Serve(Serve),
    /// Bring the database to this version's tables
    #[command(
        after_help = "Examples:\n  bruecke migrate --database sqlite://herne.db\n  bruecke migrate --database postgres://bruecke@localhost/bruecke --backed-up\n\nBefore anything is changed, a SQLite file is copied to a file beside it. For PostgreSQL a backup is made in the folder of\n[backup]; without one, --backed-up says that there is a backup."
    )]
    Migrate(MigrateFlags),
    /// Write everything that is in the database to a file, also while it is served
    #[command(
        after_help = "Examples:\n  bruecke backup --database sqlite://herne.db herne.backup\n  bruecke backup --database postgres://bruecke@localhost/bruecke - | ssh safe 'cat > herne.backup'\n\nThe file holds accounts, history and personal data; only its owner may read it. Sessions are left out."
    )]
    Backup(BackupFlags),
    /// Put a backup back into an empty database, of either kind; all or nothing
    #[command(
        after_help = "Examples:\n  bruecke restore --database sqlite://again.db herne.backup\n  bruecke restore --database postgres://bruecke@localhost/again herne.backup\n\nA backup of an older version is brought up to date. The file is proven to be whole before anything is written."
    )]
    Restore(RestoreFlags),
    /// Read directory JSON, tables of actors (CSV, XLSX, ODS) or GeoJSON of districts; all or nothing, or chosen rows
    #[command(
        after_help = "Examples:\n  bruecke import --database sqlite://herne.db herne.json\n  bruecke import --database sqlite://herne.db actors.csv\n  bruecke import --database sqlite://herne.db boundaries.geojson\n  bruecke import --database sqlite://herne.db --dry-run actors.xlsx\n  bruecke import --database sqlite://herne.db --rows 1-5,9 --digest 812-0f3a… actors.xlsx\n  bruecke import --database sqlite://herne.db --decide \"Wanne-Eickel=wanne\" --skip-wrong --rejects left-out.xlsx list.xlsx\n\nThe formats are described in docs/formats.md; `bruecke schema import` prints the JSON Schema."
    )]
    Import(Box<Import>),
    /// Read an address file (CSV of houses with coordinates), by which imports and the console place entries
    #[command(
        after_help = "Example:\n  bruecke addresses --database sqlite://herne.db herne-houses.csv\n\nColumns are told by their headings: street (str), number (hnr, adz), postcode (plz), town (gmd), and either lon and lat or ost and nord (ETRS89/UTM, zone 32 unless the easting begins with another). The houses of the file replace those of the one before; no entry is changed. docs/operations.md says where such files are had."
    )]
    Addresses(AddressFlags),
    /// Write the directory as JSON that `import` reads, or as tables for staff
    #[command(
        after_help = "Examples:\n  bruecke export --database sqlite://herne.db herne.json\n  bruecke export --database sqlite://herne.db --everything herne.xlsx\n\nA name that ends in .xlsx makes a workbook with a sheet for actors, offers, events, projects and links, one that ends in .csv a file for each; `bruecke import` reads them back."
    )]
    Export(Export),
    /// Cut the region of the directory out of a file of map tiles, for what lies below the districts
    #[command(
        after_help = "Examples:\n  bruecke basemap\n  bruecke basemap --database sqlite://herne.db 20261101.pmtiles herne.pmtiles\n  bruecke basemap --bounds 7.09,51.48,7.33,51.58 20261101.pmtiles herne.pmtiles\n\nWithout a file it tells where such files are had and what to do with them. See [map] in docs/operations.md."
    )]
    Basemap(BasemapFlags),
    /// Print the GraphQL schema, or the JSON Schema of the import format
    #[command(after_help = "Examples:\n  bruecke schema\n  bruecke schema import")]
    Schema {
        /// Which schema
        #[arg(value_enum, default_value = "graphql")]
        which: SchemaKind,
    },
    /// Load the fictional demo directory, or a generated one of any size
    #[command(
        after_help = "Examples:\n  bruecke demo --database sqlite://demo.db\n  bruecke demo --database sqlite://large.db --size 100000"
    )]
    Demo(Demo),
    /// Prove that the database is whole and that nothing private is public
    #[command(
        after_help = "Examples:\n  bruecke check --database sqlite://herne.db\n  bruecke check --database sqlite://herne.db --erased values.txt"
    )]
    Check(CheckFlags),
    /// Ask by mail whether entries are still true that nobody has confirmed for long
    #[command(
        after_help = "Examples:\n  bruecke remind --database sqlite://herne.db --dry-run\n  bruecke remind --database sqlite://herne.db --at-most 20\n\n[mail] in the settings file says how mail is sent; see docs/operations.md."
    )]
    Remind(Remind),
    /// Give what was written while the clock was fast the time it is now; stop the service first
    #[command(after_help = "Example:\n  bruecke repair-times --database sqlite://herne.db")]
    RepairTimes,
    /// Make accounts and look after them: who may sign in, and as what
    #[command(
        after_help = "Example:\n  bruecke user add --database sqlite://herne.db --role editor ada@example.org < password.txt\n\nEach of the commands shows its own example with --help."
    )]
    User(User),
}

/// Which schema to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum SchemaKind {
    /// The GraphQL schema (SDL)
    Graphql,
    /// The JSON Schema of the directory format
    Import,
}

/// `bruecke addresses`
#[derive(Debug, Args)]
pub struct AddressFlags {
    /// The file: CSV, a header row, a house in each row; at most 250,000 of them
    pub file: PathBuf,
    /// The encoding of the file [default: the one that its text most plausibly has]
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
}

/// `bruecke migrate`
#[derive(Debug, Args)]
pub struct MigrateFlags {
    /// There is a backup: make no copy, and do not ask for one
    #[arg(long)]
    pub backed_up: bool,
}

/// `bruecke backup`
#[derive(Debug, Args)]
pub struct BackupFlags {
    /// Where to write, a new file; - for standard output
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `bruecke restore`
#[derive(Debug, Args)]
pub struct RestoreFlags {
    /// The file that `backup` wrote
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `bruecke import`
#[derive(Debug, Args)]
pub struct Import {
    /// Files: .json (directory), .csv, .xlsx and .ods (actors), .geojson (districts)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Say what was understood and what every row would do, without changing anything
    #[arg(long, conflicts_with = "rows")]
    pub dry_run: bool,
    /// Take these rows only, as a dry run numbers them, such as 1-5,9
    #[arg(long, value_name = "ROWS")]
    pub rows: Option<RowNumbers>,
    /// What the dry run printed: refuse rows whose entries have changed since
    #[arg(long, value_name = "DIGEST", requires = "rows")]
    pub digest: Option<String>,
    /// Leave out rows of tables that cannot be taken, and take the others
    #[arg(long, conflicts_with = "rows")]
    pub skip_wrong: bool,
    /// Have the running service tell entries that are published so; needs `welcome` in `[notifications]`
    #[arg(long)]
    pub welcome: bool,
    /// Write the rows that are left out here, each with its problem (.csv or .xlsx)
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// What becomes of new entries of tables that say nothing of it
    #[arg(long = "as", value_enum, default_value = "draft", value_name = "STATUS")]
    pub status: EntryStatus,
    /// What a column of a table holds, such as "Straße und Nr.=street+houseNumber"
    #[arg(long, value_name = "HEADING=FIELDS")]
    pub map: Vec<String>,
    /// A file of such lines
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Pass over a column of a table
    #[arg(long, value_name = "HEADING")]
    pub ignore: Vec<String>,
    /// What a value of a table means, such as "Wanne-Eickel=wanne", or which entry a row is: "row 12=SLUG", new or skip
    #[arg(long, value_name = "VALUE=MEANING")]
    pub decide: Vec<String>,
    /// A file of such lines
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// The encoding of a CSV file, such as windows-1254 or macroman [default: the most plausible]
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// The sheet of a workbook [default: the first that is shown]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The language of the report [default: that of the terminal]
    #[arg(long, value_name = "TAG", value_parser = PossibleValuesParser::new(messages::LANGUAGES))]
    pub language: Option<String>,
    /// How rows are told
    #[arg(long, value_enum, default_value = "table")]
    pub format: ReportFormat,
}

/// Where new entries of a table stand in their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum EntryStatus {
    /// Seen by staff only
    Draft,
    /// Seen by everybody
    Published,
}

/// How the rows of an import are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// For people
    Table,
    /// For programs
    Json,
}

/// `bruecke export`
#[derive(Debug, Args)]
pub struct Export {
    /// Where to write; - for standard output
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Everything, with drafts and hidden places: for staff; as JSON with contact persons, for moving between databases
    #[arg(long)]
    pub everything: bool,
}

/// `bruecke basemap`
#[derive(Debug, Args)]
pub struct BasemapFlags {
    /// The file of tiles to cut from (PMTiles, version 3); without one a guide is printed
    #[arg(value_name = "SOURCE")]
    pub source: Option<PathBuf>,
    /// Where to write
    #[arg(value_name = "FILE", default_value = "basemap.pmtiles")]
    pub file: PathBuf,
    /// The region in degrees [default: around all districts of the database]
    #[arg(long, value_name = "WEST,SOUTH,EAST,NORTH", value_parser = read_bounds, allow_hyphen_values = true)]
    pub bounds: Option<BoundingBox>,
    /// The deepest zoom; each further one makes the file about twice as large
    #[arg(long, value_name = "ZOOM", default_value_t = 15, value_parser = clap::value_parser!(u8).range(0..=18))]
    pub max_zoom: u8,
}

fn read_bounds(text: &str) -> Result<BoundingBox, String> {
    const ALLOWED: &str = "allowed are four numbers such as 7.09,51.48,7.33,51.58: west, south, east, north";
    let numbers: Result<Vec<f64>, _> = text.split(',').map(|part| part.trim().parse::<f64>()).collect();
    match numbers.as_deref() {
        Ok([west, south, east, north])
            if (-180.0..=180.0).contains(west)
                && west < east
                && *east <= 180.0
                && (-85.0..=85.0).contains(south)
                && south < north
                && *north <= 85.0 =>
        {
            Ok(BoundingBox { west: *west, south: *south, east: *east, north: *north })
        }
        _ => Err(ALLOWED.to_owned()),
    }
}

/// `bruecke remind`
#[derive(Debug, Args)]
pub struct Remind {
    /// Show who would be asked, without asking anybody
    #[arg(long)]
    pub dry_run: bool,
    /// Send this many at most, those first that have been due longest
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub at_most: usize,
}

/// `bruecke demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Generate this many actors instead of the written demo, at most 1,000,000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub size: Option<u32>,
    /// Seed of the generated directory; the same seed and size give the same directory
    #[arg(long, default_value_t = 1, value_name = "SEED")]
    pub seed: u64,
    /// Write the directory JSON to a file (- for standard output) instead of loading it
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
