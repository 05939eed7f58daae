import { createHash } from 'node:crypto';
import { LiuhenError, type Actor, type Desk, type MeasuredValue } from '@liuhen/workflows';

/** An hour or day value set of a known device, to become an event. */
export interface Result {
  readonly mn: string;
  readonly outletId: string;
  readonly period: 'hour' | 'day';
  readonly dataTime: string;
  readonly values: readonly MeasuredValue[];
  /** `sha256:` digest of the data segment without the access password. */
  readonly frameDigest: string;
}

export interface Restart {
  readonly mn: string;
  readonly outletId: string;
  readonly dataTime: string;
  readonly restartTime: string | null;
  readonly frameDigest: string;
}

/** Settles when durable; rejects where it was not recorded, and then the device gets no answer and sends again. */
export interface MonitoringSink {
  result(result: Result): Promise<void>;
  restart(restart: Restart): Promise<void>;
}

/** The gateway acts in its own name: what a machine reported is no officer's deed. */
export const GATEWAY_ACTOR: Actor = {
  person: 'gateway-hj212',
  name: '自动监控数据网关',
  organisation: '自动监控数据网关',
  office: '数据接收',
  function: 'deviceGateway',
  jurisdiction: '000000',
};

export const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text, 'latin1').digest('hex')}`;

export const deskSink = (desk: Desk, actor: Actor = GATEWAY_ACTOR): MonitoringSink => {
  const perform = async (act: string, outletId: string, key: string, input: object): Promise<void> => {
    const request = { act, subject: outletId, idempotencyKey: key, expectedRevision: null, occurredAt: null, evidence: [], input };
    const outcome = await desk.perform(request, actor);
    if (outcome.kind === 'receipt') return;
    const reason = outcome.kind === 'conflict' ? 'conflict' : `${outcome.code} ${outcome.message.en}`;
    throw new LiuhenError(outcome.kind === 'conflict' ? 'STALE_REVISION' : 'GUARD_REFUSED', `${act}: ${reason}`);
  };

  return {
    result: ({ mn, outletId, period, dataTime, values, frameDigest }) =>
      perform('recordMonitoringResult', outletId, `${mn}|${period}|${dataTime}|${frameDigest}`, {
        deviceMn: mn,
        period,
        dataTime,
        values,
        frameDigest,
      }),
    restart: ({ mn, outletId, dataTime, restartTime, frameDigest }) =>
      perform('recordEquipmentRestart', outletId, `${mn}|restart|${dataTime}|${frameDigest}`, {
        deviceMn: mn,
        dataTime,
        ...(restartTime === null ? {} : { restartTime }),
      }),
  };
};
