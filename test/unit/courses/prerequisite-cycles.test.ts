import { prerequisiteCycle } from '../../../src/courses/domain/prerequisite-cycles.js';
import { tidyLines, versionStep } from '../../../src/courses/domain/versions.js';

const course = (code: string, leadsTo: string | null, ...requires: string[]) => ({ code, leadsTo, requires });

describe('prerequisites', () => {
  test('may form a chain', () => {
    expect(
      prerequisiteCycle(course('AZ-305', 'expert', 'admin'), [
        course('AZ-104', 'admin', 'basics'),
        course('AZ-900', 'basics'),
      ]),
    ).toBeNull();
  });

  test('may not lead back to the course, and the cycle is named', () => {
    const others = [course('AZ-104', 'admin', 'basics'), course('AZ-900', 'basics', 'expert')];
    expect(prerequisiteCycle(course('AZ-305', 'expert', 'admin'), others)).toEqual([
      'AZ-305',
      'AZ-104',
      'AZ-900',
      'AZ-305',
    ]);
  });

  test('are checked with the new prerequisites of the edited course, not its old ones', () => {
    expect(prerequisiteCycle(course('A', 'a'), [course('A', 'a', 'b'), course('B', 'b', 'a')])).toBeNull();
  });

  test('cannot form a cycle through a course that leads to nothing, and tolerate an existing cycle of other courses', () => {
    expect(prerequisiteCycle(course('A', null, 'b'), [course('B', 'b', 'c'), course('C', 'c', 'b')])).toBeNull();
    expect(prerequisiteCycle(course('A', 'a', 'b'), [course('B', 'b', 'c'), course('C', 'c', 'b')])).toBeNull();
  });
});

describe('versions', () => {
  const syllabus = {
    titleZh: '云',
    titleEn: 'Cloud',
    hours: 24,
    outcomesZh: '部署',
    outcomesEn: '',
    syllabusZh: '',
    syllabusEn: '',
  };

  test('stay the same if no versioned field changes', () => {
    expect(versionStep({ ...syllabus, frozenAt: 1 }, { ...syllabus })).toBe('keep');
  });

  test.each(['titleZh', 'titleEn', 'outcomesZh', 'outcomesEn', 'syllabusZh', 'syllabusEn'] as const)(
    'a frozen one is followed by the next when its %s changes',
    (name) => {
      expect(versionStep({ ...syllabus, frozenAt: 1 }, { ...syllabus, [name]: '另外' })).toBe('next');
      expect(versionStep({ ...syllabus, frozenAt: null }, { ...syllabus, [name]: '另外' })).toBe('amend');
    },
  );

  test('outcomes pasted with bullets and numbers become plain lines', () => {
    expect(tidyLines('• 部署虚拟机\n\n 2. 配置网络 \n3、排除故障\n2026 年新增')).toBe(
      '部署虚拟机\n配置网络\n排除故障\n2026 年新增',
    );
  });
});
