//! Speaking OpenID Connect with the provider of the settings: the code flow with PKCE (RFC 7636), state
//! and nonce.
//!
//! What the provider says of itself is asked when somebody first wants in, and kept for a while: the
//! service starts and goes on while the provider is down.

use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::HeaderValue;
use bytes::Bytes;
use curation::accounts::Introduced;
use domain::vocabulary::Role;
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    core::{CoreAuthenticationFlow, CoreGenderClaim, CoreProviderMetadata},
};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use thiserror::Error;
use tokio::sync::Mutex;

use crate::{
    http_client::{AddressPolicy, HttpClient, HttpClientError, ResponseLimits},
    settings::{OpenIdSettings, SecretError, read_secret},
};

/// How long what the provider says of itself is believed. Keys that it changes are told well before.
const KEPT: Duration = Duration::from_secs(300);
/// What one answer of the provider may cost.
const BOUNDS: ResponseLimits = ResponseLimits { time: Duration::from_secs(5), bytes: 256 * 1024, cuts_off: false };

/// Why nobody is signed in. The causes are for the log.
#[derive(Debug, Error)]
pub enum OpenIdError {
    /// The secret of this service cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// Requests cannot be made.
    #[error(transparent)]
    HttpClient(#[from] HttpClientError),
    /// The addresses of the settings cannot be used.
    #[error("the addresses for signing in through another service cannot be used")]
    Address(#[from] url::ParseError),
    /// The provider does not say what it is, or is not the one of the settings.
    #[error("the provider cannot be asked what it is")]
    Provider(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The provider names no address to exchange codes at.
    #[error("the provider has no address to exchange a code at")]
    NoExchange,
    /// The provider did not exchange the code.
    #[error("the provider did not exchange the code")]
    Exchange(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What the provider exchanged it for proves nothing.
    #[error("the provider gave no proof of who it is")]
    NoProof,
    /// The proof is wrong: another key, another recipient, another time or another sign-in.
    #[error("the provider's proof is wrong")]
    WrongProof(#[source] openidconnect::ClaimsVerificationError),
}

impl OpenIdError {
    /// Whether it may work a moment later.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Provider(_))
    }
}

/// A sign-in that has begun, as the browser that began it keeps it.
#[derive(Debug)]
pub struct Begun {
    /// Where the browser goes.
    pub address: String,
    /// Comes back with the answer.
    pub state: SecretString,
    /// Comes back inside the proof.
    pub nonce: SecretString,
    /// Shows to the provider that the answer came to who had asked.
    pub verifier: SecretString,
}

/// The provider of the settings.
#[derive(Debug)]
pub struct OpenId {
    issuer: IssuerUrl,
    client_id: ClientId,
    secret: Option<SecretString>,
    scopes: Vec<String>,
    account_claim: String,
    trust_unverified_email: bool,
    newcomers: Option<Role>,
    line: HttpTransport,
    kept: Mutex<Option<(Instant, Arc<CoreProviderMetadata>)>>,
}

/// Every claim of a proof that is not one of the standard ones.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
struct AllClaims(serde_json::Map<String, Value>);

impl openidconnect::AdditionalClaims for AllClaims {}

/// A client whose proofs show all their claims.
type ProviderClient<Auth, Token, User> = openidconnect::Client<
    AllClaims,
    openidconnect::core::CoreAuthDisplay,
    CoreGenderClaim,
    openidconnect::core::CoreJweContentEncryptionAlgorithm,
    openidconnect::core::CoreJsonWebKey,
    openidconnect::core::CoreAuthPrompt,
    openidconnect::StandardErrorResponse<openidconnect::core::CoreErrorResponseType>,
    openidconnect::StandardTokenResponse<
        openidconnect::IdTokenFields<
            AllClaims,
            openidconnect::EmptyExtraTokenFields,
            CoreGenderClaim,
            openidconnect::core::CoreJweContentEncryptionAlgorithm,
            openidconnect::core::CoreJwsSigningAlgorithm,
        >,
        openidconnect::core::CoreTokenType,
    >,
    openidconnect::core::CoreTokenIntrospectionResponse,
    openidconnect::core::CoreRevocableToken,
    openidconnect::core::CoreRevocationErrorResponse,
    Auth,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    Token,
    User,
>;
type Ready =
    ProviderClient<openidconnect::EndpointSet, openidconnect::EndpointMaybeSet, openidconnect::EndpointMaybeSet>;

impl OpenId {
    /// The host of the provider, by which people know it.
    pub fn host(&self) -> String {
        self.issuer.url().host_str().unwrap_or_default().to_owned()
    }

    /// The provider of the settings; it is not asked yet.
    ///
    /// # Errors
    /// [`OpenIdError::Secret`], [`OpenIdError::HttpClient`] or [`OpenIdError::Address`].
    pub fn new(settings: &OpenIdSettings) -> Result<Self, OpenIdError> {
        let secret = settings.client_secret_file.as_deref();
        let secret = secret.map(|file| read_secret("openid.client_secret_file", file)).transpose()?;
        Ok(Self {
            issuer: IssuerUrl::new(settings.issuer.clone())?,
            client_id: ClientId::new(settings.client_id.clone()),
            secret,
            scopes: settings.scopes.clone(),
            account_claim: settings.account_claim.clone(),
            trust_unverified_email: settings.trust_unverified_email,
            newcomers: settings.newcomers,
            line: HttpTransport(HttpClient::new(AddressPolicy::Everywhere, HeaderValue::from_static("bruecke"))?),
            kept: Mutex::new(None),
        })
    }

    /// The role in which an account is made for who has none.
    pub const fn newcomers(&self) -> Option<Role> {
        self.newcomers
    }

    /// Begins a sign-in that comes back to `back`.
    ///
    /// # Errors
    /// [`OpenIdError::Provider`] while the provider is down.
    pub async fn begin(&self, back: String) -> Result<Begun, OpenIdError> {
        let client = self.client(back).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (address, state, nonce) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(self.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Begun {
            address: address.into(),
            state: state.into_secret().into(),
            nonce: nonce.secret().clone().into(),
            verifier: verifier.into_secret().into(),
        })
    }

    /// Exchanges the code that a browser brought back for who it is.
    ///
    /// # Errors
    /// [`OpenIdError`] with what was wrong.
    pub async fn finish(
        &self,
        back: String,
        code: String,
        nonce: &SecretString,
        verifier: &SecretString,
    ) -> Result<Introduced, OpenIdError> {
        let client = self.client(back).await?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| OpenIdError::NoExchange)?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose_secret().to_owned()))
            .request_async(&self.line)
            .await
            .map_err(|error| OpenIdError::Exchange(error.into()))?;
        let proof = answer.extra_fields().id_token().ok_or(OpenIdError::NoProof)?;
        let nonce = Nonce::new(nonce.expose_secret().to_owned());
        let claims = proof.claims(&client.id_token_verifier(), &nonce).map_err(OpenIdError::WrongProof)?;
        let mut told = serde_json::to_value(claims).unwrap_or_default();
        // Providers may tell the rest only here (OpenID Connect Core 1.0, section 5.4).
        if told.get(&self.account_claim).is_none()
            && let Ok(request) = client.user_info(answer.access_token().clone(), Some(claims.subject().clone()))
        {
            let more: openidconnect::UserInfoClaims<AllClaims, CoreGenderClaim> =
                request.request_async(&self.line).await.map_err(|error| OpenIdError::Exchange(error.into()))?;
            merge(&mut told, serde_json::to_value(more).unwrap_or_default());
        }
        Ok(self.read_claims(claims.subject().to_string(), &told))
    }

    fn read_claims(&self, subject: String, told: &Value) -> Introduced {
        let text = |claim: &str| told.get(claim).and_then(Value::as_str);
        let verified = self.trust_unverified_email || told.get("email_verified") == Some(&Value::Bool(true));
        let email = text(&self.account_claim).filter(|_| verified).and_then(|email| email.parse().ok());
        let methods = told.get("amr").and_then(Value::as_array);
        Introduced {
            issuer: self.issuer.to_string(),
            subject,
            email,
            name: text("name").map(str::to_owned),
            // RFC 8176, section 2.
            second_factor: methods.is_some_and(|methods| methods.iter().any(|method| method == "mfa")),
        }
    }

    async fn client(&self, back: String) -> Result<Ready, OpenIdError> {
        let metadata = self.metadata().await?;
        let secret = self.secret.as_ref().map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        let client = ProviderClient::from_provider_metadata((*metadata).clone(), self.client_id.clone(), secret);
        Ok(client.set_redirect_uri(RedirectUrl::new(back)?))
    }

    /// What the provider says of itself.
    async fn metadata(&self) -> Result<Arc<CoreProviderMetadata>, OpenIdError> {
        let mut kept = self.kept.lock().await;
        if let Some((since, metadata)) = &*kept
            && since.elapsed() < KEPT
        {
            return Ok(Arc::clone(metadata));
        }
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.line).await;
        let found = Arc::new(found.map_err(|error| OpenIdError::Provider(error.into()))?);
        *kept = Some((Instant::now(), Arc::clone(&found)));
        Ok(found)
    }
}

