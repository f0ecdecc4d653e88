/** What a visitor reads of the clinic: only what is open to booking, field by field, never a relation to people. */
export interface PublicNoun {
  readonly fields: readonly string[];
  readonly where: Readonly<Record<string, unknown>>;
  readonly populate?: Readonly<Record<string, { readonly select: readonly string[] }>>;
  readonly orderBy: readonly Readonly<Record<string, 'asc'>>[];
}

export const publicNouns: Readonly<Record<string, PublicNoun>> = {
  'api::location.location': {
    fields: [
      'documentId',
      'name',
      'slug',
      'address',
      'city',
      'county',
      'postalCode',
      'zone',
      'phone',
      'email',
      'specialties',
    ],
    where: { active: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  },
  'api::appointment-type.appointment-type': {
    fields: [
      'documentId',
      'name',
      'description',
      'category',
      'duration',
      'price',
      'color',
      'slotStep',
      'leadTimeMinutes',
      'horizonDays',
      'cancellationWindowHours',
    ],
    where: { active: true, onlineBookable: true },
    populate: { translations: { select: ['language', 'name', 'description'] } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  },
  'api::practitioner.practitioner': {
    fields: [
      'documentId',
      'title',
      'firstName',
      'lastName',
      'profession',
      'specialization',
      'biography',
      'color',
    ],
    where: { active: true, onlineBookable: true },
    populate: { photo: { select: ['url', 'alternativeText', 'width', 'height'] } },
    orderBy: [{ position: 'asc' }, { lastName: 'asc' }],
  },
};
