import { createHash } from 'node:crypto';
import type { Stage } from './stage';

export const DEMO_DEVICE = { mn: '370800FOOD000001', password: '654321' } as const;

/** Devices of the real example frames, with the passwords that stand in them. */
const EXAMPLE_DEVICES = [
  { mn: '010000A8900016F000169DC0', password: '123456' },
  { mn: 'ZLDSZ20210127', password: '123456' },
] as const;

export interface Registered {
  readonly entityId: string;
  readonly outletId: string;
  readonly boundLab: string;
  readonly freeLab: string;
}

const digestOf = (password: string): string => `sha256:${createHash('sha256').update(password).digest('hex')}`;

const labInput = (name: string, creditCode: string) => ({
  name,
  kind: 'thirdPartyLab',
  creditCode,
  jurisdiction: '370800',
  address: '济宁市任城区',
  legalRepresentative: '负责人',
  keyEntity: false,
  keyPermitManagement: false,
});

const registerLab = async (stage: Stage, name: string, creditCode: string): Promise<string> => {
  const { subject } = await stage.do('registrar', 'registerParty', { input: labInput(name, creditCode) });
  await stage.do('registrar', 'recordLabCertificate', {
    subject,
    input: { certificateNo: `CMA-${creditCode.slice(-6)}`, validFrom: '2022-01-01', validTo: '2028-12-31', scope: '水和废水' },
  });

  return subject;
};

const registerDevices = async (stage: Stage, entityId: string, outletId: string): Promise<void> => {
  for (const { mn, password } of [DEMO_DEVICE, ...EXAMPLE_DEVICES]) {
    await stage.do('registrar', 'registerDevice', {
      subject: entityId,
      input: { mn, outletId, model: 'COD 在线分析仪', passwordDigest: digestOf(password) },
    });
  }
};

/** The registers that the matter rests on: entity with outlet, limits and devices; two labs, one of them under contract with the entity. */
export const setUpRegisters = async (stage: Stage): Promise<Registered> => {
  stage.story.chapter({ zh: '基础信息：排污单位、排放口、设备、监测机构', en: 'Registers: entity, outlet, devices, labs' });
  const { subject: entityId } = await stage.do('registrar', 'registerParty', {
    input: {
      name: '某味食品有限公司',
      kind: 'dischargingEntity',
      creditCode: '91370800MA3C00001M',
      jurisdiction: '370800',
      address: '济宁市高新区',
      legalRepresentative: '林某',
      keyEntity: true,
      keyPermitManagement: true,
      permitNo: '91370800MA3C00001M001V',
    },
  });
  const outletId = `${entityId}.1`;
  const limits = [
    { pollutant: 'w01018', period: 'day', limit: '500', unit: 'mg/L', standard: 'GB 8978-1996 三级' },
    { pollutant: 'w21003', period: 'day', limit: '45', unit: 'mg/L', standard: 'GB/T 31962-2015 B级' },
  ];
  await stage.do('registrar', 'registerOutlet', {
    subject: entityId,
    input: { outletId, name: '废水总排口', medium: 'water', main: true, limits },
  });
  await registerDevices(stage, entityId, outletId);
  const boundLab = await registerLab(stage, '济宁甲检测有限公司', '91370800MA3C00002Q');
  await stage.do('registrar', 'recordLabContract', {
    subject: boundLab,
    input: { contractNo: 'JC-2024-017', entityId, kind: 'selfMonitoring', from: '2024-01-01' },
  });
  const freeLab = await registerLab(stage, '济宁乙检测有限公司', '91370800MA3C00003U');

  return { entityId, outletId, boundLab, freeLab };
};
