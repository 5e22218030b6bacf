import fc from 'fast-check';
import { networkOf, plainAddress, plainForwarded } from '../../../src/platform/http/network.js';

describe('the network of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    [' "203.0.113.7:51234" ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:51234', '203.0.113.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1:2:3:4:5:51234', '2001:db8:0:1::/64'],
    ['[2001:db8:0:1:2:3:4:5]', '2001:db8:0:1::/64'],
    ['"[2001:db8:0:1:2:3:4:5]:51234"', '2001:db8:0:1::/64'],
    ['2001:DB8::1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['2001:0db8:0000:0001::7', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[fe80::1%25eth0]:51234', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::fffe:203.0.113.7', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ])('is that of the address in %j: %j', (written, network) => {
    expect(networkOf(written)).toBe(network);
  });

  it.each([
    ...['', 'unknown', '_hidden', 'localhost:80', '203.0.113.7:999999', '203.0.113', '203.0.113.7 1', '[203.0.113.7'],
    ...['for=203.0.113.7', '::1::', '[]:80', '""', ':80', `${'['.repeat(9000)}::1`, undefined],
  ])('is none for %j', (written) => {
    expect(networkOf(written)).toBeNull();
  });

  const port = fc.integer({ min: 0, max: 65_535 });
  const written = (address: string): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.boolean(),
        fc.option(fc.constantFrom('eth0', '25en1', '3')),
        fc.option(port),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([brackets, zone, at, quotes, spaces]) => {
        const isSix = address.includes(':');
        const inZone = isSix && zone !== null ? `${address}%${zone}` : address;
        const whole = isSix && (brackets || at !== null) ? `[${inZone}]` : inZone;
        const withPort = at === null ? whole : `${whole}:${at}`;
        const quoted = quotes ? `"${withPort}"` : withPort;
        return spaces ? ` ${quoted}\t` : quoted;
      });

  it('is the same for every way in which a proxy may write one address', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(
            fc.ipV4(),
            fc.ipV6(),
            fc.ipV4().map((address) => `::ffff:${address}`),
          )
          .chain((address) => fc.tuple(fc.constant(address), written(address))),
        ([address, one]) => {
          expect(networkOf(address)).not.toBeNull();
          expect(networkOf(one)).toBe(networkOf(address));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the first half of an IPv6 address, whatever is in its second', () => {
    const group = fc.integer({ min: 1, max: 0xffff }).map((one) => one.toString(16));
    const four = fc.array(group, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(four, four, (network, host) => {
        expect(networkOf([...network, ...host].join(':'))).toBe(`${network.join(':')}::/64`);
      }),
    );
  });

  it('is an IPv4 address, half an IPv6 address or none, whatever is written', () => {
    const piece = fc.constantFrom('1', '255', 'ffff', '.', ':', '::', '[', ']', '%', '"', ' ', '0', 'x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(networkOf(text) ?? '0.0.0.0').toMatch(
            /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3}::\/64)$/,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('forwarded addresses', () => {
  it('become plain in their order, and what is none stays', () => {
    expect(plainForwarded('9.9.9.9:1, unknown,"[2001:db8::1]:443" ,10.0.0.1:55')).toBe(
      '9.9.9.9, unknown, 2001:db8::1, 10.0.0.1',
    );
    expect(plainAddress(plainForwarded('fe80::1%eth0'))).toBe('fe80::1');
  });
});
