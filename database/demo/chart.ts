/** What was found and done in each patient's mouth, visit by visit. Prices in bani. */
import type { Visit } from './appointments.ts';
import { dateOf, isoInstant } from './calendar.ts';
import { type ServiceKey, serviceOf } from './catalogue/services.ts';
import type { Patient } from './patients.ts';
import { createRandom, type Random } from './random.ts';
import { decayedTooth, surfacesFor, toothName } from './teeth.ts';

export interface Finding {
  readonly documentId: string;
  readonly patient: string;
  /** Key in the team. */
  readonly practitioner: string;
  readonly toothNumber: string;
  readonly surfaces: string | null;
  readonly kind: 'caries' | 'fracture' | 'missing' | 'periapical-lesion' | 'watch' | 'sensitivity';
  readonly foundAt: string;
  resolvedAt: string | null;
}

export interface Treatment {
  readonly documentId: string;
  readonly patient: string;
  readonly practitioner: string;
  appointment: string | undefined;
  readonly service: ServiceKey | undefined;
  readonly procedure: string;
  readonly description: string;
  readonly toothNumber: string | null;
  readonly surfaces: string | null;
  status: 'planned' | 'in-progress' | 'completed' | 'existing';
  readonly totalPrice: number;
  readonly discount: number;
  date: string;
  completedAt: string | null;
}

export interface Charts {
  readonly findings: Finding[];
  readonly treatments: Treatment[];
}

interface Mouth {
  readonly gone: Set<string>;
  readonly plans: { treatment: Treatment; finding: Finding | undefined }[];
}

const wholeMouth: Partial<Record<ServiceKey, [procedure: string, description: string]>> = {
  consultation: ['examination', 'Check-up with treatment plan'],
  children: ['examination', "Children's check-up"],
  cleaning: ['cleaning', 'Scaling and polishing, both arches'],
  'deep-cleaning': ['cleaning', 'Cleaning below the gum line'],
  'braces-consultation': ['orthodontics', 'Orthodontic assessment'],
  'braces-adjustment': ['orthodontics', 'Adjustment of the fixed appliance'],
  whitening: ['whitening', 'Whitening in the chair'],
};

const onTooth: Partial<
  Record<ServiceKey, { procedure: string; says: string; cause: Finding['kind']; faces: boolean }>
> = {
  filling: { procedure: 'filling', says: 'Composite filling', cause: 'caries', faces: true },
  'root-canal': {
    procedure: 'root-canal',
    says: 'Root canal treatment',
    cause: 'periapical-lesion',
    faces: false,
  },
  crown: { procedure: 'crown', says: 'Ceramic crown', cause: 'fracture', faces: false },
  removal: { procedure: 'extraction', says: 'Removal', cause: 'fracture', faces: false },
  implant: { procedure: 'implant', says: 'Titanium implant', cause: 'missing', faces: false },
  fluoride: { procedure: 'sealant', says: 'Fissure sealing', cause: 'watch', faces: false },
  emergency: { procedure: 'other', says: 'Relief of pain', cause: 'sensitivity', faces: false },
};

/** What a visit of a service is charted as; the chart takes its price from there. */
export const procedureOf = (service: ServiceKey): string | undefined =>
  wholeMouth[service]?.[0] ?? onTooth[service]?.procedure;

const soundTooth = (patient: Patient, mouth: Mouth, random: Random): string => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const tooth = decayedTooth(patient.age, random);
    const planned = mouth.plans.some(({ treatment }) => treatment.toothNumber === tooth);
    if (!mouth.gone.has(tooth) && !planned) return tooth;
  }
  return '11';
};

