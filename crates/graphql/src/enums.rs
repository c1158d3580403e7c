//! The schema's enums, each the mirror of one of the domain's or the directory's.

use async_graphql::Enum;
use curation::reading;
use directory::{ActorOrder as Order, DistrictRelation as Relation};
use domain::{DistrictLevel as Level, vocabulary};

use crate::{
    exec::{Call, Output, ResponseWriter, WriteResult},
    schema::type_registry::TypeRegistry,
};

macro_rules! enums {
    ($($(#[doc = $doc:literal])+ $name:ident = $mirrored:ty {
        $($(#[doc = $value_doc:literal])+ $value:ident = $screaming:literal,)+
    })+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
        pub(crate) enum $name {
            $($(#[doc = $value_doc])+ #[graphql(name = $screaming)] $value,)+
        }

        impl From<$mirrored> for $name {
            fn from(mirrored: $mirrored) -> Self {
                match mirrored { $(<$mirrored>::$value => Self::$value,)+ }
            }
        }

        impl From<$name> for $mirrored {
            fn from(value: $name) -> Self {
                match value { $($name::$value => <$mirrored>::$value,)+ }
            }
        }

        impl Output for $name {
            fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
                registry.add_input::<Self>()
            }

            fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
                out.raw(match self { $(Self::$value => concat!("\"", $screaming, "\"").as_bytes(),)+ });
                Ok(())
            }
        }
    )+};
}

enums! {
    /// The tables of words that an installation adds to.
    SynonymTable = domain::SynonymTable {
        /// Kinds of organisations, institutions and networks.
        Kinds = "KINDS",
        /// Languages that are spoken.
        Languages = "LANGUAGES",
        /// Whom something is for.
        TargetGroups = "TARGET_GROUPS",
        /// Fields of action.
        FieldsOfAction = "FIELDS_OF_ACTION",
        /// Organisation, institution, network.
        Types = "TYPES",
        /// How and when somebody can be reached.
        Features = "FEATURES",
    }
    /// What became of a mail that asked whether an entry is still true.
    ReminderState = reading::ReminderState {
        /// Written down, and perhaps sent: what came in between is not known.
        Noted = "NOTED",
        /// A mail server has taken it.
        Sent = "SENT",
        /// A mail server has refused it for good.
        Refused = "REFUSED",
    }
    /// What came of looking at a website.
    WebsiteOutcome = reading::WebsiteOutcome {
        /// It answers.
        Fine = "FINE",
        /// It answers at another address, to which it has moved for good.
        Moved = "MOVED",
        /// There is no such page (any more).
        Missing = "MISSING",
        /// It lets nobody in, or not this service.
        Refused = "REFUSED",
        /// Its server has a fault.
        Faulty = "FAULTY",
        /// Nobody answers: no such name, no server, no trustworthy certificate.
        Unreachable = "UNREACHABLE",
        /// It takes too long.
        TooSlow = "TOO_SLOW",
        /// It leads in circles or too far.
        Astray = "ASTRAY",
        /// Its name leads to where only machines of one network are.
        NotPublic = "NOT_PUBLIC",
        /// It asked to come back later; nothing is known.
        Later = "LATER",
    }
    /// What joins two actors. Directed kinds read from the first to the second.
    LinkKind = vocabulary::LinkKind {
        /// The two cooperate; reads the same from both ends.
        CooperatesWith = "COOPERATES_WITH",
        /// The two run a project together; reads the same from both ends.
        RunsProjectWith = "RUNS_PROJECT_WITH",
        /// The first is a member of the second.
        MemberOf = "MEMBER_OF",
        /// The first is the umbrella of the second.
        UmbrellaOf = "UMBRELLA_OF",
        /// The first supports the second.
        Supports = "SUPPORTS",
        /// The first funds the second.
        Funds = "FUNDS",
        /// The first provides a room to the second.
        ProvidesRoomTo = "PROVIDES_ROOM_TO",
        /// The first hosts an offer of the second.
        HostsOfferOf = "HOSTS_OFFER_OF",
        /// The first refers people to the second.
        RefersTo = "REFERS_TO",
        /// The first trains the second.
        Trains = "TRAINS",
        /// The first interprets for the second.
        InterpretsFor = "INTERPRETS_FOR",
        /// The first is represented in the second.
        RepresentedIn = "REPRESENTED_IN",
    }

    /// Where a cooperation stands in its life. The public sees what both sides have confirmed.
    LinkStatus = vocabulary::LinkStatus {
        /// One side has proposed it; never public.
        Proposed = "PROPOSED",
        /// One side has confirmed it; never public.
        ConfirmedByOneSide = "CONFIRMED_BY_ONE_SIDE",
        /// Both sides have confirmed it and it goes on.
        Active = "ACTIVE",
        /// Both sides have confirmed it; it rests.
        Dormant = "DORMANT",
        /// It is over.
        Ended = "ENDED",
        /// One side has turned it down; never public.
        Rejected = "REJECTED",
    }

    /// What a cooperation rests on.
    LinkBasis = vocabulary::LinkBasis {
        /// Nothing is written down.
        Informal = "INFORMAL",
        /// There is a written agreement.
        WrittenAgreement = "WRITTEN_AGREEMENT",
    }

    /// Which way a cooperation points, seen from the actor it was asked of.
    Direction = directory::Direction {
        /// From the actor to its partner.
        Outgoing = "OUTGOING",
        /// From the partner to the actor.
        Incoming = "INCOMING",
        /// The kind reads the same from both ends.
        Mutual = "MUTUAL",
    }

    /// How precise a published position is.
    Precision = vocabulary::Precision {
        /// The address itself.
        Exact = "EXACT",
        /// Somewhere in the street.
        Street = "STREET",
        /// The middle of the quarter.
        Quarter = "QUARTER",
        /// Hidden; never published, so no answer has it.
        Hidden = "HIDDEN",
    }

    /// Whether a wheelchair user gets in.
    Wheelchair = vocabulary::Wheelchair {
        /// Yes.
        Yes = "YES",
        /// In part.
        Limited = "LIMITED",
        /// No.
        No = "NO",
        /// Nobody has said.
        Unknown = "UNKNOWN",
    }

    /// What helps people with a disability, beside the way in.
    Accessibility = vocabulary::Accessibility {
        /// An accessible toilet.
        Toilet = "TOILET",
        /// A parking space for people with a disability.
        Parking = "PARKING",
        /// Somebody who helps on site.
        Assistance = "ASSISTANCE",
        /// A hearing loop.
        HearingLoop = "HEARING_LOOP",
        /// Information in plain language.
        PlainLanguage = "PLAIN_LANGUAGE",
    }

    /// The legal form of an actor.
    LegalForm = vocabulary::LegalForm {
        /// Registered association (e. V.).
        RegisteredAssociation = "REGISTERED_ASSOCIATION",
        /// Association in formation (e. V. i. G.).
        AssociationInFormation = "ASSOCIATION_IN_FORMATION",
        /// Unregistered association.
        UnregisteredAssociation = "UNREGISTERED_ASSOCIATION",
        /// Non-profit limited company (gGmbH).
        NonProfitCompany = "NON_PROFIT_COMPANY",
        /// Non-profit entrepreneurial company (gUG).
        NonProfitEntrepreneurialCompany = "NON_PROFIT_ENTREPRENEURIAL_COMPANY",
        /// Foundation.
        Foundation = "FOUNDATION",
        /// Corporation under public law.
        PublicCorporation = "PUBLIC_CORPORATION",
        /// Co-operative (eG).
        Cooperative = "COOPERATIVE",
        /// Initiative without a legal form.
        Initiative = "INITIATIVE",
        /// Project under a carrier.
        CarriedProject = "CARRIED_PROJECT",
    }

    /// In what role somebody acted. The public is told roles, never names.
    Role = vocabulary::Role {
        /// Anybody.
        Public = "PUBLIC",
        /// A partner of the network.
        Partner = "PARTNER",
        /// The association itself.
        Member = "MEMBER",
        /// Staff who keep the entries.
        Editor = "EDITOR",
        /// Staff who run the directory.
        Admin = "ADMIN",
    }

    /// How an actor must relate to a district.
    DistrictRelation = Relation {
        /// Its seat lies there.
        BasedIn = "BASED_IN",
        /// It works there.
        ActiveIn = "ACTIVE_IN",
        /// One of the two.
        Either = "EITHER",
    }

    /// The level of a district.
    DistrictLevel = Level {
        /// A whole city.
        City = "CITY",
        /// A borough (Stadtbezirk).
        Borough = "BOROUGH",
        /// A quarter (Ortsteil).
        Quarter = "QUARTER",
    }

    /// The three types of actor.
    ActorType = domain::ActorType {
        /// A migrant self-organisation, association or initiative.
        Organisation = "ORGANISATION",
        /// A municipal or regular service.
        Institution = "INSTITUTION",
        /// A round table, conference or association of associations.
        Network = "NETWORK",
    }

    /// A day of the week.
    Weekday = chrono::Weekday {
        /// Monday.
        Mon = "MONDAY",
        /// Tuesday.
        Tue = "TUESDAY",
        /// Wednesday.
        Wed = "WEDNESDAY",
        /// Thursday.
        Thu = "THURSDAY",
        /// Friday.
        Fri = "FRIDAY",
        /// Saturday.
        Sat = "SATURDAY",
        /// Sunday.
        Sun = "SUNDAY",
    }

    /// A time of day, as people name it; the three overlap.
    Daytime = vocabulary::Daytime {
        /// Something begins before 12 o'clock.
        Morning = "MORNING",
        /// Something takes place between 14 and 17 o'clock.
        Afternoon = "AFTERNOON",
        /// Something goes on after half past six in the evening.
        Evening = "EVENING",
    }

    /// What an offer is.
    OfferKind = vocabulary::OfferKind {
        /// Something given to people.
        Service = "SERVICE",
        /// An opportunity to volunteer.
        Volunteering = "VOLUNTEERING",
        /// Training for those who volunteer.
        VolunteerTraining = "VOLUNTEER_TRAINING",
        /// A room to share.
        Room = "ROOM",
    }

    /// Whether an offer takes people on at the moment.
    Availability = vocabulary::Availability {
        /// Places are free.
        PlacesFree = "PLACES_FREE",
        /// All places are taken; people are put on a waiting list.
        WaitingList = "WAITING_LIST",
        /// Nobody is taken on for the time being.
        Paused = "PAUSED",
    }

    /// A way to register for an offer.
    RegistrationMethod = vocabulary::RegistrationMethod {
        /// One need not register.
        None = "NONE",
        /// In person.
        InPerson = "IN_PERSON",
        /// By telephone.
        Phone = "PHONE",
        /// By e-mail.
        Email = "EMAIL",
        /// On the web.
        Online = "ONLINE",
    }

    /// Where an entry stands in its life.
    LifeStatus = domain::LifeStatus {
        /// Being written; seen by staff only.
        Draft = "DRAFT",
        /// Public.
        Published = "PUBLISHED",
        /// No longer public, kept with its history.
        Archived = "ARCHIVED",
    }

    /// Where a proposal stands.
    ProposalStatus = curation::reading::ProposalStatus {
        /// It waits for a review.
        Open = "OPEN",
        /// Every field was taken over.
        Approved = "APPROVED",
        /// Some fields were taken over.
        Partly = "PARTLY",
        /// Nothing was taken over.
        Rejected = "REJECTED",
        /// Whoever made it took it back.
        Withdrawn = "WITHDRAWN",
    }

    /// The kinds of entries.
    EntryKind = domain::EntityKind {
        /// An organisation, institution or network.
        Actor = "ACTOR",
        /// An offer.
        Offer = "OFFER",
        /// An event.
        Event = "EVENT",
        /// A project.
        Project = "PROJECT",
        /// A cooperation link.
        Link = "LINK",
        /// A district.
        District = "DISTRICT",
        /// A theme.
        Theme = "THEME",
        /// A contact person.
        Person = "PERSON",
    }

    /// One of the two ends of a link.
    LinkSide = curation::commands::Side {
        /// Where a directed link starts.
        From = "FROM",
        /// Where a directed link ends.
        To = "TO",
    }

    /// Why a mail did not reach an actor.
    MailFailure = curation::reading::MailFailure {
        /// The mail server refused it for good.
        Refused = "REFUSED",
        /// There is no address that it may go to.
        NoAddress = "NO_ADDRESS",
    }

    /// Who may see a value of a contact person.
    Visibility = vocabulary::Visibility {
        /// Everybody.
        Public = "PUBLIC",
        /// Partners of the network.
        Partners = "PARTNERS",
        /// Staff and those who speak for the actor.
        Internal = "INTERNAL",
    }

    /// How a consent was given.
    ConsentMethod = vocabulary::ConsentMethod {
        /// In writing.
        Written = "WRITTEN",
        /// Online.
        Online = "ONLINE",
        /// Orally.
        Oral = "ORAL",
    }

    /// A value of a contact person.
    ContactField = curation::commands::ContactField {
        /// The name.
        Name = "NAME",
        /// The role at the actor.
        Role = "ROLE",
        /// The telephone number.
        Phone = "PHONE",
        /// The e-mail address.
        Email = "EMAIL",
    }

    /// By what something mentions a person.
    PersonTrace = domain::mention::Trace {
        /// By the whole name, in either order and any spelling.
        Name = "NAME",
        /// By the telephone number.
        Phone = "PHONE",
        /// By the e-mail address.
        Email = "EMAIL",
        /// By a first name or surname alone, which others may share.
        PartOfName = "PART_OF_NAME",
        /// By the end of the telephone number.
        PartOfPhone = "PART_OF_PHONE",
    }

    /// What of an entry a text is found in, most telling first.
    MatchPart = directory::text::DocumentPart {
        /// The name.
        Name = "NAME",
        /// Another name or an abbreviation.
        AlternativeName = "ALTERNATIVE_NAME",
        /// What the kind or the legal form is called.
        Kind = "KIND",
        /// The label of a theme of its own.
        Theme = "THEME",
        /// The title of an offer.
        OfferTitle = "OFFER_TITLE",
        /// The title of an event.
        EventTitle = "EVENT_TITLE",
        /// What the kind of an offer is called.
        OfferKind = "OFFER_KIND",
        /// The label of a theme above one of its own.
        ParentTheme = "PARENT_THEME",
        /// The name of a district of its own, or of one that it lies in.
        District = "DISTRICT",
        /// What a language is called.
        Language = "LANGUAGE",
        /// What a target group is called.
        TargetGroup = "TARGET_GROUP",
        /// The postal address or the telephone number.
        Address = "ADDRESS",
        /// The summary.
        Summary = "SUMMARY",
        /// The description.
        Description = "DESCRIPTION",
        /// The description of an offer.
        OfferDescription = "OFFER_DESCRIPTION",
        /// The description of an event.
        EventDescription = "EVENT_DESCRIPTION",
    }

    /// The order of actors. Equal ones follow by name.
    ActorOrder = Order {
        /// Best match first; needs `filter.text`.
        Relevance = "RELEVANCE",
        /// By name, German collation.
        Name = "NAME",
        /// Nearest first; needs `filter.near`.
        Distance = "DISTANCE",
        /// Newest change first.
        Updated = "UPDATED",
        /// Newest verification first.
        Verified = "VERIFIED",
    }
}
