import { openEmbeddedIssuer } from '@liuhen/infra';
import { FUNCTIONS, isJurisdiction, isOfficialFunction, LiuhenError } from '@liuhen/workflows';

export interface TokenOptions {
  readonly data: string;
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly office: string;
  readonly function: string;
  readonly jurisdiction: string;
  readonly hours: string;
  readonly party?: string;
}

/** Signs a token with the key of a data folder and prints it. */
export const token = async (options: TokenOptions): Promise<void> => {
  const { person, name, organisation, office, jurisdiction } = options;
  if (!isOfficialFunction(options.function)) throw new LiuhenError('INVALID_INPUT', `--function: ${Object.keys(FUNCTIONS).join(', ')}`);
  if (!isJurisdiction(jurisdiction)) throw new LiuhenError('INVALID_INPUT', '--jurisdiction: 6 digits, GB/T 2260');
  const hours = Number(options.hours);
  if (!(hours > 0 && hours <= 8_784)) throw new LiuhenError('INVALID_INPUT', '--hours: more than 0, at most a year');
  const issuer = await openEmbeddedIssuer(options.data);
  const actor = {
    person,
    name,
    organisation,
    office,
    function: options.function,
    jurisdiction,
    ...(options.party === undefined ? {} : { party: options.party }),
  };
  const issuedAt = Math.floor(Date.now() / 1_000);
  process.stdout.write(`${await issuer.issue(actor, { issuedAt, seconds: Math.floor(hours * 3_600) })}\n`);
};
