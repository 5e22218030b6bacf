import { foreignTables, foreignTriggers, indexFaults, type QueriedDatabase } from '../../../platform/index.js';

/** Tables whose rows are bound, logged or signed. */
const REGISTER_TABLES = [
  'achievement_version',
  'certificate',
  'certificate_binding',
  'certificate_event',
  'certificate_form',
  'certificate_hiding',
  'certificate_reason',
  'certificate_seal',
  'drawn_number',
  'issuance',
  'issuance_item',
  'issuer_key',
  'log_entry',
  'log_hash',
  'log_head',
  'named_template_version',
  'number_sequence',
  'record_binding',
  'register_state',
  'status_list',
  'status_place',
  'verification_batch',
  'verification_receipt',
  'verification_record',
];

/** Names of triggers, rules and tables that could change what is written to the register, or what is read from it. */
export async function foreignObjects(database: QueriedDatabase): Promise<string[]> {
  return [...(await foreignTriggers(database)), ...(await foreignTables(database, REGISTER_TABLES))];
}

/** Where the indexes of the register do not say what its tables say: a row is read through one and counted without. */
export function registerIndexFaults(database: QueriedDatabase): Promise<string[]> {
  return indexFaults(database, REGISTER_TABLES);
}