/// Carries requests to the provider.
#[derive(Debug)]
struct HttpTransport(HttpClient);

impl<'line> AsyncHttpClient<'line> for HttpTransport {
    type Error = HttpClientError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpClientError>> + Send + 'line>>;

    fn call(&'line self, request: HttpRequest) -> Self::Future {
        Box::pin(async {
            let response = self.0.send(request.map(Bytes::from), BOUNDS).await?;
            Ok(response.map(|body| body.to_vec()))
        })
    }
}

/// Adds the members that are missing.
fn merge(told: &mut Value, more: Value) {
    if let (Value::Object(told), Value::Object(more)) = (told, more) {
        for (name, value) in more {
            told.entry(name).or_insert(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn provider(more: &str) -> OpenId {
        let text = format!("issuer = \"https://login.example.org\"\nclient_id = \"bruecke\"\n{more}");
        OpenId::new(&toml::from_str(&text).expect("settings")).expect("a provider")
    }

    fn email(openid: &OpenId, told: &Value) -> Option<String> {
        openid.read_claims("1".to_owned(), told).email.map(|email| email.to_string())
    }

    #[test]
    fn only_an_address_that_the_provider_has_verified_counts() {
        let (strict, trusting) = (provider(""), provider("trust_unverified_email = true"));
        let verified = json!({ "email": "ada@example.org", "email_verified": true });
        assert_eq!(email(&strict, &verified).as_deref(), Some("ada@example.org"));
        for unverified in
            [json!({ "email": "ada@example.org", "email_verified": false }), json!({ "email": "ada@example.org" })]
        {
            assert_eq!(email(&strict, &unverified), None);
            assert_eq!(email(&trusting, &unverified).as_deref(), Some("ada@example.org"));
        }
        let other = provider("account_claim = \"upn\"");
        assert_eq!(
            email(&other, &json!({ "upn": "eve@example.org", "email_verified": true })).as_deref(),
            Some("eve@example.org")
        );
        assert_eq!(email(&other, &verified), None);
    }

    #[test]
    fn more_than_one_factor_is_what_the_provider_calls_so() {
        let openid = provider("");
        let second = |told: Value| openid.read_claims("1".to_owned(), &told).second_factor;
        assert!(second(json!({ "amr": ["pwd", "mfa"] })));
        assert!(!second(json!({ "amr": ["pwd"] })) && !second(json!({ "amr": "mfa" })) && !second(json!({})));
    }
}
