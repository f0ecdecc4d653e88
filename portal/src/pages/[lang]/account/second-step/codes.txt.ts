import type { APIRoute } from 'astro';

/** The new recovery codes as a file, as long as their page shows them. */
export const GET: APIRoute = ({ locals, redirect }) => {
  const { session, texts, catalogue, language } = locals;
  if (!session.access || !session.codes) return redirect(`/${language}/account/second-step/codes`);
  const lines = [`${texts.own.recovery}, ${catalogue.clinic.name}`, '', ...session.codes, ''];
  return new Response(lines.join('\r\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="recovery-codes.txt"',
    },
  });
};
