//! The closed word lists. Each word has a slug (used in files, the API and addresses), a German and an English label;
//! other languages stand in `labels/TAG.ftl` under `GROUP-WORD`, as far as people meet the word. To add a word, add a
//! line.

use messages::{LANGUAGES, Message, MessageArgument};

use crate::labels::{label_in, primary_tag};

/// The text is not one of the vocabulary's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// What kind of word was asked for, with its article, such as "an offer kind".
    pub vocabulary: &'static str,
    /// What was given, shortened.
    pub given: String,
    /// Every word that is allowed.
    pub allowed: Vec<&'static str>,
}

impl UnknownWord {
    /// What was given and what is allowed. The words themselves are the same in every language.
    pub fn message(&self) -> Message {
        Message::new("value-word")
            .quote("given", &self.given)
            .with("vocabulary", self.vocabulary.replace(' ', "-"))
            .with("allowed", self.allowed.iter().copied().collect::<MessageArgument>())
    }
}

messages::error_by_message!(UnknownWord);

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident $what:literal $group:literal { $($variant:ident $slug:literal $de:literal $en:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name {
            $(#[doc = $en] #[serde(rename = $slug)] $variant,)+
        }

        impl $name {
            /// Every word, in the order of the vocabulary.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word's name in files, addresses and the API.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The word in German.
            pub const fn label_de(self) -> &'static str {
                match self { $(Self::$variant => $de,)+ }
            }

            /// The word in English.
            pub const fn label_en(self) -> &'static str {
                match self { $(Self::$variant => $en,)+ }
            }

            /// The word in the reader's language; German where it has no such label.
            pub fn label(self, reader: &str) -> &'static str {
                match primary_tag(reader) {
                    "de" => self.label_de(),
                    "en" => self.label_en(),
                    primary => label_in(&format!("{}-{}", $group, self.slug()), primary).unwrap_or(self.label_de()),
                }
            }
        }

        impl From<$name> for MessageArgument {
            fn from(word: $name) -> Self {
                Self::Word(LANGUAGES.iter().map(|tag| word.label(tag).into()).collect())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.slug())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().copied().find(|word| word.slug() == text).ok_or_else(|| UnknownWord {
                    vocabulary: $what,
                    given: text.chars().take(60).collect(),
                    allowed: Self::ALL.iter().map(|word| word.slug()).collect(),
                })
            }
        }
    )+};
}

