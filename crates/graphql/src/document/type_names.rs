//! `__typename` with directives, which async-graphql 7.2 does not look at: a variable that stands nowhere else would
//! count as unused.

use async_graphql::{
    Positioned,
    parser::types::{DocumentOperations, ExecutableDocument, InlineFragment, Selection, SelectionSet},
};

/// Puts the directives of every `__typename` around it, on a fragment that asks for the same.
pub(super) fn put_conditions_around(document: &mut ExecutableDocument) {
    let operations = match &mut document.operations {
        DocumentOperations::Single(operation) => vec![operation],
        DocumentOperations::Multiple(operations) => operations.values_mut().collect(),
    };
    let sets = operations.into_iter().map(|operation| &mut operation.node.selection_set);
    sets.chain(document.fragments.values_mut().map(|fragment| &mut fragment.node.selection_set)).for_each(change_set);
}

fn change_set(set: &mut Positioned<SelectionSet>) {
    for selection in &mut set.node.items {
        match &mut selection.node {
            Selection::Field(field) if field.node.name.node == "__typename" && !field.node.directives.is_empty() => {
                let directives = std::mem::take(&mut field.node.directives);
                let asked = SelectionSet { items: vec![selection.clone()] };
                let selection_set = Positioned::new(asked, selection.pos);
                let fragment = InlineFragment { type_condition: None, directives, selection_set };
                selection.node = Selection::InlineFragment(Positioned::new(fragment, selection.pos));
            }
            Selection::Field(field) => change_set(&mut field.node.selection_set),
            Selection::InlineFragment(fragment) => change_set(&mut fragment.node.selection_set),
            Selection::FragmentSpread(_) => {}
        }
    }
}
