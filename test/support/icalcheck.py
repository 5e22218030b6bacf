"""Reads iCalendar files as vobject does: icalcheck.py FILE...

One line a file: "<events> events", or what is wrong with it. Ends with 1 where any file is wrong.
"""
import sys

import vobject


def events_in(path):
    """How many events the file's one calendar holds; raises where vobject does not accept it."""
    with open(path, encoding='utf-8', newline='') as file:
        calendars = list(vobject.readComponents(file.read(), validate=True))
    if len(calendars) != 1 or calendars[0].name != 'VCALENDAR':
        raise ValueError('is not one calendar')
    calendars[0].validate(raiseException=True)
    return len(calendars[0].contents.get('vevent', []))


wrong = 0
for path in sys.argv[1:]:
    try:
        print(f'{events_in(path)} events')
    except Exception as fault:
        print(f'{path}: {type(fault).__name__}: {fault}')
        wrong += 1
sys.exit(1 if wrong else 0)
