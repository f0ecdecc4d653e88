/** The trail as the other plugins' servers see it. */

export type { DataExport, PrivacyLanguage } from '../../shared/privacy.ts';
export { deviceOf } from './domain/device.ts';
export {
  approveErasure,
  askErasure,
  type ErasureNotice,
  erasureNotice,
  erasureTold,
  ownErasures,
  putErasureOff,
  refuseErasure,
  withdrawErasure,
} from './services/privacy/erasures.ts';
export {
  askExport,
  exportNotice,
  fetchExport,
  listExports,
} from './services/privacy/exports.ts';
export { type HeldPatient, type Holding, hold } from './services/privacy/holdings.ts';
export {
  erasurePage,
  legalHold,
  openIdentity,
  patientOfErasure,
  readErasure,
  setHold,
} from './services/privacy/preview.ts';
export { record, recording, type Told } from './services/record.ts';
export {
  findByField,
  forgetFields,
  openFields,
  sealField,
} from './services/sealing/sealed-fields.ts';
export { openFile, sealFile } from './services/sealing/sealed-files.ts';
