/** Writes the clinic, its places, its people, their hours, its forms and its messages. */
import type { Transaction } from '@enamel/kernel/server';
import type { Demo } from './build.ts';
import { isoInstant } from './calendar.ts';
import { clinic, locations } from './catalogue/places.ts';
import { questionnaires } from './catalogue/questionnaires.ts';
import { services } from './catalogue/services.ts';
import { team } from './catalogue/team.ts';
import { procedureOf } from './chart.ts';
import { createRandom } from './random.ts';
import { idsOf, insertComponents, insertLinks, insertRows } from './store.ts';

const practitioners = { table: 'practitioners', column: 'practitioner_id' };
const places = { table: 'locations', column: 'location_id' };

const loadPlaces = async (trx: Transaction, { house, zone }: Demo, stamp: object) => {
  await insertRows(trx, 'clinics', [{ ...clinic, documentId: house.clinic, ...stamp }]);
  await insertRows(
    trx,
    'locations',
    locations.map(({ key, ...location }, position) => ({
      ...location,
      zone,
      active: true,
      position,
      documentId: house.locations[key],
      ...stamp,
    })),
  );
  await insertRows(
    trx,
    'chairs',
    house.chairs.map(({ documentId, name, kind }, position) => ({
      documentId,
      name,
      kind,
      active: true,
      position,
      ...stamp,
    })),
  );
  await insertLinks(
    trx,
    {
      name: 'chairs_location_lnk',
      from: { table: 'chairs', column: 'chair_id' },
      to: places,
      orders: { chair_ord: 'to' },
    },
    house.chairs.map(({ documentId, location }) => [documentId, house.locations[location]]),
  );
};

const loadServices = async (trx: Transaction, { house }: Demo, stamp: object) => {
  await insertRows(
    trx,
    'appointment_types',
    services.map(
      ({ key, category, duration, price, color, online, chairKind, en, ...rest }, position) => ({
        documentId: house.services[key],
        name: en[0],
        description: en[1],
        category,
        procedure: procedureOf(key) ?? null,
        duration,
        bufferBefore: 0,
        bufferAfter: 'bufferAfter' in rest ? rest.bufferAfter : 0,
        price,
        color,
        onlineBookable: online,
        active: true,
        chairKind,
        slotStep: 15,
        leadTimeMinutes: key === 'emergency' ? 15 : 60,
        horizonDays: 180,
        cancellationWindowHours: key === 'emergency' ? 2 : 24,
        position,
        ...stamp,
      }),
    ),
  );
  const ids = await idsOf(trx, 'appointment_types');
  await insertComponents(
    trx,
    {
      table: 'components_clinic_translations',
      type: 'clinic.translation',
      joins: 'appointment_types_cmps',
      field: 'translations',
    },
    services.flatMap(({ key, en, ro }) =>
      Object.entries({ en, ro }).map(([language, [name, description]]) => ({
        owner: ids.get(house.services[key]) ?? 0,
        row: { language, name, description },
      })),
    ),
  );
};

const loadTeam = async (trx: Transaction, { house, seed }: Demo, stamp: object) => {
  const id = (key: string) => house.team[key] ?? '';
  await insertRows(
    trx,
    'practitioners',
    team.map(({ key, services: _services, shifts: _shifts, ...member }, position) => ({
      ...member,
      documentId: id(key),
      active: true,
      onlineBookable: member.profession !== 'assistant',
      position,
      ...stamp,
    })),
  );
  await insertLinks(
    trx,
    {
      name: 'practitioners_locations_lnk',
      from: practitioners,
      to: places,
      orders: { location_ord: 'from', practitioner_ord: 'to' },
    },
    team.flatMap(({ key, shifts }) =>
      [...new Set(shifts.map(({ location }) => location))].map(
        (location) => [id(key), house.locations[location]] as const,
      ),
    ),
  );
  await insertLinks(
    trx,
    {
      name: 'practitioners_appointment_types_lnk',
      from: practitioners,
      to: { table: 'appointment_types', column: 'appointment_type_id' },
      orders: { appointment_type_ord: 'from', practitioner_ord: 'to' },
    },
    team.flatMap(({ key, services: does }) =>
      does.map((service) => [id(key), house.services[service]] as const),
    ),
  );
  const random = createRandom(seed, 'hours');
  const hours = team.flatMap(({ key, shifts }) =>
    shifts.flatMap(({ location, days, hours: open }) =>
      days.flatMap((dayOfWeek) =>
        open.map(([startTime, endTime]) => ({
          key,
          location,
          row: { documentId: random.documentId(), dayOfWeek, startTime, endTime },
        })),
      ),
    ),
  );
  await insertRows(
    trx,
    'working_hours_entries',
    hours.map(({ row }) => ({ ...row, isAvailable: true, ...stamp })),
  );
  const entries = { table: 'working_hours_entries', column: 'working_hours_id' };
  await insertLinks(
    trx,
    { name: 'working_hours_entries_practitioner_lnk', from: entries, to: practitioners },
    hours.map(({ key, row }) => [row.documentId, id(key)]),
  );
  await insertLinks(
    trx,
    { name: 'working_hours_entries_location_lnk', from: entries, to: places },
    hours.map(({ location, row }) => [row.documentId, house.locations[location]]),
  );
};

