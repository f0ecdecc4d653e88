import { type Hits, type Taken, take } from '../domain/window.ts';

/** More callers than this at once are a flood of invented addresses: the first are forgotten. */
const most = 50_000;

/** Keeps a value under a key; whoever came last stands last, and the first go when there are too many. */
export const keepNewest = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.delete(key);
  map.set(key, value);
  for (const old of map.keys()) {
    if (map.size <= most) break;
    map.delete(old);
  }
};

/** Windows of this process alone. */
export const memoryWindows = () => {
  const windows = new Map<string, Hits>();
  return (key: string, limit: number, moment = Date.now()): Taken => {
    const { hits, ...taken } = take(windows.get(key) ?? [], moment, limit);
    keepNewest(windows, key, hits);
    return taken;
  };
};
