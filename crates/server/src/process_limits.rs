//! What the operating system may do with the process: its memory holds what is private, so it is never
//! written to a file.

/// Forbids core dumps, also those that a program of the system would take instead of a file.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        if let Err(error) = setrlimit(Resource::Core, none) {
            tracing::warn!(error = %domain::ErrorChain(&error), "core dumps could not be forbidden");
        }
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
            tracing::warn!(error = %domain::ErrorChain(&error), "core dumps could not be forbidden");
        }
    }
}