vocabulary! {
    /// What an organisation is.
    OrganisationKind "an organisation kind" "organisation-kind" {
        Culture "culture" "Kulturverein" "Cultural association",
        Faith "faith" "Religionsgemeinschaft" "Faith community",
        Women "women" "Frauenorganisation" "Women's organisation",
        Youth "youth" "Jugendorganisation" "Youth organisation",
        Parents "parents" "Elternverein" "Parents' association",
        Sport "sport" "Sportverein" "Sports club",
        Refugee "refugee" "Geflüchtetenorganisation" "Refugee organisation",
        Professional "professional" "Berufsverband" "Professional association",
        Student "student" "Studierendenverein" "Student association",
        Welfare "welfare" "Wohlfahrtsverein" "Welfare association",
        PostMigrant "post-migrant" "Postmigrantische Organisation" "Post-migrant organisation",
        Umbrella "umbrella" "Dachverband" "Umbrella organisation",
        Initiative "initiative" "Initiative" "Initiative",
        Other "other" "Sonstige" "Other",
    }

    /// What an institution is.
    InstitutionKind "an institution kind" "institution-kind" {
        IntegrationAgency "integration-agency" "Integrationsagentur" "Integration agency",
        AntiDiscriminationOffice "anti-discrimination-office" "Antidiskriminierungsstelle" "Anti-discrimination office",
        MunicipalIntegrationCentre "municipal-integration-centre" "Kommunales Integrationszentrum (KI)" "Municipal integration centre",
        MunicipalIntegrationManagement "municipal-integration-management" "Kommunales Integrationsmanagement (KIM)" "Municipal integration management",
        IntegrationCouncil "integration-council" "Integrationsrat" "Integration council",
        AdultMigrationAdvice "adult-migration-advice" "Migrationsberatung für Erwachsene (MBE)" "Migration advice for adults",
        YouthMigrationService "youth-migration-service" "Jugendmigrationsdienst (JMD)" "Youth migration service",
        RefugeeAdvice "refugee-advice" "Flüchtlingsberatung" "Refugee advice",
        ImmigrationOffice "immigration-office" "Ausländerbehörde" "Immigration office",
        JobCentre "job-centre" "Jobcenter" "Job centre",
        EmploymentAgency "employment-agency" "Agentur für Arbeit" "Employment agency",
        YouthOffice "youth-office" "Jugendamt" "Youth office",
        SocialOffice "social-office" "Sozialamt" "Social office",
        HealthOffice "health-office" "Gesundheitsamt" "Health office",
        School "school" "Schule" "School",
        FamilyCentre "family-centre" "Kita / Familienzentrum" "Day-care / family centre",
        AdultEducationCentre "adult-education-centre" "Volkshochschule (VHS)" "Adult education centre",
        Library "library" "Bibliothek" "Library",
        NeighbourhoodOffice "neighbourhood-office" "Stadtteilbüro" "Neighbourhood office",
        WelfareAssociation "welfare-association" "Wohlfahrtsverband" "Welfare association",
        SportsFederation "sports-federation" "Stadtsportbund" "Sports federation",
        Police "police" "Polizei" "Police",
        Church "church" "Kirchengemeinde" "Church",
        Clinic "clinic" "Klinik" "Clinic",
        HousingCompany "housing-company" "Wohnungsgesellschaft" "Housing company",
        VolunteerAgency "volunteer-agency" "Freiwilligenagentur" "Volunteer agency",
        Other "other" "Sonstige" "Other",
    }

    /// What a network is.
    NetworkKind "a network kind" "network-kind" {
        MsoNetwork "mso-network" "MSO-Netzwerk" "Network of migrant organisations",
        Umbrella "umbrella" "Dachverband" "Umbrella organisation",
        RoundTable "round-table" "Runder Tisch" "Round table",
        WorkingGroup "working-group" "Arbeitskreis" "Working group",
        DistrictConference "district-conference" "Stadtteilkonferenz" "District conference",
        IntegrationConference "integration-conference" "Integrationskonferenz" "Integration conference",
        SteeringGroup "steering-group" "Steuerungsgruppe" "Steering group",
        InterfaithCircle "interfaith-circle" "Interreligiöser Arbeitskreis" "Interfaith circle",
        Alliance "alliance" "Bündnis" "Alliance",
    }

    /// Legal form of an actor.
    LegalForm "a legal form" "legal-form" {
        RegisteredAssociation "registered-association" "e. V." "Registered association (e. V.)",
        AssociationInFormation "association-in-formation" "e. V. i. G." "Association in formation",
        UnregisteredAssociation "unregistered-association" "Nicht eingetragener Verein" "Unregistered association",
        NonProfitCompany "ggmbh" "gGmbH" "Non-profit limited company (gGmbH)",
        NonProfitEntrepreneurialCompany "gug" "gUG" "Non-profit entrepreneurial company (gUG)",
        Foundation "foundation" "Stiftung" "Foundation",
        PublicCorporation "public-corporation" "Körperschaft des öffentlichen Rechts" "Public corporation",
        Cooperative "cooperative" "eG" "Co-operative (eG)",
        Initiative "initiative" "Initiative" "Initiative",
        CarriedProject "carried-project" "Projekt in Trägerschaft" "Project under a carrier",
    }

    /// Whom an actor or an offer is for.
    TargetGroup "a target group" "target-group" {
        Children0To5 "children-0-5" "Kinder 0–5" "Children 0–5",
        Children6To13 "children-6-13" "Kinder 6–13" "Children 6–13",
        Youth14To17 "youth-14-17" "Jugendliche 14–17" "Youth 14–17",
        YoungAdults "young-adults-18-27" "Junge Erwachsene 18–27" "Young adults 18–27",
        Adults "adults" "Erwachsene" "Adults",
        Seniors "seniors" "Senior*innen 60+" "Seniors 60+",
        Women "women" "Frauen" "Women",
        MenAndFathers "men-and-fathers" "Männer und Väter" "Men and fathers",
        Parents "parents" "Eltern" "Parents",
        Families "families" "Familien" "Families",
        Newcomers "newcomers" "Neuzugewanderte" "Newcomers",
        Refugees "refugees" "Geflüchtete" "Refugees",
        EuMovers "eu-movers" "EU-Zugewanderte" "EU movers",
        LongSettled "long-settled" "Lange hier Lebende" "Long-settled people",
        RomaAndSinti "roma-and-sinti" "Rom*nja und Sinti*zze" "Roma and Sinti",
        QueerPeople "queer-people" "Queere Menschen" "Queer people",
        PeopleWithDisabilities "people-with-disabilities" "Menschen mit Behinderung" "People with disabilities",
        Jobseekers "jobseekers" "Arbeitsuchende" "Jobseekers",
        Volunteers "volunteers" "Ehrenamtliche" "Volunteers",
        Professionals "professionals" "Fachkräfte" "Professionals",
        Everyone "everyone" "Alle" "Everyone",
    }

    /// The programme's four fields of action (Handlungsfelder).
    FieldOfAction "a field of action" "field-of-action" {
        Opening "opening" "Interkulturelle Öffnung" "Intercultural opening",
        SocialSpace "social-space" "Sozialraumorientierte Arbeit" "Work in the neighbourhood",
        Engagement "engagement" "Bürgerschaftliches Engagement" "Civic engagement",
        AntiDiscrimination "anti-discrimination" "Antidiskriminierungsarbeit" "Anti-discrimination work",
    }

    /// Whether a wheelchair user gets in.
    Wheelchair "a kind of wheelchair access" "wheelchair" {
        Yes "yes" "Rollstuhlgerecht" "Wheelchair accessible",
        Limited "limited" "Teilweise rollstuhlgerecht" "Partly wheelchair accessible",
        No "no" "Nicht rollstuhlgerecht" "Not wheelchair accessible",
        Unknown "unknown" "Unbekannt" "Unknown",
    }

    /// What helps people with a disability, beside the way in.
    Accessibility "an aid to accessibility" "accessibility" {
        Toilet "toilet" "Barrierefreie Toilette" "Accessible toilet",
        Parking "parking" "Behindertenparkplatz" "Accessible parking space",
        Assistance "assistance" "Assistenz vor Ort" "Assistance on site",
        HearingLoop "hearing-loop" "Induktive Höranlage" "Hearing loop",
        PlainLanguage "plain-language" "Auskunft in Leichter Sprache" "Information in plain language",
    }

    /// When on a day somebody is there; the parts overlap, as people's ideas of them do.
    Daytime "a time of day" "daytime" {
        Morning "morning" "Vormittags" "In the morning",
        Afternoon "afternoon" "Nachmittags" "In the afternoon",
        Evening "evening" "Abends" "In the evening",
    }

    /// How precise a published position is.
    Precision "a precision" "precision" {
        Exact "exact" "Genaue Adresse" "Exact address",
        Street "street" "Straße" "Street",
        Quarter "quarter" "Nur Ortsteil" "Quarter only",
        Hidden "hidden" "Verborgen" "Hidden",
    }

    /// What joins two actors.
    LinkKind "a link kind" "link-kind" {
        CooperatesWith "cooperates_with" "kooperiert mit" "cooperates with",
        RunsProjectWith "runs_project_with" "führt ein Projekt durch mit" "runs a project with",
        MemberOf "member_of" "ist Mitglied in" "is a member of",
        UmbrellaOf "umbrella_of" "ist Dachverband von" "is the umbrella of",
        Supports "supports" "unterstützt" "supports",
        Funds "funds" "fördert" "funds",
        ProvidesRoomTo "provides_room_to" "stellt Räume für" "provides room to",
        HostsOfferOf "hosts_offer_of" "beherbergt ein Angebot von" "hosts an offer of",
        RefersTo "refers_to" "verweist an" "refers to",
        Trains "trains" "qualifiziert" "trains",
        InterpretsFor "interprets_for" "dolmetscht für" "interprets for",
        RepresentedIn "represented_in" "ist vertreten in" "is represented in",
    }

    /// Where a cooperation link stands in its life.
    LinkStatus "a link status" "link-status" {
        Proposed "proposed" "vorgeschlagen" "proposed",
        ConfirmedByOneSide "confirmed_by_one_side" "von einer Seite bestätigt" "confirmed by one side",
        Active "active" "aktiv" "active",
        Dormant "dormant" "ruhend" "dormant",
        Ended "ended" "beendet" "ended",
        Rejected "rejected" "abgelehnt" "rejected",
    }

    /// What a cooperation rests on.
    LinkBasis "a basis of a link" "link-basis" {
        Informal "informal" "informell" "informal",
        WrittenAgreement "written-agreement" "schriftliche Vereinbarung" "written agreement",
    }

    /// Who may see a field of a contact person.
    Visibility "a visibility" "visibility" {
        Public "public" "öffentlich" "public",
        Partners "partners" "Netzwerkpartner" "network partners",
        Internal "internal" "intern" "internal",
    }

    /// What an offer is.
    OfferKind "an offer kind" "offer-kind" {
        Service "service" "Angebot" "Service",
        Volunteering "volunteering" "Ehrenamt gesucht" "Volunteering opportunity",
        VolunteerTraining "volunteer-training" "Fortbildung für Ehrenamtliche" "Training for volunteers",
        Room "room" "Raum zu teilen" "Room to share",
    }

    /// Whether an offer takes people on at the moment.
    Availability "an availability" "availability" {
        PlacesFree "places-free" "Plätze frei" "Places free",
        WaitingList "waiting-list" "Warteliste" "Waiting list",
        Paused "paused" "Pausiert" "Paused",
    }

    /// A way to register for an offer.
    RegistrationMethod "a way to register" "registration-method" {
        None "none" "Ohne Anmeldung" "No registration needed",
        InPerson "in-person" "Persönlich vor Ort" "In person",
        Phone "phone" "Telefonisch" "By telephone",
        Email "email" "Per E-Mail" "By e-mail",
        Online "online" "Online" "Online",
    }

    /// In what role somebody acted.
    Role "a role" "role" {
        Public "public" "Öffentlichkeit" "public",
        Partner "partner" "Netzwerkpartner" "network partner",
        Member "member" "Verein" "association",
        Editor "editor" "Redaktion" "editor",
        Admin "admin" "Verwaltung" "administrator",
    }

    /// How a consent was given.
    ConsentMethod "a way of giving consent" "consent-method" {
        Written "written" "schriftlich" "in writing",
        Online "online" "online" "online",
        Oral "oral" "mündlich" "orally",
    }
}

