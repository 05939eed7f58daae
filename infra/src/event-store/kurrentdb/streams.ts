import { streamNameFilter } from '@kurrent/kurrentdb-client';

/** Says whose database it is; its only event is the first that a deployment writes. */
export const DEPLOYMENT_STREAM = 'liuhen-deployment';

/** All but the server's own streams. */
const OURS = '^[^$]';

/** The same, and the settings of those streams, which the server keeps in streams named `$$<stream>`. */
const OURS_AND_SETTINGS = String.raw`^(\$\$)?[^$]`;

/** A place to resume from is told every so many times 32 records that the server passed over. */
const CHECKPOINT_INTERVAL = 16;

export const EVENTS = streamNameFilter({ regex: OURS });
export const EVERYTHING = streamNameFilter({ regex: OURS_AND_SETTINGS });

type Reached = NonNullable<Parameters<typeof streamNameFilter>[0]['checkpointReached']>;

export const followedEvents = (checkpointReached: Reached) =>
  streamNameFilter({ regex: OURS, checkpointInterval: CHECKPOINT_INTERVAL, checkpointReached });
