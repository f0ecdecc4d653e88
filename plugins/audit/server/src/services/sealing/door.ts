import { invalid } from '@enamel/kernel';
import { type rows, transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';
import { nounOf } from '../../domain/patients.ts';
import {
  type Attributes,
  type AttributesOf,
  rowsWithSealed,
  type SealedField,
  sealedAmong,
  sealedFieldsOf,
} from '../../domain/sealing/fields.ts';
import { openFields, sealField } from './sealed-fields.ts';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Call = Parameters<Middleware>[0];
type Data = Record<string, unknown>;

const refused = (field: string, message: string) =>
  invalid('VALIDATION_FAILED', `${field}: ${message}`, { fields: [{ field, message }] });

const textOf = ({ name, maxLength }: SealedField, value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw refused(name, 'must be a text');
  const text = value.trim();
  if (text.length > maxLength) throw refused(name, `must have at most ${maxLength} characters`);
  return text === '' ? null : text;
};

/** Puts the texts into an answer whose columns are empty. */
const open = async (
  strapi: Core.Strapi,
  attributesOf: AttributesOf,
  uid: string,
  answer: unknown,
) => {
  const { entries } = (answer ?? {}) as { entries?: unknown };
  const found = rowsWithSealed(attributesOf, uid, entries ?? answer);
  for (const noun of new Set(found.map((one) => one.uid))) {
    const own = found.filter((one) => one.uid === noun);
    const ids = own.map(({ row }) => row.documentId as string);
    const read = (on: Parameters<typeof rows>[0]) => openFields(on, nounOf(noun), ids);
    const opened = strapi.db.inTransaction()
      ? await transaction(strapi, read)
      : await read(strapi.db.connection);
    for (const { row, fields } of own)
      for (const field of fields)
        row[field] = opened.get(row.documentId as string)?.[field] ?? null;
  }
};

/** Takes the texts out before the noun is written, and seals them in the same transaction. */
const sealing = async (
  strapi: Core.Strapi,
  call: Call,
  fields: readonly SealedField[],
  next: () => Promise<unknown>,
) => {
  const given = call.params as { data?: Data };
  const written = fields.filter(({ name }) => name in (given.data ?? {}));
  if (written.length === 0) return next();
  const texts = written.map((field) => ({ field, text: textOf(field, given.data?.[field.name]) }));
  const names = new Set(written.map(({ name }) => name));
  const rest = Object.entries(given.data ?? {}).filter(([name]) => !names.has(name));
  return transaction(strapi, async (trx) => {
    call.params = { ...given, data: Object.fromEntries(rest) } as typeof call.params;
    // The trail, which stands outside, tells which fields were written.
    const answer = await next().finally(() => {
      call.params = given as typeof call.params;
    });
    const { documentId: record, entries } = (answer ?? {}) as {
      documentId?: string;
      entries?: unknown[];
    };
    if (record && (!entries || entries.length > 0))
      for (const { field, text } of texts)
        await sealField(
          trx,
          { noun: nounOf(call.uid), record, field: field.name },
          text,
          field.searchable,
        );
    return answer;
  });
};

/** Stands in the Document Service: what a schema marks as sealed is sealed on its way in and opened on its way out. */
export const sealingDoor = (strapi: Core.Strapi): Middleware => {
  const attributesOf: AttributesOf = (uid) =>
    strapi.getModel(uid as UID.ContentType)?.attributes as Attributes | undefined;
  let all: ReadonlySet<string> | undefined;
  const sealedNames = () => {
    all ??= new Set(
      Object.values(strapi.contentTypes).flatMap(({ attributes }) =>
        sealedFieldsOf(attributes as Attributes).map(({ name }) => name),
      ),
    );
    return all;
  };
  return async (call, next) => {
    const { filters, sort } = call.params as { filters?: unknown; sort?: unknown };
    const asked = sealedAmong(sealedNames(), filters) ?? sealedAmong(sealedNames(), sort);
    if (asked) throw refused(asked, 'is sealed: lists cannot be filtered or ordered by it');
    const answer = (await sealing(
      strapi,
      call,
      sealedFieldsOf(call.contentType.attributes as Attributes),
      next as () => Promise<unknown>,
    )) as Awaited<ReturnType<typeof next>>;
    await open(strapi, attributesOf, call.uid, answer);
    return answer;
  };
};
