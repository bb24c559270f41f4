// Features by their ids. What the tiles draw is cut and rounded; whoever needs a feature whole asks here.

import { ask } from '../api.js';
import { areaAddress } from '../view.js';
import { AREA_LAYERS } from './style.js';

const AT_ONCE = 40; // ids in one question: an address has an end

export function makeKnown() {
  const layers = new Map(); // layer -> id -> feature as the server sent it, null where there is none

  function of(layer) {
    if (!layers.has(layer)) {
      layers.set(layer, new Map());
    }
    return layers.get(layer);
  }

  async function fetchSome(layer, ids) {
    const quoted = ids.map((id) => `'${id.replaceAll("'", "''")}'`);
    const answer = await ask(`${areaAddress()}/collections/${layer}/items`, {
      limit: AT_ONCE,
      filter: `id IN (${quoted})`,
    });
    const there = new Map(answer.features.map((feature) => [String(feature.id), feature]));
    ids.forEach((id) => of(layer).set(id, there.get(id) ?? null));
  }

  return {
    /** These are all the features of a layer. */
    keep(layer, features) {
      layers.set(layer, new Map(features.map((feature) => [String(feature.id), feature])));
    },

    forget: (layer) => layers.delete(layer),

    /** The feature that has this id, if it is known. */
    find: (layer, id) => layers.get(layer)?.get(String(id)) ?? undefined,

    /** Has features of the area known by their ids; answers whether any were not. */
    async learn(layer, ids) {
      const missing = [...new Set(ids.map(String))].filter((id) => !layers.get(layer)?.has(id));
      if (missing.length === 0 || !AREA_LAYERS.includes(layer)) {
        return false;
      }
      for (let i = 0; i < missing.length; i += AT_ONCE) {
        await fetchSome(layer, missing.slice(i, i + AT_ONCE));
      }
      return true;
    },
  };
}
