import { dutiesOf, once, type RecordedEvent } from '@liuhen/workflows';

/** Ids of the duties that an event touches; several read models ask for them. */
export const dutyIds = once<RecordedEvent, readonly string[]>(dutiesOf);
