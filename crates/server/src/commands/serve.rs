//! `bruecke serve`: opens the database, loads the directory, answers until it is asked to stop.

use std::{
    io::IsTerminal,
    net::SocketAddr,
    num::NonZeroUsize,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, http::header, routing::get};
use curation::{
    Machine,
    accounts::{Accounts, first_admin_path},
};
use graphql::Engine;
use metrics_exporter_prometheus::PrometheusHandle;
use secrecy::ExposeSecret;
use store::{Store, StoreOptions};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    archive::StoreArchive,
    basemap::Basemap,
    cli::Serve,
    commands::{
        database::{close, open_with},
        error::{CommandError, ServeError},
        terminal::say,
    },
    compute::ComputePool,
    follower::Follower,
    http::{
        api::subscriptions::slots::SubscriberSlots,
        auth::{password_link_quota::PasswordLinkQuota, sign_in_throttle::SignInThrottle},
        cache::AnswerCache,
        client::Proxies,
        connections::{ConnectionServer, files},
        origin::PublicOrigin,
        proposal_quota::ProposalQuotas,
        rate_limit::RateLimit,
        router::{reserve_routes, routes},
        state::AppState,
    },
    importing::Importer,
    openid::OpenId,
    readiness::{Monitor, Readiness},
    settings::{DEMO_DATABASE, File},
    site_display::SiteDisplay,
    synonym_follower::SynonymFollower,
    tasks::{BackgroundTasks, PreparedTasks, demand::DemandCounter, disk_space::DiskSpace},
    telemetry, transfer,
    visible::Followed,
    wiring,
};

const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);
/// From when on it is told at the start that nobody changed anything.
const LONG_SILENCE: chrono::TimeDelta = chrono::TimeDelta::days(60);
const METRICS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 9464);

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the service cannot start.
pub async fn run(database: Option<String>, flags: Serve, file: File) -> Result<(), CommandError> {
    let demo = database.is_none();
    let database = database.unwrap_or_else(|| DEMO_DATABASE.to_owned());
    let metrics = telemetry::start_metrics()?;
    let access_log = telemetry::start_access_log(&file.log)?;
    let connections = files::allowed_connections(file.http.max_connections.map(NonZeroUsize::get));
    survive_file_limits();
    // Ask for the addresses first: a taken port should not cost the time of loading.
    let listen = flags.listen.or(file.listen).unwrap_or(LISTEN);
    let listener = bind(listen, "--listen").await?;
    let metrics_listener = bind_metrics(flags.metrics_listen.or(file.metrics_listen)).await?;

    // Whoever waits for another writer is told so before the request's time is over.
    let patience = file.http.timeout().mul_f32(0.8);
    let options = StoreOptions { patience, ..StoreOptions::default() };
    let store = open_with(&database, &file, options).await?;
    if demo && store.latest_sequence().await? == 0 {
        transfer::demo::load(&store).await?;
    }
    tell_of_long_silence(&store).await?;
    let tasks = PreparedTasks::new(&store, &file).map_err(ServeError::Tasks)?;
    let closing = store.clone();
    let (app, follower) = assemble(store, file, demo).await?;

    let address = listener.local_addr().map_err(ServeError::Serve)?;
    offer_first_account(address, &app).await;
    announce(address, metrics_listener.as_ref().and_then(|listener| listener.local_addr().ok()), &app, demo);
    if let Some(listener) = metrics_listener {
        tokio::spawn(serve_metrics(ConnectionServer::for_metrics(&app.limits), listener, metrics));
    }
    let tasks = BackgroundTasks::start(&app, tasks).map_err(ServeError::Tasks)?;
    // Unoptimised it takes seconds, which every start of a test would spend.
    if !cfg!(debug_assertions) {
        let live = Arc::clone(&app.live);
        tokio::task::spawn_blocking(move || {
            directory::interpretation::load_word_tables();
            live.load().load_question_words();
        });
    }
    let connections =
        ConnectionServer::new(&app.limits, connections, reserve_routes(Arc::clone(&app)), access_log.clone());
    let grace = Duration::from_secs(app.limits.shutdown_seconds);
    serve(connections, listener, routes(Arc::clone(&app)), grace).await;
    tasks.stop().await;
    app.demand.write_last(&app.curation).await;
    drop(follower);
    close(&closing).await;
    if let Some(access_log) = access_log {
        tokio::task::block_in_place(|| access_log.flush());
    }
    tracing::info!("stopped");
    Ok(())
}

