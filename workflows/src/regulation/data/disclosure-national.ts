import type { RuleEntry, RuleKind } from '../rule';

const entry = (id: string, kind: RuleKind, citation: string, summary: string): RuleEntry => ({
  id,
  kind,
  jurisdictions: ['000000'],
  citation,
  clause: null,
  summary,
});

/** Publication, privacy and credit repair in national law. */
export const disclosureNational: readonly RuleEntry[] = [
  entry('OGI-15', 'guard', 'OGI 第15条', 'Personal privacy is not published; a name where the law allows, an identity number never.'),
  entry('OGI-16', 'guard', 'OGI 第16条', 'What is still in process is not published: counts only, no names before the decision.'),
  entry(
    'CJL-32',
    'notification',
    'CJL 第32条',
    'Clues of crimes of office found on the way go to the procuratorate, today also to the supervision organ.',
  ),
  // The articles were not at hand: classes, periods and conditions are those of its published summary.
  entry(
    'CRM-01',
    'classification',
    'CRM',
    'A breach is light (not published as a rule, at most 3 months), general (3 months to 1 year) or serious (1 to 3 years).',
  ),
  entry('CRM-02', 'guard', 'CRM', 'Repair needs the minimum period passed, the duty fulfilled and a commitment.'),
  entry('CRM-03', 'deadline', 'CRM', 'At the maximum period, counted from the date of the document, the publication ends by itself.'),
];
