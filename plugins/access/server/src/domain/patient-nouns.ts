/** Nouns of which each record is a patient's, or the patient: who may know the patient may know of it. */
export const patientNoun = 'api::patient.patient';

export const patientNouns: readonly string[] = [
  patientNoun,
  'api::appointment.appointment',
  'api::wait-list-entry.wait-list-entry',
  'api::treatment.treatment',
  'api::tooth-finding.tooth-finding',
  'api::questionnaire-response.questionnaire-response',
  'api::invoice.invoice',
  'api::payment.payment',
];

interface Attribute {
  readonly type: string;
  readonly target?: string;
}

type Attributes = Readonly<Record<string, Attribute>>;

/** The noun's relations to other patients than the one whom the record is about, such as who pays. */
export const otherPeople = (uid: string, attributes: Attributes): string[] =>
  uid === patientNoun
    ? Object.entries(attributes)
        .filter(([, { type, target }]) => type === 'relation' && target === patientNoun)
        .map(([name]) => name)
    : [];

/**
 * Whether a path of a query leads on from one patient to another: it would tell of people out of scope. One that ends at
 * another patient tells as much when it is `compared`; when it is shown, the answer leaves them out.
 */
export const reachesOthers = (
  attributesOf: (uid: string) => Attributes | undefined,
  uid: string,
  path: readonly string[],
  { compared }: { readonly compared: boolean },
): boolean => {
  let noun = uid;
  for (const [index, name] of path.entries()) {
    const attributes = attributesOf(noun) ?? {};
    const leads = compared || index < path.length - 1;
    if (leads && otherPeople(noun, attributes).includes(name)) return true;
    const target = attributes[name]?.target;
    if (!target) return false;
    noun = target;
  }
  return false;
};
