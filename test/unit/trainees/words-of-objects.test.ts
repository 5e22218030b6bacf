import { holidayInEnglish } from '../../../src/scheduling/calendar/domain/holiday-names.js';
import { educationNamed } from '../../../src/trainees/domain/sheet-columns.js';

describe('a word that every object answers to', () => {
  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('%s is no education and no holiday', (word) => {
    expect(educationNamed(word)).toBeNull();
    expect(holidayInEnglish(word)).toBeNull();
  });

  it('leaves the known words known', () => {
    expect(educationNamed(' 本 科 ')).toBe('bachelor');
    expect(holidayInEnglish('国庆节、中秋节')).toBe('National Day and Mid-Autumn Festival');
  });
});
