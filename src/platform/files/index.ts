export { csvOf } from './csv.js';
export { Keys } from './keys.js';
export { onDemand } from './on-demand.js';
export { PACKAGE_ROOT } from './package-root.js';
