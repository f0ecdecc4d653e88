import { useSyncExternalStore } from 'react';
import type { ClinicProfile } from '../../../shared/clinic.ts';

const unnamed: ClinicProfile = {
  name: 'Enamel',
  tagline: null,
  logo: null,
  primaryColor: '#0F766E',
  zone: 'Europe/Bucharest',
  currency: 'RON',
  languages: ['en', 'ro'],
  defaultLanguage: 'en',
  toothNotation: 'fdi',
};

let current = unnamed;
let loading: Promise<ClinicProfile> | undefined;
const listeners = new Set<() => void>();

const load = async (): Promise<ClinicProfile> => {
  try {
    const answer = await fetch('/api/access/clinic');
    if (answer.ok) current = ((await answer.json()) as { data: ClinicProfile }).data;
  } catch (error) {
    // The panel opens without its brand rather than not at all.
    console.warn('The clinic’s profile could not be read.', error);
  }
  for (const listener of listeners) listener();
  return current;
};

/** The clinic's public profile, read once a page load. */
export const clinicProfile = (): Promise<ClinicProfile> => {
  loading ??= load();
  return loading;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useClinic = (): ClinicProfile => useSyncExternalStore(subscribe, () => current);
