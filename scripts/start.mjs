import { run } from './run.mjs';

run('scripts/start.ts', process.argv.slice(2));
