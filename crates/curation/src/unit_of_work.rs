//! One command at work: its transaction, who does it, and the steps that commands share.

use chrono::NaiveDate;
use domain::{
    Actor, ActorId, District, DistrictId, Record, Slug, Theme, ThemeId, Violations, offer::CurrentAvailability,
    record::EntityKind, rules::Problem, vocabulary::Role,
};
use serde_json::Value;
use store::Writer;
use uuid::Uuid;

use crate::{
    Curation, CurationError, Done, Refusal, Requester, boundaries,
    fields::{self, Branch, Editable, FieldShape, FieldValues, fields_of, form::Form, patch::Patch, read::root_of},
    permission, place_check, placement,
    reading::ownership::is_known_to,
};

/// Up to this number slugs of the same name are numbered one by one.
const FIRST_NUMBERS: usize = 10;

/// A command at work. Dropping it undoes everything.
pub(crate) struct UnitOfWork {
    pub(crate) curation: Curation,
    pub(crate) writer: Writer,
    pub(crate) by: Requester,
}

impl Curation {
    /// Begins a command that writes.
    pub(crate) async fn begin(&self, by: &Requester, note: Option<&str>) -> Result<UnitOfWork, CurationError> {
        let mut author = by.author();
        if let Some(note) = note.filter(|note| !note.trim().is_empty()) {
            author = author.with_note(note);
        }
        let writer = self.store.begin(author, self.sources.now()).await?;
        Ok(UnitOfWork { curation: self.clone(), writer, by: by.clone() })
    }
}

impl UnitOfWork {
    /// Makes everything last.
    pub(crate) async fn finish<T>(self, value: T) -> Result<Done<T>, CurationError> {
        let sequence = self.writer.commit().await?;
        Ok(Done { value, sequence })
    }

    /// An entry that the input names in `field`. What is neither public nor theirs does not exist for
    /// whoever does this.
    pub(crate) async fn require_existing<E: Editable>(
        &self,
        id: E::Id,
        field: &str,
    ) -> Result<Record<E>, CurationError> {
        match self.writer.get::<E>(id).await? {
            Some(record) if self.may_know(&record).await? => Ok(record),
            _ => Err(Refusal::NotFound { field: field.to_owned() }.into()),
        }
    }

    /// Whether there is such an entry for whoever does this.
    async fn may_know<E: Editable>(&self, record: &Record<E>) -> Result<bool, CurationError> {
        let owners = permission::owners(record);
        if is_known_to(&self.by, &owners) {
            return Ok(true);
        }
        if !record.data.is_public() || matches!(E::KIND, EntityKind::Actor | EntityKind::District | EntityKind::Theme) {
            return Ok(record.data.is_public());
        }
        // A link is seen with both of its sides, anything else with any of its actors.
        let needed = if E::KIND == EntityKind::Link { owners.len() } else { 1 };
        let mut public = 0;
        for owner in owners {
            public += usize::from(self.is_public_actor(owner).await?);
        }
        Ok(public >= needed)
    }

    async fn is_public_actor(&self, id: ActorId) -> Result<bool, CurationError> {
        Ok(self.writer.get::<Actor>(id).await?.is_some_and(|actor| actor.data.is_public()))
    }

    /// Refuses an edit that did not start from the newest version, with what both would change.
    pub(crate) async fn expect<E: Editable>(
        &self,
        record: &Record<E>,
        expected: u32,
        mine: &FieldValues,
    ) -> Result<(), CurationError> {
        if record.version == expected {
            return Ok(());
        }
        let Some(base) = self.writer.version::<E>(record.id, expected).await? else {
            let mut wrong = Violations::default();
            wrong.add("expectedVersion", Problem::Unknown(expected.to_string()));
            return Err(Refusal::Invalid(wrong).into());
        };
        let fields = fields::conflicts(&fields_of(&base.data), &fields_of(&record.data), mine);
        Err(self.conflict(record, expected, fields).await)
    }

    /// The named fields part by part, other entities by their ids. Adds what cannot be read.
    pub(crate) async fn resolve_fields<E: Editable>(
        &self,
        patch: &Patch,
        base: Option<&FieldValues>,
        wrong: &mut Violations,
    ) -> Result<FieldValues, CurationError> {
        let mut named = fields::flatten::<E>(patch, base, wrong);
        for field in E::FIELDS {
            let (kind, Some(value)) = (field.shape, named.get(field.name).cloned()) else { continue };
            let before = base.and_then(|base| base.get(field.name));
            let resolved = match (kind, value) {
                // GeoJSON is an object; as the store keeps it, a boundary is a list of polygons.
                (FieldShape::Value(Form::Boundary), value @ Value::Object(_)) => match boundaries::to_stored(&value) {
                    Ok(stored) => Some(stored),
                    Err(problem) => {
                        wrong.add(field.name, problem);
                        None
                    }
                },
                (FieldShape::One(kind), value @ Value::String(_)) => {
                    self.resolve(kind, field.name, &value, before, wrong).await?
                }
                (FieldShape::Many(kind), Value::Array(entries)) => {
                    self.resolve_all(kind, field.name, &entries, before, wrong).await?
                }
                _ => continue,
            };
            match resolved {
                Some(value) => named.insert(field.name.to_owned(), value),
                None => named.remove(field.name),
            };
        }
        Ok(named)
    }

