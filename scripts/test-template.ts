import pg from 'pg';
import { openClinic } from '../tests/support/clinic.ts';

export const templateDatabase = 'clinic_template';

/** Boots a CMS once on an empty database with the demo clinic; tests work on clones of what it leaves. */
export const prepareTemplate = async (variables: Record<string, string>): Promise<void> => {
  Object.assign(process.env, variables);
  const server = new pg.Client({ connectionString: variables.TEST_SERVER_URL });
  await server.connect();
  await server.query(`create database ${templateDatabase}`);
  await server.end();
  const clinic = await openClinic({ database: templateDatabase, variables: { DEMO_DATA: 'true' } });
  await clinic.close();
};
