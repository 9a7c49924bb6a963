// SPDX-License-Identifier: Apache-2.0
// Every page works without this file; it only makes some things pleasanter.
import { initAll } from './govuk.js';

initAll();

// A menu of the navigation closes with Escape, or when something else on the page is used.
for (const menu of document.querySelectorAll('.ly-nav__menu')) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  for (const use of ['click', 'focusin']) {
    document.addEventListener(use, (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
}

// A second click on any form's button while the first is on its way does nothing. The button itself
// stays in the form, so its name and value are still sent.
for (const form of document.querySelectorAll('form[data-ly-form]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 5000);
  });
  // Coming back to a kept page must not leave its form dead.
  window.addEventListener('pageshow', () => { sent = false; });
}

// What was sent without an account must not be found by whoever uses the device next: a page that
// the browser kept whole comes back empty. A page that was only left for a moment keeps its words.
for (const form of document.querySelectorAll('form[data-ly-forgets]')) {
  let sent = false;
  form.addEventListener('submit', () => { sent = true; });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && sent) form.reset();
  });
}

// The person is warned before leaving a long answer that was never sent.
for (const area of document.querySelectorAll('form[data-ly-form] textarea')) {
  let start = area.value;
  let leaving = false;
  area.form.addEventListener('submit', () => { leaving = true; });
  area.form.addEventListener('ly:saved', () => { start = area.value; });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && area.value !== start) event.preventDefault();
  });
}
