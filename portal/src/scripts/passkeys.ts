/** Passkeys where the browser has them: shows what needs them, asks for one, and sends the form with the answer. */
const able =
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

for (const part of document.querySelectorAll<HTMLElement>('[data-passkeys]')) part.hidden = !able;
for (const part of document.querySelectorAll<HTMLElement>('[data-no-passkeys]')) part.hidden = able;

const ask = (form: HTMLFormElement): Promise<Credential | null> => {
  const options = JSON.parse(form.dataset.passkey ?? '{}');
  return form.dataset.make === undefined
    ? navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      })
    : navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const answer = form.querySelector<HTMLInputElement>('input[name=answer]');
  const failed = form.querySelector<HTMLElement>('[data-failed]');
  form.addEventListener('submit', (event) => {
    if (!answer || answer.value) return;
    event.preventDefault();
    if (failed) failed.hidden = true;
    ask(form)
      .then((credential) => {
        answer.value = JSON.stringify(credential);
        form.requestSubmit();
      })
      .catch(() => {
        // The person closed the window, or the device has no such key: the page says so and stays.
        if (failed) failed.hidden = false;
      });
  });
}

export {};
