import type { APIRoute } from 'astro';

/** The clinic's PDF, fetched with the patient's own session. */
export const GET: APIRoute = async ({ params, locals }) => {
  const pdf = await locals.api.raw(
    'GET',
    `/billing/invoices/${encodeURIComponent(params.id ?? '')}/pdf`,
    { headers: { Accept: 'application/pdf' } },
  );
  return new Response(pdf.body, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition':
        pdf.headers.get('content-disposition') ?? 'attachment; filename="invoice.pdf"',
    },
  });
};
