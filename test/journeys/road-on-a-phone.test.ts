import { DESK, JOURNEY_LIMIT_MS, PHONE } from '../support/browser.js';
import { Road } from './road.js';
import { tourOfEveryPage } from './tour.js';
import { walkTheRoad } from './whole-road.js';

describe('the whole road, in English on a phone', () => {
  let road: Road;
  beforeAll(async () => {
    road = await Road.begin({ language: 'en', size: PHONE });
  });
  afterAll(() => road.end());

  it(
    'can be walked by everybody from a new academy to a verified certificate, and every page is sound there and at the other width',
    async () => {
      await walkTheRoad(road);
      const toured = await tourOfEveryPage(road, { language: 'en', size: DESK });
      expect(toured.length).toBeGreaterThan(50);
      expect(road.chromium.problems).toEqual([]);
    },
    JOURNEY_LIMIT_MS,
  );
});
