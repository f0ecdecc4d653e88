/** The trail as the other plugins' servers see it. */

export type { DataExport, PrivacyLanguage } from '../../shared/privacy.ts';
export { deviceOf } from './domain/device.ts';
export { patientsWithin } from './domain/patients.ts';
export { consentsOf, sayConsent } from './services/privacy/consents.ts';
export {
  acceptCorrection,
  askCorrection,
  listCorrections,
  ownCorrections,
  patientOfCorrection,
  refuseCorrection,
} from './services/privacy/corrections.ts';
export { erasureNotice, erasureTold } from './services/privacy/erasure-notice.ts';
export {
  approveErasure,
  askErasure,
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
export { legalHold, refuseHeld, setHold } from './services/privacy/holds.ts';
export { openIdentity } from './services/privacy/identity.ts';
export {
  erasurePage,
  listUntoldBreaches,
  patientOfErasure,
  privacyDeadlines,
  readErasure,
} from './services/privacy/preview.ts';
export { boundReaders } from './services/readers.ts';
export { record, recording, type Told } from './services/record.ts';
export {
  findByField,
  forgetFields,
  openFields,
  sealField,
} from './services/sealing/sealed-fields.ts';
export { openFile, sealFile } from './services/sealing/sealed-files.ts';
export { dropCopies, idsOf } from './store/privacy/erasing.ts';
