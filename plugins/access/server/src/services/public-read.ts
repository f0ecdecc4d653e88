import { missing, z } from '@enamel/kernel';
import type { Core, UID } from '@strapi/strapi';
import { type PublicNoun, publicNouns } from '../domain/public-read.ts';

const whole = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);

/** A visitor may page through the list; every other key is refused by name. */
export const publicQuery = z.strictObject({
  pagination: z
    .strictObject({
      page: whole(1, 10_000).default(1),
      pageSize: whole(1, 100).default(25),
    })
    .default({ page: 1, pageSize: 25 }),
});

type Row = Readonly<Record<string, unknown>>;

const pick = (row: Row, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

const shape = (row: Row, { fields, populate = {} }: PublicNoun) => ({
  ...pick(row, fields),
  ...Object.fromEntries(
    Object.entries(populate).map(([name, { select }]) => {
      const value = row[name] as Row | Row[] | null | undefined;
      const inner = Array.isArray(value)
        ? value.map((part) => pick(part, select))
        : value && pick(value, select);
      return [name, inner ?? null];
    }),
  ),
});

const nounOf = (uid: string): PublicNoun => {
  const noun = publicNouns[uid];
  if (!noun) throw new Error(`${uid} is not public`);
  return noun;
};

export const readPublicList = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  { page, pageSize }: z.infer<typeof publicQuery>['pagination'],
) => {
  const noun = nounOf(uid);
  const [rows, total] = await strapi.db.query(uid).findWithCount({
    where: noun.where,
    populate: noun.populate ?? {},
    orderBy: noun.orderBy,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  } as object);
  return {
    data: (rows as Row[]).map((row) => shape(row, noun)),
    meta: {
      pagination: { page, pageSize, pageCount: Math.ceil(Number(total) / pageSize), total },
    },
  };
};

export const readPublicOne = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
) => {
  const noun = nounOf(uid);
  const row = await strapi.db.query(uid).findOne({
    where: { ...noun.where, documentId },
    populate: noun.populate ?? {},
  } as object);
  if (!row) throw missing('NOT_FOUND', 'There is no such entry.');
  return { data: shape(row as Row, noun), meta: {} };
};
