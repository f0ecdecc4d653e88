/** A button beside each password that shows what was typed; without this script there is none. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-show]')) {
  const input = document.getElementById(button.dataset.show ?? '');
  if (!(input instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
    input.focus();
  });
  // What is sent is a password again, so that browsers keep it as one.
  input.form?.addEventListener('submit', () => {
    input.type = 'password';
  });
}

export {};
