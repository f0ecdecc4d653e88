/** Prints of which nouns and tables a patient's copy tells, and which columns of the database refer to patients. */

import pg from 'pg';
import { holdings as access } from '../../plugins/access/server/src/services/holdings.ts';
import { referencesToPatients } from '../../plugins/access/server/src/store/merging/references.ts';
import { consentHolding } from '../../plugins/audit/server/src/services/privacy/consents.ts';
import { correctionHolding } from '../../plugins/audit/server/src/services/privacy/corrections.ts';
import { requestHolding } from '../../plugins/audit/server/src/services/privacy/requests.ts';
import { holdings as billing } from '../../plugins/billing/server/src/services/holdings.ts';
import { holdings as charting } from '../../plugins/charting/server/src/services/holdings.ts';
import { holdings as intake } from '../../plugins/intake/server/src/services/holdings.ts';
import { holdings as reminders } from '../../plugins/reminders/server/src/services/holdings.ts';
import { holdings as scheduling } from '../../plugins/scheduling/server/src/services/holdings.ts';

const unopened = {} as never;
const held = [
  ...[access, scheduling, reminders, billing, charting].flatMap((of) => of(unopened)),
  ...intake,
  ...[consentHolding, correctionHolding, requestHolding].map((of) => of(unopened)),
];
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const references = await referencesToPatients({ raw: (sql) => client.query(sql) });
await client.end();
console.log(
  JSON.stringify({
    nouns: held.flatMap(({ nouns }) => nouns),
    tables: held.flatMap(({ tables = [] }) => tables),
    references: references.map(({ table }) => table),
  }),
);
