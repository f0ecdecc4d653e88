import { Tabs } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { PatientSummary } from '../../../shared/patients.ts';
import { useIntl, useMay } from '../kit/index.ts';
import { patientTabs } from '../kit/patient-tabs.ts';

interface Properties {
  readonly patient: PatientSummary;
  readonly current: string | undefined;
}

export const PatientTabs = ({ patient, current }: Properties) => {
  const intl = useIntl();
  const may = useMay();
  const navigate = useNavigate();
  const tabs = patientTabs().filter(({ permission }) => may(permission));
  const shown = tabs.find(({ id }) => id === current) ?? tabs[0];
  if (!shown) return null;
  return (
    <Tabs.Root
      variant="simple"
      value={shown.id}
      onValueChange={(id) =>
        navigate(`/plugins/access/patients/${patient.documentId}/${id}`, { replace: true })
      }
    >
      <Tabs.List style={{ whiteSpace: 'nowrap' }}>
        {tabs.map(({ id, label }) => (
          <Tabs.Trigger key={id} value={id}>
            {intl.formatMessage(label)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={shown.id} style={{ paddingBlock: '2.4rem' }}>
        <shown.Component patient={patient} />
      </Tabs.Content>
    </Tabs.Root>
  );
};
