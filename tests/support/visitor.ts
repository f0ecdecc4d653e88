/** A browser without scripts that keeps its cookie and the word of its last page, for stories of the portal's pages. */
import request from 'supertest';

/** The fields of a page's forms that nobody sees, by name. */
export const hiddenOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

export const openVisitor = (portal: string) => {
  const jar = new Map<string, string>();
  let word: string | undefined;
  const send = async (sent: request.Test) => {
    if (jar.size > 0) sent.set('Cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const answer = await sent;
    const lines = (answer.headers['set-cookie'] ?? []) as unknown as string[];
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    word = hiddenOf(answer.text ?? '')['form-token'] ?? word;
    return answer;
  };
  const get = (path: string) => send(request(portal).get(path));
  /** Without a word of its own a form bears that of the page seen last. */
  const post = (path: string, fields: Record<string, string>) =>
    send(
      request(portal)
        .post(path)
        .type('form')
        .set({ Origin: portal, 'Sec-Fetch-Site': 'same-origin' })
        .send({ ...(word === undefined ? {} : { 'form-token': word }), ...fields }),
    );
  return { get, post };
};
