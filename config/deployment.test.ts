import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { environmentSchema, readEnvironment } from './env.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: string;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<'postgres' | 'cms' | 'portal' | 'proxy', Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker-compose.yml')) as Compose;
const known = Object.keys(environmentSchema.shape);
/** Read by the containers of others, not by Enamel. */
const foreign = ['POSTGRES_PASSWORD'];
const examples = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.*)$/gm)];

test('.env.example names every variable that is read, and no other', () => {
  const named = examples.map(([, name]) => name);
  assert.deepEqual([...named].sort(), [...known, ...foreign].sort());
});

test('docker-compose.yml sets and asks for only what is read', () => {
  for (const service of ['cms', 'portal'] as const)
    for (const name of Object.keys(compose.services[service].environment ?? {}))
      assert.ok([...known, ...foreign].includes(name), `${service} sets ${name}`);
  for (const [, name = ''] of read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g))
    assert.ok([...known, ...foreign].includes(name), name);
  for (const [, name = ''] of read('config/proxy/Caddyfile').matchAll(/\{\$([A-Z_]+)\}/g))
    assert.ok(name in (compose.services.proxy.environment ?? {}), `the proxy has no ${name}`);
});

test('with the secrets filled in, both services have a usable environment', () => {
  const filled = Object.fromEntries(
    examples
      .filter(([line]) => !line.startsWith('#'))
      .map(([, name = '', value]) => [name, value || `${name}-0123456789abcdef`]),
  );
  for (const service of ['cms', 'portal'] as const) {
    const environment = Object.fromEntries(
      Object.entries(compose.services[service].environment ?? {}).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{([A-Z_]+)\}/g, (_, inner: string) => filled[inner] ?? ''),
      ]),
    );
    assert.equal(readEnvironment({ ...filled, ...environment }).NODE_ENV, 'production');
  }
});

test('what compose refers to exists: networks, volumes, targets, services', () => {
  const targets = [...read('Dockerfile').matchAll(/ AS (\w+)$/gm)].map(([, name]) => name);
  for (const [name, service] of Object.entries(compose.services)) {
    for (const network of service.networks ?? []) assert.ok(network in compose.networks, network);
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (!source.startsWith('.')) assert.ok(source in compose.volumes, source);
    }
    const needed = service.depends_on ?? [];
    for (const other of Array.isArray(needed) ? needed : Object.keys(needed))
      assert.ok(other in compose.services, `${name} needs ${other}`);
    if (service.build) assert.ok(targets.includes(service.build.target), service.build.target);
    else assert.ok(service.image);
  }
});

test('the image installs every workspace and does not run as root', () => {
  const dockerfile = read('Dockerfile');
  const folders = [
    'cms',
    'portal',
    'config',
    'database',
    ...readdirSync(join(root, 'plugins')).map((name) => `plugins/${name}`),
  ];
  for (const folder of folders)
    assert.ok(dockerfile.includes(`COPY ${folder}/package.json ${folder}/\n`), folder);
  assert.match(dockerfile, /^USER node$/m);
});

test('the image holds neither the history of the sources nor secrets', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const path of ['.git', '.env', '.enamel']) assert.ok(ignored.includes(path), path);
});

test('nothing but the proxy can be reached, and it binds browsers to HTTPS', () => {
  const { proxy, ...others } = compose.services;
  for (const [name, service] of Object.entries(others)) assert.ok(!('ports' in service), name);
  assert.deepEqual((proxy as { ports?: unknown }).ports, ['80:80', '443:443', '443:443/udp']);
  assert.match(read('config/proxy/Caddyfile'), /Strict-Transport-Security "max-age=31536000; incl/);
});

test('behind the proxy each visitor counts for their own address', () => {
  for (const service of ['cms', 'portal'] as const)
    assert.equal(compose.services[service].environment?.TRUSTED_PROXIES, '1', service);
});

test('the portal is given no secret but its own', () => {
  const given = compose.services.portal.environment ?? {};
  for (const name of [...known, ...foreign].filter((one) =>
    /SECRET|KEY|SALT|TOKEN|PASSWORD|ACCOUNT|(SMTP|REDIS|DATABASE)_URL/.test(one),
  ))
    if (name !== 'PORTAL_SECRET')
      assert.ok(name in given, `docker-compose.yml leaves the portal the ${name} of .env`);
});
