import { PHONE } from '../support/browser.js';
import { Road } from './road.js';
import { walkTheRoad } from './whole-road.js';

describe('the whole road, in English on a phone', () => {
  let road: Road;
  beforeAll(async () => { road = await Road.begin({ language: 'en', size: PHONE }); });
  afterAll(() => road.end());

  it('can be walked by everybody from a new academy to a verified certificate, and every page on it is sound', async () => {
    await walkTheRoad(road);
    expect(road.chromium.problems).toEqual([]);
  }, 300_000);
});
