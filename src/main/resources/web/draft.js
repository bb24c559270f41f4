// The scenario that is worked on. Every edit is kept at once, in the order it was made; what somebody
// else kept meanwhile is never overwritten, and what we wanted is never lost.

import { Problem, write } from './api.js';
import { areaAddress, look, view } from './view.js';
import { t } from './words.js';

/** What a change is about, and what it does to it. */
export function keyOf(change) {
  return `${change.type}:${change.id ?? change.entrance_id ?? change.feature.id}`;
}

/** The change that a click on something means; null where a click changes nothing. */
export function changeOf(layer, feature) {
  const p = feature.properties;
  switch (layer) {
    case 'walls':
      return p.removable === false ? null : { type: 'remove_wall', id: p.id };
    case 'illegal_structures':
      return { type: 'remove_structure', id: p.id };
    case 'gates':
      return { type: p.access === 'public' ? 'close_gate' : 'open_gate', id: p.id };
    default:
      return null;
  }
}

/** Their changes with ours made on top: what we added since `base`, without what we took back. */
function merged(theirs, ours, base) {
  const keys = (changes) => new Set(changes.map(keyOf));
  const [inTheirs, inOurs, inBase] = [keys(theirs), keys(ours), keys(base)];
  const stays = theirs.filter((change) => !inBase.has(keyOf(change)) || inOurs.has(keyOf(change)));
  return [...stays, ...ours.filter((change) => !inBase.has(keyOf(change)) && !inTheirs.has(keyOf(change)))];
}

/** @param refused hears what the server refused, in words */
export function makeDraft(refused) {
  const watchers = [];
  let kept = null; // as the server has it, with its tag; null for today's state
  let wanted = [];
  let past = [];
  let future = [];
  let conflict = null; // what somebody else kept, with its tag; { gone: true } when it was deleted
  let underway = Promise.resolve();

  const at = (id) => `${areaAddress()}/scenarios/${id}`;
  const tell = (what) => watchers.forEach((watcher) => watcher(what));

  function adopt({ json, tag }) {
    kept = { ...json, tag };
    return kept.changes;
  }

  function forget() {
    kept = null;
    wanted = [];
    past = [];
    future = [];
    conflict = null;
  }

  async function theirs() {
    try {
      const { json, tag } = await write('GET', at(kept.id), null);
      return { ...json, tag };
    } catch (problem) {
      if (problem.status === 404) {
        return { gone: true };
      }
      throw problem;
    }
  }

  async function create(name, changes) {
    const changesKept = adopt(await write('POST', `${areaAddress()}/scenarios`, { name, changes }));
    look({ scenario: kept.id }, true);
    return changesKept;
  }

  async function keepOnce() {
    const asked = wanted;
    try {
      const now = kept
        ? adopt(await write('PATCH', at(kept.id), { changes: asked }, kept.tag))
        : await create(t('new_scenario'), asked);
      wanted = wanted === asked ? now : wanted;
    } catch (problem) {
      if (problem.status === 412 || (problem.status === 404 && kept)) {
        conflict = await theirs();
      } else if (problem.gone) {
        throw problem; // the server is gone; what we want stays wanted
      } else {
        wanted = kept?.changes ?? [];
        past.pop();
        refused(problem);
      }
    }
  }

  const mustKeep = () => !conflict && (kept ? wanted !== kept.changes : wanted.length > 0);

  /** One write after the other: each rests on the tag of the one before. */
  function inTurn(deed) {
    underway = underway.then(deed);
    return underway;
  }

  async function keepAll() {
    try {
      while (mustKeep()) {
        tell('wanted');
        await keepOnce();
      }
    } catch (problem) {
      refused(problem, keep);
    }
    tell('kept');
  }

  function keep() {
    return inTurn(keepAll);
  }

  /** Does what touches more than the changes; a conflict is shown like any other. */
  function attempt(deed) {
    return inTurn(async () => {
      try {
        await deed();
      } catch (problem) {
        if (problem.status === 412) {
          conflict = await theirs();
        } else {
          refused(problem instanceof Problem ? problem : new Problem(t('failed'), problem.message));
        }
      }
      tell('kept');
    });
  }

  const draft = {
    /** Has `watcher(what)` called: `wanted` when an edit was made, `kept` when the server has it. */
    onChange(watcher) {
      watchers.push(watcher);
    },

    changes: () => wanted,
    kept: () => kept,
    conflict: () => conflict,
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,

    /** Opens the scenario the address names; tells whether it is another one. */
    async open() {
      const { scenario } = view();
      if (scenario === (kept?.id ?? '')) {
        return false;
      }
      forget();
      if (scenario) {
        try {
          wanted = adopt(await write('GET', at(scenario), null));
        } catch (problem) {
          refused(problem);
          look({ scenario: '' });
        }
      }
      tell('kept');
      return true;
    },

    /** Makes these the changes. */
    edit(changes) {
      if (conflict) {
        return undefined; // first things first
      }
      past.push(wanted);
      future = [];
      wanted = changes;
      return keep();
    },

    /** Makes a change, or takes it back if it was made. */
    toggle(change) {
      const key = keyOf(change);
      const without = wanted.filter((other) => keyOf(other) !== key);
      return draft.edit(without.length < wanted.length ? without : [...wanted, change]);
    },

    undo() {
      if (past.length > 0 && !conflict) {
        future.push(wanted);
        wanted = past.pop();
        keep();
      }
    },

    redo() {
      if (future.length > 0 && !conflict) {
        past.push(wanted);
        wanted = future.pop();
        keep();
      }
    },

    /** Ends a conflict: `both`, `theirs`, or `copy`, which keeps ours under another id. */
    settle(how) {
      return attempt(async () => {
        const ours = wanted;
        const other = conflict;
        const base = kept.changes;
        const name = kept.name;
        conflict = null;
        if (how === 'copy') {
          wanted = await create(`${name} ${t('copy')}`, ours);
        } else if (other.gone) {
          forget();
          look({ scenario: '' });
        } else {
          const { tag, ...json } = other;
          wanted = adopt({ json, tag });
          if (how === 'both') {
            past.push(wanted);
            wanted = merged(kept.changes, ours, base);
            await keepAll();
          } else {
            past.push(ours); // one step back brings ours again
          }
        }
      });
    },

    rename(name) {
      return attempt(async () => {
        wanted = kept ? adopt(await write('PATCH', at(kept.id), { name }, kept.tag)) : await create(name, wanted);
      });
    },

    saveAs(name) {
      return attempt(async () => {
        wanted = await create(name, wanted);
      });
    },

    remove() {
      return attempt(async () => {
        await write('DELETE', at(kept.id), null, kept.tag);
        forget();
        look({ scenario: '' }, true);
      });
    },
  };
  return draft;
}
