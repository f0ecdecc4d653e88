/** Keys of code generators are sealed fields, each bound to its owner and its row: elsewhere it opens nothing. */
import { openFields, sealField } from '@enamel/audit';
import { z } from '@enamel/kernel';
import { type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Person } from '../../domain/factors.ts';
import { emptySecret, totpSecrets } from '../../store/factors.ts';
import { unseal } from '../sealing.ts';

const noun = 'second-factor';
const field = 'key';

const recordOf = ({ origin, userId }: Person, id: string) => `${origin} ${userId} ${id}`;

/** @param key base 64 */
export const keepTotpKey = (
  trx: Transaction,
  person: Person,
  id: string,
  key: string,
): Promise<void> => sealField(trx, { noun, record: recordOf(person, id), field }, key, false);

/** Undefined when there is none, or when it is not as it was sealed. */
export const totpKey = async (
  strapi: Core.Strapi,
  person: Person,
  id: string,
): Promise<Buffer | undefined> => {
  const record = recordOf(person, id);
  try {
    const opened = await openFields(strapi.db.connection, noun, [record]);
    const key = opened.get(record)?.[field];
    return key === undefined ? undefined : Buffer.from(key, 'base64');
  } catch (error) {
    strapi.log.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};

const formerly = z.object({ origin: z.string(), userId: z.string(), key: z.string() });

/** Seals keys with the field keys that stood under the secret of links before. */
export const moveTotpKeys = (strapi: Core.Strapi): Promise<void> =>
  transaction(strapi, async (trx) => {
    for (const { id, origin, userId, secret } of await totpSecrets(trx)) {
      const held = formerly.safeParse(unseal('factor-key', secret)).data;
      if (held?.origin !== origin || held.userId !== userId) continue;
      await keepTotpKey(trx, { origin, userId }, id, held.key);
      await emptySecret(trx, id);
    }
  });
