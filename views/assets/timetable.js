/*
 * Sessions moved by hand: dragged with a mouse or a pen, or stepped with the arrow keys.
 * A new place is asked about at once.
 */

const grid = document.querySelector('[data-grid]');
const [FIRST, LAST, STEP] = [420, 1320, 15];

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clock = (of) => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
const snap = (of) => Math.round(of / STEP) * STEP;

function begin() {
  const across = grid.dataset.grid === 'across';
  const { by } = grid.dataset;
  const words = document.querySelector('[data-words]').dataset;
  const form = document.querySelector('[data-placement]');
  const live = document.querySelector('[data-say]');
  const tip = document.querySelector('[data-tip]');
  const dialog = document.querySelector('[data-drop]');
  const wide = matchMedia('(min-width: 62rem)');
  let moving = null;
  let held = null;

  grid.dataset.ready = '';
  const today = across && grid.querySelector('thead .is-today');
  if (today)
    grid.parentElement.scrollLeft =
      today.getBoundingClientRect().left - grid.querySelector('th').getBoundingClientRect().right;
  const help = Object.assign(document.createElement('p'), {
    id: 'timetable-keys',
    hidden: true,
    textContent: words.help,
  });
  grid.before(help);
  grid.querySelectorAll('[data-session]').forEach((block) => {
    block.setAttribute('aria-describedby', help.id);
    block.append(Object.assign(document.createElement('span'), { className: 'grip' }));
  });

  const moved = document.querySelector('[data-moved]')?.dataset.moved;
  if (moved) grid.querySelector(`[data-session="${CSS.escape(moved)}"]`)?.focus({ preventScroll: true });

  const rowOf = (cell) => [...(across ? cell.closest('tr') : grid).querySelectorAll('[data-day]')];
  const holderOf = (cell) => cell.closest('[data-holder]')?.dataset.holder ?? '';

  function lift(block) {
    const cell = block.closest('[data-day]');
    const ghost = block.cloneNode(true);
    for (const name of ['href', 'title', 'aria-describedby', 'data-session']) ghost.removeAttribute(name);
    ghost.setAttribute('aria-hidden', 'true');
    ghost.classList.add('ghost');
    block.classList.add('is-lifted');
    const [from, until] = [minutes(block.dataset.start), minutes(block.dataset.end)];
    moving = { block, ghost, home: cell, cell, from, until, answer: null, asked: 0, start: { from, until } };
  }

  /* The ghost goes there, the words say when that is, and the academy is asked whether it is free. */
  function put(cell, from, until) {
    const length = until - from;
    const start = Math.max(FIRST, Math.min(LAST - Math.min(length, LAST - FIRST), from));
    if (cell === moving.cell && start === moving.from && start + length === moving.until && moving.ghost.isConnected)
      return;
    Object.assign(moving, { cell, from: start, until: start + length, answer: null });
    const { ghost } = moving;
    ghost.style.setProperty('--at', Math.floor((start - FIRST) / STEP) + 1);
    ghost.style.setProperty('--for', Math.max(1, Math.ceil(length / STEP)));
    ghost.classList.remove('is-free', 'is-taken');
    ghost.querySelector('.block-time').textContent = `${clock(moving.from)}–${clock(moving.until)}`;
    if (ghost.parentElement !== cell) cell.append(ghost);
    say(words.checking);
    ask();
  }

  function say(outcome) {
    const { cell, from, until } = moving;
    const holder = across ? cell.closest('tr').dataset.name : '';
    const where = [cell.dataset.said, `${clock(from)}–${clock(until)}`, holder].filter(Boolean).join(' ');
    tip.textContent = `${where}\n${outcome}`;
    tip.hidden = false;
    const { right, left, top } = moving.ghost.getBoundingClientRect();
    const beside = right + 12 + tip.offsetWidth < innerWidth ? right + 12 : left - 12 - tip.offsetWidth;
    tip.style.transform = `translate(${Math.max(8, beside)}px, ${Math.max(8, Math.min(top, innerHeight - tip.offsetHeight - 8))}px)`;
    return where;
  }

  function wanted() {
    const { block, cell, from, until } = moving;
    const values = {
      date: cell.dataset.day,
      startTime: clock(from),
      endTime: clock(until),
      roomId: block.dataset.room,
      instructorId: '',
      replacesId: '',
      sequence: block.dataset.sequence,
    };
    if (by === 'room') values.roomId = holderOf(cell);
    if (by === 'instructor')
      Object.assign(values, { instructorId: holderOf(cell), replacesId: block.dataset.instructor });
    return values;
  }

  /* At most one question on its way; the last place is the one that counts. */
  function ask() {
    const turn = ++moving.asked;
    const { block } = moving;
    const mine = moving;
    moving.reply = new Promise((resolve) =>
      setTimeout(async () => {
        if (turn !== mine.asked || mine !== moving) return resolve(null);
        const asked = new URLSearchParams(wanted());
        try {
          const response = await fetch(`/office/sessions/${block.dataset.session}/check?${asked}`, {
            headers: { accept: 'application/json' },
          });
          const answer = response.ok ? await response.json() : null;
          if (turn === mine.asked && mine === moving) heard(answer);
          resolve(answer);
        } catch {
          resolve(null);
        }
      }, 90),
    );
  }

  function heard(answer) {
    moving.answer = answer;
    const outcome = answer === null ? words.failed : answer.free ? words.free : answer.reasons.slice(0, 3).join('\n');
    moving.ghost.classList.add(answer?.free ? 'is-free' : 'is-taken');
    const how = moving.byKey ? words.enter : '';
    live.textContent = `${say([outcome, how].join('\n').trim())} ${outcome} ${how}`;
  }

  function putBack(said = words.cancelled) {
    if (!moving) return;
    moving.ghost.remove();
    moving.block.classList.remove('is-lifted');
    tip.hidden = true;
    live.textContent = said;
    document.body.classList.remove('is-dragging');
    moving = null;
  }

  const isHome = () =>
    moving.cell === moving.home && moving.from === moving.start.from && moving.until === moving.start.until;

  async function drop() {
    if (isHome()) return putBack('');
    const mine = moving;
    mine.dropped = true;
    const answer = mine.answer ?? (await mine.reply);
    if (mine !== moving) return;
    if (!answer)
      return location.assign(`/office/sessions/${mine.block.dataset.session}/move?${new URLSearchParams(wanted())}`);
    if (!answer.free) return refuse(answer);
    for (const [name, value] of Object.entries(wanted())) form.elements.namedItem(name).value = value;
    form.action = `/office/sessions/${mine.block.dataset.session}/placement`;
    form.requestSubmit();
  }

  /* What holds it, what would cure it, and the form for everything else. */
  function refuse(answer) {
    tip.hidden = true;
    const item = (content) => {
      const li = document.createElement('li');
      li.append(content);
      return li;
    };
    dialog.querySelector('[data-drop-when]').textContent = `${moving.block.dataset.name} · ${answer.when}`;
    dialog.querySelector('[data-drop-reasons]').replaceChildren(...answer.reasons.map(item));
    const suggestions = dialog.querySelector('[data-drop-suggestions]');
    suggestions.hidden = answer.suggestions.length === 0;
    suggestions
      .querySelector('ul')
      .replaceChildren(
        ...answer.suggestions.map(({ said, href }) =>
          item(Object.assign(document.createElement('a'), { href, textContent: said })),
        ),
      );
    dialog.querySelector('[data-drop-form]').href = answer.form;
    dialog.showModal();
  }
  dialog.querySelector('[data-drop-back]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    const block = moving?.block;
    putBack();
    block?.focus();
  });

  /* By mouse or pen. A finger scrolls, and opens the form. */
  const minuteAt = (cell, { clientX, clientY }) => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    return FIRST + (across ? (clientX - left) / width : (clientY - top) / height) * (LAST - FIRST);
  };
  const cellUnder = ({ clientX, clientY }) =>
    document
      .elementsFromPoint(clientX, clientY)
      .map((one) => one.closest('[data-day]'))
      .find(Boolean);

  grid.addEventListener('pointerdown', (event) => {
    const block = event.target.closest('[data-session]');
    if (!block || event.button !== 0 || event.pointerType === 'touch' || moving || !(across || wide.matches)) return;
    held = {
      block,
      x: event.clientX,
      y: event.clientY,
      length: Boolean(event.target.closest('.grip')),
      grab: minuteAt(block.closest('[data-day]'), event) - minutes(block.dataset.start),
    };
  });
  grid.addEventListener('dragstart', (event) => event.preventDefault());

  addEventListener('pointermove', (event) => {
    if (!held) return;
    if (!moving) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < 5) return;
      lift(held.block);
      document.body.classList.add('is-dragging');
    }
    if (moving.dropped) return;
    if (event.clientY > innerHeight - 32) scrollBy(0, 16);
    if (event.clientY < 32) scrollBy(0, -16);
    const under = cellUnder(event);
    if (held.length)
      return put(
        moving.home,
        moving.start.from,
        Math.min(LAST, Math.max(moving.start.from + STEP, snap(minuteAt(moving.home, event)))),
      );
    if (!under) return;
    const cell = by === 'cohort' ? rowOf(moving.home).find((one) => one.dataset.day === under.dataset.day) : under;
    const from = snap(minuteAt(under, event) - held.grab);
    put(cell, from, from + moving.start.until - moving.start.from);
  });

  addEventListener('pointerup', () => {
    held = null;
    if (!moving || moving.byKey || moving.dropped) return;
    addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true, once: true },
    );
    setTimeout(() => drop());
  });
  addEventListener('pointercancel', () => {
    held = null;
    putBack();
  });

  /* By keys. */
  const steps = across
    ? {
        ArrowLeft: [-STEP, 0, 0],
        ArrowRight: [STEP, 0, 0],
        ArrowUp: [0, 0, -1],
        ArrowDown: [0, 0, 1],
        PageUp: [0, -1, 0],
        PageDown: [0, 1, 0],
      }
    : { ArrowUp: [-STEP, 0, 0], ArrowDown: [STEP, 0, 0], ArrowLeft: [0, -1, 0], ArrowRight: [0, 1, 0] };

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && moving && !dialog.open) {
      held = null;
      event.preventDefault();
      return putBack();
    }
    const block = event.target.closest?.('[data-session]');
    if (!block || event.ctrlKey || event.metaKey || event.altKey || !(across || wide.matches)) return;
    if (event.key === 'Enter' && moving?.byKey) {
      event.preventDefault();
      return void drop();
    }
    const step = steps[event.key];
    if (!step || moving?.dropped) return;
    event.preventDefault();
    if (!moving) lift(block);
    moving.byKey = true;
    const [time, day, line] = step;
    if (event.shiftKey)
      return time === 0
        ? undefined
        : put(moving.cell, moving.from, Math.min(LAST, Math.max(moving.from + STEP, moving.until + time)));
    const row = rowOf(moving.cell);
    const lines = across && by !== 'cohort' ? [...grid.querySelectorAll('tbody tr')] : [];
    const nextRow = line === 0 ? row : rowOf(lines[lines.indexOf(moving.cell.closest('tr')) + line] ?? moving.cell);
    const at = row.indexOf(moving.cell) + day;
    put(nextRow[at] ?? moving.cell, moving.from + time, moving.until + time);
    moving.ghost.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  grid.addEventListener('focusout', () => {
    if (moving?.byKey && !moving.dropped) putBack();
  });
}

if (grid) begin();
