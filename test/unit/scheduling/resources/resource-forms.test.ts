import { readForm } from '../../../../src/platform/index.js';
import { isWithinHours, tidyHours } from '../../../../src/scheduling/core/domain/availability.js';
import { instantOf } from '../../../../src/platform/clock.js';
import { featureFaults, featuresTyped } from '../../../../src/scheduling/resources/web/room.form.js';
import { awayTyped, AwayForm } from '../../../../src/scheduling/resources/web/unavailability.form.js';
import { HoursForm, hoursTyped, typedHours } from '../../../../src/scheduling/resources/web/bookable-hours.form.js';

const read = (typed: Record<string, string>) => readForm(HoursForm, typed, '2026-03-02');
const spans = (typed: string) => {
  const form = read({ day1: typed });
  return form.ok
    ? hoursTyped(form.form).map(({ fromMinute, untilMinute }) => [fromMinute / 60, untilMinute / 60])
    : form.faults.map(({ field, key }) => [field, key]);
};

describe('hours as people type them', () => {
  test.each([
    [
      '9:00-12:00, 14:00-18:00',
      [
        [9, 12],
        [14, 18],
      ],
    ],
    [
      '９：００－１２：００，１４：００～１８：００',
      [
        [9, 12],
        [14, 18],
      ],
    ],
    [
      '9-12、13.30至17点半',
      [
        [9, 12],
        [13.5, 17.5],
      ],
    ],
    ['上午9:00到下午5:00', [[9, 17]]],
    ['18:00-24:00', [[18, 24]]],
    [
      '9:00-12:00, 12:00-13:00',
      [
        [9, 12],
        [12, 13],
      ],
    ],
    ['', []],
  ])('reads “%s”', (typed, expected) => expect(spans(typed)).toEqual(expected));

  test.each([
    ['9:00-8:00', 'availability.hours_reversed'],
    ['9:00-9:00', 'availability.hours_reversed'],
    ['9:00', 'availability.hours_unreadable'],
    ['9:00-25:00', 'availability.hours_unreadable'],
    ['9:00-12:00-14:00', 'availability.hours_unreadable'],
    ['早上', 'availability.hours_unreadable'],
    ['9:00-12:00, 11:00-13:00', 'availability.hours_overlap'],
  ])('tells beside the day what is wrong with “%s”', (typed, key) => expect(spans(typed)).toEqual([['day1', key]]));

  test('come back as they were typed, a day left empty is not booked once any is filled', () => {
    const form = read({ day1: '9:00-12:00, 14:00-18:00', day7: '18:00-24:00' });
    const hours = form.ok ? hoursTyped(form.form) : [];
    expect(typedHours(hours)).toMatchObject({ day1: '9:00-12:00, 14:00-18:00', day2: '', day7: '18:00-24:00' });
    const at = (day: string, from: string, until: string) =>
      isWithinHours({ hours, away: [] }, { startsAt: instantOf(day, from), endsAt: instantOf(day, until) });
    expect([
      at('2026-03-09', '09:00', '12:00'),
      at('2026-03-09', '11:00', '14:30'),
      at('2026-03-10', '09:00', '12:00'),
    ]).toEqual([true, false, false]);
  });

  test('that touch or overlap are kept as one', () => {
    const monday = (fromMinute: number, untilMinute: number) => ({ weekday: 1 as const, fromMinute, untilMinute });
    expect(
      tidyHours([
        monday(720, 780),
        monday(540, 720),
        monday(600, 660),
        { weekday: 2, fromMinute: 780, untilMinute: 900 },
      ]),
    ).toEqual([monday(540, 780), { weekday: 2, fromMinute: 780, untilMinute: 900 }]);
  });
});

describe('a closure or an absence as people type it', () => {
  const away = (typed: Record<string, string>) => {
    const form = readForm(AwayForm, { reason: '年假', ...typed }, '2026-03-02');
    return form.ok ? awayTyped(form.form) : form.faults.map(({ field, key }) => [field, key]);
  };
  test('is whole days without times, and one day without a last', () => {
    expect(away({ fromDay: '3月9日' })).toMatchObject({
      startsAt: instantOf('2026-03-09', '00:00'),
      endsAt: instantOf('2026-03-10', '00:00'),
    });
    expect(away({ fromDay: '2026-3-9', untilDay: '2026-3-13' })).toMatchObject({
      endsAt: instantOf('2026-03-14', '00:00'),
    });
    expect(away({ fromDay: '2026-3-9', fromTime: '9:00', untilTime: '12:00' })).toMatchObject({
      startsAt: instantOf('2026-03-09', '09:00'),
      endsAt: instantOf('2026-03-09', '12:00'),
    });
  });
  test('must end after it begins, with the error beside the field', () => {
    expect(away({ fromDay: '2026-3-9', untilDay: '2026-3-8' })).toEqual([
      ['untilDay', 'availability.until_before_from'],
    ]);
    expect(away({ fromDay: '2026-3-9', fromTime: '9:00', untilTime: '8:00' })).toEqual([
      ['untilTime', 'availability.until_before_from'],
    ]);
  });
});

test('features are short terms, one per line or separated by commas, without duplicates', () => {
  expect(featuresTyped('投影\n录播，GPU、GPU\n\n 40 台电脑 ')).toEqual(['投影', '录播', 'GPU', '40 台电脑']);
  expect(featureFaults('投影')).toEqual([]);
  expect(featureFaults('一二三四五六七八九十一二三四五六七八九十一')).toMatchObject([
    { field: 'features', key: 'room.feature_long' },
  ]);
  expect(featureFaults(Array.from({ length: 31 }, (_, at) => `x${at}`).join('\n'))).toMatchObject([
    { key: 'room.features_many' },
  ]);
});
