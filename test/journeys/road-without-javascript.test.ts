import { DESK, JOURNEY_LIMIT_MS } from '../support/browser.js';
import { Road } from './road.js';
import { walkTheRoad } from './whole-road.js';

describe('the whole road, without JavaScript', () => {
  let road: Road;
  beforeAll(async () => {
    road = await Road.begin({ language: 'zh-CN', size: DESK, javaScript: false });
  });
  afterAll(() => road.end());

  it(
    'can be walked by everybody from a new academy to a verified certificate',
    async () => {
      await walkTheRoad(road);
      expect(road.chromium.problems).toEqual([]);
    },
    JOURNEY_LIMIT_MS,
  );
});
