//! Global ids: opaque to clients, made of the kind of entity and its UUID, in base64url without
//! padding (RFC 4648, section 5). An actor keeps its id when it turns from one type into another.

use domain::record::{EntityKind, EntityRef};
use uuid::Uuid;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// 17 bytes, the last group of two.
const LENGTH: usize = 23;

/// The global id of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GlobalId {
    kind: EntityKind,
    uuid: Uuid,
}

/// The global id of an entity, as text.
pub fn global_id(entity: EntityRef) -> String {
    GlobalId::of(entity.kind, entity.id).encode().into_iter().map(char::from).collect()
}

const KINDS: [(u8, EntityKind); 8] = [
    (b'A', EntityKind::Actor),
    (b'O', EntityKind::Offer),
    (b'E', EntityKind::Event),
    (b'P', EntityKind::Project),
    (b'L', EntityKind::Link),
    (b'D', EntityKind::District),
    (b'T', EntityKind::Theme),
    (b'C', EntityKind::Person),
];

impl GlobalId {
    /// The id of an entity.
    pub(crate) fn of(kind: EntityKind, uuid: impl Into<Uuid>) -> Self {
        Self { kind, uuid: uuid.into() }
    }

    /// The id as text.
    pub(crate) fn encode(self) -> [u8; LENGTH] {
        let tag = KINDS.iter().find(|(_, kind)| *kind == self.kind).map_or(b'A', |(tag, _)| *tag);
        let mut raw = [0_u8; 18];
        raw[0] = tag;
        raw[1..17].copy_from_slice(self.uuid.as_bytes());
        let mut text = [0_u8; 24];
        for (group, out) in raw.chunks_exact(3).zip(text.chunks_exact_mut(4)) {
            let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
            for (place, shift) in out.iter_mut().zip([18, 12, 6, 0]) {
                *place = ALPHABET[(bits >> shift & 63) as usize];
            }
        }
        let mut id = [0_u8; LENGTH];
        id.copy_from_slice(&text[..LENGTH]);
        id
    }

    /// Reads an id back; `None` for what this directory never gives.
    pub(crate) fn decode(text: &str) -> Option<EntityRef> {
        let text = text.as_bytes();
        if text.len() != LENGTH {
            return None;
        }
        let mut raw = [0_u8; 18];
        for (group, out) in text.chunks(4).zip(raw.chunks_exact_mut(3)) {
            let mut bits = 0_u32;
            for place in 0..4 {
                let sign = group.get(place).copied().unwrap_or(b'A');
                bits = bits << 6 | u32::try_from(ALPHABET.iter().position(|known| *known == sign)?).ok()?;
            }
            out.copy_from_slice(&bits.to_be_bytes()[1..]);
        }
        let kind = KINDS.iter().find(|(tag, _)| *tag == raw[0]).map(|(_, kind)| *kind)?;
        let uuid = Uuid::from_slice(&raw[1..17]).ok()?;
        // Spare bits must be zero, so that one entity has one id.
        (Self { kind, uuid }.encode() == text).then_some(EntityRef { kind, id: uuid })
    }
}

/// The entity that a global id names; `None` for what this directory never gives.
pub fn entity_of_global_id(id: &str) -> Option<EntityRef> {
    GlobalId::decode(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_the_entity_it_names() {
        for (_, kind) in KINDS {
            let uuid = Uuid::from_u128(0x0190_1234_5678_7abc_8def_0123_4567_89ab);
            let text = GlobalId::of(kind, uuid).encode();
            let text = std::str::from_utf8(&text).expect("ASCII");
            assert_eq!(GlobalId::decode(text), Some(EntityRef { kind, id: uuid }));
        }
    }

    #[test]
    fn what_is_no_id_is_not_read() {
        let good = GlobalId::of(EntityKind::Theme, Uuid::from_u128(7)).encode();
        let good = std::str::from_utf8(&good).expect("ASCII").to_owned();
        let spare_bits = format!("{}B", &good[..22]);
        let other_tag = format!("X{}", &good[1..]);
        for wrong in ["", "1", "theme:7", "äöüäöüäöüäöüäöüäöüäöüäö", &good[1..], &spare_bits, &other_tag]
        {
            assert_eq!(GlobalId::decode(wrong), None, "{wrong:?}");
        }
    }
}
