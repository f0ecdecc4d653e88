/** How somebody works a page: with a pointer, or with the keyboard alone. The same story is played with both. */
import { expect, type Locator } from '@playwright/test';

export interface Hands {
  readonly name: string;
  /** Follows a link, presses a button, ticks a box. */
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** `YYYY-MM-DD` in a date field, `HH:mm` in a time field. */
  set(field: Locator, moment: string): Promise<void>;
  /** Opens a list and takes one of its options. */
  choose(list: Locator, option: RegExp): Promise<void>;
  /** Looks somebody up and takes the first who is found. */
  find(field: Locator, text: string): Promise<void>;
}

export const pointer: Hands = {
  name: 'by hand',
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  set: (field, moment) => field.fill(moment),
  async choose(list, option) {
    await list.click();
    await list.page().getByRole('option', { name: option }).click();
  },
  async find(field, text) {
    await field.fill(text);
    await field.page().getByRole('option').first().click();
  },
};

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Presses a key until the focus is there. */
const reach = async (target: Locator, key: string): Promise<void> => {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 200; presses++) {
    if (await isFocused(target)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${target}`);
};

/** Chromium's own fields speak the browser's language, whatever the page's is. */
const americanKeys = (moment: string): string => {
  const parts = moment.split(/[-:]/);
  if (parts.length === 3) return `${parts[1]}${parts[2]}${parts[0]}`;
  const hour = Number(parts[0]);
  const shown = String(hour % 12 || 12).padStart(2, '0');
  return `${shown}${parts[1]}${hour < 12 ? 'A' : 'P'}`;
};

/** The Tab key leads to the one of several radio buttons that is chosen, arrows from there. */
const chosenBeside = (target: Locator) =>
  target.evaluate((element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return null;
    const same = `input[type=radio][name="${element.name}"]`;
    const form = element.form ?? document;
    return form.querySelector(`${same}:checked`) ? `${same}:checked` : null;
  });

export const keyboard: Hands = {
  name: 'with the keyboard alone',
  async press(target) {
    const chosen = await chosenBeside(target);
    if (chosen !== null) {
      await reach(target.page().locator(chosen).first(), 'Tab');
      return reach(target, 'ArrowDown');
    }
    await reach(target, 'Tab');
    const ticked = await target.evaluate(
      (element) => element instanceof HTMLInputElement && /radio|checkbox/.test(element.type),
    );
    await target.page().keyboard.press(ticked ? 'Space' : 'Enter');
  },
  async write(target, text) {
    await reach(target, 'Tab');
    await target.page().keyboard.press('Control+a');
    await target.page().keyboard.type(text);
  },
  async set(field, moment) {
    await reach(field, 'Tab');
    await field.page().keyboard.type(americanKeys(moment));
  },
  async choose(list, option) {
    await reach(list, 'Tab');
    await list.page().keyboard.press('Enter');
    await reach(list.page().getByRole('option', { name: option }), 'ArrowDown');
    await list.page().keyboard.press('Enter');
  },
  async find(field, text) {
    await keyboard.write(field, text);
    await expect(field.page().getByRole('option').first()).toBeVisible();
    await field.page().keyboard.press('Enter');
  },
};
