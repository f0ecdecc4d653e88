import { inheritedVariables } from '@enamel/config';
import { type EmbeddedServer, startEmbedded } from '@enamel/database/embedded';
import { runningPort } from '../database/embedded/running.ts';
import { freePort } from './processes.ts';

/** The running clinic's database, else the embedded one, started for this. */
export const clinicDatabase = async (
  stateFolder: string,
): Promise<{ url: string; server?: EmbeddedServer }> => {
  const { DATABASE_URL } = inheritedVariables();
  if (DATABASE_URL) return { url: DATABASE_URL };
  const running = runningPort(stateFolder);
  if (running) return { url: `postgresql://enamel:enamel@127.0.0.1:${running}/enamel` };
  const server = await startEmbedded({ folder: stateFolder, port: await freePort() });
  return { url: server.url, server };
};
