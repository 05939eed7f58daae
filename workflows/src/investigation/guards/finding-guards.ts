import { methodNamed, formNamed } from './frd-04-method-named';
import { crimePrompt } from './jia-01-crime-prompt';
import { onSitePrevails } from './mep-30-on-site-prevails';
import { equipmentNotKeptNormal } from './r-046-equipment-not-kept-normal';
import { evasiveDischarge } from './r-047-evasive-discharge';
import { suspicionOnly } from './r-048-suspicion-only';
import { threeCases } from './r-049-three-cases';
import { maliceEstablished } from './r-050-malicious';
import { tamperingIsEvasive } from './r-051-tampering-is-evasive';
import { crimeOrNot } from './r-052-crime-or-not';
import { gradedAndCategorised } from './r-053-grade-and-category';
import { responsibleNamed } from './r-118-responsible-named';
import { knownEvidence } from './w-05-known-evidence';

/** Classification: each class on its elements, each element on evidence, and nothing on an alarm alone. */
export const findingGuards = [
  knownEvidence,
  suspicionOnly,
  onSitePrevails,
  equipmentNotKeptNormal,
  evasiveDischarge,
  threeCases,
  maliceEstablished,
  tamperingIsEvasive,
  crimeOrNot,
  crimePrompt,
  gradedAndCategorised,
  responsibleNamed,
  methodNamed,
  formNamed,
] as const;
