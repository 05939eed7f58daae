import { streamOf, type Actor } from '@liuhen/workflows';
import { actorOf, HERE, inputOf, type World } from './world';

export const [AWAY, COUNTY, PROVINCE] = ['370900', '370811', '370000'] as const;

/** Officials of whom something is on record. */
export const BOSS = { person: 'boss', name: '钱五', organisation: '某局', post: '副局长' } as const;
export const NAMED = { person: 'named', name: '赵七', organisation: '某局', post: '处长' } as const;

export const RECORDER: Actor = actorOf('monitoringUnit', { person: 'recorder' });
export const OUTSIDE_RECORDER: Actor = actorOf('lineDepartment', { person: 'outside-recorder' });
export const ACCEPTOR: Actor = actorOf('enforcementAgency', { person: 'acceptor' });

export interface Filled {
  /** Cases of which others may know more than who asks. */
  readonly cases: readonly string[];
}

interface Parties {
  readonly partyId: string;
  readonly labId: string;
}

const NOBODY = { file: undefined, partyId: '', labId: '', target: '', pick: 1 };

const partiesOf = async (world: World, area: string): Promise<Parties> => {
  const register = (input: object) => world.must({ act: 'registerParty', input: { ...inputOf('registerParty', NOBODY), ...input }, area });
  const partyId = await register({});
  const labId = await register({ name: '某某检测', kind: 'thirdPartyLab' });
  for (const act of ['registerOutlet', 'registerDevice']) {
    const input = JSON.parse(JSON.stringify(inputOf(act, { ...NOBODY, partyId })).replaceAll('MN-1', `MN-${area}`)) as Readonly<
      Record<string, unknown>
    >;
    await world.must({ act, subject: partyId, input, area });
  }
  await world.must({ act: 'recordLabCertificate', subject: labId, input: inputOf('recordLabCertificate', NOBODY), area });

  return { partyId, labId };
};

const openCase = (world: World, parties: Parties, area: string): Promise<string> =>
  world.must({ act: 'reportProblem', input: inputOf('reportProblem', { ...NOBODY, ...parties }), area });

const investigated = async (world: World, caseId: string, { parties, certificateNo }: { parties: Parties; certificateNo: string }) => {
  const matter = async (target: string) => ({ ...NOBODY, ...parties, file: await world.file(caseId), target });
  const act = async (name: string, target: string, over: object = {}) =>
    world.must({
      act: name,
      subject: caseId,
      input: { ...inputOf(name, await matter(target)), ...over },
      actor: actorOf('enforcementAgency'),
    });
  await world.must({ act: 'transferClue', subject: caseId, input: inputOf('transferClue', await matter('')), actor: RECORDER });
  await act('receiveClue', 'clue-1');
  await act('acceptClue', 'clue-1');
  const officers = [
    { person: 'li', name: '李一', certificateNo },
    { person: 'wang', name: '王二', certificateNo: '鲁H-03-5678' },
  ];
  await act('openInvestigation', '', { investigators: officers });
  await act('recordSiteInspection', '', { officers });
  await act('reportInvestigation', '', {});

  return { act, officers };
};

const official = (by: object) => ({ official: by });

/** Everything that is ever on record in an area, of each kind one or two, at different steps. */
const everythingIn = async (world: World, area: string): Promise<void> => {
  const parties = await partiesOf(world, area);
  const matter = { ...NOBODY, ...parties };
  const caseId = await openCase(world, parties, area);
  const walked = { scene: parties, area };
  await world.walk('case', caseId, { ...walked, steps: 70 });
  for (const [act, kind] of [
    ['recordInterference', 'interference'],
    ['transferDisciplineClue', 'discipline'],
    ['receivePublicReport', 'report'],
    ['openSupervision', 'supervision'],
    ['openPublicationLedger', 'publication'],
    ['drawLabInspection', 'labInspection'],
  ] as const) {
    const outcome = await world.try({ act, input: inputOf(act, matter), area });
    if (outcome.kind === 'receipt') await world.walk(kind, outcome.stream.slice(outcome.stream.indexOf('-') + 1), { ...walked, steps: 15 });
  }
  for (const act of ['recordMonitoringResult', 'recordEquipmentRestart']) {
    const input = { ...inputOf(act, matter), deviceMn: `MN-${area}`, values: [{ pollutant: 'w01018', avg: '99', flag: 'N' }] };
    await world.try({
      act,
      subject: `${parties.partyId}.1`,
      input: act === 'recordMonitoringResult' ? input : { deviceMn: `MN-${area}`, dataTime: '2024-08-30T08:00:00+08:00' },
      area,
    });
  }
};

type Investigated = Awaited<ReturnType<typeof investigated>>;

/** A criminal transfer as it stands before the papers go out. */
const approveTransfer = async (world: World, subject: string, act: Investigated['act']): Promise<void> => {
  await act('proposeCriminalTransfer', '');
  await world.must({
    act: 'approveCriminalTransfer',
    subject,
    input: { transferId: 'transfer-1' },
    actor: actorOf('authorityHead'),
  });
};

