/**
 * Escape puts back what is being dragged, resized or drawn. The library has no such key, but it leaves an event in place
 * where a constraint refuses it: from Escape to the end of the gesture, every place is refused.
 */
const gestures = '.ec-dragging, .ec-resizing-y, .ec-selecting, .ec-not-allowed';

export const dragEscape = (frame: HTMLElement) => {
  let given = false;
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !frame.querySelector(gestures)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    given = true;
    // Scrolling makes it ask the constraint again; then the hand lets go.
    frame.querySelector('.ec-main')?.dispatchEvent(new Event('scroll'));
    window.dispatchEvent(new PointerEvent('pointerup', { isPrimary: true }));
    given = false;
    swallowClick();
  };
  window.addEventListener('keydown', giveUp, true);
  return {
    /** For the library's constraints. */
    allows: (): boolean => !given,
    stop: () => window.removeEventListener('keydown', giveUp, true),
  };
};

/** The real pointer is still down: what it lets go of later is not clicked. */
const swallowClick = (): void => {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, true);
  window.addEventListener(
    'pointerup',
    () => setTimeout(() => window.removeEventListener('click', swallow, true)),
    { once: true },
  );
};
