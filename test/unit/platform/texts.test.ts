import { hasTooManyMarks, MOST_MARKS, normalizeText, readForm, TextField } from '../../../src/platform/index.js';

const HALF_WIDTH_MARKS = '\u0316\uFF9E'.repeat(MOST_MARKS);

describe('marks in a row', () => {
  it.each([
    ['Vietnamese', 'Nguye\u0302\u0303n Thi\u0323', 'Nguy\u1EC5n Th\u1ECB'],
    ['Thai', 'น้ำผึ้ง', 'น้ำผึ้ง'],
    ['pointed Hebrew', 'ש\u05C1\u05B8לום', 'ש\u05B8\u05C1לום'],
    ['a stack of a few marks', `a${'\u0301\u0316'.repeat(15)}`, `a${'\u0316'.repeat(15)}${'\u0301'.repeat(15)}`],
  ])('are normalized in %s', (_, typed, stored) => {
    expect(normalizeText(typed, 'NFC')).toBe(stored.normalize('NFC'));
    expect(read(typed)).toEqual({ ok: true, line: stored.normalize('NFC') });
  });

  it.each([
    ['of one kind', `a${'\u0301'.repeat(MOST_MARKS + 1)}`],
    ['out of order', `a${'\u0301\u0316'.repeat(MOST_MARKS)}`],
    ['half-width', HALF_WIDTH_MARKS],
    ['in the middle', `abc ${'\u0301\u0316'.repeat(MOST_MARKS)} abc`],
  ])('stay as they are, and are refused by a field, if they are too many: %s', (_, typed) => {
    expect(hasTooManyMarks(typed)).toBe(true);
    expect(normalizeText(typed, 'NFKC')).toBe(typed);
    expect(read(typed)).toEqual({
      ok: false,
      faults: [{ field: 'line', key: 'form.too_many_marks', values: { max: MOST_MARKS } }],
    });
  });

  it('are counted anew after each letter', () => {
    const typed = `a${'\u0301'.repeat(MOST_MARKS)}`.repeat(1000);
    expect(hasTooManyMarks(typed)).toBe(false);
  });
});

class LineForm {
  @TextField({ max: 40 }) line!: string;
}

function read(typed: string): object {
  const found = readForm(LineForm, { line: typed }, '2026-03-02');
  return found.ok ? { ok: true, line: found.form.line } : { ok: false, faults: found.faults };
}
