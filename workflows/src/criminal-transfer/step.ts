import { z } from 'zod';
import { stepsOf } from '../case/act';
import { id } from '../kernel/input';
import { addressedPolice } from './guards/cjl-07-addressed-police';
import { criminalTransferProcedure } from './machine';

export const oneTransfer = z.strictObject({ transferId: id('移送编号', 'id of the transfer') });

/** An act on those transfers whose procedure foresees the event. */
export const atStep = stepsOf({
  target: 'transferId' as const,
  items: (file) => file.transfers,
  procedure: criminalTransferProcedure,
  none: { rule: ['CJL-05', 'W-02'], message: { zh: '没有处于该环节的涉嫌犯罪移送', en: 'No criminal transfer is at this step' } },
});

/** The police that the transfer is addressed to. */
export const byThePolice = { by: ['policeAuthority'], guards: [addressedPolice] } as const;
