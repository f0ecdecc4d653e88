/** How long a page's own work keeps it from drawing a frame. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of wall time, and of the processor's time that the thread had. */
  readonly ts: number;
  readonly tts: number;
}

export interface LongestFrame {
  /** Milliseconds that the page's main thread worked between two frames. */
  readonly work: number;
  /** Milliseconds that passed between two frames, with whatever else the machine did. */
  readonly wall: number;
}

const frame = 'story:frame';

/**
 * The longest frame while `act` runs. Its `work` counts processor time, so that it tells of the page and not of its
 * neighbours on the machine. Chromium only; `act` must not leave the page.
 */
export const longestFrame = async (
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<LongestFrame> => {
  await browser.startTracing(page, { categories: ['blink.user_timing'] });
  await page.evaluate((name) => {
    const watch = { on: true };
    Object.assign(window, { watch });
    const mark = () => {
      performance.mark(name);
      if (watch.on) requestAnimationFrame(mark);
    };
    requestAnimationFrame(mark);
  }, frame);
  await act();
  await page.evaluate(() => {
    (window as unknown as { watch: { on: boolean } }).watch.on = false;
    performance.clearMarks();
  });
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
    traceEvents: TraceEvent[];
  };
  const marks = traceEvents.filter(({ name }) => name === frame).sort((a, b) => a.ts - b.ts);
  const longest = (clock: 'ts' | 'tts') =>
    Math.round(
      Math.max(...marks.slice(1).map((mark, index) => mark[clock] - (marks[index]?.[clock] ?? 0))) /
        1_000,
    );
  if (marks.length < 2) throw new Error('no frame was drawn');
  return { work: longest('tts'), wall: longest('ts') };
};
