import {
  type AccessWay,
  SHARE_SCOPES,
  shownTo,
  type Sight,
} from '../../../../src/certifications/core/domain/visibility.js';
import { CERTIFICATE_STATES } from '../../../../src/certifications/core/domain/status.js';
import { coarseClient } from '../../../../src/certifications/register/domain/viewing.js';

const ways: readonly [
  AccessWay,
  { readonly shown: Sight; readonly hidden: Sight; readonly hiddenAndRevoked: Sight },
][] = [
  [{ way: 'holder' }, { shown: 'everything', hidden: 'everything', hiddenAndRevoked: 'everything' }],
  [{ way: 'office' }, { shown: 'everything', hidden: 'everything', hiddenAndRevoked: 'everything' }],
  [{ way: 'address' }, { shown: 'everything', hidden: 'hidden', hiddenAndRevoked: 'revocation' }],
  [{ way: 'numberAndName' }, { shown: 'everything', hidden: 'nothing', hiddenAndRevoked: 'nothing' }],
  [{ way: 'copy' }, { shown: 'everything', hidden: 'facts', hiddenAndRevoked: 'facts' }],
];

describe('who sees what of a certificate', () => {
  it.each(ways)('%j', (asking, { shown, hidden, hiddenAndRevoked }) => {
    for (const state of CERTIFICATE_STATES) expect(shownTo(asking, { state, hidden: false })).toBe(shown);
    expect([
      shownTo(asking, { state: 'valid', hidden: true }),
      shownTo(asking, { state: 'superseded', hidden: true }),
    ]).toEqual([hidden, hidden]);
    expect(shownTo(asking, { state: 'revoked', hidden: true })).toBe(hiddenAndRevoked);
  });

  it.each(SHARE_SCOPES)('a link to %s shows that much, hidden or not', (scope) => {
    for (const hidden of [true, false]) expect(shownTo({ way: 'link', scope }, { state: 'valid', hidden })).toBe(scope);
  });

  it('shows nothing to whoever comes in a way that the rule does not know', () => {
    const unknown = { way: 'guest' } as unknown as AccessWay;
    for (const hidden of [true, false]) {
      for (const state of CERTIFICATE_STATES) expect(shownTo(unknown, { state, hidden })).toBe('nothing');
    }
  });
});

describe('a look, as its holder reads it', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
      'phone WeChat',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
      'computer Edge',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Mobile/15E148 Safari/604.1',
      'phone Safari',
    ],
    ['curl/8.5.0', 'program'],
    ['', 'program'],
  ])('%s', (agent, said) => expect(coarseClient(agent)).toBe(said));
});
