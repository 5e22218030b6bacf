/* Small comforts for pages that work without this file. */

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

/* The problems of a failed form, each with the name of its field, read out first. */
each('[data-problems]', (summary) => {
  summary.querySelectorAll('a[href^="#"]').forEach((link) => {
    const field = document.getElementById(link.hash.slice(1));
    const label =
      document.querySelector(`label[for="${CSS.escape(link.hash.slice(1))}"]`) ?? field?.querySelector('legend');
    const name = label?.firstChild?.textContent?.trim();
    if (name && field?.type !== 'checkbox') link.prepend(`${name} · `);
  });
  summary.focus();
});

/* A form is sent once, however often its button is pressed; coming back by history frees it again. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method === 'get') {
    for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
    return;
  }
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () =>
  each('form', (form) => {
    delete form.dataset.sent;
    if (form.method === 'get') for (const field of form.elements) field.disabled = false;
  }),
);

const buttonWith = (label, icon) => {
  const button = document.createElement('button');
  const sprite = document.querySelector('svg.icon use')?.getAttribute('href')?.split('#')[0];
  button.type = 'button';
  button.className = 'button button-plain button-icon';
  button.setAttribute('aria-label', label);
  button.title = label;
  if (sprite) button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${sprite}#${icon}"/></svg>`;
  else button.textContent = label;
  return button;
};

/* A calendar beside a day that can also be typed. */
each('input[data-day]', (typed) => {
  const picker = document.createElement('input');
  if (!('showPicker' in picker)) return;
  picker.type = 'date';
  picker.className = 'day-picker';
  picker.tabIndex = -1;
  picker.setAttribute('aria-hidden', 'true');
  const button = buttonWith(typed.dataset.day, 'calendar');
  button.addEventListener('click', () => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(typed.value)) picker.value = typed.value;
    picker.showPicker();
  });
  picker.addEventListener('change', () => {
    typed.value = picker.value;
    typed.dispatchEvent(new Event('input', { bubbles: true }));
    typed.focus();
  });
  typed.after(picker, button);
});

each('input[data-reveal]', (password) => {
  const button = buttonWith(password.dataset.reveal, 'eye');
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const shown = password.type === 'text';
    password.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
  });
  password.after(button);
});

each('[data-copy]', (button) => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    if (button.dataset.copied) button.textContent = button.dataset.copied;
  });
});

each('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

/* One box that ticks all boxes of a name within its form. */
each('[data-check-all]', (all) => {
  const boxes = [...all.form.elements].filter((one) => one.name === all.dataset.checkAll && one.type === 'checkbox');
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.hidden = false;
  all.addEventListener('change', () =>
    boxes.forEach((box) => {
      box.checked = all.checked;
    }),
  );
  boxes.forEach((box) => box.addEventListener('change', show));
  show();
});

each('.office-side [aria-current]', (place) => place.scrollIntoView({ block: 'nearest' }));

each('[data-menu]', (menu) =>
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  }),
);

each('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

/*
 * What the server says of a form while it is being filled in:
 * the part with the form's `data-live` id is fetched anew and exchanged.
 */
each('form[data-live]', (form) => {
  let waiting;
  let asked;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const fields = new URLSearchParams(
      [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && value !== '' && name !== '_csrf'),
    );
    try {
      const answer = await fetch(`${form.dataset.liveFrom}?${fields}`, {
        signal: asked.signal,
        credentials: 'same-origin',
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(form.dataset.live);
      const now = document.getElementById(form.dataset.live);
      if (fresh && now) now.replaceChildren(...fresh.childNodes);
    } catch (fault) {
      if (fault.name !== 'AbortError') console.warn('no preview', fault.name);
    }
  };
  form.addEventListener('input', ({ target }) => {
    clearTimeout(waiting);
    const look = target.type === 'file' ? form.querySelector('button[name="preview"]') : null;
    if (look) form.requestSubmit(look);
    else waiting = setTimeout(ask, 350);
  });
});
