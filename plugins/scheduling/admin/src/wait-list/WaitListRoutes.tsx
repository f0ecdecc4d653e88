import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { permissions } from '../../../shared/permissions.ts';
import { GapsPage } from './GapsPage.tsx';
import { WaitListPage } from './WaitListPage.tsx';

const WaitListRoutes = () => (
  <Page.Protect permissions={[{ action: permissions.waitList, subject: null }] as never}>
    <Routes>
      <Route index element={<WaitListPage />} />
      <Route path="gaps" element={<GapsPage />} />
    </Routes>
  </Page.Protect>
);

export default WaitListRoutes;
