/** The words of the chart, in every language of the house. */
import type { Mark, Presence, ToothState } from '../chart.ts';
import { type Notation, writeTooth } from '../notation.ts';
import type { Surface } from '../surfaces.ts';
import { type Tooth, toothOf } from '../tooth.ts';
import type { FindingKind, Procedure, TreatmentStatus } from '../vocabulary.ts';

export type ChartLanguage = 'en' | 'ro';

export interface ChartWords {
  readonly chart: string;
  readonly tooth: (tooth: Tooth) => string;
  readonly surfaces: Readonly<Record<Surface, string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly zones: Readonly<Record<'crown' | 'root' | 'removal' | 'implant' | 'whole', string>>;
  readonly sound: string;
  readonly findings: Readonly<Record<FindingKind, string>>;
  readonly procedures: Readonly<Record<Procedure, string>>;
  readonly statuses: Readonly<Record<TreatmentStatus, string>>;
}

const ordinalsEn = ['', 'first', 'second', 'third'];

const toothEn = ({ class: kind, arch, side, position, dentition }: Tooth): string => {
  const deciduous = dentition === 'deciduous';
  const rank = kind === 'premolar' || deciduous ? position - 3 : position - 5;
  const names = {
    incisor: `${position === 1 ? 'central' : 'lateral'} incisor`,
    canine: 'canine',
    premolar: `${ordinalsEn[rank]} premolar`,
    molar: `${ordinalsEn[rank]} molar`,
  };
  return `${arch} ${side} ${deciduous ? 'deciduous ' : ''}${names[kind]}`;
};

const toothRo = ({ class: kind, arch, side, position, dentition }: Tooth): string => {
  const deciduous = dentition === 'deciduous';
  const rank = kind === 'premolar' || deciduous ? position - 3 : position - 5;
  const ordinal = ['', 'primul', 'al doilea', 'al treilea'][rank];
  const names = {
    incisor: `incisiv ${position === 1 ? 'central' : 'lateral'}`,
    canine: 'canin',
    premolar: `${ordinal} premolar`,
    molar: `${ordinal} molar`,
  };
  const jaw = arch === 'upper' ? 'superior' : 'inferior';
  return `${names[kind]}${deciduous ? ' temporar' : ''} ${jaw} ${side === 'right' ? 'drept' : 'stâng'}`;
};

const en: ChartWords = {
  chart: 'Tooth chart',
  tooth: toothEn,
  surfaces: {
    M: 'mesial',
    O: 'occlusal',
    I: 'incisal',
    D: 'distal',
    B: 'buccal',
    F: 'facial',
    L: 'lingual',
  },
  marks: {
    done: 'treated',
    'in-progress': 'in progress',
    planned: 'planned',
    finding: 'finding',
    referred: 'referred',
  },
  presence: {
    present: 'present',
    missing: 'missing',
    implant: 'implant',
    unerupted: 'not erupted',
  },
  zones: {
    crown: 'crown',
    root: 'root',
    removal: 'extraction',
    implant: 'implant',
    whole: 'whole tooth',
  },
  sound: 'nothing recorded',
  findings: {
    caries: 'Caries',
    fracture: 'Fracture',
    missing: 'Missing',
    impacted: 'Impacted',
    mobility: 'Mobility',
    wear: 'Wear',
    sensitivity: 'Sensitivity',
    'periapical-lesion': 'Periapical lesion',
    watch: 'Watch',
    other: 'Other',
  },
  procedures: {
    filling: 'Filling',
    crown: 'Crown',
    veneer: 'Veneer',
    'root-canal': 'Root canal',
    extraction: 'Extraction',
    implant: 'Implant',
    bridge: 'Bridge',
    sealant: 'Sealant',
    cleaning: 'Cleaning',
    whitening: 'Whitening',
    examination: 'Examination',
    radiograph: 'X-ray',
    denture: 'Denture',
    orthodontics: 'Orthodontics',
    other: 'Other',
  },
  statuses: {
    planned: 'Planned',
    'in-progress': 'In progress',
    completed: 'Completed',
    existing: 'Existing',
    'existing-elsewhere': 'Existing, done elsewhere',
    referred: 'Referred',
    inactive: 'Inactive',
  },
};

const ro: ChartWords = {
  chart: 'Harta dinților',
  tooth: toothRo,
  surfaces: {
    M: 'mezial',
    O: 'ocluzal',
    I: 'incizal',
    D: 'distal',
    B: 'bucal',
    F: 'vestibular',
    L: 'lingual',
  },
  marks: {
    done: 'tratat',
    'in-progress': 'în lucru',
    planned: 'planificat',
    finding: 'constatare',
    referred: 'trimis',
  },
  presence: { present: 'prezent', missing: 'absent', implant: 'implant', unerupted: 'neerupt' },
  zones: {
    crown: 'coroană',
    root: 'rădăcină',
    removal: 'extracție',
    implant: 'implant',
    whole: 'tot dintele',
  },
  sound: 'nimic înregistrat',
  findings: {
    caries: 'Carie',
    fracture: 'Fractură',
    missing: 'Absent',
    impacted: 'Inclus',
    mobility: 'Mobilitate',
    wear: 'Uzură',
    sensitivity: 'Sensibilitate',
    'periapical-lesion': 'Leziune periapicală',
    watch: 'De urmărit',
    other: 'Altceva',
  },
  procedures: {
    filling: 'Obturație',
    crown: 'Coroană',
    veneer: 'Fațetă',
    'root-canal': 'Tratament de canal',
    extraction: 'Extracție',
    implant: 'Implant',
    bridge: 'Punte',
    sealant: 'Sigilare',
    cleaning: 'Detartraj',
    whitening: 'Albire',
    examination: 'Consultație',
    radiograph: 'Radiografie',
    denture: 'Proteză',
    orthodontics: 'Ortodonție',
    other: 'Altceva',
  },
  statuses: {
    planned: 'Planificat',
    'in-progress': 'În lucru',
    completed: 'Finalizat',
    existing: 'Existent',
    'existing-elsewhere': 'Existent, făcut în altă parte',
    referred: 'Trimis',
    inactive: 'Inactiv',
  },
};

export const chartWords = (language: string): ChartWords => (language.startsWith('ro') ? ro : en);

/** The name of a tooth and all that the picture says of it, for those who hear it. */
export const describeTooth = (state: ToothState, notation: Notation, words: ChartWords): string => {
  const tooth = toothOf(state.tooth);
  const list = (marks: readonly Mark[]) => marks.map((mark) => words.marks[mark]).join(', ');
  const said = [
    ...(state.presence === 'present' ? [] : [words.presence[state.presence]]),
    ...Object.entries(state.surfaces).map(
      ([surface, marks]) => `${words.surfaces[surface as Surface]} ${list(marks)}`,
    ),
    ...(['crown', 'root', 'removal', 'implant', 'whole'] as const)
      .filter((zone) => state[zone].length > 0)
      .map((zone) => `${words.zones[zone]} ${list(state[zone])}`),
  ];
  return `${writeTooth(state.tooth, notation)}, ${words.tooth(tooth)}: ${said.join('; ') || words.sound}`;
};
