/** Two places of one clinic, and who is known where: `west` and `east` at one each, `both`, and `nowhere`. */
import type { Clinic } from './clinic.ts';
import { writeVisits } from './full-day.ts';
import { completedTreatment } from './patients.ts';
import { addLocation, addPatient, idOf, weekdays } from './schedule.ts';

export const west = idOf('West');
export const east = idOf('East');
export const people = {
  west: 'westley',
  east: 'estera',
  both: 'bianca',
  nowhere: 'noemi',
} as const;

const hours = weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const);

/** @param day local date of the visits, such as `2027-03-29` */
export const openTwoPlaces = async (clinic: Clinic, day: string): Promise<void> => {
  for (const [place, practitioner] of [
    ['West', 'Wanda'],
    ['East', 'Emil'],
  ] as const)
    await addLocation(clinic.db, place, {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [{ name: practitioner, hours }],
      types: [{ name: `${place} look`, duration: 30 }],
    });
  for (const name of Object.values(people)) await addPatient(clinic.db, name);
  const visit = (patient: string, place: 'West' | 'East', time: string) => ({
    name: `${patient} at ${place}`,
    patient,
    practitioner: place === 'West' ? 'Wanda' : 'Emil',
    chair: `${place} chair 1`,
    location: place,
    type: `${place} look`,
    start: `${day}T${time}:00+03:00`,
    minutes: 30,
  });
  await writeVisits(clinic.db, [
    visit(people.west, 'West', '10:00'),
    visit(people.east, 'East', '10:00'),
    visit(people.both, 'West', '11:00'),
    visit(people.both, 'East', '12:00'),
  ]);
  for (const name of [people.west, people.east]) {
    const documentId = idOf(name);
    const { rows } = await clinic.db.query('select id from patients where document_id = $1', [
      documentId,
    ]);
    await completedTreatment(clinic, { id: rows[0].id, documentId }, {});
  }
};
