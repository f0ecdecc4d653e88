import { useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Checkbox, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useState } from 'react';
import { styled } from 'styled-components';
import type { ResponseDetail } from '../../../shared/index.ts';

const Form = styled.form`
  display: grid;
  gap: 1.6rem;
  padding-block-start: 2.4rem;
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1.2rem;
    align-items: center;
    margin-block-end: 0.8rem;
  }
`;

interface Properties {
  readonly response: ResponseDetail;
  readonly onReviewed: () => void;
}

/** The reviewer decides which answers become alerts of the patient, and in what words. */
export const ReviewForm = ({ response, onReviewed }: Properties) => {
  const t = useWords('intake');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [alerts, setAlerts] = useState(
    response.suggestedAlerts.map((alert, i) => ({ ...alert, key: i, chosen: true })),
  );
  const [saving, setSaving] = useState(false);
  const change = (key: number, part: Partial<(typeof alerts)[number]>) =>
    setAlerts(alerts.map((alert) => (alert.key === key ? { ...alert, ...part } : alert)));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    try {
      await post(`/intake/responses/${response.documentId}/review`, {
        alerts: alerts
          .filter(({ chosen, text }) => chosen && text.trim() !== '')
          .map(({ kind, text, severity }) => ({ kind, text, severity })),
      });
      toggleNotification({ type: 'success', message: t('review.done') });
      onReviewed();
    } catch (error) {
      notifyProblem(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Form onSubmit={(event) => void submit(event)}>
      <Typography variant="delta" tag="h3">
        {t('review')}
      </Typography>
      <Typography textColor="neutral600" tag="p">
        {t(alerts.length > 0 ? 'review.hint' : 'review.nothing')}
      </Typography>
      <ul>
        {alerts.map(({ key, kind, text, chosen }) => (
          <li key={key}>
            <Checkbox
              checked={chosen}
              onCheckedChange={(checked) => change(key, { chosen: checked === true })}
            >
              {t(`alert.${kind}`)}
            </Checkbox>
            <TextInput
              aria-label={t('review.text', { kind: t(`alert.${kind}`) })}
              value={text}
              disabled={!chosen}
              maxLength={255}
              onChange={(event) => change(key, { text: event.target.value })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button type="submit" loading={saving}>
          {t('review.submit')}
        </Button>
      </div>
    </Form>
  );
};
