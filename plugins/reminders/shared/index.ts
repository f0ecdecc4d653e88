export * from './deliveries.ts';
export * from './variables.ts';
