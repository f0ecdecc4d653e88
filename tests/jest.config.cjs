// API stories: jest and supertest against real CMS processes on real PostgreSQL. `npm test -- api` starts what they need.
module.exports = {
  rootDir: '..',
  testMatch: ['<rootDir>/cms/tests/**/*.test.ts', '<rootDir>/tests/api/**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 300_000,
  maxWorkers: 2,
};
