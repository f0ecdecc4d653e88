import { useFormats, useWords } from '@enamel/access/admin';
import { parseMinor } from '@enamel/kernel';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { styled } from 'styled-components';
import type { Chart } from '../../../shared/contracts.ts';
import type { Procedure, TreatmentStatus } from '../../../shared/index.ts';
import type { Plan } from './use-chart.ts';
import { useChartWords } from './use-words.ts';

const Form = styled.form`
  display: grid;
  gap: 1.6rem;
`;

const Pair = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 1.2rem;
`;

const beginnings: readonly TreatmentStatus[] = [
  'planned',
  'existing',
  'existing-elsewhere',
  'referred',
];

type Details = Omit<Plan, 'procedure' | 'tooth' | 'surfaces'>;

interface Properties {
  readonly chart: Chart;
  readonly procedure: Procedure;
  readonly where: string;
  readonly onPlan: (details: Details) => Promise<void>;
  readonly onCancel: () => void;
}

const typedOf = (minor: number | null | undefined) =>
  minor ? (minor / 100).toFixed(2).replace(/\.00$/, '') : '0';

/** State, price and discount of a treatment; the price comes from the service that does this procedure. */
export const PlanForm = ({ chart, procedure, where, onPlan, onCancel }: Properties) => {
  const t = useWords('charting');
  const words = useChartWords();
  const { money } = useFormats();
  const { currency } = chart;
  const offered = chart.services.find((service) => service.procedure === procedure);
  const [service, setService] = useState(offered?.documentId ?? '');
  const [status, setStatus] = useState<TreatmentStatus>('planned');
  const [price, setPrice] = useState(typedOf(offered?.price));
  const [discount, setDiscount] = useState('0');
  const [notes, setNotes] = useState('');
  const [saving, setSaving] = useState(false);

  const minor = currency ? parseMinor(price, currency) : 0;
  const taken = currency ? parseMinor(discount || '0', currency) : 0;
  const priceError = minor === undefined ? t('plan.price.wrong') : undefined;
  const discountError =
    taken === undefined || taken > (minor ?? 0) ? t('plan.discount.wrong') : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (priceError || discountError || saving) return;
    setSaving(true);
    await onPlan({
      status,
      ...(currency ? { totalPrice: minor as number, discount: taken as number } : {}),
      ...(service ? { appointmentType: service } : {}),
      ...(notes ? { notes } : {}),
    });
    setSaving(false);
  };

  return (
    <Form onSubmit={(event) => void submit(event)} aria-label={words.procedures[procedure]}>
      <Typography variant="delta" tag="h3">
        {words.procedures[procedure]} {where}
      </Typography>
      <Field.Root>
        <Field.Label>{t('plan.status')}</Field.Label>
        <SingleSelect value={status} onChange={(value) => setStatus(value as TreatmentStatus)}>
          {beginnings.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {words.statuses[each]}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {currency && (
        <>
          <Field.Root>
            <Field.Label>{t('plan.service')}</Field.Label>
            <SingleSelect
              value={service}
              placeholder={t('plan.service.none')}
              onClear={() => setService('')}
              onChange={(value) => {
                setService(String(value));
                const chosen = chart.services.find((each) => each.documentId === value);
                if (chosen) setPrice(typedOf(chosen.price));
              }}
            >
              {chart.services.map((each) => (
                <SingleSelectOption key={each.documentId} value={each.documentId}>
                  {each.name} · {money(each.price ?? 0, currency)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Pair>
            <Field.Root {...(priceError ? { error: priceError } : {})}>
              <Field.Label>{t('plan.price', { currency })}</Field.Label>
              <TextInput
                autoFocus
                inputMode="decimal"
                value={price}
                onChange={(event) => setPrice(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
            <Field.Root {...(discountError ? { error: discountError } : {})}>
              <Field.Label>{t('plan.discount')}</Field.Label>
              <TextInput
                inputMode="decimal"
                value={discount}
                onChange={(event) => setDiscount(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Pair>
        </>
      )}
      <Field.Root>
        <Field.Label>{t('plan.notes')}</Field.Label>
        <TextInput
          autoFocus={!currency}
          value={notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </Field.Root>
      <Flex gap={2}>
        <Button type="submit" loading={saving}>
          {t('plan.save')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('plan.cancel')}
        </Button>
      </Flex>
    </Form>
  );
};
