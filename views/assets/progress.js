/*
 * Long work: what of the page changes is fetched again until the work has ended.
 * Without this file a link does the same by hand.
 */
const EVERY = 2000;
const running = () => document.querySelector('[data-live][data-running]') !== null;

const byHand = () =>
  document.querySelectorAll('[data-by-hand]').forEach((link) => {
    link.hidden = true;
  });

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.querySelectorAll('[data-live]').forEach((part) => {
    const now = fresh.getElementById(part.id);
    if (now && now.outerHTML !== part.outerHTML && !part.contains(document.activeElement))
      part.replaceWith(document.adoptNode(now));
  });
  byHand();
}

function again() {
  if (running())
    setTimeout(
      () =>
        look()
          .catch(() => undefined)
          .finally(again),
      EVERY,
    );
}

byHand();
again();
