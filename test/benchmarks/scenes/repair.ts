import { performance } from 'node:perf_hooks';
import { repairScene, runRepair } from '../repair-term.js';
import { type Row, row } from '../scene.js';

const ROUNDS = 5;

/** A late holiday notice: two hundred of five thousand sessions need another day. */
export function repair(): Promise<Row[]> {
  const scene = repairScene(5000);
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    runRepair(scene, 200);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return Promise.resolve([
    row(
      'Repair: 200 of 5,000 sessions moved off holidays',
      `${((times[Math.floor(ROUNDS / 2)] ?? 0) / 1000).toFixed(2)} s`,
    ),
  ]);
}
