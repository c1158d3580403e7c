//! Settings of signing in through another service (OpenID Connect).

use std::path::PathBuf;

use domain::vocabulary::Role;
use serde::{Deserialize, Deserializer, de::Error};
use url::Url;

use super::address::is_protected;

/// How people sign in through another service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenIdSettings {
    /// The provider, exactly as it names itself.
    #[serde(deserialize_with = "issuer")]
    pub issuer: String,
    /// What this service is called there.
    pub client_id: String,
    /// The file that holds the secret of this service; none for a service that is registered without.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for beside `openid`.
    #[serde(default = "email_and_profile")]
    pub scopes: Vec<String>,
    /// The claim that holds the e-mail address of the account.
    #[serde(default = "email")]
    pub account_claim: String,
    /// Whether every address the provider tells counts as verified, also where it does not say so.
    #[serde(default)]
    pub trust_unverified_email: bool,
    /// The role in which an account is made for who has none; nobody gets one unless said.
    #[serde(default, deserialize_with = "newcomers")]
    pub newcomers: Option<Role>,
}

fn email_and_profile() -> Vec<String> {
    ["email", "profile"].map(str::to_owned).into()
}

fn email() -> String {
    "email".to_owned()
}

/// Reads the provider's address: encrypted, but on the machine itself.
fn issuer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let allowed = Url::parse(&text).is_ok_and(|url| {
        is_protected(&url) && url.host().is_some() && url.query().is_none() && url.fragment().is_none()
    });
    if allowed {
        return Ok(text);
    }
    Err(D::Error::custom(format!(
        "{text:?} is not an issuer: allowed is the https:// address by which the provider names itself, such as \"https://login.example.org/realms/herne\""
    )))
}

/// Reads the role of newcomers. Staff are made by hand.
fn newcomers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Role>, D::Error> {
    let word = String::deserialize(deserializer)?;
    let allowed = [Role::Partner, Role::Member];
    allowed.into_iter().find(|role| role.slug() == word).map(Some).ok_or_else(|| {
        D::Error::custom(format!(
            "{word:?} is no role for newcomers: allowed are partner and member; editors and administrators are made with `bruecke user add`"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::File;

    fn read(more: &str) -> Result<OpenIdSettings, String> {
        let text = format!("[openid]\nclient_id = \"bruecke\"\n{more}\n");
        toml::from_str::<File>(&text).map_err(|error| error.to_string()).map(|file| file.openid.expect("there"))
    }

    #[test]
    fn an_issuer_is_encrypted_or_on_the_machine_itself() {
        for issuer in ["https://login.example.org/realms/herne", "http://127.0.0.1:4000", "http://localhost"] {
            assert_eq!(read(&format!("issuer = \"{issuer}\"")).map(|openid| openid.issuer).as_deref(), Ok(issuer));
        }
        for issuer in ["http://login.example.org", "login.example.org", "https://", "https://a.example/?x=1"] {
            let refusal = read(&format!("issuer = \"{issuer}\"")).expect_err(issuer);
            assert!(refusal.contains("line 3") && refusal.contains("https://login.example.org"), "{refusal}");
        }
    }

    #[test]
    fn newcomers_are_never_staff() {
        let issuer = "issuer = \"https://login.example.org\"\n";
        assert_eq!(read(issuer).map(|openid| openid.newcomers), Ok(None));
        assert_eq!(
            read(&format!("{issuer}newcomers = \"member\"")).map(|openid| openid.newcomers),
            Ok(Some(Role::Member))
        );
        for word in ["editor", "admin", "public", "guest"] {
            let refusal = read(&format!("{issuer}newcomers = \"{word}\"")).expect_err(word);
            assert!(refusal.contains("line 4") && refusal.contains("partner and member"), "{refusal}");
        }
    }
}
