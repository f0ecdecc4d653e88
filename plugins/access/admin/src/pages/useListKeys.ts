import { type KeyboardEvent, useEffect, useRef } from 'react';

const links = 'tbody tr[data-opens] td:first-child a';
const writing = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *';

/**
 * Keys of a page that is a search and a list: `/` goes to the search, the arrows walk from it through the rows and back,
 * Enter in the search opens the first row. Put what it answers on the element around both.
 */
export const useListKeys = () => {
  const frame = useRef<HTMLDivElement>(null);
  const search = () => frame.current?.querySelector<HTMLInputElement>('form input');
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || (event.target as Element | null)?.closest(writing)) return;
      event.preventDefault();
      frame.current?.querySelector<HTMLInputElement>('form input')?.focus();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, []);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const rows = [...(frame.current?.querySelectorAll<HTMLAnchorElement>(links) ?? [])];
    const at = rows.indexOf(event.target as HTMLAnchorElement);
    const inSearch = event.target === search();
    if (!inSearch && at < 0) return;
    if (event.key === 'Enter' && inSearch) rows[0]?.click();
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    (rows[at + step] ?? (at + step < 0 ? search() : undefined))?.focus();
  };
  return { ref: frame, onKeyDownCapture };
};
