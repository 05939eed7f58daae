import type { Element, EstablishedElement } from './elements';
import type { ViolationClass } from './events';

/** Elements that all have to be established together. */
type Route = readonly [Element, ...Element[]];

/** The ways in which a class is made out. An alarm is on none of them. */
const ROUTES = {
  equipmentNotKeptNormal: [['comparisonFailed', 'operationNotToStandard'], ['equipmentStopped']],
  evasiveDischarge: [
    ['falseFlag', 'dataNotReal'],
    ['falseReport', 'dataNotReal'],
    ['dataTampered', 'unlawfulDischarge'],
    ['dataFabricated', 'unlawfulDischarge'],
    ['secretOutlet'],
    ['facilitiesNotNormal', 'evasivePurpose'],
  ],
} as const satisfies Partial<Record<ViolationClass, readonly Route[]>>;

interface Finding {
  readonly elements?: readonly EstablishedElement[] | undefined;
}

export const established = ({ elements = [] }: Finding): ReadonlySet<Element> => new Set(elements.map((each) => each.element));

export const hasAll = (finding: Finding, route: readonly Element[]): boolean => {
  const there = established(finding);

  return route.every((element) => there.has(element));
};

export const hasAny = (finding: Finding, wanted: readonly Element[]): boolean => {
  const there = established(finding);

  return wanted.some((element) => there.has(element));
};

/** Is the class made out on one of its routes? */
export const madeOut = (finding: Finding, violationClass: keyof typeof ROUTES): boolean =>
  ROUTES[violationClass].some((route) => hasAll(finding, route));

const FRAUD: readonly Element[] = ['dataTampered', 'dataFabricated'];

/** Tampering or fabrication established, said by the mark or by an element. */
export const isFraud = (finding: Finding & { readonly tampering: boolean }): boolean => finding.tampering || hasAny(finding, FRAUD);

/** each of the three cases is penalised and put under a time limit. */
export const MUST_PENALISE: readonly Element[] = ['inventedReasons', 'deferredWithoutManual', 'notAtMainOutlet'];

/** acts that are malicious when done in order to evade supervision. */
export const MALICIOUS_ACTS: readonly Element[] = ['secretOutlet', 'dataTampered', 'dataFabricated', 'falseFlag', 'facilitiesNotNormal'];

/** what operating staff are penalised more heavily for. */
export const HEAVIER_ACTS: readonly Element[] = ['dataTampered', 'dataFabricated', 'facilityDisturbed', 'qualitySystemDamaged'];

/** 法释〔2023〕7号 art. 1(7): what, together with the discharge of the pollutants named there, raises the question of a crime. */
export const CRIME_ACTS: readonly Element[] = ['dataTampered', 'dataFabricated', 'facilityDisturbed'];
