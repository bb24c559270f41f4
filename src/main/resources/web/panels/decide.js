// Which wall, gate or structure matters most; and a plan for a budget.

import { line } from '../api.js';
import { choice, el, select } from '../dom.js';
import { look, view } from '../view.js';
import { duration, named, t, told, whole } from '../words.js';
import { BARRIERS } from './barriers.js';
import { makePlan } from './plan.js';

const TOP = 20;

export function makeDecide(shared) {
  const { board, standard, legend, say, fail, offers } = shared;
  const plan = makePlan(shared);
  const answers = line();
  const parts = {};

  function load() {
    const { req, group } = view();
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    const walked = standard.requirements.some((r) => r.id === req && r.judged_by === 'walk');
    const requirement = walked ? req : ''; // what is not walked to, no opening changes
    const failed = (problem) => {
      parts.result.replaceChildren();
      fail(problem, load);
    };
    answers.ask('/openings', { top: TOP, requirement, group }, draw, failed, learned);
  }

  /** The walls, gates and structures that an answer names. */
  function learned({ features }) {
    const ids = (layer) => features.filter(({ properties }) => properties.layer === layer).map(({ properties }) => properties.id);
    return Promise.all(BARRIERS.map((layer) => board.learn(layer, ids(layer))));
  }

  function located(opening) {
    const { layer, id } = opening.properties;
    return opening.geometry ? opening : board.find(layer, id);
  }

  function draw(answer) {
    const openings = answer.features;
    const ranked = openings.slice(0, TOP).map((opening, i) => ({ place: located(opening), rank: String(i + 1) }));
    board.mark(
      'opening',
      ranked.filter(({ place }) => place).map(({ place, rank }) => ({ ...place, properties: { rank } })),
    );
    parts.result.replaceChildren(
      openings.length === 0
        ? el('p', { class: 'note' }, t('no_openings'))
        : el('ol', { class: 'plain barriers ranked', id: 'openings' }, openings.map(entry)),
    );
    if (openings.length > 0) {
      say(`${parts.facts.name(openings[0].properties.layer, known(openings[0]))}`);
    }
  }

  function known(opening) {
    const { layer, id } = opening.properties;
    return board.find(layer, id) ?? opening;
  }

  function entry(opening, i) {
    const p = opening.properties;
    const feature = known(opening);
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          'data-id': p.id,
          onmouseenter: () => board.mark('hover', [located(opening)].filter(Boolean)),
          onmouseleave: () => board.mark('hover', []),
          onclick: () => {
            const there = located(opening);
            if (there) {
              board.goTo([there], 17.4);
            }
            look({ pick: `${p.layer}:${p.id}` });
          },
        },
        el('i', { class: 'rank' }, String(i + 1)),
        el('span', {}, parts.facts.name(p.layer, feature), el('small', {}, parts.facts.about(p.layer, feature))),
        el(
          'span',
          { class: 'gain' },
          el('b', {}, '+' + whole(p.residents_gained)),
          el('small', {}, t('gained')),
          p.residents_completed > 0 ? el('small', {}, `${whole(p.residents_completed)} ${t('completed')}`) : null,
          p.seconds_saved > 0 ? el('small', {}, t('saved', { n: duration(p.seconds_saved) })) : null,
        ),
      ),
    );
  }

  const ranking = {
    open(content, facts) {
      parts.facts = facts;
      parts.result = el('div', { id: 'result' });
      if (!offers('/openings')) {
        content.append(el('p', { class: 'hint' }, t('decide_missing')));
        return;
      }
      const now = view();
      content.append(
        el('p', { class: 'lead' }, t('decide_intro')),
        el(
          'div',
          { class: 'stack' },
          select(
            'requirement',
            t('openings_for'),
            [['all', t('all_of_them')], ...standard.requirements.filter((r) => r.judged_by === 'walk').map((r) => [r.id, told(r, standard)])],
            now.req,
            (req) => look({ req }),
          ),
          select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), now.group, (group) => look({ group })),
        ),
        parts.result,
      );
      load();
    },

    close() {
      answers.hangUp();
      board.mark('opening', []);
      board.mark('hover', []);
    },

    changed(names) {
      if (offers('/openings') && (names.has('req') || names.has('group'))) {
        load();
      }
    },
  };

  const tools = { rank: ranking, plan };
  let tool = ranking;

  function use() {
    tool = tools[view().decide];
    parts.tool = el('div', {});
    parts.content.replaceChildren(
      choice(t('tab_decide'), Object.keys(tools).map((name) => [name, t('decide_' + name)]), view().decide, (decide) => look({ decide }, true)),
      parts.tool,
    );
    tool.open(parts.tool, parts.facts);
  }

  return {
    open(content, facts) {
      legend.classes(null);
      parts.facts = facts;
      parts.content = content;
      use();
    },

    close() {
      tool.close();
    },

    changed(names) {
      if (names.has('decide')) {
        tool.close();
        use();
      } else {
        tool.changed(names);
      }
    },
  };
}
