import type { RecordedEvent } from '@liuhen/workflows';
import { anEvent } from '../../../../infra/src/event-store/testing/events';
import { contentOf } from './content';
import { STYLE } from './html';
import { timeline } from './timeline';

const recorded = (over: Partial<RecordedEvent>): RecordedEvent => ({
  ...anEvent({}),
  stream: 'case-1',
  revision: 0,
  position: 0,
  ...over,
});

const device: RecordedEvent['actor'] = { ...anEvent({}).actor, function: 'deviceGateway', person: 'gateway' };

describe('the timeline of a report', () => {
  it('says what an act was asked with in the words of the act', () => {
    const input = {
      problemIds: ['problem-1', 'problem-2'],
      to: { organisation: '执法支队', function: 'enforcementAgency', jurisdiction: '370800' },
      materials: ['监测报告'],
      fraud: true,
      verified: false,
    };
    const lines = contentOf(recorded({ type: 'ClueTransferred', payload: {}, asked: { name: 'transferClue', input } }));

    expect(lines).toContain('移交材料清单：监测报告');
    expect(lines).toContain('是否为弄虚作假线索：是');
    expect(lines.join()).toContain('职能：环境执法机构');
    expect(lines.join()).not.toContain('enforcementAgency');
  });

  it('shows no particulars under seal, not even as they are sealed', () => {
    const reporter = { sealed: { subject: 'report-1', cipher: 'aes-256-gcm', iv: 'aXY=', text: 'dGV4dA==', tag: 'dGFn' } };
    const lines = contentOf(
      recorded({ type: 'PublicReportReceived', payload: {}, asked: { name: 'receivePublicReport', input: { reporter } } }),
    );

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('（已封存）');
    expect(lines[0]).not.toContain('dGV4dA==');
  });

  it('tells what was refused, and on which rule', () => {
    const payload = { act: 'closeCase', code: 'CLOSE_OUT_BLOCKED', messageZh: '存在4项销号障碍', rule: 'R-004' };
    const row = timeline([recorded({ type: 'ActRefused', payload })]);

    expect(row).toContain('<tr class="refused">');
    expect(row).toContain('存在4项销号障碍（R-004）');
  });

  it('puts a run of device data into one line, and never what persons did', () => {
    const data = (revision: number) =>
      recorded({ type: 'MonitoringResultRecorded', stream: 'outlet-1', actor: device, payload: {}, revision });
    const people = (revision: number) => recorded({ type: 'ClueReceived', payload: {}, revision });
    const rows = (events: readonly RecordedEvent[]) => timeline(events).split('<tbody>')[1]?.match(/<tr/gu)?.length;

    expect(rows([data(0), data(1), data(2), data(3)])).toBe(1);
    expect(timeline([data(0), data(1), data(2), data(3)])).toContain('第 0 至 3 号，共 4 条');
    expect(rows([data(0), data(1)])).toBe(2);
    expect(rows([people(0), people(1), people(2), people(3)])).toBe(4);
  });

  it('lets no event write markup into the report', () => {
    const row = timeline([recorded({ payload: { note: '<script>alert(1)</script>' } })]);

    expect(row).toContain('&lt;script&gt;');
    expect(row).not.toContain('<script>');
  });

  it('needs nothing from a network', () => {
    expect(STYLE).not.toMatch(/url\(|@import|https?:/u);
  });
});
