import {
  checkStoredKeys,
  countWithDocuments,
  documentFaults,
  type SeenRegister,
  storedDocuments,
  verifyKeysFrom,
  verifyLog,
} from '../../certifications/index.js';
import { checkSeats } from '../../enrolment/index.js';
import {
  type QueryFunction,
  countRows,
  foreignKeyFaults,
  integrityFaults,
  type Keys,
  migrationFaults,
  type Schema,
} from '../../platform/index.js';

export type CheckOutcome = 'ok' | 'failed' | 'notChecked';

export interface CheckLine {
  readonly name: string;
  readonly outcome: CheckOutcome;
  readonly summary: string;
  /** One sentence for each fault. */
  readonly details: readonly string[];
}

export interface AcademyToCheck {
  readonly query: QueryFunction;
  readonly isPostgres: boolean;
  readonly schema: Schema;
  /** `null` if there is no master key. */
  readonly keys: Keys | null;
  /** Whether a missing master key is a fault, as it is where the product runs. */
  readonly needsKey: boolean;
  /** The latest state of the register that this installation has seen; `null` on a copy elsewhere. */
  readonly seen: SeenRegister | null;
}

type Check = (academy: AcademyToCheck) => Promise<Omit<CheckLine, 'name'>>;

/** All checks in this order; each is reported as soon as it is done. */
const CHECKS: Readonly<Record<string, Check>> = {
  database: async (academy) =>
    faultsOr(
      await integrityFaults(academy),
      academy.isPostgres ? 'every table can be read, every index is valid' : 'integrity_check finds nothing',
    ),
  'foreign keys': async (academy) => faultsOr(await foreignKeyFaults(academy), 'every row that is pointed to is there'),
  migrations: async ({ query, schema }) => faultsOr(await migrationFaults(query, schema), 'up to date'),
  seats: async ({ query }) => {
    const { cohorts, held, faults } = await checkSeats(query);
    return faultsOr(faults, `${held} held in ${cohorts} cohorts, none above its capacity`);
  },
  log: async ({ query, isPostgres, keys, seen }) => {
    const { size, certificates, withoutDocuments, missingTriggers, faults } = await verifyLog(
      { query, isPostgres },
      [],
      keys && { ...verifyKeysFrom(keys), ...(seen && { seen }) },
    );
    return faultsOr(
      [
        ...faults,
        ...missingTriggers.map(
          (name) => `Trigger ${name}, which keeps records from being changed, is gone or does not work.`,
        ),
      ],
      `${size} entries agree with ${certificates} certificates${withoutDocuments > 0 ? `, of which ${withoutDocuments} wait for their documents` : ''}`,
    );
  },
  documents: async ({ query }) => {
    const faults: string[] = [];
    for await (const one of storedDocuments(query)) faults.push(...documentFaults(one));
    return faultsOr(faults, `four of each of ${await countWithDocuments(query)} certificates, as they were made`);
  },
  keys: async ({ query, keys, needsKey }) => {
    if (keys === null) {
      const why = 'no master key is at hand: neither MASTER_KEY nor DATA_DIR/keys/master.key';
      return { outcome: needsKey ? 'failed' : 'notChecked', summary: why, details: [] };
    }
    const { opened, faults } = await checkStoredKeys(query, keys);
    return faultsOr(faults, `the master key ${keys.forBackups.fingerprint} opens all ${opened} secrets`);
  },
};

/**
 * Checks an academy in its current state, one line after another. Only reads; a check that fails to run is a line too.
 */
export async function* checkAcademy(academy: AcademyToCheck): AsyncGenerator<CheckLine> {
  for (const [name, check] of Object.entries(CHECKS)) yield { name, ...(await attempted(() => check(academy))) };
}

/** Whether a copy has as many rows as its backup recorded. @param counts rows by table */
export async function checkCopy(query: QueryFunction, counts: Readonly<Record<string, number>>): Promise<CheckLine> {
  const compare = async (): Promise<Omit<CheckLine, 'name'>> => {
    const faults: string[] = [];
    for (const [table, noted] of Object.entries(counts)) {
      const count = await countRows(query, table);
      if (count !== noted) faults.push(`Table ${table} has ${count} rows, the backup was made with ${noted}.`);
    }
    const rows = Object.values(counts).reduce((sum, one) => sum + one, 0);
    return faultsOr(faults, `${rows} rows in ${Object.keys(counts).length} tables, as the backup says`);
  };
  return { name: 'rows', ...(await attempted(compare)) };
}

async function attempted(check: () => Promise<Omit<CheckLine, 'name'>>): Promise<Omit<CheckLine, 'name'>> {
  try {
    return await check();
  } catch (fault) {
    return {
      outcome: 'notChecked',
      summary: `could not be checked: ${fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)}`,
      details: [],
    };
  }
}

function faultsOr(faults: readonly string[], good: string): Omit<CheckLine, 'name'> {
  if (faults.length === 0) return { outcome: 'ok', summary: good, details: [] };
  return {
    outcome: 'failed',
    summary: faults.length === 1 ? 'one thing is wrong' : `${faults.length} things are wrong`,
    details: faults,
  };
}
