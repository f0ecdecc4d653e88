import type { Fault, FaultKind } from './verifier.ts';

const words: Record<FaultKind, string> = {
  changed: 'was changed after it was sealed, or stands elsewhere than it did',
  gap: 'is missing from the chain: a seal was removed, added or moved',
  deleted: 'was deleted: its seal has no entry',
  truncated: 'and all after it are gone: a signed checkpoint saw more of the chain',
  rewritten: 'is not the one that a signed checkpoint saw: the chain was made anew',
  forged: 'is vouched for by a checkpoint that no trusted key signed',
  unreadable: 'cannot be read: the file is no sealed log from here on',
};

/** For the person who verifies. */
export const faultWords = ({ kind, number, entry }: Fault): string =>
  `Number ${number}${entry ? ` (entry ${entry})` : ''} ${words[kind]}.`;
