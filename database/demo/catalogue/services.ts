/** Appointment types of the demo clinic. Prices in bani, durations in minutes; every colour reads on white (≥ 4.5:1). */
export interface Service {
  readonly key: string;
  readonly category: string;
  readonly duration: number;
  readonly price: number;
  readonly color: string;
  readonly online: boolean;
  readonly chairKind: 'any' | 'treatment' | 'surgery';
  readonly bufferAfter?: number;
  /** How often it is booked, compared with the others. */
  readonly weight: number;
  readonly en: readonly [name: string, description: string];
  readonly ro: readonly [name: string, description: string];
}

export const services = [
  {
    key: 'consultation',
    category: 'examination',
    duration: 30,
    price: 15000,
    color: '#0F766E',
    online: true,
    chairKind: 'any',
    weight: 16,
    en: [
      'Check-up and consultation',
      'We look at every tooth and your gums and plan what is needed.',
    ],
    ro: [
      'Consultație și control',
      'Verificăm fiecare dinte și gingiile și stabilim ce este de făcut.',
    ],
  },
  {
    key: 'children',
    category: 'examination',
    duration: 30,
    price: 12000,
    color: '#0E7490',
    online: true,
    chairKind: 'any',
    weight: 6,
    en: [
      "Children's check-up",
      'A calm first look for patients under 14, with a parent in the room.',
    ],
    ro: [
      'Consultație pentru copii',
      'O vizită liniștită pentru pacienții sub 14 ani, cu un părinte alături.',
    ],
  },
  {
    key: 'cleaning',
    category: 'hygiene',
    duration: 45,
    price: 30000,
    color: '#15803D',
    online: true,
    chairKind: 'any',
    weight: 20,
    en: ['Professional cleaning', 'Scaling, air polishing and advice for care at home.'],
    ro: ['Igienizare profesională', 'Detartraj, periaj cu jet de aer și sfaturi pentru acasă.'],
  },
  {
    key: 'deep-cleaning',
    category: 'hygiene',
    duration: 60,
    price: 35000,
    color: '#4D7C0F',
    online: false,
    chairKind: 'any',
    weight: 5,
    en: ['Deep gum cleaning', 'Cleaning below the gum line, one side of the mouth.'],
    ro: ['Detartraj subgingival', 'Curățare sub nivelul gingiei, pe o jumătate de gură.'],
  },
  {
    key: 'fluoride',
    category: 'hygiene',
    duration: 30,
    price: 18000,
    color: '#047857',
    online: true,
    chairKind: 'any',
    weight: 5,
    en: ['Fluoride and sealing', 'Protection of back teeth against decay.'],
    ro: ['Fluorizare și sigilare', 'Protecția măselelor împotriva cariilor.'],
  },
  {
    key: 'filling',
    category: 'restorative',
    duration: 45,
    price: 35000,
    color: '#1D4ED8',
    online: true,
    chairKind: 'treatment',
    weight: 22,
    en: ['Filling', 'A tooth-coloured filling under local anaesthesia.'],
    ro: ['Plombă', 'Obturație în culoarea dintelui, cu anestezie locală.'],
  },
  {
    key: 'root-canal',
    category: 'restorative',
    duration: 90,
    price: 90000,
    color: '#4338CA',
    online: false,
    chairKind: 'treatment',
    weight: 7,
    en: ['Root canal treatment', 'Cleaning and filling of the root canals under the microscope.'],
    ro: ['Tratament de canal', 'Curățarea și obturarea canalelor la microscop.'],
  },
  {
    key: 'crown',
    category: 'restorative',
    duration: 60,
    price: 140000,
    color: '#6D28D9',
    online: false,
    chairKind: 'treatment',
    weight: 6,
    en: ['Ceramic crown', 'Preparation, impression or fitting of a ceramic crown.'],
    ro: ['Coroană ceramică', 'Preparare, amprentă sau aplicarea unei coroane ceramice.'],
  },
  {
    key: 'removal',
    category: 'surgery',
    duration: 45,
    price: 30000,
    color: '#B91C1C',
    online: true,
    chairKind: 'treatment',
    weight: 6,
    en: ['Tooth removal', 'Removal of a tooth under local anaesthesia.'],
    ro: ['Extracție', 'Extracția unui dinte cu anestezie locală.'],
  },
  {
    key: 'implant',
    category: 'surgery',
    duration: 90,
    price: 320000,
    color: '#9F1239',
    online: false,
    chairKind: 'surgery',
    bufferAfter: 15,
    weight: 4,
    en: ['Implant', 'Placing a titanium implant in the surgery room.'],
    ro: ['Implant dentar', 'Inserarea unui implant de titan în sala de chirurgie.'],
  },
  {
    key: 'braces-consultation',
    category: 'orthodontics',
    duration: 30,
    price: 20000,
    color: '#A21CAF',
    online: true,
    chairKind: 'treatment',
    weight: 4,
    en: ['Braces consultation', 'Photographs, bite check and options for straight teeth.'],
    ro: ['Consultație ortodontică', 'Fotografii, analiza ocluziei și opțiuni pentru dinți drepți.'],
  },
  {
    key: 'braces-adjustment',
    category: 'orthodontics',
    duration: 30,
    price: 25000,
    color: '#7E22CE',
    online: true,
    chairKind: 'treatment',
    weight: 14,
    en: ['Braces adjustment', 'The regular visit for braces or aligners.'],
    ro: ['Control aparat dentar', 'Vizita regulată pentru aparat dentar sau alignere.'],
  },
  {
    key: 'whitening',
    category: 'cosmetic',
    duration: 60,
    price: 80000,
    color: '#A16207',
    online: true,
    chairKind: 'any',
    weight: 3,
    en: ['Whitening', 'Whitening in the chair, with protection of the gums.'],
    ro: ['Albire dentară', 'Albire la cabinet, cu protecția gingiilor.'],
  },
  {
    key: 'emergency',
    category: 'emergency',
    duration: 30,
    price: 25000,
    color: '#C2410C',
    online: true,
    chairKind: 'treatment',
    weight: 4,
    en: ['Emergency', 'Pain, swelling or a broken tooth: we relieve it today.'],
    ro: ['Urgență', 'Durere, umflătură sau un dinte rupt: vă ajutăm azi.'],
  },
] as const satisfies readonly Service[];

export type ServiceKey = (typeof services)[number]['key'];

/** @throws RangeError when there is no such service. */
export const serviceOf = (key: ServiceKey): Service => {
  const found = services.find((service) => service.key === key);
  if (!found) throw new RangeError(`no service ${key}`);
  return found;
};
