import type { z } from 'zod';
import type { CaseFacts } from '../case/act';
import { enumOf, flag, id, list, namedPerson, object, partialDate, text } from '../kernel/input';
import { HEAVIER_ACTS, hasAny } from './classification';
import { ELEMENTS, EVIDENCE_KINDS, FRAUD_FORMS, FRAUD_METHODS, ANSWERABLE_ROLES } from './elements';
import { FINDINGS, VIOLATION_CLASSES, type ProblemFinding } from './events';

const evidencePointer = object(
  'EvidencePointerInput',
  {
    kind: enumOf('EvidenceKind', EVIDENCE_KINDS, { zh: '证据类别', en: 'kind of evidence' }),
    ref: text('本案证据编号或者文书名称、文号', 'id within the case, or name of the document', 200),
  },
  { zh: '所依据的证据', en: 'what it rests on' },
);

const element = object(
  'EstablishedElementInput',
  {
    element: enumOf('ViolationElement', ELEMENTS, { zh: '要件', en: 'element' }),
    evidence: list(evidencePointer, '证据', 'evidence', { min: 1 }),
  },
  { zh: '已查实的要件', en: 'an element that is established' },
);

const responsible = object(
  'AnswerablePersonInput',
  {
    ...namedPerson.shape,
    role: enumOf('AnswerableRole', ANSWERABLE_ROLES, { zh: '身份', en: 'in what office' }),
  },
  { zh: '责任人员', en: 'a responsible person' },
);

export const finding = object(
  'FindingInput',
  {
    problemId: id('问题编号', 'problem id'),
    finding: enumOf('Finding', FINDINGS, { zh: '认定', en: 'finding' }),
    violationClass: enumOf('ViolationClass', VIOLATION_CLASSES, { zh: '违法类别', en: 'class of violation' }).optional(),
    tampering: flag('是否查实篡改、伪造监测数据', 'is tampering or fabrication established'),
    malicious: flag('是否以逃避监管为目的', 'was it done to evade supervision'),
    reasons: text('认定理由', 'reasons', 10_000),
    elements: list(element, '已查实的要件及证据', 'elements established, with evidence').optional(),
    methods: list(
      enumOf('FraudMethod', FRAUD_METHODS, { zh: '篡改、伪造、指使的方式', en: 'way of tampering, forging or instructing' }),
      '弄虚作假方式（环发〔2015〕175号）',
      'ways of falsification',
    ).optional(),
    forms: list(
      enumOf('FraudForm', FRAUD_FORMS, { zh: '弄虚作假情形', en: 'form of falsification' }),
      '弄虚作假情形（监测条例第二十五条）',
      'forms of falsification',
    ).optional(),
    actedOn: partialDate('行为发生之日', 'day of the act').optional(),
    crimeReasons: text('是否涉嫌犯罪的理由', 'why it is, or is not, suspected to be a crime', 10_000).optional(),
    responsible: list(responsible, '责任人员', 'responsible persons').optional(),
  },
  { zh: '问题认定', en: 'finding on one problem' },
);

export type FindingInput = z.output<typeof finding>;

const partyKindOf = (problemId: string, { state, registers }: CaseFacts) => {
  const problem = state.problems.find((each) => each.id === problemId);
  const party = problem === undefined ? undefined : registers.party(problem.partyId);

  return party?.status === 'registered' ? party.kind : null;
};

/** What was said; a field that was not is left out of the event. */
const said = <T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** The party is an operator, or a member of operating staff is named, here or on the case. */
const byOperatingStaff = (given: FindingInput, partyKind: string | null, { state }: CaseFacts): boolean =>
  partyKind === 'omProvider' ||
  (given.responsible ?? []).some((each) => each.role === 'operatingStaff') ||
  state.responsiblePersons.some((each) => each.post === 'omStaff' && each.problemIds.includes(given.problemId));

/** The finding as it goes on record, with what follows from it by law. */
export const findingOf = (given: FindingInput, facts: CaseFacts): ProblemFinding => {
  const partyKind = partyKindOf(given.problemId, facts);
  const { violationClass, elements, methods, forms, actedOn, crimeReasons, responsible: persons, ...rest } = given;
  const heavier = byOperatingStaff(given, partyKind, facts) && (given.tampering || hasAny({ elements: elements ?? [] }, HEAVIER_ACTS));

  return {
    ...rest,
    violationClass: violationClass ?? null,
    ...said({ elements, methods, forms, actedOn, crimeReasons, responsible: persons }),
    ...(partyKind === null ? {} : { partyKind }),
    ...(heavier ? { heavierPenalty: true } : {}),
  };
};
