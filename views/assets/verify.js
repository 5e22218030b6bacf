/*
 * Verifying on a page that works without this file:
 * dropping a file anywhere on its panel, and the camera where the browser reads QR codes.
 */

const panel = document.querySelector('[data-drop]');
const field = panel?.querySelector('input[type="file"]');
if (panel && field) {
  for (const name of ['dragenter', 'dragover'])
    panel.addEventListener(name, (event) => {
      event.preventDefault();
      panel.dataset.dropping = '';
    });
  for (const name of ['dragleave', 'drop'])
    panel.addEventListener(name, () => {
      delete panel.dataset.dropping;
    });
  panel.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    field.form.requestSubmit();
  });
}

const scan = document.querySelector('[data-scan]');
const part = (name) => scan.querySelector(`[data-scan-${name}]`);
const say = (text) => {
  part('said').textContent = text;
};

/* Only our own kinds of address are opened, and always here, whatever host the code names. */
const open = (codes) => {
  const found = codes.map(({ rawValue }) => /\/(?:c|s)\/[\w-]{20,60}/.exec(rawValue)?.[0]).find(Boolean);
  if (found) location.assign(found);
  return Boolean(found);
};

const begin = async () => {
  const formats = await window.BarcodeDetector.getSupportedFormats();
  if (!formats.includes('qr_code')) return;
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
  const picture = part('picture');
  let stream = null;
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    picture.hidden = true;
    part('stop').hidden = true;
    part('start').hidden = !navigator.mediaDevices?.getUserMedia;
  };
  const look = async () => {
    if (!stream) return;
    if (picture.readyState >= 2 && open(await detector.detect(picture).catch(() => []))) return stop();
    setTimeout(look, 200);
  };
  part('start').addEventListener('click', async () => {
    say('');
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      return say(scan.dataset.denied);
    }
    picture.srcObject = stream;
    picture.hidden = false;
    part('start').hidden = true;
    part('stop').hidden = false;
    await picture.play();
    look();
  });
  part('stop').addEventListener('click', stop);
  part('photo').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const codes = await createImageBitmap(file)
      .then((image) => detector.detect(image))
      .catch(() => []);
    say(open(codes) ? '' : scan.dataset.none);
  });
  addEventListener('pagehide', stop);
  stop();
  scan.hidden = false;
};

if (scan && 'BarcodeDetector' in window) begin();
