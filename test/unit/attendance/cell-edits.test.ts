import { cellEdit, lineEdit, reasonPrint } from '../../../src/attendance/domain/cell-edits.js';
import { MARKS } from '../../../src/attendance/domain/marks.js';
import { cellName, shownScores, typedSheet } from '../../../src/attendance/web/score-sheet.js';
import { shownLines, typedRegister } from '../../../src/attendance/web/register.form.js';
import { newId } from '../../../src/platform/index.js';
import { FORM_BYTES } from '../../../src/platform/http/uploads.js';

describe('a cell that is sent', () => {
  it.each([
    [50, 50, 50, 'none'],
    [50, 50, 85, 'none'],
    [85, 50, 85, 'none'],
    [77, 50, 50, 'write'],
    [77, null, null, 'write'],
    [77, 50, null, 'write'],
    [77, 50, 85, 'conflict'],
    [0, 50, 85, 'conflict'],
    [77, null, 85, 'conflict'],
    [77, 77, null, 'none'],
  ] as const)('as %s, shown as %s and now %s: %s', (sent, shown, now, edit) => {
    expect(cellEdit<number>(sent, shown, now)).toBe(edit);
  });
});

describe('a line of the register that is sent', () => {
  const away = (reason: string | null) => ({ mark: 'absent' as const, reason });
  const shownAway = (reason: string | null) => ({ mark: 'absent' as const, reasonPrint: reasonPrint(reason) });

  it('is one cell of mark and reason', () => {
    expect(lineEdit(away('ill'), shownAway('ill'), away('ill, with a note'))).toBe('none');
    expect(lineEdit({ mark: 'excused', reason: 'ill' }, shownAway('ill'), away('ill, with a note'))).toBe('conflict');
    expect(lineEdit({ mark: 'excused', reason: 'ill' }, shownAway('ill'), away('ill'))).toBe('write');
    expect(lineEdit(away('at work'), shownAway('ill'), away('ill'))).toBe('write');
    expect(lineEdit(away(null), shownAway('ill'), away('ill'))).toBe('write');
  });

  it('keeps a reason that somebody else added to the same mark', () => {
    expect(lineEdit(away(null), null, away('ill'))).toBe('none');
    expect(lineEdit(away('at work'), null, away('ill'))).toBe('conflict');
  });

  it('has no reason while somebody is present', () => {
    const present = { mark: 'present', reason: null } as const;
    expect(lineEdit({ mark: 'present', reason: 'left over' }, { mark: 'present', reasonPrint: null }, present)).toBe(
      'none',
    );
  });
});

describe('a full sheet', () => {
  const ids = (count: number) => Array.from({ length: count }, () => newId());
  const bytesOf = (fields: Readonly<Record<string, string>>): number => new URLSearchParams(fields).toString().length;

  it('of 60 people and 10 assessments fits into a form, with all that it showed, and is read back unchanged', () => {
    const assessments = ids(10).map((id, position) => {
      const exam = { nameZh: '考试', nameEn: 'Exam', kind: 'exam', weight: 10, passScore: 600, fullScore: 1000 };
      return { ...exam, id, position };
    });
    const people = ids(60).map((enrolmentId) => ({ enrolmentId, traineeId: '', name: '', state: '', endedAt: null }));
    const results = people.flatMap(({ enrolmentId }, at) =>
      assessments.flatMap(({ id: assessmentId }, column) =>
        (at + column) % 7 === 0
          ? []
          : [{ assessmentId, enrolmentId, score: (at * column) % 1001, recordedAt: 0, recordedByName: '' }],
      ),
    );
    const sheet = { assessments, people, results };
    const cells = results.map((one) => [cellName(one.assessmentId, one.enrolmentId), String(one.score)] as const);
    const body = { seen: shownScores(sheet), ...Object.fromEntries(cells) };
    expect(bytesOf(body)).toBeLessThan(FORM_BYTES / 4);
    const { scores, typed, conflicts } = typedSheet(body, { ...sheet, results: [] });
    expect(scores).toHaveLength(results.length);
    expect(scores.every(({ score, shown }) => score === shown)).toBe(true);
    expect([typed.size, conflicts.length]).toEqual([0, 0]);
  });

  it('a register of 60 people, each with the longest reason, fits into a form', () => {
    const lines = ids(60).map((enrolmentId, at) => ({
      enrolmentId,
      name: '',
      latinName: null,
      workplace: null,
      mark: MARKS[2 + (at % 2)]!,
      reason: '长'.repeat(200),
      markedAt: 0,
      markedByName: '',
    }));
    const fields = lines.flatMap(({ enrolmentId, mark, reason }) => [
      [`mark-${enrolmentId}`, mark] as const,
      [`reason-${enrolmentId}`, reason] as const,
    ]);
    const body = { seen: shownLines(lines), ...Object.fromEntries(fields) };
    expect(bytesOf(body)).toBeLessThan(FORM_BYTES / 2);
    expect(typedRegister(body, lines)).toMatchObject({ problems: [], conflicts: [], typed: new Map() });
  });
});
