import type { ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import type { Credential } from './credential.js';

/** Beside this file, in the source and in what is built of it. */
const FILE = new URL('./ob3-schema.json', import.meta.url);
let compiled: Promise<ValidateFunction> | null = null;

/** What Open Badges' own JSON schema has to say against a credential; empty: nothing. */
export async function schemaFaults(credential: Credential): Promise<string[]> {
  const validate = await (compiled ??= compile());
  if (validate(credential)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}

async function compile(): Promise<ValidateFunction> {
  const { Ajv2019 } = await import('ajv/dist/2019.js');
  // Its own `$schema` names the draft with a mark that no meta-schema carries.
  const schema = { ...(JSON.parse(readFileSync(FILE, 'utf8')) as object), $schema: undefined };
  return new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
}
