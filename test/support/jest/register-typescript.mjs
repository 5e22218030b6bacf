/** For `node --import`: this process, and each of its worker threads, reads the TypeScript sources. */
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
