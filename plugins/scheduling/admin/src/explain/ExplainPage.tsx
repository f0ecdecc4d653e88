import { Page } from '@strapi/strapi/admin';
import { permissions } from '../../../shared/permissions.ts';
import { WhyNot } from './WhyNot.tsx';

const ExplainPage = () => (
  <Page.Protect permissions={[{ action: permissions.explain, subject: null }] as never}>
    <WhyNot />
  </Page.Protect>
);

export default ExplainPage;
