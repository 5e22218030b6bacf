import { schema } from '../../db/schema.js';
import { registerSeen } from '../certifications/index.js';
import { checkAcademy } from '../operations/index.js';
import { openReads, presentKeys, readConfig } from '../platform/index.js';
import { Lines } from './lines.js';
import type { Terminal } from './terminal.js';

/** Checks the whole academy in its current state. */
export async function checkCommand({ json }: { readonly json: boolean }, terminal: Terminal): Promise<number> {
  const config = readConfig(terminal.env);
  const { reads, close } = await openReads(config, schema);
  try {
    const lines = new Lines(terminal, json);
    const academy = {
      query: reads.query,
      isPostgres: config.databaseUrl !== null,
      schema,
      keys: presentKeys(config),
      needsKey: true,
      seen: registerSeen(config),
    };
    for await (const line of checkAcademy(academy)) lines.add(line);
    return lines.end({});
  } finally {
    await close();
  }
}