impl TargetGroup {
    /// The ages in years that the group has; none where it is not one of ages. Everyone has every age.
    pub const fn ages(self) -> Option<(u8, u8)> {
        match self {
            Self::Children0To5 => Some((0, 5)),
            Self::Children6To13 => Some((6, 13)),
            Self::Youth14To17 => Some((14, 17)),
            Self::YoungAdults => Some((18, 27)),
            Self::Adults => Some((18, MAX_AGE)),
            Self::Seniors => Some((60, MAX_AGE)),
            Self::Everyone => Some((0, MAX_AGE)),
            _ => None,
        }
    }
}

/// The greatest age that is asked for, in years.
pub const MAX_AGE: u8 = 120;

impl LinkKind {
    /// Whether the link reads the same from both ends.
    pub const fn is_symmetric(self) -> bool {
        matches!(self, Self::CooperatesWith | Self::RunsProjectWith)
    }
}

impl LinkStatus {
    /// Whether the link still binds or may come to bind; one open link per pair and kind.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::ConfirmedByOneSide | Self::Active | Self::Dormant)
    }

    /// Whether both sides have confirmed the link at some time, so that the public may see it.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Active | Self::Dormant | Self::Ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_by_its_slug() {
        for kind in InstitutionKind::ALL {
            assert_eq!(kind.slug().parse(), Ok(*kind));
        }
        assert_eq!((OrganisationKind::ALL.len(), TargetGroup::ALL.len()), (14, 21));
    }

    #[test]
    fn an_unknown_word_is_told_what_is_allowed() {
        let refusal = "maybe".parse::<Wheelchair>().expect_err("not a word").to_string();
        assert_eq!(refusal, "\"maybe\" is not a kind of wheelchair access: allowed are yes, limited, no, unknown");
        let refusal = "gift".parse::<OfferKind>().expect_err("not a word");
        assert_eq!(
            refusal.to_string(),
            "\"gift\" is not an offer kind: allowed are service, volunteering, volunteer-training, room"
        );
        assert!(refusal.message().text("de").ends_with("erlaubt sind service, volunteering, volunteer-training, room"));
    }
}
