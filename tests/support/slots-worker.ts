/** Prints the slots of some random clinics, in every family of zones. */

import {
  offsetWriter,
  stretchesOf,
} from '../../plugins/scheduling/server/src/domain/slots/local-time.ts';
import { clinicOf } from '../oracle/clinics.ts';
import { slotsByEngine } from '../oracle/compare.ts';
import { dateBefore, families } from '../oracle/zones.ts';

for (const { zones, changes } of families()) {
  const [zone = 'UTC'] = zones;
  const change = changes[0] ?? Date.UTC(2026, 5, 1);
  for (let seed = 1; seed <= 20; seed++) {
    const one = clinicOf(seed, zone, dateBefore(change, zone), 120);
    const write = offsetWriter(stretchesOf(zone, change, change));
    const slots = slotsByEngine(one).map(({ practitioner, start, end }) => ({
      practitioner,
      start: write(start),
      end: write(end),
    }));
    console.log(JSON.stringify({ zone, seed, slots }));
  }
}
