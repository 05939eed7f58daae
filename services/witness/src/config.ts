import { parseVerifier, SUITE_NAMES, type Verifier } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { z } from 'zod';

const VARIABLES = z.object({
  WITNESS_DATA: z.string().min(1).default('./witness'),
  WITNESS_HOST: z.string().min(1).default('127.0.0.1'),
  WITNESS_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  WITNESS_NAME: z
    .string()
    .regex(/^[^\s+]+$/u)
    .default('witness.local'),
  WITNESS_SUITE: z.enum(SUITE_NAMES).default('sha256-ed25519'),
  /** Keys of the logs to watch, separated by white space. */
  WITNESS_LOGS: z.string().default(''),
});

export interface WitnessConfig {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly suite: z.output<typeof VARIABLES>['WITNESS_SUITE'];
  readonly logs: readonly Verifier[];
}

/** Throws `CONFIG_INVALID` with the variable. */
export const readWitnessConfig = (env: Readonly<Record<string, string | undefined>>): WitnessConfig => {
  const parsed = VARIABLES.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LiuhenError('CONFIG_INVALID', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const read = parsed.data;

  return {
    data: read.WITNESS_DATA,
    host: read.WITNESS_HOST,
    port: read.WITNESS_PORT,
    name: read.WITNESS_NAME,
    suite: read.WITNESS_SUITE,
    logs: read.WITNESS_LOGS.split(/\s+/)
      .filter((vkey) => vkey !== '')
      .map(parseVerifier),
  };
};
