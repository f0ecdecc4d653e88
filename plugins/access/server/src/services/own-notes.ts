import { forbidden } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { ownNotes } from '../domain/scope.ts';
import { changeConditions } from '../store/own-notes.ts';

type On = Parameters<typeof changeConditions>[0];

/**
 * For a change of the note of an entry, or of whose it is. An entry that names no practitioner is everybody's.
 * @param author document id of the practitioner whose entry it was
 * @throws 403 `NOT_YOUR_NOTE` for a colleague's, where every role that may change the noun binds to own notes
 */
export const demandOwnNote = async (
  strapi: Core.Strapi,
  on: On,
  uid: string,
  author: string | null,
): Promise<void> => {
  const actor = currentActor(strapi);
  if (actor.kind !== 'staff' || author === null) return;
  const { lines, practitioner } = await changeConditions(on, Number(actor.id), uid);
  const bound = lines.length > 0 && lines.every((line) => line.includes(ownNotes));
  if (bound && practitioner !== author)
    throw forbidden('NOT_YOUR_NOTE', 'A colleague wrote this note. Add one of your own instead.', {
      fields: [{ field: 'notes', message: 'was written by a colleague' }],
    });
};
