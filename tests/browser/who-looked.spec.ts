import { expect, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { openClinic } from '../support/clinic.ts';
import { staffToken, staffWith } from '../support/people.ts';

test('the clinic admin sees who looked at a patient', async ({ page }) => {
  const clinic = await openClinic();
  const { rows } = await clinic.db.query(
    `select document_id, first_name, last_name from patients order by id limit 1`,
  );
  const [patient] = rows;
  const name = `${patient.last_name} ${patient.first_name}`;
  const dentist = await staffToken(clinic, 'dentist');
  const looked = await fetch(`${clinic.url}/api/patients/${patient.document_id}`, {
    headers: { Authorization: `Bearer ${dentist}` },
  });
  expect(looked.status).toBe(200);
  const held = await fetch(`${clinic.url}/access/patients/${patient.document_id}/legal-hold`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${await staffToken(clinic, 'clinic-admin')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ reason: 'Court case 12/2026' }),
  });
  expect(held.status).toBe(200);

  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/plugins/access/trail?actor=dentist&kind=look`);
  await expect(page.getByRole('heading', { name: 'Who looked' })).toBeVisible();
  const line = page.getByRole('row').filter({ hasText: 'Test dentist' });
  await expect(line).toContainText('Looked at · patient');
  expect(await barriers(page, { within: 'main' })).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('audit-trail.csv');

  const chain = page.getByRole('region', { name: 'State of the trail' });
  await chain.getByRole('button', { name: 'Verify now' }).click();
  await expect(chain).toContainText('The trail is whole');
  await expect(chain).toContainText('by Test clinic-admin: whole up to number');
  expect(await barriers(page, { within: 'main' })).toEqual([]);
  const checkpoints = page.waitForEvent('download');
  await chain.getByRole('button', { name: 'Checkpoints' }).click();
  expect((await checkpoints).suggestedFilename()).toBe('audit-checkpoints.txt');

  await line.getByRole('link', { name }).click();
  await page.getByRole('tab', { name: 'Who looked' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Test dentist' }).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Put a legal hold on' })).toContainText(
    'Court case 12/2026',
  );
  await clinic.close();
});
