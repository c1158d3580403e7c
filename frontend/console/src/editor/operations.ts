// The changes of entries of every sort: what makes one, what edits it, and the steps of its life.
import {
  ConsoleArchive,
  ConsoleArchiveEvent,
  ConsoleArchiveOffer,
  ConsoleArchiveProject,
  ConsoleCreateEvent,
  ConsoleCreateInstitution,
  ConsoleCreateNetwork,
  ConsoleCreateOffer,
  ConsoleCreateOrganisation,
  ConsoleCreateProject,
  ConsoleEdit,
  ConsoleEditEvent,
  ConsoleEditOffer,
  ConsoleEditProject,
  ConsolePublish,
  ConsolePublishEvent,
  ConsolePublishOffer,
  ConsolePublishProject,
  ConsoleRestore,
  ConsoleRestoreEvent,
  ConsoleRestoreOffer,
  ConsoleRestoreProject,
  ConsoleVerify,
} from "../generated/questions";
import type { ActivityType, ActorType, EntryType } from "./form";

/** The sorts of actors. */
export const ACTOR_TYPES: readonly ActorType[] = ["organisation", "institution", "network"];
/** The sorts of what belongs to actors. */
export const ACTIVITY_TYPES: readonly ActivityType[] = ["offer", "event", "project"];

/** What makes an entry. */
export const CREATE = {
  organisation: ConsoleCreateOrganisation,
  institution: ConsoleCreateInstitution,
  network: ConsoleCreateNetwork,
  offer: ConsoleCreateOffer,
  event: ConsoleCreateEvent,
  project: ConsoleCreateProject,
};

const EDIT = { actor: ConsoleEdit, offer: ConsoleEditOffer, event: ConsoleEditEvent, project: ConsoleEditProject };

const LIFE = {
  actor: { publish: ConsolePublish, verify: ConsoleVerify, archive: ConsoleArchive, restore: ConsoleRestore },
  offer: { publish: ConsolePublishOffer, verify: null, archive: ConsoleArchiveOffer, restore: ConsoleRestoreOffer },
  event: { publish: ConsolePublishEvent, verify: null, archive: ConsoleArchiveEvent, restore: ConsoleRestoreEvent },
  project: {
    publish: ConsolePublishProject,
    verify: null,
    archive: ConsoleArchiveProject,
    restore: ConsoleRestoreProject,
  },
};

export type LifeAct = keyof (typeof LIFE)["actor"];

/** Whether entries of a sort belong to actors. */
export const isActivity = (type: EntryType): type is ActivityType => ACTIVITY_TYPES.some((known) => known === type);

const familyOf = (type: EntryType) => (isActivity(type) ? type : "actor");

/** What edits entries of a sort. */
export const editOf = (type: EntryType) => EDIT[familyOf(type)];

/** What takes a step in the life of an entry; null where there is no such step. */
export const lifeOf = (type: EntryType, act: LifeAct) => LIFE[familyOf(type)][act];
