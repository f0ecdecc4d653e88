/** Browsers that somebody was signed in from before: a sealed token that only slows less, and opens nothing. */
import { randomBytes } from 'node:crypto';
import { z } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Person } from '../domain/factors.ts';
import { seal, unseal } from './sealing.ts';

const content = z.object({
  device: z.string(),
  /** `<origin> <user id>`, the newest first. */
  people: z.array(z.string()),
  until: z.iso.datetime(),
});

const days = 365;
/** A family shares a browser. */
const mostPeople = 8;

const read = (strapi: Core.Strapi, token: string | undefined) => {
  const opened = token ? unseal('known-device', Buffer.from(token, 'base64url')) : undefined;
  const { data } = content.safeParse(opened);
  return data && Temporal.Instant.compare(data.until, clockOf(strapi).now()) > 0 ? data : undefined;
};

const nameOf = ({ origin, userId }: Person) => `${origin} ${userId}`;

/** The device's own name when this person was signed in from it before. */
export const knownDevice = (
  strapi: Core.Strapi,
  token: string | undefined,
  person: Person | undefined,
): string | undefined => {
  const known = read(strapi, token);
  return person && known?.people.includes(nameOf(person)) ? known.device : undefined;
};

/** The token for a device that somebody has just been signed in from. */
export const rememberDevice = (
  strapi: Core.Strapi,
  token: string | undefined,
  person: Person,
): string => {
  const known = read(strapi, token);
  const name = nameOf(person);
  const people = [name, ...(known?.people ?? []).filter((one) => one !== name)];
  return seal('known-device', {
    device: known?.device ?? randomBytes(12).toString('hex'),
    people: people.slice(0, mostPeople),
    until: clockOf(strapi)
      .now()
      .add({ hours: 24 * days })
      .toString(),
  }).toString('base64url');
};
