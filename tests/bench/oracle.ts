/** `npm run bench -- oracle [clinics]`: engine and model beside each other, at every change of every clock, 2020 to 2040. */
import { compareAt, type Figures } from '../oracle/compare.ts';
import { families, zones } from '../oracle/zones.ts';

const quietDays = ['2024-02-29', '2026-06-01', '2026-12-31', '2033-08-14'].map((date) =>
  Date.parse(`${date}T10:00:00Z`),
);

export const benchOracle = async (clinics = 100_000): Promise<boolean> => {
  const all = families();
  const places = all.flatMap(({ zones: [zone = 'UTC'], changes }) =>
    [...changes, ...quietDays].map((change) => ({ zone, change })),
  );
  const each = Math.ceil(clinics / places.length);
  console.log(
    `${zones.length} zones, alike in ${all.length} families; ${places.length} places, ${each} clinics at each …`,
  );
  const figures: Figures = { clinics: 0, slots: 0, failures: [] };
  const began = performance.now();
  for (const [index, place] of places.entries()) {
    compareAt(
      place,
      Array.from({ length: each }, (_, n) => index * each + n),
      figures,
    );
    if ((index + 1) % 100 === 0) console.log(`${index + 1} places, seeds to ${(index + 1) * each}`);
  }
  console.table({
    zones: zones.length,
    'changes of all zones': all.reduce((n, f) => n + f.zones.length * f.changes.length, 0),
    'changes looked at': all.reduce((n, f) => n + f.changes.length, 0),
    clinics: figures.clinics,
    'first seed': 0,
    'last seed': places.length * each - 1,
    slots: figures.slots,
    differences: figures.failures.length,
    seconds: Math.round((performance.now() - began) / 1000),
  });
  for (const failure of figures.failures.slice(0, 20)) console.log(failure);
  return figures.failures.length === 0;
};
