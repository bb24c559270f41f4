// Why the people of a building are covered by a requirement, or are not, and what would change it.

import { el } from '../dom.js';
import { duration, metres, t, whole } from '../words.js';
import { barrierList, located } from './barriers.js';

export const why = {
  missing: ({ who }) => (who ? null : 'why_hint'),

  question: ({ who, req, group, criterion }) => [
    '/explain',
    { building: who, requirement: req, group, criterion },
  ],

  draw(answer, { board, facts }) {
    const walks = answer.features.filter((feature) => feature.geometry);
    board.put(
      'walk',
      walks.map((feature) => ({ ...feature, properties: { ...feature.properties, role: 'walk' } })),
    );
    const changes = answer.changes ?? [];
    board.mark('forced', located(board, changes.map((change) => change.id)));
    const after = (id) => {
      const change = changes.find((c) => c.id === id);
      return change.longest_m === undefined
        ? `${t('then_longest')} ${duration(change.longest_seconds)}`
        : `${t('then_longest')} ${metres(change.longest_m)}`;
    };
    const verdict = t(answer.covered ? 'is_covered' : 'is_not_covered');
    return {
      shown: [
        el(
          'p',
          { class: 'verdict ' + (answer.covered ? 'yes' : 'no'), id: 'verdict' },
          `${answer.covered ? '✓' : '✗'} ${verdict}`,
          el('small', {}, `${whole(answer.residents_covered)} / ${whole(answer.residents)} ${t('residents')}`),
        ),
        el('ul', { id: 'sentences' }, (answer.sentences ?? []).map((sentence) => el('li', {}, sentence))),
        answer.covered ? null : el('h3', {}, t('would_fix')),
        answer.covered
          ? null
          : changes.length > 0
            ? barrierList(board, facts, 'fixes', changes.map((change) => change.id), after)
            : el('p', { class: 'note' }, t('nothing_fixes')),
      ],
      said: verdict,
    };
  },

  names: ({ changes }) => (changes ?? []).map(({ id }) => id),

  /** A click means the building that was clicked. */
  clicked: (_, layer, id) => (layer === 'buildings' ? { who: id } : {}),
};
