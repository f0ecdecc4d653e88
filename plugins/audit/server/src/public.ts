/** The trail as the other plugins' servers see it. */

export type { DataExport, PrivacyLanguage } from '../../shared/privacy.ts';
export { deviceOf } from './domain/device.ts';
export {
  askExport,
  exportNotice,
  fetchExport,
  listExports,
} from './services/privacy/exports.ts';
export { type HeldPatient, type Holding, hold } from './services/privacy/holdings.ts';
export { record, recording, type Told } from './services/record.ts';
export { findByField, openFields, sealField } from './services/sealing/sealed-fields.ts';
export { openFile, sealFile } from './services/sealing/sealed-files.ts';
