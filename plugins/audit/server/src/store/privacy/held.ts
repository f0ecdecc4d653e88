import type { Core, UID } from '@strapi/strapi';
import type { HeldRecord } from '../../domain/privacy/shown.ts';

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
  readonly private?: boolean;
}
type Attributes = Readonly<Record<string, Attribute>>;
type Row = Record<string, unknown>;

const patientNoun = 'api::patient.patient';
/** How other nouns are called, the first that they have. */
const naming = ['fullName', 'name', 'number', 'title', 'startsAt'];

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));

/** All records of a noun that belong to a patient, the oldest first, with every field and the names of what they point to. */
export const recordsOf = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  patient: { readonly documentId: string },
): Promise<HeldRecord[]> => {
  const attributesOf = (name: string): Attributes =>
    (strapi.getModel(name as UID.ContentType)?.attributes ?? {}) as Attributes;
  const attributes = attributesOf(uid);
  const nameOf = (target: string) =>
    naming.find((name) => name in attributesOf(target)) ?? 'documentId';
  const pointsTo = ({ type, target = '' }: Attribute) =>
    type === 'relation' && target.startsWith('api::') && target !== patientNoun;
  const populate = Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]): [string, unknown][] =>
      attribute.type === 'component'
        ? [[name, true]]
        : pointsTo(attribute)
          ? [[name, { select: ['documentId', nameOf(attribute.target ?? '')] }]]
          : [],
    ),
  );
  const where =
    uid === patientNoun
      ? { documentId: patient.documentId }
      : { patient: { documentId: patient.documentId } };
  const found = (await strapi.db
    .query(uid)
    .findMany({ where, populate: populate as never, orderBy: { id: 'asc' } })) as Row[];

  const part = (component: string, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one) => part(component, one))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.keys(attributesOf(component)).map((name) => [name, plain((value as Row)[name])]),
          )
        : null;
  const called = (target: string, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one) => called(target, one))
      : plain((value as Row | null)?.[nameOf(target)]);
  const told = (row: Row): HeldRecord =>
    Object.fromEntries([
      ['documentId', row.documentId],
      ...Object.entries(attributes).flatMap(([name, attribute]): [string, unknown][] => {
        if (attribute.private || ['locale', 'localizations', 'publishedAt'].includes(name))
          return [];
        if (attribute.type === 'component')
          return [[name, part(attribute.component ?? '', row[name])]];
        if (pointsTo(attribute)) return [[name, called(attribute.target ?? '', row[name])]];
        return attribute.type === 'relation' ? [] : [[name, plain(row[name])]];
      }),
    ]);
  return found.map(told);
};
