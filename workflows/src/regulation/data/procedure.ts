import type { RuleEntry } from '../rule';

const rule = (no: number, zh: string, summary: string): RuleEntry => ({
  id: `W-${String(no).padStart(2, '0')}`,
  kind: 'guard',
  jurisdictions: ['000000'],
  citation: `LIUHEN W-${String(no).padStart(2, '0')} ${zh}`,
  clause: null,
  summary,
});

/** What the procedure itself demands where no text says it in so many words (rules.md, "implied"). */
export const procedure: readonly RuleEntry[] = [
  rule(1, '移交须签收', 'A hand-off is a handshake: offered, received, then accepted or returned by the unit it was offered to.'),
  rule(2, '依次办理', 'An act waits for those that the procedure puts before it.'),
  rule(3, '他人复核', 'What one person reports another person confirms.'),
  rule(4, '结案后不得变动', 'On a closed case nothing moves but its reopening.'),
  rule(5, '问题须在案', 'An act names problems and items of this very case.'),
  rule(6, '当事人须登记', 'Parties, outlets and devices are those of the register.'),
  rule(7, '逐项销号', 'What is still owed keeps a problem on the ledger.'),
  rule(8, '时间不得倒置', 'An act cannot be done later than it is recorded.'),
  rule(9, '逐项认定', 'The investigation report gives each open problem one finding.'),
  rule(
    11,
    '时间不明须标记',
    'A fact whose time or document number is known in part only is lawful, is marked, and so is what is computed from it.',
  ),
  rule(61, '机构不得自我受托', 'A party is never its own commissioned lab.'),
  rule(
    21,
    '期限届满须提示',
    'What is owed is reminded of before its end, recorded as missed after it, and then told to the superior, by events.',
  ),
  rule(
    22,
    '工作日以公布为准',
    'Working days follow the yearly notice of the State Council; a year without one is counted by weekdays, marked, and counted anew.',
  ),
  rule(41, '并案后不得变动', 'On a case that was merged into another nothing moves: its problems live on there.'),
  rule(42, '移送后不得变动', 'On a case that was transferred to another authority nothing moves but its taking back.'),
  rule(43, '并案不得遗漏', 'A case is merged only when the other one has taken up each of its open problems.'),
  {
    ...rule(44, '关联关系提示', 'Affiliates and operation contracts of a lab with the entity that it monitors are pointed out (O-16).'),
    mode: 'warn',
  },
  rule(
    81,
    '委托代行须有期',
    'A delegation has a first and a last day and can be revoked; it is no wider than the right of its grantor and is not passed on.',
  ),
  rule(
    82,
    '办案组须有期',
    'A team on a case has a term; its members come from the area of who appoints them, and nobody recused is among them.',
  ),
  rule(13, '谁出数谁负责', 'Whoever made, signed or ordered something answers for it, whatever the place.'),
  rule(10, '职能与管辖', 'Each act belongs to named functions and to the office whose area covers the place.'),
  rule(16, '回避', 'A person named in an interference record or a discipline clue on a case neither reads the case nor acts on it.'),
];
