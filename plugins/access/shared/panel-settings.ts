import { z } from '@enamel/kernel';

/** `PUT /access/panel-settings`: how the panel is kept safe in this clinic. */
export const panelSettings = z.strictObject({
  /** After how many minutes without use it locks; 0 for never. */
  lockMinutes: z
    .number('must be a number')
    .int('must be whole minutes')
    .min(0, 'cannot be less than 0')
    .max(480, 'cannot be more than 480'),
});

export type PanelSettings = z.infer<typeof panelSettings>;
