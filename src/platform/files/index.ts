export { csvOf, csvParts } from './csv.js';
export { type BackupKey, Keys, masterKeyFile, presentKeys } from './keys.js';
export { onDemand, onDemandModule } from './on-demand.js';
export { PACKAGE_ROOT } from './package-root.js';
export { readTable } from './tables/read-table.js';
export type { TableFault, TableRead, TableReading, TableRow } from './tables/table.js';
export { TableReader } from './tables/table-reader.js';
export { writeXlsx } from './write-xlsx.js';
export { type Cell, xlsxOf } from './xlsx.js';
