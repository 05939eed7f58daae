import {
  ELEMENTS,
  EVIDENCE_KINDS,
  FRAUD_FORMS,
  FRAUD_METHODS,
  PARTY_KINDS,
  PROBLEM_CATEGORIES,
  PROBLEM_GRADES,
  ANSWERABLE_ROLES,
  type DeterminedFinding,
  type EstablishedElement,
  type EvidencePointer,
  type ProblemGrading,
  type AnswerablePerson,
} from '@liuhen/workflows';
import { enumType, FindingEnum, ViolationClassEnum } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const EvidencePointerType = itemType<EvidencePointer>('EvidencePointer', '所依据的证据 / what an element rests on', {
  kind: one(enumType('EvidenceKind', EVIDENCE_KINDS)),
  ref: one('String'),
});

const EstablishedElementType = itemType<EstablishedElement>('EstablishedElement', '已查实的要件 / an element that is established', {
  element: one(enumType('ViolationElement', ELEMENTS)),
  evidence: many(EvidencePointerType),
});

const AnswerablePersonType = itemType<AnswerablePerson>('AnswerablePerson', '责任人员 / a responsible person', {
  person: one('ID'),
  name: one('String'),
  certificateNo: maybe('String'),
  role: one(enumType('AnswerableRole', ANSWERABLE_ROLES)),
});

export const ProblemFindingType = itemType<DeterminedFinding>('ProblemFinding', '调查认定 / what the investigation found of one problem', {
  finding: one(FindingEnum),
  violationClass: maybe(ViolationClassEnum),
  tampering: one('Boolean'),
  malicious: one('Boolean'),
  reasons: one('String'),
  elements: many(EstablishedElementType, '已查实的要件及证据 / each element on its evidence'),
  methods: many(enumType('FraudMethod', FRAUD_METHODS)),
  forms: many(enumType('FraudForm', FRAUD_FORMS)),
  actedOn: maybe('PartialDate'),
  crimeReasons: maybe('String', '是否涉嫌犯罪的理由 / why it is, or is not, suspected to be a crime'),
  responsible: many(AnswerablePersonType),
  partyKind: maybe(enumType('PartyKind', PARTY_KINDS)),
  heavierPenalty: one('Boolean', '运维人员从重 / operating staff, penalised more heavily'),
});

export const ProblemGradingType = itemType<ProblemGrading>('ProblemGrading', '问题等级、类别 / grade and category of a problem', {
  grade: one(enumType('ProblemGrade', PROBLEM_GRADES)),
  category: one(enumType('ProblemCategory', PROBLEM_CATEGORIES)),
});
