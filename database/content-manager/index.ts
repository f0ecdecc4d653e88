import { createHash } from 'node:crypto';
import { rows, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { applyView } from './apply-view.ts';
import { components } from './components.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { registers } from './registers.ts';
import type { ComponentView, Configuration, View } from './view.ts';
import { visits } from './visits.ts';

export const nouns: Readonly<Record<string, View>> = {
  ...places,
  ...people,
  ...visits,
  ...papers,
  ...registers,
};
export { components };

const marker = { type: 'core', name: 'enamel', key: 'content_manager_views' };
const lock = 7_341_004;

const uidOf = (noun: string) => `api::${noun}.${noun}`;
const nameByUid = new Map(Object.entries(nouns).map(([noun, { name }]) => [uidOf(noun), name]));

/** Keys are sorted: PostgreSQL and Strapi may keep them in another order. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;

const fingerprint = ({ settings, metadatas, layouts }: Configuration) =>
  createHash('sha256')
    .update(JSON.stringify(sorted({ settings, metadatas, layouts })))
    .digest('hex');

interface Schema {
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly target?: string }>
  >;
}

interface Views {
  findConfiguration(schema: unknown): Promise<Configuration>;
  updateConfiguration(schema: unknown, next: Configuration): Promise<unknown>;
}

/**
 * Gives every noun its columns, labels, help and form in the content manager: once, and again after an update of ours as
 * long as nobody changed them. What a clinic arranged itself stays.
 */
export const arrangeContentManager = (strapi: Core.Strapi): Promise<void> =>
  transaction(strapi, async (trx) => {
    await rows(trx, 'select pg_advisory_xact_lock(?)', [lock]);
    const written = ((await strapi.store.get(marker)) ?? {}) as Record<string, string>;
    const now: Record<string, string> = { ...written };
    const arrange = async (
      service: 'content-types' | 'components',
      uid: string,
      view: View | ComponentView,
      schema: Schema | undefined,
    ) => {
      if (!schema) return;
      const store = strapi.plugin('content-manager').service(service) as Views;
      const stored = await store.findConfiguration(schema);
      const before = fingerprint(stored);
      if (written[uid] !== undefined && written[uid] !== before) return;
      const next = applyView(stored, view, (field) =>
        nameByUid.get(schema.attributes[field]?.target ?? ''),
      );
      if (fingerprint(next) === before && written[uid] === before) return;
      await store.updateConfiguration(schema, next);
      now[uid] = fingerprint(await store.findConfiguration(schema));
    };
    for (const [noun, view] of Object.entries(nouns))
      await arrange(
        'content-types',
        uidOf(noun),
        view,
        strapi.contentTypes[uidOf(noun) as 'api::patient.patient'],
      );
    for (const [uid, view] of Object.entries(components))
      await arrange('components', uid, view, strapi.components[uid as 'clinic.alert']);
    if (JSON.stringify(now) !== JSON.stringify(written))
      await strapi.store.set({ ...marker, value: now });
  });
