//! What a document asks of an object, worked out once per place in the document and type met there.
//!
//! This is `CollectFields` and `MergeSelectionSets` of the GraphQL specification (sections 6.3.2 and
//! 6.4.3), remembered: a hundred nodes of one list share one collected list of fields, with
//! directives decided and arguments evaluated.

use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::HashMap,
};

use async_graphql::{
    InputType, Name, Pos, Positioned, Variables,
    parser::types::{Directive, Field, FragmentDefinition, Selection, SelectionSet},
};
use async_graphql_value::{ConstValue, Value, indexmap::IndexMap};
use chrono::{DateTime, Utc};
use curation::Requester;
use directory::{PastVersion, Snapshot};
use domain::{ActorId, DemandKey, Language};

use super::{
    budget::TimeBudget,
    concrete_type::{ConcreteType, FieldNumbers},
};
use crate::{
    deferred::{DeferredRequests, DeferredResults, staff_reads::StaffReader},
    error::{ResolverError, find_odd_count, misfit},
    schema::type_registry::TypeRegistry,
};

/// The number of `__typename`, which every object has.
pub(crate) const TYPENAME: u16 = u16::MAX;

/// Everything one run over a document needs beside the objects themselves.
#[derive(Debug)]
pub(crate) struct Exec<'d> {
    /// The document's fragments.
    pub(crate) fragments: &'d HashMap<Name, Positioned<FragmentDefinition>>,
    /// The request's variables, checked, with defaults.
    pub(crate) variables: &'d Variables,
    /// Who asks.
    pub(crate) requester: &'d Requester,
    /// What has been fetched for this request.
    pub(crate) fetched: &'d DeferredResults,
    /// What the run found missing.
    pub(crate) wanted: DeferredRequests,
    /// How long the run may still take.
    pub(crate) budget: &'d TimeBudget,
    now: DateTime<Utc>,
    volatile: Cell<bool>,
    unmet: RefCell<Vec<DemandKey>>,
}

impl<'d> Exec<'d> {
    /// A run at a time.
    pub(crate) fn new(
        fragments: &'d HashMap<Name, Positioned<FragmentDefinition>>,
        variables: &'d Variables,
        requester: &'d Requester,
        fetched: &'d DeferredResults,
        (now, budget): (DateTime<Utc>, &'d TimeBudget),
    ) -> Self {
        let (wanted, volatile, unmet) = (DeferredRequests::default(), Cell::new(false), RefCell::default());
        Self { fragments, variables, requester, fetched, wanted, budget, now, volatile, unmet }
    }

    /// The time of the request. An answer that needs it is no longer a function of the directory's version.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.mark_volatile();
        self.now
    }

    /// Remembers that the answer is not a function of (request, directory version) alone.
    pub(crate) fn mark_volatile(&self) {
        self.volatile.set(true);
    }

    /// The directory as it was.
    ///
    /// # Errors
    /// As [`DeferredResults::directory_at`].
    pub(crate) fn directory_at(&self, time: DateTime<Utc>) -> Result<&'d Snapshot, ResolverError> {
        self.mark_volatile();
        self.fetched.directory_at(&self.wanted, time)
    }

    /// The versions of an actor, newest first.
    ///
    /// # Errors
    /// As [`DeferredResults::history`].
    pub(crate) fn history(&self, actor: ActorId) -> Result<&'d [PastVersion], ResolverError> {
        self.mark_volatile();
        self.fetched.history(&self.wanted, actor)
    }

    /// What can be read from the store for whoever is signed in.
    pub(crate) fn read(&self) -> StaffReader<'_, 'd> {
        self.mark_volatile();
        self.fetched.staff_reader(&self.wanted)
    }

    /// Remembers what a question without result asked for.
    pub(crate) fn add_unmet_demand(&self, keys: Vec<DemandKey>) {
        self.unmet.borrow_mut().extend(keys);
    }

    /// Takes what the questions without result asked for.
    pub(crate) fn take_unmet_demand(&self) -> Vec<DemandKey> {
        self.unmet.take()
    }

    /// Whether the answer is not a function of (request, directory version) alone.
    pub(crate) fn is_volatile(&self) -> bool {
        self.volatile.get()
    }
}

