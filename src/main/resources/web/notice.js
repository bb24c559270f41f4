// What went wrong, and asking again: at a click, or by itself once the server is back.

import { el } from './dom.js';
import { t } from './words.js';

const OFTEN_MS = 2000;
const again = new Set(); // what is asked again when the server is back
let waiting = 0;

const notice = () => document.getElementById('notice');

function askAgain() {
  clearInterval(waiting);
  waiting = 0;
  notice().hidden = true;
  const all = [...again];
  again.clear();
  all.forEach((ask) => ask());
}

async function look() {
  try {
    const answer = await fetch('/health/live', { cache: 'no-store' });
    if (answer.ok && waiting) {
      askAgain();
    }
  } catch {
    // not yet
  }
}

/**
 * Says what went wrong, and offers to try again.
 *
 * @param problem title, detail, and `gone` where the server did not answer at all
 * @param retry asks again; undefined where that makes no sense
 */
export function fail(problem, retry) {
  if (problem.gone) {
    waiting ||= setInterval(look, OFTEN_MS);
  } else if (!waiting) {
    again.clear(); // what was not tried again before
  }
  if (retry) {
    again.add(retry);
  }
  notice().hidden = false;
  notice().replaceChildren(
    el('strong', {}, problem.title ?? t('failed')),
    el('span', {}, problem.detail ?? problem.message),
    retry ? el('button', { type: 'button', onclick: askAgain }, t('retry')) : '',
    el('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => (notice().hidden = true) }, '×'),
  );
}
