import type { Case } from './finding';
import type { Stage } from './stage';

interface TrailRow {
  readonly occurredAt: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly actor: { readonly name: string; readonly office: string };
  readonly note: string | null;
}

interface Rows<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface Answers {
  readonly auditTrail: Rows<TrailRow>;
  readonly signatures: Rows<{
    readonly what: string;
    readonly value: string;
    readonly unit: string;
    readonly role: string;
    readonly name: string;
  }>;
  readonly knowledge: Rows<{ readonly who: string; readonly since: string; readonly through: string }>;
  readonly interferenceTrail: Rows<{
    readonly record: { readonly official: { readonly name: string; readonly organisation: string }; readonly content: string };
    readonly recordedBy: { readonly name: string };
  }>;
  readonly caseFile: { readonly stage: string };
}

const QUESTIONS = `
  query Audit($caseId: ID!, $p: Position) {
    caseFile(caseId: $caseId, atLeast: $p) { stage }
    auditTrail(caseId: $caseId, first: 200) { edges { node { occurredAt title { zh en } actor { name office } note } } }
    signatures(caseId: $caseId, first: 200) { edges { node { what value unit role name } } }
    knowledge(caseId: $caseId, first: 200) { edges { node { who since through } } }
    interferenceTrail(filter: { caseId: $caseId }) { edges { node { record { official { name organisation } content } recordedBy { name } } } }
  }`;

export interface Audited {
  readonly stage: string;
  readonly auditTrail: number;
  readonly interferenceRecords: number;
}

/** Who did what when, who signed each number, who knew of it since when, who leaned on whom. */
export const audit = async (stage: Stage, { caseId }: Case): Promise<Audited> => {
  stage.story.chapter({ zh: '纪检监察机关的提问', en: 'The auditor asks' });
  const answers = await stage.office('inspector').ask<Answers>(QUESTIONS, { caseId, p: stage.position });
  for (const { node } of answers.auditTrail.edges) {
    const note = node.note === null ? '' : `（${node.note}）`;
    stage.story.line({
      zh: `${node.occurredAt.slice(0, 16)} ${node.actor.name}（${node.actor.office}） ${node.title.zh}${note}`,
      en: node.title.en,
    });
  }
  for (const { node: each } of answers.signatures.edges) {
    stage.story.line({ zh: `数字 ${each.what} ${each.value} ${each.unit} — ${each.role}：${each.name}`, en: 'who signed this number' });
  }
  for (const { node: each } of answers.knowledge.edges)
    stage.story.line({ zh: `${each.who} 自 ${each.since.slice(0, 16)} 起知悉（${each.through}）`, en: 'knew since' });
  for (const { node } of answers.interferenceTrail.edges) {
    const { official, content } = node.record;
    stage.story.line({
      zh: `干预：${official.organisation}${official.name} ${content}（记录人 ${node.recordedBy.name}）`,
      en: 'who leaned on whom',
    });
  }

  return {
    stage: answers.caseFile.stage,
    auditTrail: answers.auditTrail.edges.length,
    interferenceRecords: answers.interferenceTrail.edges.length,
  };
};
