import { registerEnumType } from 'type-graphql';
import {
  DISCLOSURE_SUBJECTS,
  ERROR_CODES,
  FINDINGS,
  FUNCTIONS,
  INTERFERENCE_FORMS,
  INTERFERENCE_KINDS,
  PROBLEM_SOURCES,
  STAGES,
  VIOLATION_CLASSES,
} from '@liuhen/workflows';

const made = new Map<string, Record<string, string>>();

/** The enum of this name, made on first use from its values and their meaning. */
export const enumType = (name: string, values: Readonly<Record<string, string>>): Record<string, string> => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(members, {
    name,
    valuesConfig: Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }])),
  });
  made.set(name, members);

  return members;
};

export const OfficialFunctionEnum = enumType('OfficialFunction', FUNCTIONS);
export const StageEnum = enumType('Stage', STAGES);
export const ProblemSourceEnum = enumType('ProblemSource', PROBLEM_SOURCES);
export const FindingEnum = enumType('Finding', FINDINGS);
export const ViolationClassEnum = enumType('ViolationClass', VIOLATION_CLASSES);
export const DisclosureSubjectEnum = enumType('DisclosureSubject', DISCLOSURE_SUBJECTS);
export const InterferenceFormEnum = enumType('InterferenceForm', INTERFERENCE_FORMS);
export const InterferenceKindEnum = enumType('InterferenceKind', INTERFERENCE_KINDS);
export const ErrorCodeEnum = enumType(
  'ErrorCode',
  Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { zh, en }]) => [code, `${zh} / ${en}`])),
);
