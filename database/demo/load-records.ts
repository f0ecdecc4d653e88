/** Writes patients and what happened to them: visits with their time claims, charts, invoices, payments. */
import { rows, type Transaction } from '@enamel/kernel/server';
import type { Visit } from './appointments.ts';
import type { Demo } from './build.ts';
import { isoInstant } from './calendar.ts';
import { clinic } from './catalogue/places.ts';
import { idsOf, insertComponents, insertLinks, insertRows } from './store.ts';

const patientEnd = { table: 'patients', column: 'patient_id' };
const practitionerEnd = { table: 'practitioners', column: 'practitioner_id' };
const locationEnd = { table: 'locations', column: 'location_id' };
const serviceEnd = { table: 'appointment_types', column: 'appointment_type_id' };

const loadPatients = async (trx: Transaction, { patients, house }: Demo, stamp: object) => {
  await insertRows(
    trx,
    'patients',
    patients.map(
      ({
        age: _age,
        braces: _braces,
        guarantor: _payer,
        alerts: _alerts,
        location: _at,
        ...row
      }) => ({
        ...row,
        emailReminders: true,
        archived: false,
        ...stamp,
      }),
    ),
  );
  await insertLinks(
    trx,
    {
      name: 'patients_guarantor_lnk',
      from: patientEnd,
      to: { table: 'patients', column: 'inv_patient_id' },
    },
    patients.map(({ documentId, guarantor }) => [documentId, guarantor]),
  );
  // Who pays for a child is its parent here.
  await rows(
    trx,
    `insert into patient_relations
       (id, patient_id, relative_id, kind, made_at, made_by, confirmed_at, confirmed_by)
     select 'r' || left(md5(p.document_id), 23), p.id, l.inv_patient_id, 'guardian',
       p.created_at at time zone 'UTC', 'demo', p.created_at at time zone 'UTC', 'demo'
     from patients_guarantor_lnk l join patients p on p.id = l.patient_id
     where p.document_id = any (cast(:minors as text[]))`,
    { minors: patients.filter(({ age }) => age < 18).map(({ documentId }) => documentId) },
  );
  await insertLinks(
    trx,
    { name: 'patients_location_lnk', from: patientEnd, to: locationEnd },
    patients.map(({ documentId, location }) => [documentId, house.locations[location]]),
  );
  const ids = await idsOf(trx, 'patients');
  await insertComponents(
    trx,
    {
      table: 'components_clinic_alerts',
      type: 'clinic.alert',
      joins: 'patients_cmps',
      field: 'alerts',
    },
    patients.flatMap(({ documentId, alerts }) =>
      alerts.map((row) => ({ owner: ids.get(documentId) ?? 0, row })),
    ),
  );
};

const occupies = ({ status }: Visit) => status !== 'cancelled' && status !== 'no-show';

const loadClaims = async (trx: Transaction, { visits, house }: Demo) => {
  const claims = visits.filter(occupies).flatMap((visit) =>
    [
      { kind: 'practitioner', id: house.team[visit.practitioner], until: visit.freeAt },
      { kind: 'chair', id: visit.chair, until: visit.freeAt },
      { kind: 'patient', id: visit.patient.documentId, until: visit.end },
    ].map(({ kind, id, until }) => ({
      kind,
      id,
      from: isoInstant(visit.start),
      until: isoInstant(until),
      source: visit.documentId,
    })),
  );
  await rows(
    trx,
    `insert into time_claims (resource_kind, resource_id, during, source_kind, source_id)
     select kind, id, tstzrange("from", until), 'appointment', source
       from json_to_recordset(?::json)
         as claim (kind text, id text, "from" timestamptz, until timestamptz, source text)`,
    [JSON.stringify(claims)],
  );
};

const loadVisits = async (trx: Transaction, demo: Demo) => {
  const { visits, house } = demo;
  await insertRows(
    trx,
    'appointments',
    visits.map((visit) => ({
      documentId: visit.documentId,
      startsAt: isoInstant(visit.start),
      endsAt: isoInstant(visit.end),
      status: visit.status,
      bookedVia: visit.bookedVia,
      cancelReason: visit.cancelReason,
      confirmedAt: visit.confirmedAt,
      arrivedAt: visit.arrivedAt,
      seatedAt: visit.seatedAt,
      completedAt: visit.completedAt,
      cancelledAt: visit.cancelledAt,
      overbooked: false,
      sequence: 0,
      createdAt: visit.createdAt,
      updatedAt: visit.completedAt ?? visit.cancelledAt ?? visit.createdAt,
      publishedAt: visit.createdAt,
    })),
  );
  const from = { table: 'appointments', column: 'appointment_id' };
  const link = (
    name: string,
    to: typeof patientEnd,
    end: (visit: Visit) => string | undefined,
  ): Promise<void> =>
    insertLinks(
      trx,
      { name: `appointments_${name}_lnk`, from, to },
      visits.map((visit) => [visit.documentId, end(visit)]),
    );
  await link('patient', patientEnd, ({ patient }) => patient.documentId);
  await link('practitioner', practitionerEnd, ({ practitioner }) => house.team[practitioner]);
  await link('location', locationEnd, ({ location }) => house.locations[location]);
  await link('chair', { table: 'chairs', column: 'chair_id' }, ({ chair }) => chair);
  await link('appointment_type', serviceEnd, ({ service }) => house.services[service]);
  await loadClaims(trx, demo);
};

