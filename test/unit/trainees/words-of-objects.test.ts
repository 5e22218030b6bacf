import { holidayInEnglish } from '../../../src/scheduling/calendar/domain/holiday-names.js';
import { educationNamed } from '../../../src/trainees/domain/sheet-columns.js';

describe('a property name of every object', () => {
  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('%s is neither an education nor a holiday', (word) => {
    expect(educationNamed(word)).toBeNull();
    expect(holidayInEnglish(word)).toBeNull();
  });

  it('does not affect known words', () => {
    expect(educationNamed(' 本 科 ')).toBe('bachelor');
    expect(holidayInEnglish('国庆节、中秋节')).toBe('National Day and Mid-Autumn Festival');
  });
});
