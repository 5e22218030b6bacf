import { fileOf } from '../../../src/platform/index.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['名单\u202Exslx.exe', '名单xslx.exe'],
    ['a\u0000b\n.csv', 'ab.csv'],
    ['\uD800a\u2067b.csv', 'ab.csv'],
    ['\u202E', 'file'],
    ['王芳的名单（终版）.xlsx', '王芳的名单（终版）.xlsx'],
  ])('has no controls that disguise it: %j', (sent, name) => {
    const file = { filename: sent, mimetype: 'text/csv', toBuffer: () => Promise.resolve(Buffer.from('')) };
    expect(fileOf(file)?.filename).toBe(name);
  });
});
