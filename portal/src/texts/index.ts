import type { Language } from '../lib/languages.ts';
import { en, type Texts } from './en.ts';
import { ro } from './ro.ts';

export type { Texts } from './en.ts';

export const texts: Record<Language, Texts> = { en, ro };
