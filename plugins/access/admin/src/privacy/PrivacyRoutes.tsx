import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ErasurePage } from './ErasurePage.tsx';
import { ErasuresPage } from './ErasuresPage.tsx';

const PrivacyRoutes = () => (
  <Page.Protect permissions={[{ action: 'plugin::access.privacy.answer', subject: null }] as never}>
    <Routes>
      <Route index element={<ErasuresPage />} />
      <Route path=":id" element={<ErasurePage />} />
    </Routes>
  </Page.Protect>
);

export default PrivacyRoutes;
