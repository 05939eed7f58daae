import type { RuleEntry, RuleKind } from '../rule';

const article = (text: 'APL' | 'MEP' | 'CJL' | 'SCT', no: number, kind: RuleKind, summary: string): RuleEntry => ({
  id: `${text}-${String(no).padStart(2, '0')}`,
  kind,
  jurisdictions: ['000000'],
  citation: `${text} 第${no}条`,
  clause: null,
  summary,
});

/** National procedure where the local texts are silent, by instrument and article. */
export const national: readonly RuleEntry[] = [
  article('APL', 28, 'guard', 'With a penalty goes the order to correct the violation, at once or by a date.'),
  article('APL', 29, 'guard', 'One act of one party is fined once only; of several provisions the higher fine applies.'),
  article('APL', 42, 'guard', 'At least two officers with the enforcement qualification act.'),
  article('APL', 44, 'guard', 'Before the decision the party is told the planned penalty, facts, grounds, basis and its rights.'),
  article('APL', 45, 'guard', 'The party may state and defend its case, and is never penalised more heavily for it.'),
  article(
    'APL',
    48,
    'disclosure',
    'Decisions with social impact are public; one that is changed or revoked is withdrawn in three working days.',
  ),
  article('APL', 54, 'guard', 'A case is filed in time where the standard for filing is met.'),
  article('APL', 55, 'guard', 'Officers show their certificates on their own motion; inspection and inquiry are written down.'),
  article('APL', 57, 'guard', 'The head of the authority decides after the investigation is finished.'),
  article('APL', 58, 'guard', 'Legal review stands before the decision.'),
  article('APL', 60, 'deadline', 'A decision is made within 90 days of filing.'),
  article('APL', 61, 'deadline', 'The decision is served within seven working days.'),
  article('APL', 62, 'guard', 'No decision without the notice, or where the defence was not heard, unless the party waives it.'),
  article('APL', 63, 'guard', 'A large fine carries the right to a hearing, and the party is told of it.'),
  article('APL', 64, 'guard', 'A hearing is asked for within five working days of the notice and chaired by a non-investigator.'),
  article('APL', 67, 'deadline', 'The fine is paid within fifteen days of receipt of the decision.'),
  article('MEP', 20, 'guard', 'A case filed without its conditions is withdrawn.'),
  article('MEP', 57, 'deadline', 'A decision is made within 90 days of filing; the head may add 30 days, collective discussion 30 more.'),
  article('MEP', 89, 'guard', 'A large fine is 5,000 yuan for a citizen, 200,000 yuan for a legal person.'),
  article('CJL', 5, 'deadline', 'The head decides on a transfer within three days of the written report.'),
  article(
    'CJL',
    6,
    'deadline',
    'The papers go to the police of the same level within 24 hours of the approval, the letter to the procuratorate.',
  ),
  article('CJL', 7, 'guard', 'The police accept the papers and sign the receipt at once.'),
  article('CJL', 8, 'deadline', 'Incomplete papers are supplemented on written notice, never refused.'),
  article('CJL', 9, 'deadline', 'The police decide on filing within three days of acceptance and tell the authority in writing.'),
  article('CJL', 16, 'guard', 'A penalty that was not decided before the transfer waits for the criminal outcome.'),
  article('SCT', 3, 'guard', 'What is suspected to be a crime has to be transferred.'),
  article('SCT', 5, 'guard', 'A team of at least two reports to the head, who decides within three days.'),
  article('SCT', 6, 'guard', 'A transfer comes with letter, investigation report, list of items, test reports and other papers.'),
  article('SCT', 11, 'guard', 'No administrative penalty takes the place of a transfer.'),
];
