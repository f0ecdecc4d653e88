/** Every key of the calendar, by what it does: the page and the help sheet read the same list. */

export interface Shortcut<Name extends string = string> {
  readonly name: Name;
  /** As `KeyboardEvent.key` says them. */
  readonly keys: readonly string[];
}

export const shownKeys: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  '-': '−',
};

export type DeskAct =
  | 'today'
  | 'earlier'
  | 'later'
  | 'day'
  | 'week'
  | 'month'
  | 'agenda'
  | 'columns'
  | 'book'
  | 'next-free'
  | 'visit'
  | 'undo'
  | 'help'
  | 'close';

export const everywhere: readonly Shortcut<DeskAct>[] = [
  { name: 'today', keys: ['t'] },
  { name: 'earlier', keys: ['ArrowLeft'] },
  { name: 'later', keys: ['ArrowRight'] },
  { name: 'day', keys: ['d'] },
  { name: 'week', keys: ['w'] },
  { name: 'month', keys: ['m'] },
  { name: 'agenda', keys: ['a'] },
  { name: 'columns', keys: ['c'] },
  { name: 'book', keys: ['b'] },
  { name: 'next-free', keys: ['n'] },
  { name: 'visit', keys: ['v'] },
  { name: 'undo', keys: ['u'] },
  { name: 'help', keys: ['?'] },
  { name: 'close', keys: ['Escape'] },
];

/** What is done to the visit of a focused block. */
export interface VisitActs {
  readonly open: (visit: string) => void;
  readonly move: (visit: string) => void;
  readonly longer: (visit: string) => void;
  readonly shorter: (visit: string) => void;
  readonly next: (visit: string) => void;
  readonly cancel: (visit: string) => void;
}

/** `walk` and `hide` are not acts of the visit. */
export const onVisit: readonly Shortcut<keyof VisitActs | 'walk' | 'hide'>[] = [
  { name: 'open', keys: ['Enter', 'o'] },
  { name: 'walk', keys: ['ArrowUp', 'ArrowDown'] },
  { name: 'move', keys: ['m'] },
  { name: 'longer', keys: ['+', '='] },
  { name: 'shorter', keys: ['-'] },
  { name: 'next', keys: ['s'] },
  { name: 'cancel', keys: ['x', 'Delete'] },
  { name: 'hide', keys: ['Escape'] },
];

/** What each key stands for. */
export const byKey = <Name extends string>(
  shortcuts: readonly Shortcut<Name>[],
): Readonly<Record<string, Name>> =>
  Object.fromEntries(shortcuts.flatMap(({ name, keys }) => keys.map((key) => [key, name])));