/**
 * Fills a world. Each secret is there or not, or is this or that; whoever may not know of it must see the same world.
 */
export const fill = async (world: World): Promise<Filled> => {
  const registrar = actorOf('registrar', { jurisdiction: PROVINCE });
  for (const area of [PROVINCE, HERE, AWAY, COUNTY]) {
    await world.must({ act: 'registerUnit', subject: area, input: { jurisdiction: area, name: `${area}局` }, actor: registrar });
  }
  const parties = await partiesOf(world, HERE);
  await world.secret('away', () => everythingIn(world, AWAY));

  // A matter that the police, the procuratorate and the market regulator come to have, each by a hand-over of its own.
  const handed = await openCase(world, parties, HERE);
  const certificateNo = world.either('certificate', '鲁H-03-1234', '鲁H-77-9999');
  const { act } = await investigated(world, handed, { parties, certificateNo });
  await world.try({
    act: 'sendOutsideTransfer',
    subject: handed,
    input: inputOf('sendOutsideTransfer', { ...NOBODY, ...parties, file: await world.file(handed) }),
    actor: actorOf('enforcementAgency'),
  });
  await approveTransfer(world, handed, act);
  await act('sendCriminalTransfer', 'transfer-1');
  await act('copyToProcuratorate', 'transfer-1');
  await world.must({
    act: 'signTransferReceipt',
    subject: handed,
    input: { transferId: 'transfer-1', receiptNo: '收1号' },
    actor: actorOf('policeAuthority'),
  });

  // A matter of which no police know yet, and one that they have without a copy.
  let police = '';
  await world.secret('notHanded', async () => {
    police = await openCase(world, parties, HERE);
    const work = await investigated(world, police, { parties, certificateNo: '鲁H-03-1111' });
    await approveTransfer(world, police, work.act);
  });
  await world.secret('notCopied', async () => {
    const caseId = await openCase(world, parties, HERE);
    const work = await investigated(world, caseId, { parties, certificateNo: '鲁H-03-2222' });
    await approveTransfer(world, caseId, work.act);
    await work.act('sendCriminalTransfer', 'transfer-1');
  });

  // Somebody leaned on a case; they are kept from it, and it goes on.
  const caseId = await openCase(world, parties, HERE);
  const interference = { ...inputOf('recordInterference', NOBODY), caseId };
  await world.must({ act: 'recordInterference', input: { ...interference, ...official(BOSS) }, actor: OUTSIDE_RECORDER });
  await world.secret('goesOn', () => investigated(world, caseId, { parties, certificateNo: '鲁H-03-3333' }));
  await world.secret('clueOnOfficialsOfTheCase', () =>
    world.must({
      act: 'transferDisciplineClue',
      input: { ...inputOf('transferDisciplineClue', NOBODY), caseId, responsibleManager: NAMED },
    }),
  );

  // Records of which few may know: with a case, and with none.
  await world.secret('interference', async () => {
    const witness = [
      { person: 'witness', name: '证人' },
      { person: 'silent', name: '沉默' },
    ];
    const interferenceId = await world.must({
      act: 'recordInterference',
      input: { ...interference, ...official({ name: '外人', organisation: '某区', post: '主任' }), addressed: witness, caseId: handed },
      actor: RECORDER,
    });
    await world.walk('interference', interferenceId, { scene: parties, area: HERE, steps: 40 });
  });
  await world.secret('accused', async () => {
    const id = await world.must({
      act: 'recordInterference',
      input: { ...inputOf('recordInterference', NOBODY), ...official(NAMED) },
      actor: RECORDER,
    });
    await world.walk('interference', id, { scene: parties, area: HERE, steps: 40 });
  });
  await world.secret('lookedAt', () =>
    world.append(streamOf('records', 'interference'), {
      id: 'look-1',
      type: 'SensitiveRead',
      payload: { view: 'interferenceTrail', subject: 'interference', why: null },
      actor: RECORDER,
    }),
  );
  await world.secret('discipline', async () => {
    const id = await world.must({
      act: 'transferDisciplineClue',
      input: { ...inputOf('transferDisciplineClue', NOBODY), responsibleManager: NAMED },
      actor: actorOf('authorityHead'),
    });
    await world.walk('discipline', id, { scene: parties, area: HERE, steps: 20 });
  });

  // Who reported is under seal.
  const reporter = world.either('reporter', '孙九，13800000000', '周十，13911111111');
  const reportId = await world.must({
    act: 'receivePublicReport',
    input: { ...inputOf('receivePublicReport', NOBODY), channel: 'hotline12369', anonymous: false, answerable: true, reporter },
    actor: ACCEPTOR,
  });
  await world.must({ act: 'acceptPublicReport', subject: reportId, input: {}, actor: ACCEPTOR });
  await world.must({ act: 'openReporterIdentity', subject: reportId, input: { why: '核实' }, actor: ACCEPTOR });
  await world.project();

  return { cases: [handed, caseId] };
};