/// One field to resolve.
#[derive(Debug)]
pub(crate) struct BoundField<'d> {
    /// The response key.
    pub(crate) key: &'d str,
    /// `"key":`, ready to be written.
    pub(crate) prefix: Box<[u8]>,
    /// Which field of the type.
    pub(crate) number: u16,
    /// Where it stands in the document.
    pub(crate) position: Pos,
    /// Its arguments, evaluated; absent ones left out.
    arguments: Vec<(&'d str, ConstValue)>,
    /// What is asked of its value.
    pub(crate) below: Below<'d>,
}

impl<'d> BoundField<'d> {
    fn new(field: &'d Positioned<Field>, number: u16, exec: &Exec<'d>) -> Self {
        let key = field.node.response_key().node.as_str();
        let mut prefix = Vec::with_capacity(key.len() + 3);
        super::json::write_string(&mut prefix, key);
        prefix.push(b':');
        let arguments = &field.node.arguments;
        Self {
            key,
            prefix: prefix.into_boxed_slice(),
            number,
            position: field.pos,
            arguments: arguments
                .iter()
                .filter_map(|(name, value)| {
                    let name = name.node.as_str();
                    Some((name, canonical(name, constant(&value.node, exec.variables)?)))
                })
                .collect(),
            below: Below::of(&field.node.selection_set.node),
        }
    }

    /// Whether it has arguments: what may cost more than writing a value down has some.
    pub(crate) fn has_arguments(&self) -> bool {
        !self.arguments.is_empty()
    }

    /// The evaluated argument of that name.
    pub(crate) fn argument(&self, name: &str) -> Option<&ConstValue> {
        self.arguments.iter().find(|(given, _)| *given == name).map(|(_, value)| value)
    }
}

/// Brings the reader's language to the case that tags of texts have: tags are compared without
/// regard to it (BCP 47, RFC 5646, section 2.1.1). Once per place of the document, not once per text.
fn canonical(argument: &str, value: ConstValue) -> ConstValue {
    match value {
        ConstValue::String(tag) if argument == "language" => {
            ConstValue::String(tag.parse::<Language>().map_or(tag, |language| language.to_string()))
        }
        value => value,
    }
}

/// What is asked of a value: the merged selection sets of every mention of its field.
#[derive(Debug)]
pub(crate) struct Below<'d> {
    sources: Vec<&'d SelectionSet>,
    first: OnceCell<Box<Variant<'d>>>,
}

/// The fields asked of one concrete type.
#[derive(Debug)]
struct Variant<'d> {
    type_name: &'static str,
    fields: Box<[BoundField<'d>]>,
    next: OnceCell<Box<Variant<'d>>>,
}

impl<'d> Below<'d> {
    /// What one selection set asks.
    pub(crate) fn of(set: &'d SelectionSet) -> Self {
        Self { sources: if set.items.is_empty() { Vec::new() } else { vec![set] }, first: OnceCell::new() }
    }

    /// The fields asked of an object, in the order of the document.
    pub(crate) fn fields<T: ConcreteType>(&self, object: &T, exec: &Exec<'d>) -> &[BoundField<'d>] {
        let type_name = object.type_name();
        let mut cell = &self.first;
        loop {
            let variant = cell.get_or_init(|| Box::new(self.collect(object, exec)));
            if std::ptr::eq(variant.type_name, type_name) || variant.type_name == type_name {
                return &variant.fields;
            }
            cell = &variant.next;
        }
    }

    fn collect<T: ConcreteType>(&self, object: &T, exec: &Exec<'d>) -> Variant<'d> {
        let mut fields = Vec::new();
        for set in &self.sources {
            collect(object, set, exec, &mut fields);
        }
        Variant { type_name: object.type_name(), fields: fields.into_boxed_slice(), next: OnceCell::new() }
    }
}

fn collect<'d, T: ConcreteType>(object: &T, set: &'d SelectionSet, exec: &Exec<'d>, fields: &mut Vec<BoundField<'d>>) {
    for selection in &set.items {
        if is_skipped(selection.node.directives(), exec.variables) {
            continue;
        }
        let (condition, inner) = match &selection.node {
            Selection::Field(field) => {
                add_field::<T>(field, exec, fields);
                continue;
            }
            Selection::FragmentSpread(spread) => {
                let Some(fragment) = exec.fragments.get(&spread.node.fragment_name.node) else { continue };
                (Some(&fragment.node.type_condition), &fragment.node.selection_set)
            }
            Selection::InlineFragment(fragment) => {
                (fragment.node.type_condition.as_ref(), &fragment.node.selection_set)
            }
        };
        let applies = condition.is_none_or(|condition| {
            let on = condition.node.on.node.as_str();
            on == object.type_name() || object.belongs_to(on)
        });
        if applies {
            collect(object, &inner.node, exec, fields);
        }
    }
}

