//! Where operations begin, as async-graphql knows it.

use std::{borrow::Cow, marker::PhantomData, pin::Pin};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, Response, ServerResult,
    SubscriptionType, Value,
    futures_util::Stream,
    parser::types::Field,
    registry::{MetaType, Registry},
    resolver_utils::resolve_container,
};

use crate::exec::Output;

/// A root as async-graphql knows it: it describes, validates and introspects; what is asked of the
/// directory is answered by this crate's own executor and is null here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Described<T>(PhantomData<T>);

impl<T> Described<T> {
    /// The root.
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

/// What operations of one kind begin at.
pub(crate) trait Beginning: Output + Send + Sync {
    /// Its name.
    const NAME: &'static str;
}

impl<T: Beginning> OutputType for Described<T> {
    fn type_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        // The one type of the specification that async-graphql leaves without a description.
        if let Some(MetaType::Scalar { description, .. }) = registry.types.get_mut("ID") {
            *description = Some("An opaque name of something; written as a string.".to_owned());
        }
        T::type_ref(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        resolve_container(ctx, self).await
    }
}

impl<T: Beginning> ContainerType for Described<T> {
    async fn resolve_field(&self, _: &Context<'_>) -> ServerResult<Option<Value>> {
        Ok(Some(Value::Null))
    }
}

impl<T: Beginning> ObjectType for Described<T> {}

/// The root of subscriptions as async-graphql knows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Feeds<T>(PhantomData<T>);

impl<T> Feeds<T> {
    /// The root.
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Beginning> SubscriptionType for Feeds<T> {
    fn type_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::type_ref(registry)
    }

    fn create_field_stream<'a>(
        &'a self,
        _: &'a Context<'_>,
    ) -> Option<Pin<Box<dyn Stream<Item = Response> + Send + 'a>>> {
        None
    }
}
