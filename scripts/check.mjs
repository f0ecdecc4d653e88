import { run } from './run.mjs';

run('scripts/check.ts', process.argv.slice(2));
