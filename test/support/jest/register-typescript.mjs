/** For `node --import`: lets this process, and its worker threads, read the TypeScript sources. */
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
