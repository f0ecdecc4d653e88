/**
 * The exact bytes of an entry that its seal is made of, and the chain of seals. docs/decisions/0011-audit-chain.md tells
 * the form to those who verify without Enamel.
 */
import { createHash, hash } from 'node:crypto';

/**
 * An entry as PostgreSQL tells it in text, in the order of the canonical form: id; at (UTC, microseconds); actor kind, id,
 * name and roles; action; subject and its id; patients; request id; ip; device; detail. Roles, patients and detail are JSON
 * already: `array_to_json(…)::text` and `jsonb::text`.
 */
export type EntryTexts = readonly [
  id: string,
  at: string,
  actorKind: string,
  actorId: string,
  actorName: string | null,
  actorRoles: string,
  action: string,
  subject: string,
  subjectId: string | null,
  patients: string,
  requestId: string | null,
  ip: string | null,
  device: string | null,
  detail: string,
];

const unsafe = /[^ !#-[\]-~]/;

/** `JSON.stringify` of a string, without its cost for what needs no escape. */
const quoted = (text: string): string => (unsafe.test(text) ? JSON.stringify(text) : `"${text}"`);
const quotedOrNull = (text: string | null): string => (text === null ? 'null' : quoted(text));

/** One JSON object on one line, keys in this order, nothing between them; numbers and names as the database holds them. */
export const canonicalOf = ([
  id,
  at,
  actorKind,
  actorId,
  actorName,
  actorRoles,
  action,
  subject,
  subjectId,
  patients,
  requestId,
  ip,
  device,
  detail,
]: EntryTexts): string =>
  `{"id":${id},"at":"${at}","actor":${quoted(actorKind)},"actorId":${quoted(actorId)},"name":${quotedOrNull(actorName)},"roles":${actorRoles},"action":${quoted(action)},"subject":${quoted(subject)},"subjectId":${quotedOrNull(subjectId)},"patients":${patients},"request":${quotedOrNull(requestId)},"ip":${quotedOrNull(ip)},"device":${quotedOrNull(device)},"detail":${detail}}`;

/** What the first seal takes for the hash before it. */
export const beginning = '0'.repeat(64);

/** SHA-256, in hexadecimal, of the hash before (64 hexadecimal digits), the number and the canonical form, spaces between. */
export const sealOf = (previous: string, number: number, canonical: string): string =>
  hash('sha256', `${previous} ${number} ${canonical}`, 'hex');

/** The same over bytes as they lie in a file, where not every change of a byte is a change of the text. */
export const sealOfBytes = (previous: string, number: number, canonical: Uint8Array): string =>
  createHash('sha256').update(`${previous} ${number} `).update(canonical).digest('hex');
