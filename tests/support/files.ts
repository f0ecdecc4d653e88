import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clinic } from './clinic.ts';
import type { MadePatient } from './patients.ts';
import { staffToken } from './people.ts';

export const picture = readFileSync(join(__dirname, '../../database/demo/catalogue/logo.png'));

export interface File {
  documentId: string;
  name: string;
  kind: string;
  category: string;
  bytes: number;
}

/** A tick may be at the same work for a moment. */
export const inTheEnd = async (look: () => boolean | Promise<boolean>): Promise<boolean> => {
  for (let tries = 0; tries < 200; tries++) {
    if (await look()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
};

/** What a test says to the clinic, as one of its people. */
export const speaker = (clinic: Clinic, tokens: Record<string, string>) => {
  const ask = (who: string, path: string, init: RequestInit = {}, url = clinic.url) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: {
        ...(tokens[who] ? { authorization: `Bearer ${tokens[who]}` } : {}),
        ...(init.headers as Record<string, string>),
      },
    });
  const say = async (who: string, method: string, path: string, url?: string) => {
    const answer = await ask(who, path, { method }, url);
    return { status: answer.status, body: await answer.json(), answer };
  };
  const send = async (
    who: string,
    patient: { documentId: string },
    content: Buffer | string = picture,
    { name = 'X-ray 46.png', type = 'image/png', field = 'file', category = 'x-ray' } = {},
  ) => {
    const form = new FormData();
    form.append('category', category);
    form.append(field, new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    const path = `/charting/patients/${patient.documentId}/files`;
    const answer = await ask(who, path, { method: 'POST', body: form });
    return { status: answer.status, body: await answer.json() };
  };
  const added = async (who: string, patient: MadePatient): Promise<File> => {
    const { status, body } = await send(who, patient);
    expect([status, body.error]).toEqual([201, undefined]);
    return body.data;
  };
  const link = async (who: string, patient: MadePatient, file: File, url?: string) => {
    const path = `/charting/patients/${patient.documentId}/files/${file.documentId}/link`;
    const { status, body, answer } = await say(who, 'POST', path, url);
    expect([status, body.error]).toEqual([200, undefined]);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('enamel_files='));
    return { address: body.data.address as string, cookie: cookie ?? '' };
  };
  const ownLink = async (who: string, file: File): Promise<string> => {
    const { status, body } = await say(who, 'POST', `/api/charting/files/${file.documentId}/link`);
    expect(status).toBe(200);
    return body.data.address;
  };
  return { ask, say, send, added, link, ownLink };
};

export const people = async (clinic: Clinic, ...roles: string[]) =>
  Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await staffToken(clinic, role)])),
  ) as Record<string, string>;
