import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { patientToken, staffToken } from '../../tests/support/people.ts';

const png = readFileSync(join(__dirname, '../../database/demo/catalogue/logo.png'));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

/** A picture of few bytes and 400 million points. */
const bomb = () => {
  const side = Buffer.alloc(4);
  side.writeUInt32BE(20_000);
  const chunk = (type: string, content: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', Buffer.concat([side, side, Buffer.from([1, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc(20_000 * 2501))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const page = '<html><script>alert(document.cookie)</script></html>';

describe('uploads', () => {
  let clinic: Clinic;
  let token: string;
  beforeAll(async () => {
    clinic = await openClinic();
    token = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  const send = async (
    path: string,
    content: Buffer | string,
    { name = 'logo.png', type = 'image/png', field = 'files', as = token } = {},
  ) => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    const answer = await fetch(`${clinic.url}${path}`, {
      method: 'POST',
      headers: as ? { authorization: `Bearer ${as}` } : {},
      body: form,
    });
    const body = (await answer.json().catch(() => ({}))) as {
      error?: { code: string; details: { fields: { field: string }[] } };
    };
    return { status: answer.status, body };
  };
  const kept = async () =>
    Number((await clinic.db.query('select count(*) from files')).rows[0].count);

  test('a picture comes in by the panel, and its kind is what its bytes say', async () => {
    const answer = await send('/upload', png, { name: 'new-logo.png', type: 'text/html' });
    expect(answer.status).toBe(201);
    const { rows } = await clinic.db.query(
      `select mime, ext, url from files where name = 'new-logo.png'`,
    );
    expect(rows).toMatchObject([{ mime: 'image/png', ext: '.png' }]);
    const served = await fetch(`${clinic.url}${rows[0].url}`);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('the name of a file leads to no other folder', async () => {
    for (const name of ['../../../evil.png', '..\\..\\evil.png', '/etc/evil.png', 'evil.png']) {
      const { status } = await send('/upload', png, { name });
      expect([201, 400]).toContain(status);
      const { rows } = await clinic.db.query('select url from files order by id desc limit 1');
      expect(rows[0].url).toMatch(/^\/uploads\/[\w-]+\.png$/);
    }
  });

  const forgeries: [string, Buffer | string, { name?: string; type?: string }][] = [
    // CVE-2025-25298 and its like: the sender's word for the kind was believed.
    ['a page that is called a picture', page, {}],
    ['a page under its own name, called a picture by the sender', page, { name: 'page.html' }],
    ['a drawing with scripts', svg, { name: 'logo.svg', type: 'image/svg+xml' }],
    ['a drawing that is called a PNG', svg, {}],
    ['a picture whose name is a page’s', png, { name: 'logo.html' }],
    ['a picture whose name ends twice', png, { name: 'logo.png.html' }],
    ['a picture with a page behind it', Buffer.concat([png, Buffer.from(page)]), {}],
    ['the start of a picture', png.subarray(0, 60), {}],
    [
      'a picture with a broken middle',
      Buffer.concat([png.subarray(0, 60), Buffer.alloc(40, 7), png.subarray(100)]),
      {},
    ],
    ['a picture that unfolds to more than the memory holds', bomb(), {}],
    ['a kind that nobody named', page, { name: 'page', type: 'application/octet-stream' }],
    ['an archive', 'PK\x03\x04', { name: 'a.zip', type: 'application/zip' }],
  ];

  test.each(forgeries)(
    '%s is refused at each door, and nothing is kept',
    async (_, content, options) => {
      const before = await kept();
      const folder = join(
        process.env.TEST_FOLDER ?? '',
        new URL(clinic.databaseUrl).pathname.slice(1),
        'public/uploads',
      );
      const files = readdirSync(folder).length;
      for (const path of [
        '/upload',
        '/upload/files',
        '/upload?id=1',
        '/upload/files/1/replace',
        '/api/upload',
        '/API/Upload/',
      ]) {
        const { status, body } = await send(path, content, options);
        expect([path, status, body.error?.code]).toEqual([path, 400, 'FILE_NOT_ALLOWED']);
        expect(body.error?.details.fields[0]?.field).toBe('files');
      }
      expect(await kept()).toBe(before);
      expect(readdirSync(folder)).toHaveLength(files);
    },
  );

  test('of nobody but staff who are signed in are bytes looked at', async () => {
    const ended = await staffToken(clinic, 'dentist');
    await fetch(`${clinic.url}/access/lock/end`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ended}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const before = await kept();
    const callers = ['', 'f'.repeat(256), await patientToken(clinic, 'ana@example.com'), ended];
    for (const as of callers)
      for (const path of ['/upload', '/api/upload', '/charting/patients/abc/files'])
        for (const content of [png, page, bomb()]) {
          const { status, body } = await send(path, content, { as });
          expect([path, status, body.error?.code]).toEqual([path, 401, 'SIGN_IN_REQUIRED']);
        }
    expect(await kept()).toBe(before);
  });

  test('a file under another field, or at another address, is judged too', async () => {
    expect((await send('/upload', page, { field: 'other' })).body.error?.code).toBe(
      'FILE_NOT_ALLOWED',
    );
    expect((await send('/api/locations', png)).body.error?.code).toBe('FILE_NOT_ALLOWED');
  });

  test('more than the largest document is refused without being kept', async () => {
    const { status } = await send('/upload', Buffer.alloc(21 * 1024 * 1024), { name: 'a.pdf' });
    expect(status).toBe(413);
  });

  test('a folder that is no number is refused, and the server lives on', async () => {
    const ask = (method: string, path: string, body: object) =>
      fetch(`${clinic.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const [method, path, body] of [
      ['PUT', '/upload/folders/nothing', {}],
      ['PUT', '/upload/folders/99999999999', { name: 'Logos' }],
      ['POST', '/upload/folders', { name: 'Logos', parent: 'nothing' }],
      ['PUT', '/upload/folders/1', { parent: 'nothing' }],
      ['POST', '/upload/actions/bulk-move', { folderIds: ['x'], destinationFolderId: 'y' }],
    ] as const)
      expect((await ask(method, path, body)).status).toBe(400);
    expect((await ask('POST', '/upload/folders', { name: 'Logos' })).status).toBe(201);
  });

  test('the server fetches no address for anybody', async () => {
    for (const path of ['/upload/actions/upload-from-urls', '/Upload/Actions/Upload-From-Urls/']) {
      const answer = await fetch(`${clinic.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ urls: [`${clinic.url}/api/kernel/health/live`] }),
      });
      expect(answer.status).toBe(403);
    }
  });
});