fn add_field<'d, T: FieldNumbers>(field: &'d Positioned<Field>, exec: &Exec<'d>, fields: &mut Vec<BoundField<'d>>) {
    let key = field.node.response_key().node.as_str();
    if let Some(same) = fields.iter_mut().find(|bound| bound.key == key) {
        let set = &field.node.selection_set.node;
        if !set.items.is_empty() && !same.below.sources.iter().any(|known| std::ptr::eq(*known, set)) {
            same.below.sources.push(set);
        }
        return;
    }
    let name = field.node.name.node.as_str();
    let number = if name == "__typename" { Some(TYPENAME) } else { T::number(name) };
    // Validation has refused every field a type does not have.
    if let Some(number) = number {
        fields.push(BoundField::new(field, number, exec));
    }
}

fn is_skipped(directives: &[Positioned<Directive>], variables: &Variables) -> bool {
    directives.iter().any(|directive| {
        let skips_when = match directive.node.name.node.as_str() {
            "skip" => true,
            "include" => false,
            _ => return false,
        };
        let condition = directive.node.get_argument("if").and_then(|value| constant(&value.node, variables));
        condition == Some(ConstValue::Boolean(skips_when))
    })
}

/// A value with its variables put in; `None` for a variable that was not given and has no default.
pub(crate) fn constant(value: &Value, variables: &Variables) -> Option<ConstValue> {
    Some(match value {
        Value::Variable(name) => return variables.get(name).cloned(),
        Value::Null => ConstValue::Null,
        Value::Number(number) => ConstValue::Number(number.clone()),
        Value::String(text) => ConstValue::String(text.clone()),
        Value::Boolean(boolean) => ConstValue::Boolean(*boolean),
        Value::Binary(bytes) => ConstValue::Binary(bytes.clone()),
        Value::Enum(name) => ConstValue::Enum(name.clone()),
        Value::List(items) => {
            ConstValue::List(items.iter().map(|item| constant(item, variables).unwrap_or_default()).collect())
        }
        Value::Object(members) => ConstValue::Object(
            members
                .iter()
                .filter_map(|(name, member)| Some((name.clone(), constant(member, variables)?)))
                .collect::<IndexMap<_, _>>(),
        ),
    })
}

/// What an argument may be of.
pub(crate) trait Argument: Sized {
    /// The type as the schema writes it.
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String;

    /// Reads the value that was given for the argument of that name, if one was.
    ///
    /// # Errors
    /// [`ResolverError::Argument`] when the value is not of the type; validation leaves little to find here.
    fn read(name: &'static str, value: Option<&ConstValue>) -> Result<Self, ResolverError>;
}

impl<T: InputType> Argument for T {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<T>()
    }

    fn read(name: &'static str, value: Option<&ConstValue>) -> Result<Self, ResolverError> {
        T::parse(value.cloned()).map_err(|_| misfit(name, value.and_then(|value| find_odd_count(name, value))))
    }
}

/// One field of one object being resolved.
#[derive(Debug)]
pub(crate) struct Call<'p, 'd> {
    /// The run.
    pub(crate) exec: &'p Exec<'d>,
    /// The field.
    pub(crate) field: &'p BoundField<'d>,
}

impl Call<'_, '_> {
    /// The argument of that name.
    ///
    /// # Errors
    /// As [`Argument::read`].
    pub(crate) fn argument<T: Argument>(&self, name: &'static str) -> Result<T, ResolverError> {
        T::read(name, self.field.argument(name))
    }

    /// The text argument of that name, if it was given.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.field.argument(name) {
            Some(ConstValue::String(text)) => Some(text),
            _ => None,
        }
    }

    /// The language the reader asked for, German where they said nothing.
    pub(crate) fn language(&self) -> &str {
        self.text("language").unwrap_or("de")
    }

    /// The time of the request.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.exec.now()
    }
}
