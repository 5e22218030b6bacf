import { performance } from 'node:perf_hooks';
import { SignCertificates } from '../../../src/certifications/index.js';
import type { DataFolder } from '../data-folder.js';
import { type Row, row, type Scene } from '../scene.js';

const ROUNDS = 10;

/** Certificates of the demo get their documents and their log entries, in worker threads, including storage. */
export const sealing: Scene = async (demo: DataFolder): Promise<Row[]> => {
  const folder = demo.copy();
  try {
    return await folder.open(async ({ app }) => {
      const seal = app.get(SignCertificates);
      let left = await seal.execute(1);
      const began = performance.now();
      const before = process.cpuUsage();
      const first = left;
      for (let round = 0; round < ROUNDS && left > 0; round += 1) left = await seal.execute(1);
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(before);
      const sealed = first - left;
      return [
        row(
          'Complete certificates made: four documents each, checked, stored, logged',
          `${(sealed / seconds).toFixed(1)} a second, ${((user + system) / 1000 / sealed).toFixed(0)} ms of processor each`,
        ),
      ];
    });
  } finally {
    await folder.remove();
  }
};
