import { DataFolder } from '../data-folder.js';
import { median } from '../load.js';
import { type Row, row, type Scene } from '../scene.js';
import { Served } from '../served.js';

const ROUNDS = 5;

/** How long the built product takes to its first `/readyz`, and how much memory it then uses. */
export const start: Scene = async (demo) => [
  await started('Start on the demo academy', () => demo.copy()),
  await started('Start on an empty folder, every migration run', () => DataFolder.empty()),
];

async function started(what: string, folder: () => DataFolder): Promise<Row> {
  const [times, memories]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const data = folder();
    const served = await Served.product(data);
    times.push(served.readyAfter);
    memories.push(served.memory);
    await served.stop();
    await data.remove();
  }
  return row(what, `${(median(times) / 1000).toFixed(2)} s, ${Math.round(median(memories) / 1024 / 1024)} MB`);
}
