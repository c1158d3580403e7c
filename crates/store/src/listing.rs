//! Pages of ordered lists, by keys: the thousandth page costs what the first does.
//!
//! Every list has a key, unique and indexed, that it is ordered by; a page begins behind one key or
//! ends before one. Entries that come and go between two pages shift nothing.

use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use crate::{StoreError, rows};

/// A place in an ordered list.
pub trait KeysetCursor: Clone + Send + Sync {
    /// The values of the key's columns.
    fn values(&self) -> Vec<Value>;
}

impl KeysetCursor for Uuid {
    fn values(&self) -> Vec<Value> {
        vec![(*self).into()]
    }
}

impl KeysetCursor for u64 {
    fn values(&self) -> Vec<Value> {
        vec![rows::number(*self).into()]
    }
}

impl KeysetCursor for (i32, Uuid) {
    fn values(&self) -> Vec<Value> {
        vec![self.0.into(), self.1.into()]
    }
}

/// The part of an ordered list that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageRequest<P> {
    /// Behind this place.
    pub after: Option<P>,
    /// Before this place.
    pub before: Option<P>,
    /// At most so many.
    pub size: u32,
    /// Whether they are those at the end rather than at the beginning.
    pub from_the_end: bool,
}

impl<P> PageRequest<P> {
    /// The first entries.
    pub const fn first(size: u32) -> Self {
        Self { after: None, before: None, size, from_the_end: false }
    }

    /// The same behind a place.
    #[must_use]
    pub fn after(mut self, place: Option<P>) -> Self {
        self.after = place;
        self
    }

    /// How many rows tell whether there are more.
    pub(crate) const fn rows(&self) -> u32 {
        self.size.saturating_add(1)
    }
}

/// A part of an ordered list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<P, T> {
    /// The entries with their places, in the list's order.
    pub items: Vec<(P, T)>,
    /// Whether there is more before.
    pub has_previous: bool,
    /// Whether there is more behind.
    pub has_next: bool,
}

impl<P, T> Page<P, T> {
    /// A page of what was read: in the order of reading, one more than asked for where there is more.
    pub fn of(mut items: Vec<(P, T)>, page_request: &PageRequest<P>) -> Self {
        let has_more = items.len() > page_request.size as usize;
        items.truncate(page_request.size as usize);
        if page_request.from_the_end {
            items.reverse();
            Self { items, has_previous: has_more, has_next: page_request.before.is_some() }
        } else {
            Self { items, has_previous: page_request.after.is_some(), has_next: has_more }
        }
    }

    /// The same with other entries.
    ///
    /// # Errors
    /// The first that `make` gives.
    pub fn try_map<U, E>(self, mut make: impl FnMut(T) -> Result<U, E>) -> Result<Page<P, U>, E> {
        let items = self.items.into_iter().map(|(place, item)| Ok((place, make(item)?))).collect::<Result<_, E>>()?;
        Ok(Page { items, has_previous: self.has_previous, has_next: self.has_next })
    }
}

/// A query for a list: what it reads, under which conditions, in which order.
#[derive(Clone, Debug)]
pub(crate) struct List {
    /// What is done, for errors.
    pub(crate) doing: &'static str,
    /// The columns.
    pub(crate) columns: &'static str,
    /// The tables, with what joins them.
    pub(crate) from: String,
    conditions: Vec<String>,
    values: Vec<Value>,
    /// How many values stand before its own in a statement that reads several lists.
    values_before: usize,
    /// The columns of the key.
    order: &'static str,
    descending: bool,
}

impl List {
    /// A list in the order of its key, smallest first.
    pub(crate) fn new(
        doing: &'static str,
        columns: &'static str,
        from: impl Into<String>,
        order: &'static str,
    ) -> Self {
        let (conditions, values) = (Vec::new(), Vec::new());
        Self { doing, columns, from: from.into(), conditions, values, values_before: 0, order, descending: false }
    }

    /// The same behind other lists in one statement, whose values come before its own; to be said before it has any.
    pub(crate) fn behind(mut self, others: &[Self]) -> Self {
        self.values_before = others.iter().map(|list| list.values.len()).sum();
        self
    }

    /// The same, greatest first.
    pub(crate) fn newest_first(mut self) -> Self {
        self.descending = true;
        self
    }

