import { Page } from '@strapi/strapi/admin';
import { permissions } from '../../../shared/permissions.ts';
import { HoursDesk } from './HoursDesk.tsx';

/** One permission of the two lets in; whose hours are shown is the server's to say. */
const HoursPage = () => (
  <Page.Protect
    permissions={
      [
        { action: permissions.ownHours, subject: null },
        { action: permissions.allHours, subject: null },
      ] as never
    }
  >
    <HoursDesk />
  </Page.Protect>
);

export default HoursPage;