/// A clock that is fast when the service starts cannot be told from a directory that nobody changed, but both
/// are rare.
async fn tell_of_long_silence(store: &Store) -> Result<(), CommandError> {
    let now = chrono::Utc::now();
    if let Some(newest) = store.newest_change().await?.filter(|newest| now - *newest > LONG_SILENCE) {
        tracing::warn!(
            newest_change = %newest.format("%Y-%m-%d %H:%M UTC"),
            clock = %now.format("%Y-%m-%d %H:%M UTC"),
            "nothing was changed for long: if the clock is wrong, set it right before anybody edits"
        );
    }
    Ok(())
}

/// Puts the parts of the service together over an open database.
///
/// # Errors
/// [`ServeError::Load`] when the directory cannot be loaded, [`ServeError::OpenId`] when the settings of
/// signing in cannot be used, [`ServeError::Basemap`] when those of the map cannot.
pub async fn assemble(store: Store, file: File, demo: bool) -> Result<(Arc<AppState>, JoinHandle<()>), ServeError> {
    let accounts = wiring::accounts_with_mail(store.clone(), &file).map_err(ServeError::Mail)?;
    let sign_ins = SignInThrottle::new(&file.accounts, Instant::now());
    let password_links = PasswordLinkQuota::new(Instant::now());
    let disk = Arc::new(DiskSpace::of(&store, file.storage.least_free_bytes));
    let demand = Arc::new(DemandCounter::new(&file.demand, Instant::now()));
    let proposals = ProposalQuotas::new(&file.proposals, Arc::clone(&disk), Instant::now());
    let openid = file.openid.as_ref().map(OpenId::new).transpose()?.map(Box::new);
    let curation = wiring::curation(store.clone(), &file);
    let basemap = Basemap::open(&file.map).await.map_err(ServeError::Basemap)?;
    let help = crate::settings::help_numbers(file.help.as_deref(), demo);
    let site = file.pages.site(&file.partners, &help, &file.quick_exit, &file.map);
    let site = SiteDisplay::start(store.clone(), site).await.map_err(ServeError::Site)?;
    tokio::spawn(Arc::clone(&site).keep_looking());
    let curation = curation.with_site_texts_display(Arc::<SiteDisplay>::clone(&site));
    let settings = file.directory.into_settings(demo);
    let follower = Follower::start(store.clone(), settings.clone()).await?;
    let synonyms = SynonymFollower::start(store.clone(), follower.live()).await.map_err(ServeError::Synonyms)?;
    tokio::spawn(Arc::clone(&synonyms).keep_looking());
    let curation = curation.with_synonym_index(synonyms);
    let readiness = Arc::new(Readiness::default());
    let followed =
        Followed { live: follower.live(), reached: follower.followed_sequence(), readiness: Arc::clone(&readiness) };
    let monitor =
        Monitor::new(store.clone(), follower.followed_sequence(), follower.progress(), Arc::clone(&readiness));
    tokio::spawn(monitor.run());
    let archive = Arc::new(StoreArchive::new(store.clone(), settings, chrono::Utc::now));
    let importing = Importer { store: store.clone(), sources: Arc::new(Machine), mails: file.notifications.policy() };
    let compute = Arc::new(ComputePool::default());
    let app = AppState {
        live: follower.live(),
        followed: follower.followed_sequence(),
        engine: Arc::new(
            Engine::new(file.limits, archive)
                .with_gate(Arc::<ComputePool>::clone(&compute))
                .with_commands(curation.clone(), accounts.clone(), Arc::new(followed))
                .with_importing(Arc::new(importing)),
        ),
        store,
        readiness,
        curation,
        accounts,
        openid,
        proxies: Proxies::new(file.http.trusted_proxies.clone(), file.http.client_address_from),
        rate_limit: RateLimit::new(&file.http, Instant::now()),
        origin: PublicOrigin::new(&file.http),
        sign_ins,
        proposals,
        password_links,
        demand,
        disk,
        answers: AnswerCache::new("answers", file.http.answer_cache_bytes / 2),
        pages: AnswerCache::new("pages", file.http.answer_cache_bytes / 4),
        reads: AnswerCache::new("reads", file.http.answer_cache_bytes / 4),
        site,
        basemap,
        subscribers: SubscriberSlots::new(&file.http),
        limits: file.http,
        compute,
        clock: chrono::Utc::now,
    };
    Ok((Arc::new(app), tokio::spawn(follower.run())))
}

