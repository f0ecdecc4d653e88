import { Page } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PatientPage } from './PatientPage.tsx';
import { PatientsPage } from './PatientsPage.tsx';

const DuplicatesPage = lazy(() => import('../merging/DuplicatesPage.tsx'));
const MergePage = lazy(() => import('../merging/MergePage.tsx'));

const PatientsRoutes = () => (
  <Page.Protect permissions={[{ action: 'plugin::access.patients.read', subject: null }] as never}>
    <Suspense>
      <Routes>
        <Route index element={<PatientsPage />} />
        <Route path="duplicates" element={<DuplicatesPage />} />
        <Route path="duplicates/:winner/:loser" element={<MergePage />} />
        <Route path=":documentId" element={<PatientPage />} />
        <Route path=":documentId/:tab" element={<PatientPage />} />
      </Routes>
    </Suspense>
  </Page.Protect>
);

export default PatientsRoutes;
