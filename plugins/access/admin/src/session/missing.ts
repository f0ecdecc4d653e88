/** Whether the server lets this person do nothing before they have a second factor. */
const listeners = new Set<() => void>();
let missing = false;

const set = (next: boolean): void => {
  if (missing === next) return;
  missing = next;
  for (const listener of listeners) listener();
};

export const isFactorMissing = (): boolean => missing;
export const showFactorMissing = (): void => set(true);
export const factorSetUp = (): void => set(false);

export const onFactorMissing = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