/// Answers until it is asked to stop, then lets running requests end.
async fn serve(connections: ConnectionServer, listener: TcpListener, routes: Router, grace: Duration) {
    let (asked, mut stopping) = tokio::sync::watch::channel(false);
    let stop = async move {
        stop_signal().await;
        asked.send_replace(true);
    };
    tokio::select! {
        () = connections.serve(listener, routes, stop) => {}
        () = async {
            let _ = stopping.wait_for(|stop| *stop).await;
            tokio::time::sleep(grace).await;
        } => tracing::warn!(seconds = grace.as_secs(), "requests still running were cut off"),
    }
}

async fn bind(address: SocketAddr, flag: &'static str) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|source| ServeError::Listen { address, flag, source })
}

/// A port that was asked for must be free; the default one is done without where it is taken.
async fn bind_metrics(asked: Option<SocketAddr>) -> Result<Option<TcpListener>, ServeError> {
    match asked {
        Some(address) => bind(address, "--metrics-listen").await.map(Some),
        None => match TcpListener::bind(METRICS).await {
            Ok(listener) => Ok(Some(listener)),
            Err(error) => {
                tracing::warn!(address = %METRICS, error = %domain::ErrorChain(&error), "no metrics: the address is taken; choose one with --metrics-listen");
                Ok(None)
            }
        },
    }
}

async fn serve_metrics(connections: ConnectionServer, listener: TcpListener, metrics: PrometheusHandle) {
    let render = move || async move {
        metrics.run_upkeep();
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], metrics.render())
    };
    connections.serve(listener, Router::new().route("/metrics", get(render)), std::future::pending()).await;
}

/// Tells whoever starts the service in a terminal how to become its first administrator. The link is a key, so it goes
/// into no log and into no output that something else reads.
async fn offer_first_account(address: SocketAddr, app: &AppState) {
    if !std::io::stdout().is_terminal() {
        if let Ok(false) = app.accounts.has_admin().await {
            tracing::info!(
                "nobody may administer yet: start once in a terminal for a link, or `bruecke user add --role admin`"
            );
        }
        return;
    }
    let origin = app.limits.origin.as_ref().and_then(|origin| origin.to_str().ok());
    let origin = origin.map_or_else(|| format!("http://{address}"), str::to_owned);
    match app.accounts.first_admin_link().await {
        Ok(Some(secret)) => say(format_args!(
            "\nNobody may administer this directory yet. Make the first account, once, within {} minutes:\n\n  {origin}{}",
            Accounts::FIRST_ADMIN_MINUTES,
            first_admin_path(secret.expose_secret()),
        )),
        Ok(None) => {}
        Err(error) => {
            tracing::warn!(error = %domain::ErrorChain(&error), "no link for the first administrator could be made");
        }
    }
}

/// Tells people where to go, and programs the same as a log line.
fn announce(address: SocketAddr, metrics: Option<SocketAddr>, app: &AppState, demo: bool) {
    let counts = app.live.load().counts();
    tracing::info!(%address, organisations = counts.organisations, "serving");
    if std::io::stdout().is_terminal() || demo {
        say(format_args!(
            "\nBrücke serves {} organisations, {} institutions and {} networks{}.\n\n  \
             Start page   http://{address}/\n  \
             GraphQL      http://{address}/graphql\n  \
             Health       http://{address}/health/ready",
            counts.organisations,
            counts.institutions,
            counts.networks,
            if demo { " of the fictional demo directory" } else { "" },
        ));
        if let Some(metrics) = metrics {
            say(format_args!("  Metrics      http://{metrics}/metrics"));
        }
        say("\nCtrl-C stops it.\n");
    } else {
        say(format_args!("listening on http://{address}"));
        if let Some(metrics) = metrics {
            say(format_args!("metrics on http://{metrics}/metrics"));
        }
    }
}

/// Lets a limit on the size of files be an error of whoever writes, which is told and got over, in
/// place of the end of the process. The limit is the same as a full disk to everybody else.
fn survive_file_limits() {
    #[cfg(target_os = "linux")]
    {
        // SIGXFSZ of Linux, but on MIPS. What is handled does not end the process; nobody listens.
        let handled = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::from_raw(25));
        drop(handled);
    }
}

/// Ready at Ctrl-C or SIGTERM.
async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
    tracing::info!("stopping; running requests may end");
}
