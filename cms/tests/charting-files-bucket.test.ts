import { type BucketServer, startBucket } from '../../tests/support/bucket.ts';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { inTheEnd, people, picture, speaker } from '../../tests/support/files.ts';
import { type MadePatient, makePatient } from '../../tests/support/patients.ts';
import { staffToken } from '../../tests/support/people.ts';

describe('files in a bucket', () => {
  let clinic: Clinic;
  let bucket: BucketServer;
  let to: ReturnType<typeof speaker>;
  let ana: MadePatient;
  beforeAll(async () => {
    bucket = await startBucket();
    clinic = await openClinic({ variables: bucket.variables });
    to = speaker(clinic, await people(clinic, 'dentist'));
    ana = await makePatient(clinic);
  });
  afterAll(async () => {
    await clinic.close();
    await bucket.stop();
  });

  test('files are kept sealed, opened, and removed, and each request is signed', async () => {
    const file = await to.added('dentist', ana);
    const key = `patients/${file.documentId}`;
    const object = bucket.objects.get(key);
    expect(object?.length).toBe(picture.length + 28);
    expect(object?.includes(picture.subarray(0, 16))).toBe(false);
    const { address } = await to.link('dentist', ana, file);
    const answer = await to.ask('dentist', address);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
    await to.say(
      'dentist',
      'POST',
      `/charting/patients/${ana.documentId}/files/${file.documentId}/remove`,
    );
    expect(await inTheEnd(() => !bucket.objects.has(key))).toBe(true);
    expect(bucket.refused).toEqual([]);
  });

  test('the clinic’s logo is there too, and everybody sees it at its usual address', async () => {
    const token = await staffToken(clinic, 'clinic-admin');
    const form = new FormData();
    form.append(
      'files',
      new Blob([new Uint8Array(picture)], { type: 'image/png' }),
      'bucket-logo.png',
    );
    const sent = await fetch(`${clinic.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(sent.status).toBe(201);
    const [{ url, id }] = await sent.json();
    expect(url).toMatch(/^\/uploads\/[\w-]+\.png$/);
    const served = await fetch(`${clinic.url}${url}`);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bucket.objects.get(url.slice(1)));
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { rows } = await clinic.db.query(
      `select url from files where url like '/uploads/%' and id <> $1 order by id limit 1`,
      [id],
    );
    expect((await fetch(`${clinic.url}${rows[0].url}`)).status).toBe(200);
    const gone = await fetch(`${clinic.url}/upload/files/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(gone.status).toBe(200);
    expect(bucket.objects.has(url.slice(1))).toBe(false);
    expect((await fetch(`${clinic.url}${url}`)).status).toBe(404);
    expect(bucket.refused).toEqual([]);
  });

  test('while it is away nothing is lost and nothing half kept, and people are told to come again', async () => {
    const file = await to.added('dentist', ana);
    const count = async () =>
      (await clinic.db.query('select count(*)::int as n from patient_files')).rows[0].n;
    const before = await count();
    const { address } = await to.link('dentist', ana, file);
    bucket.fail(true);
    const opened = await to.say('dentist', 'GET', address);
    expect([opened.status, opened.body.error.code]).toEqual([503, 'FILES_AWAY']);
    const sent = await to.send('dentist', ana);
    expect([sent.status, sent.body.error.code]).toEqual([503, 'FILES_AWAY']);
    expect(await count()).toBe(before);
    const removed = await to.say(
      'dentist',
      'POST',
      `/charting/patients/${ana.documentId}/files/${file.documentId}/remove`,
    );
    expect(removed.status).toBe(200);
    expect(bucket.objects.has(`patients/${file.documentId}`)).toBe(true);
    bucket.fail(false);
    const next = await to.added('dentist', ana);
    await to.say(
      'dentist',
      'POST',
      `/charting/patients/${ana.documentId}/files/${next.documentId}/remove`,
    );
    const left = () => [...bucket.objects.keys()].filter((key) => key.startsWith('patients/'));
    expect(await inTheEnd(() => left().length === 0)).toBe(true);
  });
});
