import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { PatientPage } from './PatientPage.tsx';
import { PatientsPage } from './PatientsPage.tsx';

const PatientsRoutes = () => (
  <Page.Protect permissions={[{ action: 'plugin::access.patients.read', subject: null }] as never}>
    <Routes>
      <Route index element={<PatientsPage />} />
      <Route path=":documentId" element={<PatientPage />} />
      <Route path=":documentId/:tab" element={<PatientPage />} />
    </Routes>
  </Page.Protect>
);

export default PatientsRoutes;
