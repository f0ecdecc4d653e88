import { openFields, sealField } from '@enamel/audit';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type Entry, noteAdded, remove } from '../../store/merging/journal.ts';
import type { Both } from './both.ts';

const noun = 'patient';

interface Attribute {
  readonly type: string;
  readonly maxLength?: number;
  readonly pluginOptions?: {
    readonly audit?: { readonly sealed?: boolean; readonly searchable?: boolean };
  };
}

/** What stays of a sealed text: the winner's, else the loser's; of long ones both, where there is room. */
const kept = ({ type, maxLength = 255 }: Attribute, mine = '', theirs = ''): string => {
  if (!mine || !theirs || mine === theirs) return mine || theirs;
  const both = `${mine}\n\n${theirs}`;
  return type === 'text' && both.length <= maxLength ? both : mine;
};

/** What is sealed opens for its own record alone, so it is sealed anew for the winner. */
export const mergeSealed = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { winner, loser }: Both,
): Promise<Entry[]> => {
  const attributes = strapi.getModel('api::patient.patient').attributes as Readonly<
    Record<string, Attribute>
  >;
  const opened = await openFields(trx, noun, [winner.documentId, loser.documentId]);
  const mine = opened.get(winner.documentId) ?? {};
  const theirs = opened.get(loser.documentId) ?? {};
  const journal: Entry[] = [];
  for (const [field, attribute] of Object.entries(attributes)) {
    const { sealed, searchable = false } = attribute.pluginOptions?.audit ?? {};
    if (!sealed) continue;
    const text = kept(attribute, mine[field], theirs[field]);
    if (!text || text === mine[field]) continue;
    const spot = { noun, record: winner.documentId, field };
    const here = 't.noun = :noun and t.record = :record and t.field = :field';
    journal.push(...(await remove(trx, 'sealed_fields', here, spot)));
    await sealField(trx, spot, text, searchable);
    journal.push(...(await noteAdded(trx, 'sealed_fields', here, spot)));
  }
  return journal;
};