/** Charts of all patients from the visits that took place, in order of time. */
export const buildCharts = (seed: number, visits: readonly Visit[], zone: string): Charts => {
  const findings: Finding[] = [];
  const treatments: Treatment[] = [];
  const mouths = new Map<string, Mouth>();

  const note = (
    visit: Visit,
    random: Random,
    kind: Finding['kind'],
    toothNumber: string,
    surfaces: string | null,
  ): Finding => {
    const finding: Finding = {
      documentId: random.documentId(),
      patient: visit.patient.documentId,
      practitioner: visit.practitioner,
      toothNumber,
      surfaces,
      kind,
      foundAt: isoInstant(visit.start),
      resolvedAt: null,
    };
    findings.push(finding);
    return finding;
  };

  const treat = (
    visit: Visit,
    random: Random,
    what: Pick<Treatment, 'procedure' | 'description' | 'status'> & Partial<Treatment>,
  ): Treatment => {
    const done = what.status === 'completed';
    const treatment: Treatment = {
      documentId: random.documentId(),
      patient: visit.patient.documentId,
      practitioner: visit.practitioner,
      appointment: done || what.status === 'in-progress' ? visit.documentId : undefined,
      service: undefined,
      toothNumber: null,
      surfaces: null,
      totalPrice: 0,
      discount: 0,
      date: dateOf(visit.start, zone).toString(),
      completedAt: done ? visit.completedAt : null,
      ...what,
    };
    treatments.push(treatment);
    return treatment;
  };

  /** What a new patient brought along. */
  const begin = (visit: Visit, random: Random): Mouth => {
    const mouth: Mouth = { gone: new Set(), plans: [] };
    const { age } = visit.patient;
    if (age < 16) return mouth;
    for (let left = random.whole(0, Math.min(4, Math.floor(age / 14))); left > 0; left--) {
      const tooth = soundTooth(visit.patient, mouth, random);
      mouth.gone.add(tooth);
      if (age > 40 && random.chance(0.35)) note(visit, random, 'missing', tooth, null);
      else
        treat(visit, random, {
          procedure: 'filling',
          description: `Filling from before, ${toothName(tooth)}`,
          status: 'existing',
          toothNumber: tooth,
          surfaces: surfacesFor(tooth, random),
        });
    }
    return mouth;
  };

  const plan = (visit: Visit, mouth: Mouth, random: Random, service: ServiceKey) => {
    const how = onTooth[service];
    if (!how) return undefined;
    const tooth = soundTooth(visit.patient, mouth, random);
    const surfaces = how.faces ? surfacesFor(tooth, random) : null;
    const finding = note(visit, random, how.cause, tooth, how.cause === 'caries' ? surfaces : null);
    const price = serviceOf(service).price;
    const treatment = treat(visit, random, {
      procedure: how.procedure,
      description: `${how.says}, ${toothName(tooth)}`,
      status: 'planned',
      service,
      toothNumber: tooth,
      surfaces,
      totalPrice: price,
      discount: random.chance(0.08) ? price / 10 : 0,
    });
    const planned = { treatment, finding };
    mouth.plans.push(planned);
    return planned;
  };

  const carryOut = (visit: Visit, mouth: Mouth, random: Random) => {
    const done = visit.status === 'completed';
    const planned =
      mouth.plans.find(({ treatment }) => treatment.service === visit.service) ??
      plan(visit, mouth, random, visit.service);
    if (!planned) return;
    const { treatment, finding } = planned;
    mouth.plans.splice(mouth.plans.indexOf(planned), 1);
    treatment.appointment = visit.documentId;
    treatment.date = dateOf(visit.start, zone).toString();
    treatment.status = done ? 'completed' : 'in-progress';
    treatment.completedAt = done ? visit.completedAt : null;
    if (done && finding) finding.resolvedAt = visit.completedAt;
    if (done && treatment.toothNumber) mouth.gone.add(treatment.toothNumber);
  };

  for (const visit of visits) {
    if (visit.status !== 'completed' && visit.status !== 'seated') continue;
    const random = createRandom(seed, `chart ${visit.documentId}`);
    const known = mouths.get(visit.patient.documentId);
    const mouth = known ?? begin(visit, random);
    mouths.set(visit.patient.documentId, mouth);
    const general = wholeMouth[visit.service];
    if (!general) {
      carryOut(visit, mouth, random);
      continue;
    }
    const status = visit.status === 'completed' ? 'completed' : 'in-progress';
    const [procedure, description] = general;
    const price = serviceOf(visit.service).price;
    treat(visit, random, {
      procedure,
      description,
      status,
      service: visit.service,
      totalPrice: price,
      discount: random.chance(0.06) ? price / 10 : 0,
    });
    if (procedure !== 'examination' || status !== 'completed') continue;
    if (random.chance(0.3))
      treat(visit, random, {
        procedure: 'radiograph',
        description: 'Panoramic X-ray',
        status,
        totalPrice: 8000,
      });
    for (let found = random.whole(0, 2); found > 0 && mouth.plans.length < 4; found--)
      plan(
        visit,
        mouth,
        random,
        visit.patient.age < 16
          ? 'filling'
          : random.weighted([
              ['filling', 7],
              ['root-canal', 2],
              ['crown', 2],
            ]),
      );
  }
  return { findings, treatments };
};
