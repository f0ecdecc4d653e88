/** What can be found on a tooth and what can be done to it: the words of the nouns `tooth-finding` and `treatment`. */
export const findingKinds = [
  'caries',
  'fracture',
  'missing',
  'impacted',
  'mobility',
  'wear',
  'sensitivity',
  'periapical-lesion',
  'watch',
  'other',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export const procedures = [
  'filling',
  'crown',
  'veneer',
  'root-canal',
  'extraction',
  'implant',
  'bridge',
  'sealant',
  'cleaning',
  'whitening',
  'examination',
  'radiograph',
  'denture',
  'orthodontics',
  'other',
] as const;
export type Procedure = (typeof procedures)[number];

export const treatmentStatuses = [
  'planned',
  'in-progress',
  'completed',
  'existing',
  'existing-elsewhere',
  'referred',
  'inactive',
] as const;
export type TreatmentStatus = (typeof treatmentStatuses)[number];

/** The part of the picture that a finding or a procedure marks. */
export type Zone = 'surfaces' | 'crown' | 'root' | 'removal' | 'implant' | 'tooth' | 'mouth';

const findingZones: Record<FindingKind, Zone> = {
  caries: 'surfaces',
  fracture: 'surfaces',
  missing: 'removal',
  impacted: 'tooth',
  mobility: 'root',
  wear: 'surfaces',
  sensitivity: 'tooth',
  'periapical-lesion': 'root',
  watch: 'tooth',
  other: 'tooth',
};

const procedureZones: Record<Procedure, Zone> = {
  filling: 'surfaces',
  crown: 'crown',
  veneer: 'surfaces',
  'root-canal': 'root',
  extraction: 'removal',
  implant: 'implant',
  bridge: 'crown',
  sealant: 'surfaces',
  cleaning: 'mouth',
  whitening: 'mouth',
  examination: 'mouth',
  radiograph: 'mouth',
  denture: 'crown',
  orthodontics: 'mouth',
  other: 'tooth',
};

export const zoneOfFinding = (kind: FindingKind): Zone => findingZones[kind];
export const zoneOfProcedure = (procedure: Procedure): Zone => procedureZones[procedure];

/** Procedures that are done to one tooth; the others may be done to the mouth. */
export const needsTooth = (procedure: Procedure): boolean =>
  !['mouth', 'tooth'].includes(procedureZones[procedure]) && procedure !== 'denture';

/** Whether it takes the place of a tooth that is not there. */
export const replacesTooth = (procedure: Procedure): boolean =>
  procedure === 'implant' || procedure === 'bridge' || procedure === 'denture';
