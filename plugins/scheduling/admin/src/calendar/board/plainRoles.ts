/**
 * The calendar's library calls itself a table without rows, which screen readers stumble over. Each block says its
 * whole sentence instead, so that the grid around it can be plain; what scrolls can be reached by keyboard.
 */
const gridRoles = ['table', 'rowgroup', 'row', 'columnheader', 'cell', 'gridcell']
  .map((role) => `[role='${role}']`)
  .join();
const gridMarks = ['aria-colindex', 'aria-colspan', 'aria-rowindex', 'aria-rowspan'];
const marked = gridMarks.map((name) => `[${name}]`).join();

const plain = (frame: HTMLElement): void => {
  for (const element of frame.querySelectorAll(gridRoles)) element.removeAttribute('role');
  for (const element of frame.querySelectorAll(marked))
    for (const name of gridMarks) element.removeAttribute(name);
  for (const label of frame.querySelectorAll('.ec-header [aria-label]'))
    label.removeAttribute('aria-label');
  frame.querySelector('.ec-main')?.setAttribute('tabindex', '0');
};

/** Keeps the frame plain while the library draws. @returns what ends it */
export const keepPlain = (frame: HTMLElement): (() => void) => {
  let waiting = 0;
  const observer = new MutationObserver((changes) => {
    // Blocks have roles of their own, and there are many of them.
    if (changes.every(({ target }) => (target as Element).closest('.ec-events'))) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => plain(frame));
  });
  plain(frame);
  observer.observe(frame, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
};
