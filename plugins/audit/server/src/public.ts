/** The trail as the other plugins' servers see it. */
export { record, type Told } from './services/record.ts';
