import {
  hasTooManyMarks,
  LongTextField,
  MOST_MARKS,
  normalizeText,
  PastedField,
  PasswordField,
  readForm,
  TextField,
} from '../../../src/platform/index.js';
import { isBlank } from '../../../src/platform/texts.js';

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

describe('a text of which nobody sees anything', () => {
  it.each(['\u2800', '\u3164', '\u115f \u1160', '\u{1d159}', '\u200b', '\ufe00', '\u00ad', '\u202e\u202c', '\u2028'])(
    'counts as missing: %j',
    (typed) => {
      expect(isBlank(typed)).toBe(true);
      const missing = (field: string) => ({ field, key: 'form.required', values: {} });
      expect(readForm(BlankForm, { line: typed, name: typed, note: typed }, '2026-03-02')).toMatchObject({
        ok: false,
        faults: ['line', 'name', 'note'].map(missing),
      });
      expect(readForm(MoreForm, { more: typed }, '2026-03-02')).toMatchObject({ ok: true, form: { more: null } });
    },
  );

  it('may be a password, which is kept as typed', () => {
    const read = readForm(PasswordForm, { password: '\u3164\u2800 ' }, '2026-03-02');
    expect(read).toMatchObject({ ok: true, form: { password: '\u3164\u2800 ' } });
  });

  it('separates lines only where there may be several', () => {
    expect(read('a\u2028b')).toMatchObject({ ok: false, faults: [{ key: 'form.no_controls' }] });
    expect(readForm(MoreForm, { more: 'a\u2028b\r\nc' }, '2026-03-02')).toMatchObject({ form: { more: 'a\nb\nc' } });
  });
});

class LineForm {
  @TextField({ max: 40 }) line!: string;
}

class BlankForm {
  @TextField({ max: 40 }) line!: string;
  @PastedField({ max: 40 }) name!: string;
  @LongTextField({ max: 40 }) note!: string;
}

class MoreForm {
  @LongTextField({ max: 40, optional: true }) more!: string | null;
}

class PasswordForm {
  @PasswordField() password!: string;
}

function read(typed: string): object {
  const found = readForm(LineForm, { line: typed }, '2026-03-02');
  return found.ok ? { ok: true, line: found.form.line } : { ok: false, faults: found.faults };
}
