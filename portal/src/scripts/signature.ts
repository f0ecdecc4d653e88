/** Turns each signature field into a pad; without this script a typed name is the signature. */
import SignaturePad from 'signature_pad';

const enhance = (field: Element) => {
  const frame = field.querySelector<HTMLElement>('[data-pad]');
  const canvas = field.querySelector('canvas');
  const drawn = field.querySelector<HTMLInputElement>('input[type=hidden]');
  const clear = field.querySelector('button');
  const label = field.querySelector<HTMLElement>('[data-with-pad]');
  if (!frame || !canvas || !drawn || !clear) return;
  frame.hidden = false;
  if (label?.dataset.withPad) label.textContent = label.dataset.withPad;

  const pad = new SignaturePad(canvas, { backgroundColor: '#ffffff', penColor: '#10312f' });
  const keep = () => {
    drawn.value = pad.isEmpty() ? '' : pad.toDataURL('image/png');
  };
  // A canvas is cleared when its size changes: what was drawn is drawn again.
  const fit = () => {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    if (canvas.width === Math.round(canvas.offsetWidth * ratio)) return;
    canvas.width = Math.round(canvas.offsetWidth * ratio);
    canvas.height = Math.round(canvas.offsetHeight * ratio);
    canvas.getContext('2d')?.scale(ratio, ratio);
    pad.clear();
    if (drawn.value)
      void pad.fromDataURL(drawn.value, {
        width: canvas.offsetWidth,
        height: canvas.offsetHeight,
      });
  };
  pad.addEventListener('endStroke', keep);
  clear.addEventListener('click', () => {
    pad.clear();
    keep();
  });
  new ResizeObserver(fit).observe(canvas);
  fit();
};

document.querySelectorAll('[data-signature]').forEach(enhance);
