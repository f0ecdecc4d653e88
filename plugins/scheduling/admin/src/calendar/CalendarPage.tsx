import { Page } from '@strapi/strapi/admin';
import { permissions } from '../../../shared/permissions.ts';
import { CalendarDesk } from './CalendarDesk.tsx';

const CalendarPage = () => (
  <Page.Protect permissions={[{ action: permissions.read, subject: null }] as never}>
    <CalendarDesk />
  </Page.Protect>
);

export default CalendarPage;
