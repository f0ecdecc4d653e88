/** The nouns that are patient data, and which patients a value of one tells of. */
export const patientNouns = new Set([
  'api::patient.patient',
  'api::appointment.appointment',
  'api::wait-list-entry.wait-list-entry',
  'api::treatment.treatment',
  'api::tooth-finding.tooth-finding',
  'api::questionnaire-response.questionnaire-response',
  'api::invoice.invoice',
  'api::payment.payment',
]);

/** `api::tooth-finding.tooth-finding` is told as `tooth-finding`. */
export const nounOf = (uid: string): string => uid.slice(uid.indexOf('.') + 1);

interface Read {
  readonly documentId?: string;
  readonly patient?: { readonly documentId?: string } | null;
}

/** Document ids of the patients that what was read names, each once. */
export const patientsIn = (uid: string, read: readonly Read[]): string[] => {
  const ids = read.map((row) =>
    uid === 'api::patient.patient' ? row.documentId : row.patient?.documentId,
  );
  return [...new Set(ids.filter((id): id is string => id !== undefined))];
};
