/** The stage of the journey: a clinic with mail, SMS and Stripe, its portal, and a browser window for each person. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { freePort } from '../../../scripts/processes.ts';
import { type Clinic, openClinic, type Server } from '../../support/clinic.ts';
import { type StandIns, startStandIns } from '../../support/stand-ins.ts';

export interface Stage {
  readonly clinic: Clinic;
  readonly standIns: StandIns;
  readonly portal: Server;
  /** A new window in which nobody is signed in; `phone` is 390 px wide. */
  window(kind: 'desk' | 'phone'): Promise<Page>;
  close(): Promise<void>;
}

export const setStage = async (
  browser: Browser,
  more: Record<string, string> = {},
): Promise<Stage> => {
  const standIns = await startStandIns();
  const portalPort = await freePort();
  const clinic = await openClinic({
    port: standIns.cmsPort,
    variables: { ...standIns.variables, PORTAL_PORT: String(portalPort), ...more },
  });
  const portal = await clinic.startPortal({ PORT: String(portalPort) });
  const contexts: BrowserContext[] = [];
  return {
    clinic,
    standIns,
    portal,
    window: async (kind) => {
      const context = await browser.newContext({
        viewport: kind === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        hasTouch: kind === 'phone',
        locale: 'en-GB',
        timezoneId: 'Europe/Bucharest',
      });
      contexts.push(context);
      return context.newPage();
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await clinic.close();
      await standIns.stop();
    },
  };
};
