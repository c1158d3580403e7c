//! Defaults of numbers that must not be 0.

/// A number that is not 0.
macro_rules! nonzero {
    ($number:expr) => {
        const { std::num::NonZero::new($number).expect("it is not 0") }
    };
}
pub(super) use nonzero;