const loadCharts = async (
  trx: Transaction,
  { findings, treatments, house }: Demo,
  stamp: object,
) => {
  await insertRows(
    trx,
    'tooth_findings',
    findings.map(({ patient: _patient, practitioner: _practitioner, ...row }) => ({
      ...row,
      ...stamp,
    })),
  );
  const finding = { table: 'tooth_findings', column: 'tooth_finding_id' };
  await insertLinks(
    trx,
    { name: 'tooth_findings_patient_lnk', from: finding, to: patientEnd },
    findings.map(({ documentId, patient }) => [documentId, patient]),
  );
  await insertLinks(
    trx,
    { name: 'tooth_findings_practitioner_lnk', from: finding, to: practitionerEnd },
    findings.map(({ documentId, practitioner }) => [documentId, house.team[practitioner]]),
  );
  await insertRows(
    trx,
    'treatments',
    treatments.map(
      ({ patient: _patient, practitioner: _by, appointment: _at, service: _service, ...row }) => ({
        ...row,
        ...stamp,
      }),
    ),
  );
  const from = { table: 'treatments', column: 'treatment_id' };
  await insertLinks(
    trx,
    { name: 'treatments_patient_lnk', from, to: patientEnd },
    treatments.map(({ documentId, patient }) => [documentId, patient]),
  );
  await insertLinks(
    trx,
    { name: 'treatments_practitioner_lnk', from, to: practitionerEnd },
    treatments.map(({ documentId, practitioner }) => [documentId, house.team[practitioner]]),
  );
  await insertLinks(
    trx,
    {
      name: 'treatments_appointment_lnk',
      from,
      to: { table: 'appointments', column: 'appointment_id' },
    },
    treatments.map(({ documentId, appointment }) => [documentId, appointment]),
  );
  await insertLinks(
    trx,
    { name: 'treatments_appointment_type_lnk', from, to: serviceEnd },
    treatments.map(({ documentId, service }) => [documentId, service && house.services[service]]),
  );
};

const receipts = { card: 'POS', cash: 'Cash', transfer: 'Transfer' } as const;

const loadInvoices = async (trx: Transaction, { invoices, house }: Demo) => {
  const { currency } = clinic;
  await insertRows(
    trx,
    'invoices',
    invoices.map(({ documentId, number, status, issuedOn, dueOn, createdAt, paidAt, total }) => ({
      documentId,
      number,
      status,
      issuedOn,
      dueOn,
      currency,
      total,
      paidAt,
      createdAt,
      updatedAt: paidAt ?? createdAt,
      publishedAt: createdAt,
    })),
  );
  const invoiceEnd = { table: 'invoices', column: 'invoice_id' };
  await insertLinks(
    trx,
    { name: 'invoices_patient_lnk', from: invoiceEnd, to: patientEnd },
    invoices.map(({ documentId, patient }) => [documentId, patient]),
  );
  await insertLinks(
    trx,
    { name: 'invoices_location_lnk', from: invoiceEnd, to: locationEnd },
    invoices.map(({ documentId, location }) => [documentId, house.locations[location]]),
  );
  await insertLinks(
    trx,
    {
      name: 'treatments_invoice_lnk',
      from: { table: 'treatments', column: 'treatment_id' },
      to: invoiceEnd,
      orders: { treatment_ord: 'to' },
    },
    invoices.flatMap(({ documentId, treatments }) =>
      treatments.map((treatment) => [treatment, documentId] as const),
    ),
  );
  const ids = await idsOf(trx, 'invoices');
  await insertComponents(
    trx,
    {
      table: 'components_billing_invoice_lines',
      type: 'billing.invoice-line',
      joins: 'invoices_cmps',
      field: 'lines',
    },
    invoices.flatMap(({ documentId, lines }) =>
      lines.map((row) => ({ owner: ids.get(documentId) ?? 0, row })),
    ),
  );
  const paid = invoices.filter(({ status }) => status === 'paid');
  await insertRows(
    trx,
    'payments',
    paid.map(({ payment, number, total, paidAt, method }) => ({
      documentId: payment,
      amount: total,
      currency,
      method,
      receivedAt: paidAt,
      reference: `${receipts[method]} ${number.slice(-6)}`,
      takenBy: method === 'transfer' ? null : 'Diana Petrescu',
      createdAt: paidAt,
      updatedAt: paidAt,
      publishedAt: paidAt,
    })),
  );
  const from = { table: 'payments', column: 'payment_id' };
  await insertLinks(
    trx,
    { name: 'payments_invoice_lnk', from, to: invoiceEnd, orders: { payment_ord: 'to' } },
    paid.map(({ payment, documentId }) => [payment, documentId]),
  );
  await insertLinks(
    trx,
    { name: 'payments_patient_lnk', from, to: patientEnd },
    paid.map(({ payment, patient }) => [payment, patient]),
  );
};

export const loadRecords = async (trx: Transaction, demo: Demo): Promise<void> => {
  const now = isoInstant(demo.now);
  const stamp = { createdAt: now, updatedAt: now, publishedAt: now };
  await loadPatients(trx, demo, stamp);
  await loadVisits(trx, demo);
  await loadCharts(trx, demo, stamp);
  await loadInvoices(trx, demo);
};
