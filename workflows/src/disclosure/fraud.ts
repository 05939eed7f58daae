import type { Problem } from '../problem/evolve';

/** 监测数据弄虚作假, verified: tampering or fabrication, or a finding of that class. */
export const isFraud = ({ finding }: Pick<Problem, 'finding'>): boolean =>
  finding?.tampering === true || finding?.violationClass === 'dataFraud';
