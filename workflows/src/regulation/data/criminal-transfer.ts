import type { RuleEntry } from '../rule';

/** Criminal and security transfer. */
export const criminalTransfer: readonly RuleEntry[] = [
  {
    id: 'R-138',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「市环境保护部门查实的篡改伪造环境监测数据案件，应按规定报告上级环境保护部门」',
    summary: 'A verified tampering or fabrication case is reported to the superior environmental department.',
  },
  {
    id: 'R-139',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「除依照有关法律法规进行处罚外，移送公安机关依法予以治安处罚」',
    summary:
      'Where there is no crime, the penalty of the authority and the transfer to the police for a security penalty are both required.',
  },
  {
    id: 'R-140',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「应当制作涉嫌犯罪案件移送书、调查报告、现场勘查笔录、涉案物品清单等证据材料」',
    summary: 'A criminal transfer is refused unless letter, investigation report, scene record and list of items are attached.',
  },
  {
    id: 'R-141',
    kind: 'deadline',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「及时向同级公安机关移送」',
    summary: 'The transfer goes in time to the police of the same level; the time from suspectedCrime to transfer is measured.',
  },
  {
    id: 'R-142',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「并将案件移送书抄送同级检察机关」',
    summary: 'The transfer letter is copied to the procuratorate of the same level.',
  },
  {
    id: 'R-143',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「公安机关应当依法受理」',
    summary: 'The police acceptance is recorded; a transferred case without acceptance is listed.',
  },
  {
    id: 'R-144',
    kind: 'deadline',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「并在规定期限内书面通知移送部门是否立案」',
    summary:
      'The police tell the transferring department in writing, within the set time, whether they file the case; a missing notice is escalated.',
  },
  {
    id: 'R-145',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「检察机关依法履行法律监督职责」',
    summary: 'Supervision acts of the procuratorate on a transferred case are recorded.',
  },
  {
    id: 'R-146',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「对查实的篡改伪造环境监测数据案件等信息实行共享」',
    summary: 'Verified tampering and fabrication cases are shared with police, procuratorate and court.',
  },
  {
    id: 'R-147',
    kind: 'guard',
    jurisdictions: ['370800'],
    citation: 'S1 五(十一)',
    clause: '「依法处理或移交市场监管、公安机关等部门处理」',
    summary:
      'A penalty or transfer for tampering or fabrication by a lab or operator names its legal basis (the seed lists four texts; 「等法律法规」 leaves the list open).',
  },
];
