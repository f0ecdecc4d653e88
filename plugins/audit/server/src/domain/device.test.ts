import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceOf } from './device.ts';

const told = {
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0':
    'Firefox on Windows',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36':
    'Chrome on Android',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0':
    'Edge on Windows',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1':
    'Safari on iPhone',
  'curl/8.9.1': 'curl',
  node: 'node',
  'Mozilla/5.0': 'Mozilla',
  '': null,
  '<script>alert(1)</script>': null,
  'a-name-that-is-far-too-long-for-a-program/1.0': null,
};

for (const [agent, device] of Object.entries(told))
  test(`“${agent}” is ${device ?? 'nothing to tell'}`, () => assert.equal(deviceOf(agent), device));
