/** For `node --import`: this process, and each of its worker threads, reads the sources as they stand. */
import { register } from 'node:module';

register('./typescript.mjs', import.meta.url);
