import type { RuleEntry, RuleKind } from '../rule';

const article = (text: 'EPL' | 'RPS' | 'SDM' | 'DET', no: number, kind: RuleKind, summary: string): RuleEntry => ({
  id: `${text}-${String(no).padStart(2, '0')}`,
  kind,
  jurisdictions: ['000000'],
  citation: `${text} 第${no}条`,
  clause: null,
  summary,
});

/** Measures beside the fine: orders 29 and 30 of 2014, the transfer for detention, and the article of the law behind them. */
export const measures: readonly RuleEntry[] = [
  article('EPL', 60, 'guard', 'Above the limits: restriction or suspension; serious: closure with the approval of the government.'),
  article('RPS', 5, 'classification', 'Production is restricted where a standard or the daily total is exceeded.'),
  article(
    'RPS',
    6,
    'classification',
    'Production is suspended for evasion, heavy metals, the yearly total, a limit still exceeded under restriction.',
  ),
  article('RPS', 10, 'guard', 'The head approves; a grave matter is discussed collectively; a notice tells the party its rights.'),
  article('RPS', 14, 'deadline', 'The decision is served within seven working days.'),
  article('RPS', 15, 'deadline', 'A restriction lasts three months and once three more; a suspension until it is lifted.'),
  article('RPS', 16, 'deadline', 'The plan is filed and made public within fifteen working days.'),
  article('RPS', 17, 'deadline', 'The completion is filed within fifteen working days; the measure is lifted on the day of filing.'),
  article('RPS', 18, 'record', 'The measure ends by itself where the unit is dissolved, bankrupt or ordered closed.'),
  article('SDM', 4, 'classification', 'Seized where there is evasion, dumping, an incident, a protected area; may be otherwise.'),
  article('SDM', 6, 'guard', 'Public facilities, and what serves basic livelihood or safety, are not seized.'),
  article('SDM', 10, 'guard', 'Two officers, decision and list, seals, record.'),
  article('SDM', 13, 'deadline', 'An urgent seizure on the spot is approved within 24 hours.'),
  article('SDM', 15, 'deadline', 'A seizure lasts thirty days and once thirty more; the extension is told in writing with reasons.'),
  article('SDM', 19, 'deadline', 'An application to lift is checked and decided within five working days.'),
  article('SDM', 20, 'deadline', 'Lifted at once when the case was handled, the period is over, or it is no longer needed.'),
  article('SDM', 21, 'deadline', 'The lifting is served and the seals are removed within three working days.'),
  article('SDM', 22, 'guard', 'Once the police have filed the case, equipment, papers and lists are handed over.'),
  article('SDM', 23, 'record', 'Seals are inspected regularly; a broken seal is told to the police.'),
  article('DET', 2, 'guard', "Only what is no crime yet, and only after the authority's penalty decision."),
  article('DET', 9, 'record', 'The persons: who decides, organises or profits most, and who actually did it.'),
  article('DET', 10, 'guard', 'The head approves the transfer on a form.'),
  article('DET', 11, 'guard', 'Seven items, in the original.'),
  article('DET', 12, 'deadline', 'Handed to the police of the same level within three working days of the transfer decision.'),
  { ...article('DET', 13, 'deadline', 'The police may ask for a supplement within three working days of acceptance.'), mode: 'warn' },
  article('DET', 14, 'notification', 'A detention is copied to the sender within three working days.'),
  article('DET', 15, 'deadline', 'Conditions not met: written reasons and the file back within five working days; the sender closes.'),
  article('RPS', 20, 'deadline', 'The authority checks within thirty days of the lifting.'),
];