const loadTimeOff = async (trx: Transaction, { house, seed, timeOff }: Demo, stamp: object) => {
  const random = createRandom(seed, 'time off');
  const entries = timeOff.map((entry) => ({ entry, documentId: random.documentId() }));
  await insertRows(
    trx,
    'time_offs',
    entries.map(({ documentId, entry: { kind, startsAt, endsAt, reason } }) => ({
      documentId,
      kind,
      startsAt: isoInstant(startsAt),
      endsAt: isoInstant(endsAt),
      reason,
      ...stamp,
    })),
  );
  const from = { table: 'time_offs', column: 'time_off_id' };
  await insertLinks(
    trx,
    { name: 'time_offs_practitioner_lnk', from, to: practitioners },
    entries.map(({ documentId, entry }) => [documentId, house.team[entry.practitioner ?? '']]),
  );
  await insertLinks(
    trx,
    { name: 'time_offs_location_lnk', from, to: places },
    entries.map(({ documentId, entry }) => [
      documentId,
      entry.location && house.locations[entry.location],
    ]),
  );
};

const loadQuestionnaires = async (trx: Transaction, { seed }: Demo, stamp: object) => {
  const random = createRandom(seed, 'questionnaires');
  const forms = questionnaires.map((form) => ({ ...form, documentId: random.documentId() }));
  await insertRows(
    trx,
    'questionnaires',
    forms.map(({ sections: _sections, ...form }) => ({ ...form, active: true, ...stamp })),
  );
  const ids = await idsOf(trx, 'questionnaires');
  const sections = forms.flatMap(({ documentId, sections: parts }) =>
    parts.map((section) => ({ owner: ids.get(documentId) ?? 0, section })),
  );
  const sectionIds = await insertComponents(
    trx,
    {
      table: 'components_intake_sections',
      type: 'intake.section',
      joins: 'questionnaires_cmps',
      field: 'sections',
    },
    sections.map(({ owner, section: { title, description = null } }) => ({
      owner,
      row: { title, description },
    })),
  );
  await insertComponents(
    trx,
    {
      table: 'components_intake_questions',
      type: 'intake.question',
      joins: 'components_intake_sections_cmps',
      field: 'questions',
    },
    sections.flatMap(({ section }, index) =>
      section.questions.map((question, order) => ({
        owner: sectionIds[index] ?? 0,
        row: {
          question: question.question,
          type: question.type,
          options: question.options?.join('\n') ?? null,
          required: question.required ?? false,
          help: question.help ?? null,
          raisesAlert: question.raisesAlert ?? false,
          order: order + 1,
        },
      })),
    ),
  );
};

export const loadHouse = async (trx: Transaction, demo: Demo): Promise<void> => {
  const now = isoInstant(demo.now);
  const stamp = { createdAt: now, updatedAt: now, publishedAt: now };
  await loadPlaces(trx, demo, stamp);
  await loadServices(trx, demo, stamp);
  await loadTeam(trx, demo, stamp);
  await loadTimeOff(trx, demo, stamp);
  await loadQuestionnaires(trx, demo, stamp);
};
