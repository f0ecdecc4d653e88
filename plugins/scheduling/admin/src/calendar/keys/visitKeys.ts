import type { KeyboardEvent } from 'react';
import { byKey, onVisit, type VisitActs } from './keys.ts';

const meaning = byKey(onVisit);

/** The next block of its column above or below, by where they are drawn. */
const neighbour = (block: HTMLElement, direction: -1 | 1): HTMLElement | undefined => {
  const here = block.getBoundingClientRect();
  const board = block.closest('[data-board]');
  const others = [...(board?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])]
    .filter((other) => other !== block)
    .map((other) => ({ other, at: other.getBoundingClientRect() }))
    .filter(({ at }) => at.left < here.right && at.right > here.left)
    .filter(({ at }) => (direction > 0 ? at.top > here.top : at.top < here.top))
    .sort((a, b) => direction * (a.at.top - b.at.top));
  return others[0]?.other;
};

/** Keys on a focused block: they act on its visit; arrows walk to the one above or below. */
export const visitKeys =
  (on: VisitActs) =>
  (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const visit = target.dataset.visit;
    if (!visit) return;
    const act = meaning[key];
    // The browser itself opens a focused block by Enter, and the card hides by Escape.
    if (!act || act === 'hide' || key === 'Enter') return;
    if (act === 'walk') neighbour(target, key === 'ArrowDown' ? 1 : -1)?.focus();
    else on[act](visit);
    event.preventDefault();
    event.stopPropagation();
  };

/** Focuses the visit that goes on or comes next; the first when none does. */
export const focusVisit = (now: string | undefined): void => {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-board] [data-visit]')];
  const wanted = blocks.find(({ dataset }) => dataset.visit === now) ?? blocks[0];
  wanted?.focus();
};
