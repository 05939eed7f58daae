import { z } from 'zod';
import { WHOLE, type Act, type Guard } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import { date, docNo, enumOf, id, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { BAN_GROUNDS, type PersonEvent } from './events';
import { termOfTheBan } from './guards/mon-45-term-of-the-ban';
import { endsAfterItBegan } from './guards/w-06-known-in-file';
import type { PersonState, RegisteredPerson } from './state';

type PersonAct<N extends string, I extends z.ZodObject> = Act<N, I, PersonState, PersonEvent>;

const REGISTRARS: readonly OfficialFunction[] = ['registrar', 'enforcementAgency', 'monitoringUnit'];

const person = z.strictObject({
  name: text('姓名', 'name', 60),
  jurisdiction: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
});

/** The id is the one by which acts name the person: chosen once, and the same through every change of employer. */
export const registerPerson: PersonAct<'registerPerson', typeof person> = {
  name: 'registerPerson',
  title: { zh: '登记监测从业人员', en: 'Register a person who does monitoring work' },
  by: REGISTRARS,
  input: person,
  opens: false,
  basis: ['R-113', 'W-06'],
  target: null,
  targets: (state) => (state.status === 'unknown' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-06', message: { zh: '人员已登记', en: 'The person is registered already' } }),
  needs: () => ({}),
  guards: [],
  events: (input) => [{ type: 'PersonRegistered', payload: input }],
};

interface Spec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by?: readonly OfficialFunction[];
  readonly input: I;
  readonly basis: readonly string[];
  readonly guards?: readonly Guard<z.output<I>, PersonState>[];
  readonly target?: keyof z.output<I> & string;
  /** Items the act can take; by default the file itself. */
  readonly items?: (person: RegisteredPerson) => readonly string[];
  readonly events: (input: z.output<I>, person: RegisteredPerson) => readonly PersonEvent[];
}

const personAct = <const N extends string, I extends z.ZodObject>({ items, events, target, ...spec }: Spec<N, I>): PersonAct<N, I> => ({
  ...spec,
  by: spec.by ?? REGISTRARS,
  opens: false,
  target: target ?? null,
  targets: (state) => (state.status === 'registered' ? (items?.(state) ?? WHOLE) : []),
  outOfTurn: (state) =>
    state.status === 'unknown'
      ? { rule: 'W-06', code: 'UNKNOWN_ID', message: { zh: '人员未登记', en: 'The person is not registered' } }
      : { rule: 'W-02', message: { zh: '没有可办理的事项', en: 'There is no such item in the file' } },
  needs: () => ({}),
  guards: spec.guards ?? [],
  events: (input, facts) => (facts.state.status === 'registered' ? events(input, facts.state) : []),
});

export const recordEmployment = personAct({
  name: 'recordEmployment',
  title: { zh: '登记从业单位', en: 'Record an employment' },
  input: z.strictObject({
    employerId: id('单位编号，未登记的不填', 'id of the employer, empty where not registered').optional(),
    employerName: text('单位名称', 'name of the employer', 200),
    post: text('岗位', 'post', 100),
    from: date('入职日期', 'from'),
  }),
  basis: ['R-113'],
  events: ({ employerId, ...input }, { employments }) => [
    {
      type: 'EmploymentRecorded',
      payload: { employmentId: nextItemId('employment', employments), employerId: employerId ?? null, ...input },
    },
  ],
});

export const endEmployment = personAct({
  name: 'endEmployment',
  title: { zh: '登记离职', en: 'Record the end of an employment' },
  input: z.strictObject({
    employmentId: id('从业记录编号', 'id of the employment'),
    to: date('离职日期', 'last day'),
    reason: text('原因', 'reason', 500).optional(),
  }),
  basis: ['R-113'],
  target: 'employmentId',
  items: ({ employments }) => employments.filter((each) => each.to === null).map((each) => each.id),
  guards: [endsAfterItBegan],
  events: ({ reason, ...input }) => [{ type: 'EmploymentEnded', payload: { ...input, reason: reason ?? null } }],
});

export const recordWorkCertificate = personAct({
  name: 'recordWorkCertificate',
  title: { zh: '登记上岗证', en: 'Record a work certificate' },
  input: z.strictObject({
    certificateNo: text('证书编号', 'number', 60),
    scope: text('可从事的项目', 'what it entitles to', 1000),
    issuer: text('发证单位', 'issuer', 200),
    validFrom: date('有效期始', 'valid from'),
    validTo: date('有效期止', 'valid to'),
  }),
  basis: ['R-114'],
  events: (input) => [{ type: 'WorkCertificateRecorded', payload: input }],
});

const BAN_RECORDERS: readonly OfficialFunction[] = ['authorityHead', 'enforcementAgency', 'marketRegulator', 'court', 'registrar'];

export const recordPractitionerBan = personAct({
  name: 'recordPractitionerBan',
  title: { zh: '登记从业禁止', en: 'Record a practitioner ban' },
  by: BAN_RECORDERS,
  input: z.strictObject({
    orderedBy: text('决定机关', 'who ordered it', 200),
    docNo: docNo('决定文号', 'number of the decision'),
    ground: enumOf('BanGround', BAN_GROUNDS, { zh: '事由', en: 'ground' }),
    legalBasis: text('法律依据', 'legal basis', 500),
    from: date('禁止之日起', 'first day'),
    until: date('截止日期，终身禁止的不填', 'last day, empty for life').optional(),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['R-122'],
  guards: [termOfTheBan],
  events: ({ docNo: no, until, ...input }, { bans }) => [
    { type: 'PractitionerBanned', payload: { ...input, banId: nextItemId('ban', bans), docNo: no ?? null, until: until ?? null } },
  ],
});

export const liftPractitionerBan = personAct({
  name: 'liftPractitionerBan',
  title: { zh: '解除、撤销从业禁止', en: 'Lift a practitioner ban' },
  by: BAN_RECORDERS,
  input: z.strictObject({
    banId: id('从业禁止编号', 'id of the ban'),
    by: text('决定机关', 'who decided', 200),
    on: date('解除之日', 'first day without it'),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['R-122'],
  target: 'banId',
  items: ({ bans }) => bans.filter((each) => each.liftedOn === null).map((each) => each.id),
  events: (input) => [{ type: 'PractitionerBanLifted', payload: input }],
});

export const personActs = [
  registerPerson,
  recordEmployment,
  endEmployment,
  recordWorkCertificate,
  recordPractitionerBan,
  liftPractitionerBan,
] as const;
