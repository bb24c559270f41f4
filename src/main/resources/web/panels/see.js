// Who can walk to what, today: the requirements of a tier, and the map coloured by one of them.

import { ask, line } from '../api.js';
import { reportLinks } from './report.js';
import { choice, el, select } from '../dom.js';
import { named, percent, short, t, whole } from '../words.js';
import { look, view } from '../view.js';

const TIERS = ['15', '10', '5', 'block'];

/** What walls and the way round cost a requirement, as a share of residents. */
function loss(row) {
  return (row.share_straight ?? 0) - (row.share ?? 0);
}

export function makeSee({ board, standard, choropleth, legend, say, fail }) {
  const tables = line();
  const colours = line();
  const requirements = new Map(standard.requirements.map((r) => [r.id, r]));
  const parts = {};
  let rows = []; // by requirement, all tiers
  let whole_tier = null;
  let chosen = null; // the row the map shows

  const asked = () => ({ criterion: view().criterion, group: view().group });

  function ofTier() {
    return rows
      .filter((row) => row.tier === view().tier)
      .sort((a, b) => loss(b) - loss(a) || (a.share ?? 1) - (b.share ?? 1));
  }

  function load() {
    parts.list.replaceChildren(...Array.from({ length: 6 }, () => el('li', { class: 'bone' })));
    tables.ask(
      '/coverage',
      { by: 'requirement', ...asked() },
      async (table) => {
        rows = table.rows;
        await loadTier();
        choose();
      },
      (problem) => {
        parts.list.replaceChildren();
        fail(problem, load);
      },
    );
  }

  async function loadTier() {
    try {
      const table = await ask('/coverage', { by: 'area', tier: view().tier, ...asked() });
      whole_tier = table.rows[0];
    } catch (problem) {
      fail(problem, load);
    }
  }

  function choose() {
    const list = ofTier();
    const id = view().req;
    chosen = id === 'all' ? whole_tier : (list.find((row) => row.requirement === id) ?? list[0] ?? whole_tier);
    drawList(list);
    drawHeadline();
    drawChoices();
    colour();
  }

  /** What is measured: a single requirement has no compliance, a whole tier is shown by it. */
  function measure() {
    const wanted = view().measure;
    if (chosen?.requirement) {
      return wanted === 'compliance' ? 'share' : wanted;
    }
    return wanted === 'share' ? 'compliance' : wanted;
  }

  function colour() {
    if (!chosen) {
      return;
    }
    const by = view().by;
    const what = chosen.requirement ? { requirement: chosen.requirement } : { tier: view().tier };
    const gaps = measure() === 'gap';
    colours.ask(
      '/coverage',
      { by, ...what, ...asked(), ...(gaps && { f: 'geojson' }) },
      async (answer) => {
        await board.ready;
        if (view().tab !== 'see') {
          return;
        }
        if (gaps) {
          choropleth.gaps(answer.features);
          legend.classes(title(), null);
        } else {
          choropleth.colour(answer.rows, by, measure());
          legend.classes(title(), choropleth.counts(answer.rows, measure()));
        }
        legend.accepted(chosen.requirement ? requirements.get(chosen.requirement).accepts : null);
      },
      (problem) => fail(problem, colour),
    );
  }

  function title() {
    const name = chosen.requirement
      ? short(requirements.get(chosen.requirement))
      : t('all_requirements');
    return `${t('tier_' + view().tier)} · ${name} · ${t('measure_' + measure())}`;
  }

  function limit(row) {
    if (!row.limit_m) {
      return t('by_presence');
    }
    return view().criterion === 'time' && row.limit_minutes
      ? t('within_minutes', { n: row.limit_minutes })
      : t('within', { m: row.limit_m });
  }

  function drawHeadline() {
    const requirement = chosen?.requirement ? requirements.get(chosen.requirement) : null;
    if (!chosen) {
      parts.headline.replaceChildren();
      return;
    }
    const main = requirement ? chosen.share : chosen.compliance;
    parts.headline.replaceChildren(
      el('h2', {}, requirement ? named(requirement) : t('all_requirements')),
      el(
        'p',
        { class: 'figure' },
        el('strong', { id: 'share' }, percent(main)),
        el('span', {}, requirement ? t('in_brackets', { what: t('covered_on_foot'), more: limit(chosen) }) : t('measure_compliance')),
      ),
      requirement
        ? el(
            'p',
            { class: 'figure lesser' },
            el('strong', { id: 'share-straight' }, percent(chosen.share_straight)),
            el('span', {}, t('covered_straight')),
          )
        : el(
            'p',
            { class: 'figure lesser' },
            el('strong', { id: 'share-complete' }, percent(chosen.share)),
            el('span', {}, t('in_brackets', { what: t('complete'), more: t('lower_tiers') })),
          ),
      bar(chosen, true),
      el(
        'p',
        { class: 'note' },
        [
          requirement && loss(chosen) > 0.005 ? t('walls_cost') : null,
          requirement
            ? chosen.facilities > 0
              ? t('facilities_n', { n: whole(chosen.facilities) })
              : t('none_there')
            : null,
          requirement ? t(requirement.obligation) : null,
          requirement && !requirement.verified ? t('unverified') : null,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    );
    say(`${requirement ? named(requirement) : t('all_requirements')} ${percent(main)}`);
  }

  /** Two dots on a line: on foot, and as the crow flies. */
  function bar(row, large = false) {
    const main = row.requirement ? row.share : row.compliance;
    const straight = row.requirement ? row.share_straight : null;
    const at = (share) => `${(100 * (share ?? 0)).toFixed(1)}%`;
    const from = Math.min(main ?? 0, straight ?? main ?? 0);
    const to = Math.max(main ?? 0, straight ?? main ?? 0);
    return el(
      'span',
      { class: large ? 'bar large' : 'bar', 'aria-hidden': 'true' },
      el('i', { class: 'reach', style: { width: at(main) } }),
      el('i', { class: 'lost', style: { left: at(from), width: at(to - from) } }),
      straight === null ? null : el('i', { class: 'dot hollow', style: { left: at(straight) } }),
      el('i', { class: 'dot', style: { left: at(main) } }),
    );
  }

  function drawList(list) {
    const entries = [whole_tier, ...list].filter(Boolean);
    parts.list.replaceChildren(
      ...entries.map((row) => {
        const requirement = requirements.get(row.requirement);
        const name = requirement ? short(requirement) : t('all_requirements');
        const main = requirement ? row.share : row.compliance;
        return el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'requirement',
              'data-requirement': row.requirement ?? 'all',
              'aria-pressed': String(row === chosen),
              title: requirement ? `${named(requirement)} · ${t(requirement.obligation)} · ${limit(row)}` : '',
              'aria-label': `${name} ${percent(main)}${requirement ? ` · ${t('measure_share_straight')} ${percent(row.share_straight)}` : ''}`,
              onclick: () => look({ req: row.requirement ?? 'all' }),
            },
            el('span', { class: 'name' }, name),
            bar(row),
            el('span', { class: 'number' }, percent(main)),
          ),
        );
      }),
    );
  }

  function drawChoices() {
    const now = view();
    const single = Boolean(chosen?.requirement);
    const measures = single ? ['share', 'share_straight', 'gap'] : ['compliance', 'gap'];
    parts.tiers.replaceChildren(
      choice(t('tier'), TIERS.map((tier) => [tier, t('tier_' + tier)]), now.tier, (tier) =>
        look({ tier, req: 'worst' }),
      ),
    );
    parts.choices.replaceChildren(
      el(
        'div',
        { class: 'line' },
        choice(t('measure'), measures.map((m) => [m, t('measure_' + m)]), measure(), (m) =>
          look({ measure: m }),
        ),
      ),
      el(
        'div',
        { class: 'line' },
        choice(t('by'), ['building', 'compound'].map((b) => [b, t('by_' + b)]), now.by, (by) => look({ by })),
        choice(
          t('criterion'),
          ['distance', 'time'].map((c) => [c, t('criterion_' + c)]),
          now.criterion,
          (criterion) => look({ criterion }),
        ),
      ),
      select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), now.group, (group) =>
        look({ group }),
      ),
    );
  }

  return {
    open(content) {
      parts.tiers = el('div', { id: 'tiers' });
      parts.headline = el('div', { id: 'headline' });
      parts.choices = el('div', { id: 'choices' });
      parts.list = el('ol', { id: 'requirements', class: 'plain' });
      content.append(
        parts.tiers,
        parts.headline,
        el('button', { type: 'button', id: 'which-wall', class: 'call', onclick: () => look({ tab: 'decide' }, true) }, t('which_wall')),
        parts.choices,
        el('h3', {}, t('requirements'), el('small', {}, t('sorted'))),
        el(
          'p',
          { class: 'key', 'aria-hidden': 'true' },
          el('i', { class: 'dot' }),
          t('walk_dot'),
          el('i', { class: 'dot hollow' }),
          t('straight_dot'),
        ),
        parts.list,
        reportLinks(),
      );
      load();
    },

    close() {
      tables.hangUp();
      colours.hangUp();
      choropleth.plain();
      legend.classes(null);
      legend.accepted(null);
    },

    async changed(names) {
      if (names.has('criterion') || names.has('group')) {
        load();
      } else if (names.has('tier')) {
        await loadTier();
        choose();
      } else if (names.has('req')) {
        choose();
      } else if (names.has('by') || names.has('measure')) {
        colour();
      }
      if (names.has('by') || names.has('measure')) {
        drawChoices();
      }
    },
  };
}
