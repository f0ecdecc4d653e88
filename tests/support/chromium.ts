/** A Chromium to test with: the system's when there is one, else the one that comes from npm. */
import { existsSync } from 'node:fs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const chromium = async (): Promise<{ executablePath: string; args: string[] }> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const system = installed.find((path) => existsSync(path));
  if (system) return { executablePath: system, args: [...quiet, ...asRoot] };
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((argument) => argument !== '--single-process'), ...quiet],
  };
};
