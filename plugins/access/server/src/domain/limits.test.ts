import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, counterOf } from './limits.ts';

test('each route counts in its class', () => {
  const cases: [string, string, ReturnType<typeof classOf>][] = [
    ['POST', '/api/auth/local', 'sign-in'],
    ['POST', '/api/access/sign-in/code', 'second-step'],
    ['POST', '/api/access/sign-in/passkey/begin', 'second-step'],
    ['POST', '/access/staff/sign-in/passkey/begin', 'second-step'],
    ['POST', '/access/staff/sign-in/code', 'second-step'],
    ['POST', '/access/staff/email', 'second-step'],
    ['POST', '/access/lock/open', 'second-step'],
    ['POST', '/access/lock/open/passkey', 'second-step'],
    ['POST', '/admin/access-token', 'renewal'],
    ['POST', '/access/staff/password', 'sign-in'],
    ['POST', '/admin/login', 'sign-in'],
    ['POST', '/api/access/register', 'sign-in'],
    ['POST', '/api/scheduling/bookings', 'booking'],
    ['POST', '/api/scheduling/bookings/abc/cancel', 'booking'],
    ['GET', '/api/scheduling/bookings', 'general'],
    ['GET', '/api/intake/forms/token', 'code'],
    ['POST', '/api/upload', 'upload'],
    ['POST', '/api/upload/files', 'upload'],
    ['POST', '/upload', 'panel-upload'],
    ['GET', '/upload/files', undefined],
    ['POST', '/charting/patients/abc/files', 'panel-upload'],
    ['GET', '/charting/patients/abc/files', undefined],
    ['GET', '/charting/files/abc', 'file'],
    ['GET', '/api/charting/files/abc', 'file'],
    ['GET', '/api/charting/files', 'general'],
    ['GET', '/api/auth/google/callback', 'code'],
    ['GET', '/api/auth/email-confirmation', 'code'],
    ['POST', '/api/auth/refresh', 'general'],
    ['POST', '/api/auth/logout', 'general'],
    ['POST', '/api/billing/stripe/webhook', 'webhook'],
    ['GET', '/api/patients', 'general'],
    ['GET', '/api/kernel/health/ready', undefined],
    ['GET', '/content-manager/collection-types/api::patient.patient', undefined],
    ['OPTIONS', '/api/auth/local', undefined],
  ];
  for (const [method, path, expected] of cases)
    assert.equal(classOf(method, path), expected, `${method} ${path}`);
});

test('another spelling of a path is the same path', () => {
  assert.equal(classOf('POST', '/API/Auth/LOCAL/'), 'sign-in');
  for (const path of [
    '/Admin/Login//',
    '//admin/login',
    '/admin//login',
    '/admin/%6Cogin',
    '/admin%2Flogin',
    '/admin\\login',
  ])
    assert.equal(classOf('POST', path), 'sign-in', path);
  assert.equal(classOf('GET', '/api/%zz'), 'general');
  assert.equal(classOf('GET', '//api//patients'), 'general');
});

test('an IPv6 address counts by its /64', () => {
  assert.equal(counterOf('2001:db8:0:1::7'), counterOf('2001:0db8:0000:0001:ffff:1:2:3'));
  assert.notEqual(counterOf('2001:db8:0:1::7'), counterOf('2001:db8:0:2::7'));
  assert.equal(counterOf('::1'), '0:0:0:0');
  assert.equal(counterOf('fe80::1%eth0'), 'fe80:0:0:0');
  assert.equal(counterOf('192.0.2.1'), '192.0.2.1');
});

test('no method gives another class but reading and writing', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post'])
    assert.equal(classOf(method, '/api/auth/local'), 'sign-in', method);
  assert.equal(classOf('HEAD', '/api/intake/forms/token'), 'code');
  assert.equal(classOf('HEAD', '/api/patients'), 'general');
});

test('whatever is no address counts as one caller', () => {
  for (const address of ['', 'me', '1.2.3.4.5', '1.2.3.4:5', 'a:b:c:d', 'x'.repeat(9999)])
    assert.equal(counterOf(address), 'unknown');
});
