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

type Row = Readonly<Record<string, unknown>>;
type AttributesOf = (uid: string) => Readonly<Record<string, { readonly target?: string }>>;

const patientNoun = 'api::patient.patient';

/** The patients in an answer of the Document Service, wherever its relations name them. */
export const patientsWithin = <T extends Row>(
  answer: unknown,
  uid: string,
  attributesOf: AttributesOf,
): T[] => {
  if (Array.isArray(answer))
    return answer.flatMap((part) => patientsWithin<T>(part, uid, attributesOf));
  if (typeof answer !== 'object' || answer === null) return [];
  const attributes = attributesOf(uid);
  const inner = Object.entries(answer).flatMap(([name, part]) => {
    const target = attributes[name]?.target;
    return target && patientNouns.has(target) ? patientsWithin<T>(part, target, attributesOf) : [];
  });
  return uid === patientNoun ? [answer as T, ...inner] : inner;
};
