/** What nobody means to type, and somebody sends. */
export const ODD_TEXTS: readonly string[] = [
  '', ' ', '0', '-1', '1e400', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '\u0000', '\uFFFD', '\u202Eabc', '👩‍👩‍👧', '１２３', "' OR 1=1 --", '"; DROP TABLE account; --', '%', '_', '\\',
  '<script>alert(1)</script>', '{{constructor}}', '../../etc/passwd', 'constructor', '__proto__', 'toString', '/.//evil.example', '//evil.example', '\r\nX-Injected: 1', '2026-02-31',
  '9999-12-31', '0000-00-00', '24:00', '25:61', '99999999999999999999', '0.1', '-0', '0x10', '1'.repeat(400), 'a'.repeat(5000), '('.repeat(20_000), ' '.repeat(20_000), 'é\u0301'.repeat(300),
  '01890000-0000-7000-8000-000000000000', 'not-an-id', '=1+1', '@SUM(A1)', 'a@b', 'a@b.example', 'https://localhost:1/x', 'javascript:alert(1)', '\t', '\n'.repeat(500),
];

/** Parts of an address as they travel. */
export const ODD_PATHS: readonly string[] = [
  '%00', '%', '%zz', '%E4%B8', '%ED%A0%80', '%C0%AF', '..%2f..%2f', '%2e%2e', ';a=b', '%20', '-', '0', 'null', '__proto__', 'constructor', '01890000-0000-7000-8000-000000000000',
  'a'.repeat(300), '%F0%9F%98%80', "'--", 'x.pdf', '.svg', '%0d%0aX-Injected:%201', '*', '@',
];

export const ODD_QUERIES: readonly string[] = [
  'page=-1', 'page=99999999', 'page=a&page=b', 'q=%00', 'q=%', 'q=%ED%A0%80', `q=${'%25'.repeat(500)}`, 'a[b][c]=1', '__proto__[x]=1', 'year=abc', 'month=2026-13', 'from=9999&to=0', 'week=2026-W99', 'back=/.//evil.example',
  'next=//evil.example', 'all=1', '&&&=&=', `${'a=1&'.repeat(300)}`, 'state=constructor', 'sort=__proto__', 'date=2026-02-30', 'room=x&instructor=y', 'startDate=1', 'year=2026&year=2027',
];

export const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { accept: `a${' '.repeat(8000)}b` }, { accept: ',,,;q=,;;' }, { accept: 'application/json' }, { accept: 'application/vc+jwt;q=abc' }, { accept: '' }, { 'accept-language': 'xx;q=9,en;q=-1' },
  { 'accept-language': `zh${';q'.repeat(900)}` }, { 'accept-encoding': 'br;q=1, gzip;q=0, identity' }, { cookie: 'session=%00; language=..; notice=eyJ9.x; csrf=;;=' }, { cookie: `${'a=b; '.repeat(800)}` },
  { 'content-encoding': 'gzip' }, { 'content-type': 'text/plain' }, { 'content-type': 'application/json' }, { 'content-type': 'multipart/form-data' }, { 'content-type': ';;;' }, { 'content-type': `a/${'b'.repeat(4000)}` },
  { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'nonsense' }, { 'if-none-match': '"x"' }, { range: 'bytes=0-0,-1' }, { 'x-http-method-override': 'DELETE' }, { authorization: 'Bearer' }, { authorization: `Bearer ${' '.repeat(6000)}x` },
  { origin: 'null' }, { referer: '//evil.example' }, { 'user-agent': '' }, { 'user-agent': 'M'.repeat(5000) }, { 'if-modified-since': 'never' }, { expect: 'something' },
];

export const ODD_BODIES: readonly { readonly type: string; readonly body: string }[] = [
  { type: 'application/json', body: '{"a":' }, { type: 'application/json', body: '[]' }, { type: 'application/json', body: 'null' }, { type: 'application/json', body: '{"__proto__":{"x":1}}' },
  { type: 'application/json', body: `${'['.repeat(3000)}${']'.repeat(3000)}` }, { type: 'application/json', body: '{"purpose":7,"items":{"length":9}}' }, { type: 'application/json', body: '"text"' },
  { type: 'application/x-www-form-urlencoded', body: '%' }, { type: 'application/x-www-form-urlencoded', body: '__proto__=1' }, { type: 'application/x-www-form-urlencoded', body: `${'a=1&'.repeat(5000)}` },
  { type: 'application/x-www-form-urlencoded', body: 'a[b]=1&a=2&a=3' }, { type: 'application/x-www-form-urlencoded; charset=utf-16', body: 'a=b' }, { type: 'text/plain', body: 'a=b' }, { type: 'application/xml', body: '<a/>' },
  { type: 'multipart/form-data', body: 'x' }, { type: 'multipart/form-data; boundary=x', body: '' }, { type: 'multipart/form-data; boundary=x', body: '--x\r\n' }, { type: 'multipart/form-data; boundary=x', body: '--x--\r\n' },
  { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n' }, { type: 'multipart/mixed; boundary=x', body: '--x--' },
];