    /// A placeholder for a value.
    pub(crate) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values_before + self.values.len())
    }

    /// Placeholders for values, to stand in `IN (…)`.
    pub(crate) fn all_of(&mut self, values: impl IntoIterator<Item = Value>) -> String {
        let placeholders: Vec<String> = values.into_iter().map(|value| self.value(value)).collect();
        // An empty list is not allowed everywhere; nothing is equal to null.
        if placeholders.is_empty() { "NULL".to_owned() } else { placeholders.join(", ") }
    }

    /// Only what is so.
    pub(crate) fn add_condition(&mut self, condition: impl Into<String>) {
        self.conditions.push(condition.into());
    }

    /// Only what has this value in a column, where one is given.
    pub(crate) fn only_where(&mut self, column: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let placeholder = self.value(value);
            self.add_condition(format!("{column} = {placeholder}"));
        }
    }

    fn condition(&self) -> String {
        if self.conditions.is_empty() { String::new() } else { format!(" WHERE {}", self.conditions.join(" AND ")) }
    }

    /// How many entries the whole list has.
    pub(crate) async fn count(self, connection: &impl ConnectionTrait) -> Result<u64, StoreError> {
        let sql = format!("SELECT count(*) AS count FROM {}{}", self.from, self.condition());
        let found = rows::select_dynamic(connection, self.doing, &sql, [], &self.values).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "count"))
    }

    /// How many entries each of some lists has, in one statement; each is [`Self::behind`] those before it.
    pub(crate) async fn counts(lists: &[Self], connection: &impl ConnectionTrait) -> Result<Vec<u64>, StoreError> {
        let select = |(at, list): (usize, &Self)| {
            format!("SELECT {at} AS list, count(*) AS count FROM {}{}", list.from, list.condition())
        };
        let selects: Vec<String> = lists.iter().enumerate().map(select).collect();
        let mut counts = vec![0; lists.len()];
        for row in Self::union(lists, connection, &selects).await? {
            counts[list_number(&row)?] = rows::sequence(&row, "count")?;
        }
        Ok(counts)
    }

    /// A part of each of some lists, in one statement; `list` makes each behind those before it.
    pub(crate) async fn pages<F, P: KeysetCursor + Ord, T>(
        asked: &[(F, PageRequest<P>)],
        connection: &impl ConnectionTrait,
        list: impl Fn(&F, &[Self]) -> Self,
        read: impl Fn(&QueryResult) -> Result<(P, T), StoreError>,
    ) -> Result<Vec<Page<P, T>>, StoreError> {
        let (mut lists, mut selects) = (Vec::with_capacity(asked.len()), Vec::with_capacity(asked.len()));
        for (at, (filter, page_request)) in asked.iter().enumerate() {
            let mut list = list(filter, &lists);
            // A statement of several lists has room for an order only inside of each.
            let (columns, select) = (list.columns, list.select(page_request));
            selects.push(format!("SELECT list, {columns} FROM (SELECT {at} AS list, {select}) AS list_{at}"));
            lists.push(list);
        }
        let mut found: Vec<Vec<(P, T)>> = asked.iter().map(|_| Vec::new()).collect();
        for row in Self::union(&lists, connection, &selects).await? {
            found[list_number(&row)?].push(read(&row)?);
        }
        let pages = found.into_iter().zip(lists.iter().zip(asked)).map(|(mut items, (list, (_, page_request)))| {
            items.sort_by(|(one, _), (other, _)| one.cmp(other));
            if list.descending != page_request.from_the_end {
                items.reverse();
            }
            Page::of(items, page_request)
        });
        Ok(pages.collect())
    }

    async fn union(
        lists: &[Self],
        connection: &impl ConnectionTrait,
        selects: &[String],
    ) -> Result<Vec<QueryResult>, StoreError> {
        let Some(first) = lists.first() else { return Ok(Vec::new()) };
        let values: Vec<Value> = lists.iter().flat_map(|list| list.values.iter().cloned()).collect();
        rows::select_dynamic(connection, first.doing, &selects.join(" UNION ALL "), [], &values).await
    }

    /// What of a statement stands behind its `SELECT`: a part of the list, read in the direction it is asked for, one
    /// row more than its size where there is more.
    fn select<P: KeysetCursor>(&mut self, page_request: &PageRequest<P>) -> String {
        let (behind, ahead) = if self.descending { ("<", ">") } else { (">", "<") };
        for (place, comparison) in [(&page_request.after, behind), (&page_request.before, ahead)] {
            if let Some(place) = place {
                let key = self.all_of(place.values());
                self.add_condition(format!("({}) {comparison} ({key})", self.order));
            }
        }
        let limit = self.value(i64::from(page_request.rows()));
        let direction = if self.descending == page_request.from_the_end { "ASC" } else { "DESC" };
        let order: Vec<String> = self.order.split(", ").map(|column| format!("{column} {direction}")).collect();
        let (columns, from, condition) = (self.columns, &self.from, self.condition());
        format!("{columns} FROM {from}{condition} ORDER BY {} LIMIT {limit}", order.join(", "))
    }

    /// A part of the list, read in the direction it is asked for, one more than its size where there
    /// is more.
    pub(crate) async fn rows<P: KeysetCursor, T>(
        mut self,
        connection: &impl ConnectionTrait,
        page_request: &PageRequest<P>,
        read: impl Fn(&QueryResult) -> Result<(P, T), StoreError>,
    ) -> Result<Vec<(P, T)>, StoreError> {
        let sql = format!("SELECT {}", self.select(page_request));
        let found = rows::select_dynamic(connection, self.doing, &sql, [], &self.values).await?;
        found.iter().map(read).collect()
    }

    /// A part of the list.
    pub(crate) async fn page<P: KeysetCursor, T>(
        self,
        connection: &impl ConnectionTrait,
        page_request: &PageRequest<P>,
        read: impl Fn(&QueryResult) -> Result<(P, T), StoreError>,
    ) -> Result<Page<P, T>, StoreError> {
        Ok(Page::of(self.rows(connection, page_request, read).await?, page_request))
    }
}

/// Which of several lists a row is of.
fn list_number(row: &QueryResult) -> Result<usize, StoreError> {
    Ok(rows::get::<i32>(row, "list")?.unsigned_abs() as usize)
}
