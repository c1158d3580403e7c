//! Where districts and themes may stand in their trees.

use domain::{District, DistrictId, DistrictLevel, Theme, ThemeId, Violations, rules::Problem};
use messages::Message;
use store::{StoreError, Writer};
use uuid::Uuid;

/// Where an entry stands in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreePosition {
    /// In none.
    Nowhere,
    /// In the tree of themes.
    Theme {
        /// Below which theme, `None` for a root.
        parent: Option<ThemeId>,
    },
    /// In the tree of districts.
    District {
        /// Below which district, `None` for a root.
        parent: Option<DistrictId>,
        /// City, borough or quarter.
        level: DistrictLevel,
    },
}

/// Tells what is wrong with a place: themes have two levels, and a district lies in one of a higher
/// level. Either makes a ring impossible.
pub(crate) async fn check(
    writer: &Writer,
    id: Uuid,
    place: TreePosition,
    wrong: &mut Violations,
) -> Result<(), StoreError> {
    match place {
        TreePosition::Nowhere => Ok(()),
        TreePosition::Theme { parent: None } => Ok(()),
        TreePosition::Theme { parent: Some(parent) } => theme(writer, ThemeId::from_uuid(id), parent, wrong).await,
        TreePosition::District { parent, level } => {
            district(writer, DistrictId::from_uuid(id), (parent, level), wrong).await
        }
    }
}

async fn theme(writer: &Writer, id: ThemeId, parent: ThemeId, wrong: &mut Violations) -> Result<(), StoreError> {
    let above = writer.get::<Theme>(parent).await?;
    let is_leaf = above.is_some_and(|above| above.data.parent.is_some());
    let has_children = writer.referrers::<Theme>(id.uuid()).await?.iter().any(|theme| theme.data.parent == Some(id));
    if parent == id || is_leaf || has_children {
        wrong.add("parent", Problem::Format(Message::new("problem-theme-levels")));
    }
    Ok(())
}

async fn district(
    writer: &Writer,
    id: DistrictId,
    (parent, level): (Option<DistrictId>, DistrictLevel),
    wrong: &mut Violations,
) -> Result<(), StoreError> {
    let above = match parent {
        Some(parent) => writer.get::<District>(parent).await?,
        None => None,
    };
    let below = writer.referrers::<District>(id.uuid()).await?;
    let too_low = above.is_some_and(|above| above.data.level >= level);
    let too_high = below.iter().any(|below| below.data.parent == Some(id) && below.data.level <= level);
    if parent == Some(id) || too_low || too_high {
        wrong.add(if too_high { "level" } else { "parent" }, Problem::Format(Message::new("problem-district-levels")));
    }
    Ok(())
}
