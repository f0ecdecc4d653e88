import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openClinic } from '../support/clinic.ts';
import { password, staffToken, staffWith } from '../support/people.ts';

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

  await page.goto(`${clinic.url}/admin/auth/login`);
  await page.getByLabel(/^e-?mail/i).fill(await staffWith(clinic, 'clinic-admin'));
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /log ?in|sign in/i }).click();
  await expect(page).not.toHaveURL(/login/);

  await page.goto(`${clinic.url}/admin/plugins/access/trail?actor=dentist&kind=look`);
  await expect(page.getByRole('heading', { name: 'Who looked' })).toBeVisible();
  const line = page.getByRole('row').filter({ hasText: 'Test dentist' });
  await expect(line).toContainText('Looked at · patient');
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('audit-trail.csv');
  await page.screenshot({ path: 'test-results/who-looked.png' });

  await line.getByRole('link', { name }).click();
  await page.getByRole('tab', { name: 'Who looked' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Test dentist' }).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/who-looked-tab.png' });
  await clinic.close();
});
