//! What planning needs to know of an object.

/// The fields of a type by their numbers.
pub(crate) trait FieldNumbers {
    /// The number of a field.
    fn number(name: &str) -> Option<u16>;
}

/// An object's concrete type.
pub(crate) trait ConcreteType: FieldNumbers {
    /// Its name.
    fn type_name(&self) -> &'static str;

    /// Whether the type belongs to the interface of that name.
    fn belongs_to(&self, interface: &str) -> bool;
}
