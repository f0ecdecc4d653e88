import { type FocusEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';

export interface Card {
  /** Document id of the visit. */
  readonly visit: string;
  readonly block: HTMLElement;
}

const before = 350;
const after = 200;

const blockOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('.visit[data-visit]') ?? undefined)
    : undefined;

/**
 * The card beside a block that is pointed at or focused. It stays while the pointer is on it, goes by Escape and when the
 * block is grabbed (WCAG 1.4.13).
 */
export const useCard = (sheet: unknown) => {
  const [card, setCard] = useState<Card>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useCallback((delay: number, next: Card | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCard(next), delay);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setCard(undefined);
  }, []);
  const keep = useCallback(() => clearTimeout(timer.current), []);

  useEffect(() => () => clearTimeout(timer.current), []);
  // Blocks are drawn anew with the sheet.
  useEffect(hide, [sheet, hide]);
  useEffect(() => {
    if (!card) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      hide();
    };
    window.addEventListener('keydown', dismiss, true);
    window.addEventListener('scroll', hide, true);
    return () => {
      window.removeEventListener('keydown', dismiss, true);
      window.removeEventListener('scroll', hide, true);
    };
  }, [card, hide]);

  const show = (block: HTMLElement | undefined, delay: number) => {
    const visit = block?.dataset.visit;
    if (block && visit) soon(delay, { visit, block });
  };
  return {
    card,
    hide,
    /** For the card itself. */
    hold: { onMouseEnter: keep, onMouseLeave: () => soon(after, undefined) },
    /** For what holds the blocks. */
    watch: {
      onMouseOver: ({ target, buttons }: MouseEvent) => {
        const block = blockOf(target);
        if (buttons > 0) return;
        if (block) show(block, before);
        else soon(after, undefined);
      },
      onMouseLeave: () => soon(after, undefined),
      onFocus: ({ target }: FocusEvent) => {
        const block = blockOf(target);
        if (block?.matches(':focus-visible')) show(block, 0);
      },
      onBlur: () => soon(after, undefined),
    },
  };
};
