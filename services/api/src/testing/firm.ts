/** A firm of Jining, as it is registered. */
export const FIRM = {
  name: '某味食品有限公司',
  kind: 'dischargingEntity',
  creditCode: '91370800MA3C00001M',
  jurisdiction: '370800',
  address: '济宁',
  legalRepresentative: '林某',
  keyEntity: true,
  keyPermitManagement: true,
} as const;
