// SPDX-License-Identifier: Apache-2.0
// Keeps what is being written while it is written. The form works without this file.
const QUIET = 2000;
const note = document.querySelector('[data-ly-saved]');
const form = note?.closest('form');

if (form) {
  let changed = false;
  let sending = false;
  let saving = false;
  let timer = 0;

  const say = (words) => {
    note.textContent = words;
    note.hidden = false;
  };

  const body = () => {
    const typed = new URLSearchParams(new FormData(form));
    typed.set('then', 'keep');
    return typed;
  };

  const answers = {
    204: () => {
      const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' });
      say(`Saved at ${time}. Not sent yet.`);
      form.dispatchEvent(new Event('ly:saved'));
    },
    409: () => say('You have already sent this concern.'),
  };

  const save = async (leaving) => {
    if (!changed || sending || saving) return;
    changed = false;
    saving = true;
    try {
      const answer = await fetch(form.action, {
        method: 'POST', body: body(), redirect: 'manual', keepalive: leaving,
      });
      (answers[answer.status] ?? (() => say('Not saved. Keep this page open, or send it now.')))();
    } catch {
      changed = true;
      say('Not saved: Lanyard cannot be reached. Keep this page open.');
    } finally {
      saving = false;
      if (changed) later();
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET, false);
  };

  form.addEventListener('input', () => {
    changed = true;
    later();
  });
  form.addEventListener('submit', () => { sending = true; });
  window.addEventListener('pageshow', () => { sending = false; });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(true);
  });

  // One more box for a name, without leaving the page.
  const more = form.querySelector('[data-ly-more]');
  more?.addEventListener('click', (event) => {
    event.preventDefault();
    const boxes = form.querySelectorAll('.ly-name');
    const next = boxes[boxes.length - 1].cloneNode(true);
    const number = boxes.length + 1;
    const input = next.querySelector('input');
    next.querySelector('label').htmlFor = `who-${number}`;
    next.querySelector('label').textContent = `Name ${number}`;
    input.id = `who-${number}`;
    input.value = '';
    boxes[boxes.length - 1].after(next);
    input.focus();
    if (number >= Number(more.dataset.lyMore)) more.remove();
  });
}
