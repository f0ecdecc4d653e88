import { run } from './run.mjs';

run('scripts/build.ts', process.argv.slice(2));
