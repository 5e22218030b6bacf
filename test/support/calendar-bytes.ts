/** Checks what RFC 5545 requires of the bytes, and our own rules for calendars: one line per fault. */
export function byteFaults(name: string, text: string): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => void (holds || faults.push(`${name}: ${fault}`));
  const bytes = Buffer.from(text);
  check(text.endsWith('END:VCALENDAR\r\n'), 'does not end with its calendar');
  check(!/[\r\n]/.test(text.replaceAll('\r\n', '')), 'has a line that does not end with CRLF');
  for (const line of linesOf(bytes)) {
    check(line.length <= 75, `has a line of ${line.length} octets`);
    check(Buffer.from(line.toString()).equals(line), 'cuts a character of UTF-8 between two lines');
  }
  const events = eventsOf(text);
  const uids = events.map(({ UID }) => UID);
  check(new Set(uids).size === uids.length, 'holds two events of one UID');
  for (const event of events) {
    for (const stamp of ['DTSTAMP', 'DTSTART', 'DTEND', 'LAST-MODIFIED'])
      check(/^\d{8}T\d{6}Z$/.test(event[stamp] ?? ''), `${stamp} is ${event[stamp]}, not an instant in UTC`);
    check(/^[0-9a-f-]{36}@[\w.-]+$/.test(event['UID'] ?? ''), `UID is ${event['UID']}`);
    check(/^\d+$/.test(event['SEQUENCE'] ?? ''), `SEQUENCE is ${event['SEQUENCE']}`);
    check(['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(event['STATUS'] ?? ''), `STATUS is ${event['STATUS']}`);
    check((event['DTEND'] ?? '') > (event['DTSTART'] ?? ''), 'an event ends before it starts');
  }
  return faults;
}

/** Each event's properties by name, unfolded and without parameters. */
export function eventsOf(text: string): Record<string, string>[] {
  const unfolded = text.replaceAll('\r\n ', '');
  return unfolded
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\nEND:VEVENT')[0]!
          .split('\r\n')
          .map((line) => [/^[A-Z-]+/.exec(line)?.[0] ?? '', line.slice(line.indexOf(':') + 1)]),
      ),
    );
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, to = bytes.indexOf('\r\n'); to !== -1; from = to + 2, to = bytes.indexOf('\r\n', from))
    lines.push(bytes.subarray(from, to));
  return lines;
}
