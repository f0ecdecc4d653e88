import { useEffect, useRef, useState } from 'react';

const stored = 'enamel-calendar-shortcuts';

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Single-key shortcuts, off in fields and dialogs; a person can turn them off for good (WCAG 2.1.4). */
export const useShortcuts = (actOf: (key: string) => (() => void) | undefined) => {
  const [on, setOn] = useState(() => localStorage.getItem(stored) !== 'off');
  const latest = useRef(actOf);
  latest.current = actOf;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]')) return;
      const act = latest.current(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [on]);
  const turn = (next: boolean) => {
    localStorage.setItem(stored, next ? 'on' : 'off');
    setOn(next);
  };
  return { on, turn };
};
