import { LiuhenError, type Projection } from '@liuhen/workflows';
import type { Standing } from './port';

/** Documents that a newer program has written: one that is older neither goes on from them nor puts its own in their place. */
export const tooNew = (name: string, { version }: Pick<Standing, 'version'>, known: Pick<Projection, 'version'>): LiuhenError =>
  new LiuhenError('STORE_TOO_NEW', `read model ${name}: version ${version}, known ${known.version}`);
