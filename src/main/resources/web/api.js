// Questions to the server. Nothing is computed here: what the page shows is what the server said.

import { areaAddress, view } from './view.js';
import { language, t } from './words.js';

const PAGE_ITEMS = 10000;
const PATIENCE = 20; // times a server that is still preparing is asked again

/** What went wrong, in words for people. */
export class Problem extends Error {
  constructor(title, detail, status = 0) {
    super(detail || title);
    this.title = title;
    this.detail = detail;
    this.status = status;
  }
}

let inFlight = 0;
const watchers = [];

/** Has `watcher(howMany)` called whenever a question is asked or answered. */
export function onBusy(watcher) {
  watchers.push(watcher);
}

function busy(change) {
  inFlight += change;
  watchers.forEach((watcher) => watcher(inFlight));
}

/** Where questions are asked: the area's address, or that of the scenario that is looked at. */
export function baseAddress() {
  const { scenario } = view();
  return areaAddress() + (scenario ? '/scenarios/' + scenario : '');
}

/** The answer to a question below the area's address; an absolute path is asked as it is. */
export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== '' && value !== undefined),
  ).toString();
  const url = (path.startsWith('/areas') ? '' : baseAddress()) + path + (query ? '?' + query : '');
  busy(1);
  try {
    for (let attempt = 0; ; attempt++) {
      const response = await request(url, signal);
      if (response.ok) {
        return await response.json();
      }
      const again = response.status === 503 || response.status === 429;
      if (!again || attempt >= PATIENCE) {
        throw await problem(response);
      }
      await pause(Math.min(5, Number(response.headers.get('Retry-After')) || 2) * 1000, signal);
    }
  } finally {
    busy(-1);
  }
}

/**
 * Writes, and answers what is kept now: its JSON, and the tag that the next write has to name.
 *
 * @param tag of what was read before; null where there was nothing
 */
export async function write(method, path, json, tag = null) {
  busy(1);
  try {
    const headers = { 'Content-Type': 'application/json', ...(tag && { 'If-Match': tag }) };
    const body = json === null ? undefined : JSON.stringify(json);
    const response = await request(path, undefined, { method, headers, body });
    if (!response.ok) {
      throw await problem(response);
    }
    return { json: response.status === 204 ? null : await response.json(), tag: response.headers.get('ETag') };
  } finally {
    busy(-1);
  }
}

async function request(url, signal, more = {}) {
  try {
    return await fetch(url, {
      ...more,
      headers: { Accept: 'application/json', 'Accept-Language': language(), ...more.headers },
      signal,
    });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw Object.assign(new Problem(t('server_gone'), t('server_gone_detail')), { gone: true });
  }
}

async function problem(response) {
  try {
    const json = await response.json();
    const reasons = (json.errors || []).map((e) => e.reason || e.detail).filter(Boolean);
    return new Problem(json.title, [json.detail, ...reasons].filter(Boolean).join(' · '), response.status);
  } catch {
    return new Problem(t('failed'), String(response.status), response.status);
  }
}

function pause(milliseconds, signal) {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(new DOMException('', 'AbortError'));
    });
  });
}

/** All features of a collection of the area as it is today, page after page. */
export async function collection(id, signal = undefined) {
  const features = [];
  for (let offset = 0; ; offset = features.length) {
    const page = await ask(
      `${areaAddress()}/collections/${id}/items`,
      { limit: PAGE_ITEMS, ...(offset > 0 && { offset }) },
      signal,
    );
    features.push(...page.features);
    if (page.features.length === 0 || features.length >= page.numberMatched) {
      return features;
    }
  }
}

/**
 * A line on which only the latest question counts: asking hangs up on the one before, whose answer
 * is never heard. `also(answer)` may fetch what belongs to an answer before it is heard.
 */
export function line() {
  let current = new AbortController();
  return {
    async ask(path, parameters, heard, failed, also = () => undefined) {
      current.abort();
      const mine = new AbortController();
      current = mine;
      try {
        const answer = await ask(path, parameters, mine.signal);
        await also(answer);
        if (!mine.signal.aborted) {
          heard(answer);
        }
      } catch (error) {
        if (!mine.signal.aborted && error.name !== 'AbortError') {
          failed(error);
        }
      }
    },
    hangUp() {
      current.abort();
    },
  };
}
