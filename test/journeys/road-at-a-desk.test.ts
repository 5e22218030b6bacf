import { DESK } from '../support/browser.js';
import { Road } from './road.js';
import { walkTheRoad } from './whole-road.js';

describe('the whole road, in Chinese at a desk', () => {
  let road: Road;
  beforeAll(async () => { road = await Road.begin({ language: 'zh-CN', size: DESK }); });
  afterAll(() => road.end());

  it('can be walked by everybody from a new academy to a verified certificate, and every page on it is sound', async () => {
    await walkTheRoad(road);
    expect(road.chromium.problems).toEqual([]);
  }, 300_000);
});
