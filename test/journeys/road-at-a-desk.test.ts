import { DESK, JOURNEY_LIMIT_MS, PHONE } from '../support/browser.js';
import { Road } from './road.js';
import { tourOfEveryPage } from './tour.js';
import { walkTheRoad } from './whole-road.js';

describe('the whole road, in Chinese at a desk', () => {
  let road: Road;
  beforeAll(async () => {
    road = await Road.begin({ language: 'zh-CN', size: DESK });
  });
  afterAll(() => road.end());

  it(
    'can be walked by everybody from a new academy to a verified certificate, and every page is sound there and at the other width',
    async () => {
      await walkTheRoad(road);
      const toured = await tourOfEveryPage(road, { language: 'zh-CN', size: PHONE });
      expect(toured.length).toBeGreaterThan(50);
      expect(road.chromium.problems).toEqual([]);
    },
    JOURNEY_LIMIT_MS,
  );
});
