/** `npm run bench -- slots|booking|growth|race|oracle|audit|audit-cost|refresh|patients`: figures of this machine. */
import { benchAudit } from './audit.ts';
import { benchAuditCost } from './audit-cost.ts';
import { benchBooking } from './booking.ts';
import { benchGrowth } from './growth.ts';
import { benchOracle } from './oracle.ts';
import { benchPatients } from './patients.ts';
import { benchRace } from './race.ts';
import { benchRefresh } from './refresh.ts';
import { benchSlots } from './slots.ts';

const benches: Record<string, (argument?: string) => Promise<boolean>> = {
  audit: (entries) => benchAudit(entries ? Number(entries) : undefined),
  'audit-cost': (bookings) => benchAuditCost(bookings ? Number(bookings) : undefined),
  slots: benchSlots,
  booking: (count) => benchBooking(count ? Number(count) : undefined),
  growth: (visits) => benchGrowth(visits ? Number(visits) : undefined),
  oracle: (clinics) => benchOracle(clinics ? Number(clinics) : undefined),
  refresh: (races) => benchRefresh(races ? Number(races) : undefined),
  patients: (count) => benchPatients(count ? Number(count) : undefined),
  race: (attempts) => benchRace(attempts ? Number(attempts) : undefined),
};

const [name = '', argument] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`Which one? npm run bench -- ${Object.keys(benches).join('|')}`);
  process.exit(1);
}
process.exit((await bench(argument)) ? 0 : 1);
