/** The trail as the other plugins' servers see it. */
export { deviceOf } from './domain/device.ts';
export { record, recording, type Told } from './services/record.ts';
