const kept = 'data-covered';

interface Before {
  readonly inert: boolean;
  readonly visibility: string;
}

/** A dialog underneath would take what happens outside of it as a wish to close, and typing for its shortcuts. */
const ownAffair = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'click',
  'keydown',
  'keyup',
  'focusin',
];
const stop = (event: Event) => event.stopPropagation();
const stopEscape = (event: KeyboardEvent) => {
  if (event.key === 'Escape') event.stopImmediatePropagation();
};

/**
 * Makes everything on the page but `above` neither seen nor read nor reached, as it stands: what was typed stays. What
 * appears meanwhile is covered too. @returns how to uncover it
 */
export const cover = (above: HTMLElement): (() => void) => {
  const covered = new Map<HTMLElement, Before>();
  const hide = () => {
    for (const element of document.body.children) {
      if (!(element instanceof HTMLElement) || element === above || covered.has(element)) continue;
      covered.set(element, { inert: element.inert, visibility: element.style.visibility });
      element.inert = true;
      element.setAttribute(kept, '');
      element.style.setProperty('visibility', 'hidden', 'important');
    }
  };
  const focused = document.activeElement;
  const { title } = document;
  hide();
  for (const type of ownAffair) above.addEventListener(type, stop);
  window.addEventListener('keydown', stopEscape, { capture: true });
  const watch = new MutationObserver(hide);
  watch.observe(document.body, { childList: true });
  return () => {
    watch.disconnect();
    window.removeEventListener('keydown', stopEscape, { capture: true });
    for (const [element, { inert, visibility }] of covered) {
      element.inert = inert;
      element.removeAttribute(kept);
      element.style.visibility = visibility;
    }
    document.title = title;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
};
