import { inLanguage } from '../../../src/platform/index.js';

describe('a name in two languages', () => {
  it('is shown in the language of the request', () => {
    expect(inLanguage({ language: 'zh-CN' }, '教室', 'Room')).toBe('教室');
    expect(inLanguage({ language: 'en' }, '教室', 'Room')).toBe('Room');
  });

  it('is shown in the other language where it is missing', () => {
    expect(inLanguage({ language: 'en' }, '教室', '')).toBe('教室');
    expect(inLanguage({ language: 'zh-CN' }, null, 'Room')).toBe('Room');
    expect(inLanguage({ language: 'en' }, null, null)).toBe('');
  });
});
