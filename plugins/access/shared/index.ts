export * from './account.ts';
export * from './guests.ts';
