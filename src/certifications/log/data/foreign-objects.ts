import { foreignTables, foreignTriggers, type QueriedDatabase } from '../../../platform/index.js';

/** Tables whose rows are bound, logged or signed. */
const REGISTER_TABLES = [
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
  'record_binding',
  'register_state',
  'status_entry',
  'status_list',
];

/** Names of triggers, rules and tables that could change what is written to the register, or what is read from it. */
export async function foreignObjects(database: QueriedDatabase): Promise<string[]> {
  return [...(await foreignTriggers(database)), ...(await foreignTables(database, REGISTER_TABLES))];
}
