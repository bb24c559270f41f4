// Walls, gates and structures as a list that the map answers to.

import { el } from '../dom.js';
import { look } from '../view.js';

export const BARRIERS = ['walls', 'gates', 'illegal_structures'];

/** Has barriers known by their ids, whatever they are. */
export function learnBarriers(board, ids) {
  return Promise.all(BARRIERS.map((layer) => board.learn(layer, ids)));
}

/** The features that have these ids and are known. */
export function located(board, ids) {
  return ids.map((id) => board.findAnywhere(id, BARRIERS)?.feature).filter(Boolean);
}

/**
 * A list of barriers. Pointing at one marks it, choosing one goes there and shows its facts.
 *
 * @param more what else to say of an id, or null
 */
export function barrierList(board, facts, id, ids, more = () => null) {
  return el(
    'ol',
    { class: 'plain barriers', id },
    ids.map((thing) => {
      const found = board.findAnywhere(thing, BARRIERS);
      return el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            'data-id': thing,
            onmouseenter: () => board.mark('hover', found ? [found.feature] : []),
            onmouseleave: () => board.mark('hover', []),
            onclick: () => {
              if (found) {
                board.goTo([found.feature]);
                look({ pick: `${found.layer}:${thing}` });
              }
            },
          },
          el('span', {}, found ? facts.name(found.layer, found.feature) : thing),
          el('small', {}, [found ? facts.about(found.layer, found.feature) : null, more(thing)].filter(Boolean).join(' · ') || thing),
        ),
      );
    }),
  );
}
