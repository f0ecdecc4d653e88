export * from './chain.ts';
export * from './entry.ts';
