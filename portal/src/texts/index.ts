import type { Language } from '../lib/languages.ts';
import { en } from './en.ts';
import { ro } from './ro.ts';

/** What every language must say: a missing or extra key fails the type check. */
export type Texts = typeof en;

export const texts: Record<Language, Texts> = { en, ro };
