//! The schema as a document: everything in it is described, and it says what the design says.

use async_graphql::parser::{
    parse_schema,
    types::{TypeKind, TypeSystemDefinition},
};
use serde_json::Value;

use crate::fixture::answer;

const INTROSPECTION: &str = r"query Introspection { __schema {
    queryType { name } mutationType { name } subscriptionType { name } description
    types { ...Full } directives { name description locations args { ...Input } }
} }
fragment Full on __Type {
    kind name description
    fields(includeDeprecated: true) { name description args { ...Input } type { ...Ref } isDeprecated deprecationReason }
    inputFields { ...Input } interfaces { ...Ref } enumValues(includeDeprecated: true) { name description isDeprecated } possibleTypes { ...Ref }
}
fragment Input on __InputValue { name description type { ...Ref } defaultValue }
fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }";

fn described(value: &Value, place: &str, missing: &mut Vec<String>) {
    if value["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
        missing.push(format!("{place}.{}", value["name"].as_str().unwrap_or("?")));
    }
}

#[test]
fn every_type_field_argument_and_enum_value_has_a_description() {
    let schema = answer(INTROSPECTION);
    assert_eq!(schema["errors"], Value::Null);
    let (mut missing, mut seen) = (Vec::new(), 0);
    for ty in schema["data"]["__schema"]["types"].as_array().expect("types") {
        let name = ty["name"].as_str().expect("name");
        if name.starts_with("__") {
            continue;
        }
        described(ty, "schema", &mut missing);
        for list in ["fields", "inputFields", "enumValues"] {
            for member in ty[list].as_array().into_iter().flatten() {
                seen += 1;
                described(member, name, &mut missing);
                for argument in member["args"].as_array().into_iter().flatten() {
                    described(argument, &format!("{name}.{}", member["name"]), &mut missing);
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} members were looked at");
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_schema_is_printed_the_same_every_time_and_reads_back() {
    let sdl = graphql::sdl();
    assert_eq!(sdl, graphql::sdl());
    assert!(parse_schema(&sdl).is_ok());
    insta::assert_snapshot!(sdl);
}

#[test]
fn what_implements_an_interface_has_its_fields() {
    let document = parse_schema(graphql::sdl()).expect("schema");
    let mut checked = 0;
    let types: Vec<_> = document
        .definitions
        .iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(definition) => Some(&definition.node),
            _ => None,
        })
        .collect();
    for ty in &types {
        let (implements, fields) = match &ty.kind {
            TypeKind::Object(object) => (&object.implements, &object.fields),
            TypeKind::Interface(interface) => (&interface.implements, &interface.fields),
            _ => continue,
        };
        for interface in implements {
            let found = types.iter().find(|ty| ty.name.node == interface.node).expect("interface");
            let TypeKind::Interface(found) = &found.kind else { panic!("{} is no interface", interface.node) };
            for wanted in &found.fields {
                let has = fields.iter().find(|field| field.node.name.node == wanted.node.name.node);
                let has = has.unwrap_or_else(|| panic!("{} lacks {}", ty.name.node, wanted.node.name.node));
                assert_eq!(has.node.ty.node.to_string(), wanted.node.ty.node.to_string());
                assert_eq!(has.node.arguments.len(), wanted.node.arguments.len());
                checked += 1;
            }
        }
    }
    assert!(checked > 100);
}
