export { csvOf } from './csv.js';
export { type BackupKey, Keys, masterKeyFile, presentKeys } from './keys.js';
export { onDemand, onDemandModule } from './on-demand.js';
export { PACKAGE_ROOT } from './package-root.js';
export { readTable, type TableFault, type TableRead, type TableRow } from './table-file.js';
export { type Cell, xlsxOf } from './xlsx.js';
export { unzipWithin, type ZipBounds, type ZipEntry } from './zip-bounds.js';