    async fn resolve_all(
        &self,
        kind: EntityKind,
        field: &str,
        entries: &[Value],
        before: Option<&Value>,
        wrong: &mut Violations,
    ) -> Result<Option<Value>, CurationError> {
        let mut resolved = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            if let Some(value) = self.resolve(kind, &format!("{field}[{at}]"), entry, before, wrong).await? {
                // Two retired themes may have one replacement; naming one entry twice in so many
                // words is for the rules to tell.
                if value == *entry || !resolved.contains(&value) {
                    resolved.push(value);
                }
            }
        }
        let complete = !wrong.iter().any(|violation| root_of(&violation.field) == field);
        Ok(complete.then_some(Value::Array(resolved)))
    }

    /// Adds what is wrong with days that were named and must lie ahead: until when an availability holds. What an
    /// entry said before may stay.
    pub(crate) fn check_days<E: Editable>(
        &self,
        named: &FieldValues,
        base: Option<&FieldValues>,
        wrong: &mut Violations,
    ) {
        let today = self.curation.today();
        let last = CurrentAvailability::latest_end(today);
        for field in E::FIELDS.iter().filter(|field| matches!(field.shape, FieldShape::Value(Form::AvailabilityEnd))) {
            let Some(value) = named.get(field.name) else { continue };
            let day = value.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
            if base.and_then(|base| base.get(field.name)) != Some(value)
                && let Some(day) = day.filter(|day| !(today..=last).contains(day))
            {
                wrong.add(field.name, Problem::DayOutOfRange { first: today, last, is_before: day < today });
            }
        }
    }

    /// Adds what is wrong with facts of an institution's openness that are yet to come. What was said before may stay.
    fn check_openness(&self, before: Option<&Actor>, actor: &Actor, wrong: &mut Violations) {
        let openness = |actor: &Actor| actor.openness.as_deref().cloned().unwrap_or_default();
        let (today, said) = (self.curation.today(), openness(actor));
        if before.is_none_or(|before| openness(before) != said) {
            said.days_after(today).for_each(|(field, problem)| wrong.add(field, problem));
        }
    }

    /// The id that an id or a slug stands for; of a retired theme or district, that of its replacement.
    /// `before` is what the field says now.
    async fn resolve(
        &self,
        kind: EntityKind,
        field: &str,
        value: &Value,
        before: Option<&Value>,
        wrong: &mut Violations,
    ) -> Result<Option<Value>, CurationError> {
        let Value::String(text) = value else {
            wrong.add(field, Form::Id.problem());
            return Ok(None);
        };
        let id = match text.parse::<Uuid>() {
            Ok(id) => Some(id),
            Err(_) => self.writer.owner_of(kind, text).await?,
        };
        let Some(mut id) = id else {
            wrong.add(field, Problem::Unknown(text.chars().take(120).collect()));
            return Ok(None);
        };
        if !self.may_name(kind, id, before).await? {
            wrong.add(field, Problem::Unknown(text.chars().take(120).collect()));
            return Ok(None);
        }
        match kind {
            EntityKind::Theme => id = self.successor::<Theme>(ThemeId::from_uuid(id)).await?.uuid(),
            EntityKind::District => id = self.successor::<District>(DistrictId::from_uuid(id)).await?.uuid(),
            _ => {}
        }
        Ok(Some(Value::String(id.to_string())))
    }

    /// Whether there is such an entry for whoever does this: for staff any, for others what is public,
    /// and for members what is theirs or is named there already, in what they speak for.
    async fn may_name(&self, kind: EntityKind, id: Uuid, before: Option<&Value>) -> Result<bool, CurationError> {
        let actor = ActorId::from_uuid(id);
        if kind != EntityKind::Actor || is_known_to(&self.by, &[actor]) {
            return Ok(true);
        }
        let is_named = |value: &Value| value.as_str() == Some(id.to_string().as_str());
        let is_there = |value: &Value| is_named(value) || value.as_array().is_some_and(|all| all.iter().any(is_named));
        Ok((self.by.sees(Role::Member) && before.is_some_and(is_there)) || self.is_public_actor(actor).await?)
    }

    /// What stands in the place of a retired theme or district, else that itself.
    pub(crate) async fn successor<E: Branch>(&self, id: E::Id) -> Result<E::Id, CurationError> {
        let mut seen = vec![id];
        let mut at = id;
        while let Some(next) = self.writer.get::<E>(at).await?.and_then(|branch| branch.data.replacement()) {
            if seen.contains(&next) {
                break;
            }
            seen.push(next);
            at = next;
        }
        Ok(at)
    }

    /// The entry as it would be with the named fields, or everything that is wrong with that.
    /// `before` is `None` for a new entry.
    pub(crate) async fn judge<E: Editable>(
        &self,
        id: E::Id,
        before: Option<&E>,
        named: &FieldValues,
        mut wrong: Violations,
    ) -> Result<E, CurationError> {
        let mut named = named.clone();
        if before.is_none()
            && E::SLUGS.is_some()
            && named.get("slug").is_none_or(Value::is_null)
            && let Some(slug) = self.free_slug::<E>(&named).await?
        {
            named.insert("slug".to_owned(), Value::String(slug.to_string()));
        }
        let is_far_confirmed = place_check::take_confirmation(&mut named);
        let data = fields::read(before, &named, &mut wrong);
        if let Some(data) = &data {
            // Without a name there is nothing to make a slug of, and that is told already.
            if before.is_none() && E::SLUGS.is_some() && !named.contains_key("slug") && name_in(&named).is_some() {
                wrong.add("slug", Problem::Required);
            }
            let mut found = self.writer.problems(id, data).await?;
            if before.is_none() && !named.contains_key("slug") {
                // Nobody wants the slug that stands in for the missing one.
                found.0.retain(|violation| violation.field != "slug");
            }
            if self.by.role() < Role::Editor {
                // Whose slug it is may be nobody's business; staff are told when they take it over.
                found.0.retain(|violation| !matches!(violation.problem, Problem::Taken(_)));
            }
            if let Some(district) = data.district() {
                let before = before.and_then(E::district);
                let id = DistrictId::from_uuid(id.into());
                boundaries::check(&self.writer.view(), id, before, district, &mut found).await?;
            }
            if let Some(actor) = data.actor() {
                let before = before.and_then(E::actor);
                place_check::check(&self.writer.view(), before, actor, is_far_confirmed, &mut found).await?;
                self.check_openness(before, actor, &mut found);
            }
            if before.is_none_or(|before| before.place() != data.place()) {
                placement::check(&self.writer, id.into(), data.place(), &mut found).await?;
            }
            let told: Vec<String> = wrong.iter().map(|violation| root_of(&violation.field).to_owned()).collect();
            // A field whose form is wrong still holds its old value, or something made up.
            wrong.0.extend(found.0.into_iter().filter(|found| !told.iter().any(|root| root == root_of(&found.field))));
        }
        match data {
            Some(data) if wrong.is_empty() => Ok(data),
            _ => Err(Refusal::Invalid(wrong).into()),
        }
    }

    /// A slug made of the name that is nobody's yet; `None` when the name has no Latin letters.
    async fn free_slug<E: Editable>(&self, named: &FieldValues) -> Result<Option<Slug>, CurationError> {
        let Some(mut wanted) = name_in(named).and_then(Slug::from_name) else { return Ok(None) };
        if E::KIND == EntityKind::Theme
            && let Some(parent) = named.get("parent").and_then(Value::as_str).and_then(|id| id.parse::<ThemeId>().ok())
            && let Some(parent) = self.writer.get::<Theme>(parent).await?
        {
            wanted = format!("{}.{wanted}", parent.data.slug).parse().unwrap_or(wanted);
        }
        let mut slug = wanted.clone();
        // After the first few the numbers double: the thousandth of a name is found after ten looks.
        let mut number = 2;
        while self.writer.owner_of(E::KIND, slug.as_str()).await?.is_some() {
            slug = wanted.with_number(number);
            number += if number < FIRST_NUMBERS { 1 } else { number };
        }
        Ok(Some(slug))
    }

    /// Writes a new entry.
    pub(crate) async fn add<E: Editable>(&mut self, id: E::Id, data: E) -> Result<Record<E>, CurationError> {
        let record = Record::new(id, self.writer.at(), data);
        self.writer.put(&record).await?;
        self.read_back(id).await
    }

    /// Writes the next version of an entry; the same entry when it says nothing new.
    pub(crate) async fn replace<E: Editable>(
        &mut self,
        before: &Record<E>,
        data: E,
    ) -> Result<Record<E>, CurationError> {
        self.writer.put(&before.next(self.writer.at(), data)).await?;
        self.read_back(before.id).await
    }

    /// What was just written, whoever may know of it now.
    async fn read_back<E: Editable>(&self, id: E::Id) -> Result<Record<E>, CurationError> {
        let found = self.writer.get::<E>(id).await?;
        found.ok_or_else(|| Refusal::NotFound { field: "id".to_owned() }.into())
    }

    /// A new id.
    pub(crate) fn new_id(&self) -> Uuid {
        self.curation.sources.new_id()
    }
}

/// The name that a slug is made of.
fn name_in(named: &FieldValues) -> Option<&str> {
    ["name", "name.de", "label.de"].into_iter().find_map(|field| named.get(field)?.as_str())
}
