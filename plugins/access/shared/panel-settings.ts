import { z } from '@enamel/kernel';

/** How the panel is kept safe in this clinic. */
export const panelSettings = z.strictObject({
  /** After how many minutes without use it locks; 0 for never. */
  lockMinutes: z
    .number('must be a number')
    .int('must be whole minutes')
    .min(0, 'cannot be less than 0')
    .max(480, 'cannot be more than 480'),
  /** Codes of the roles whose members need a second factor. */
  secondFactorRoles: z.array(z.string().max(100)).max(200),
});

export type PanelSettings = z.infer<typeof panelSettings>;

export interface PanelSettingsAnswer {
  readonly data: PanelSettings;
  readonly meta: {
    readonly roles: readonly {
      readonly code: string;
      readonly name: string;
      /** How many may sign in, and how many of them have a second factor. */
      readonly members: number;
      readonly withFactor: number;
    }[];
  };
}
