import { rows } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

export const storedPanelSettings = async (on: Connection): Promise<{ lockMinutes: number }> => {
  const [found] = await rows<{ lockMinutes: number }>(
    on,
    'select panel_lock_minutes() as "lockMinutes"',
  );
  if (!found) throw new Error('The settings of the panel cannot be read');
  return found;
};
