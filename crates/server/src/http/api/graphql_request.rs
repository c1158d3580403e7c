//! Reads a GraphQL request from an address, and says exactly what is wrong with it. Bodies are read
//! by [`graphql::RequestBody`].

use graphql::GraphqlRequest;
use serde_json::{Map, Value};

use crate::http::api_error::ApiError;

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::bad_request(message)
}

/// Reads the query part of an address: `query`, `operationName`, `variables` and `extensions`.
///
/// # Errors
/// A refusal that names the parameter.
pub(super) fn from_query(query: &str) -> Result<GraphqlRequest, ApiError> {
    let parameters: Vec<(String, String)> = serde_urlencoded::from_str(query).map_err(|_| {
        bad("the address cannot be read; allowed are the parameters query, operationName, variables and extensions")
    })?;
    let mut members = Map::new();
    for (name, value) in parameters {
        let value = match name.as_str() {
            "query" | "operationName" => Value::String(value),
            "variables" | "extensions" if value.is_empty() => Value::Null,
            "variables" | "extensions" => match serde_json::from_str(&value) {
                Ok(object @ (Value::Object(_) | Value::Null)) => object,
                _ => {
                    return Err(bad(format!(
                        "the parameter {name} is no JSON object; allowed is one, such as {{\"name\":1}}"
                    )));
                }
            },
            _ => continue,
        };
        if members.contains_key(&name) {
            return Err(bad(format!("the parameter {name} stands twice")));
        }
        members.insert(name, value);
    }
    let has_hash = members.get("extensions").is_some_and(|extensions| extensions["persistedQuery"].is_object());
    if !members.contains_key("query") && !has_hash {
        return Err(bad("the parameter query is missing"));
    }
    serde_json::from_value(Value::Object(members)).map_err(|_| bad("the parameters are none of a GraphQL request"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_in_an_address_is_read() {
        let request = from_query("query=%7Ba%7D&variables=%7B%22x%22%3A1%7D&other=1").expect("a request");
        assert_eq!((request.query.as_str(), request.operation_name), ("{a}", None));
        assert_eq!(request.variables.len(), 1);
        let unnamed = from_query("query=%7Ba%7D&operationName=").expect("a request");
        assert_eq!(unnamed.operation_name, None);
        let hash = from_query("extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%7D%7D").expect("a request");
        assert!(hash.names_persisted_query());
    }

    #[test]
    fn what_is_no_question_is_refused() {
        for query in ["", "query=%7Ba%7D&variables=x", "query=%7Ba%7D&query=%7Bb%7D", "query=%7Ba%7D&variables=%5B%5D"]
        {
            assert!(from_query(query).is_err(), "{query}");
        }
    }
}
