/** The trail as the other plugins' servers see it. */
export { record, recording, type Told } from './services/record.ts';
