// A plan for a budget: asked for, waited for, looked at, and opened as a scenario.

import { ask, baseAddress, Problem, write } from '../api.js';
import { el, select } from '../dom.js';
import { drawEdits, layerOf, learnChanged } from '../map/edits.js';
import { areaAddress, look, view } from '../view.js';
import { limits, makeLimits } from './limits.js';
import { decimal, language, named, percent, t, told, whole } from '../words.js';

const TEN_THOUSAND = 10000;
const OFTEN_MS = 700;

export function makePlan({ board, standard, say, fail }) {
  const parts = {};
  const more = makeLimits(board, fail);
  let asking = new AbortController(); // hangs up on a job that is no longer looked at
  let request = null; // the id of the job whose plan is drawn or waited for

  const walked = standard.requirements.filter((r) => r.judged_by === 'walk');
  const short = (requirement) => told(requirement, standard);
  const money = (yuan) => t('money', { n: decimal(yuan / TEN_THOUSAND, yuan < 100 * TEN_THOUSAND ? 2 : 0) });

  // ---- what is asked ----

  function form() {
    const now = view();
    const budget = el('input', {
      id: 'budget', type: 'number', min: 0.01, max: 1e8, step: 'any', required: true, inputmode: 'decimal',
      value: Number(now.budget) / TEN_THOUSAND,
      onchange: (event) => event.target.checkValidity() && look({ budget: String(Math.round(event.target.valueAsNumber * TEN_THOUSAND)) }),
    });
    const build = el('input', { id: 'build', type: 'checkbox', checked: now.build === 'true', onchange: (event) => look({ build: String(event.target.checked) }) });
    return el(
      'form',
      { class: 'stack', id: 'plan-form', onsubmit: (event) => (event.preventDefault(), start()) },
      el('label', { class: 'field', for: 'budget' }, el('span', {}, t('budget')), budget),
      select('requirement', t('plan_for'), [['all', t('all_of_them')], ...walked.map((r) => [r.id, short(r)])], now.req, (req) => look({ req })),
      select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), now.group, (group) => look({ group })),
      el('label', { class: 'tick', for: 'build' }, build, el('span', {}, t('plan_build'))),
      more.element,
      el('button', { type: 'submit', class: 'call', id: 'make-plan' }, t('make_plan')),
    );
  }

  function question() {
    const { budget, req, group, build } = view();
    return {
      budget_yuan: Number(budget),
      groups: [group],
      ...(walked.some((r) => r.id === req) && { requirements: [req] }),
      ...(build === 'false' && { kinds: [] }),
      ...limits(),
    };
  }

  async function start() {
    hangUp();
    clear();
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    try {
      const { json } = await write('POST', baseAddress() + '/plans', question());
      look({ job: json.jobID });
    } catch (problem) {
      parts.result.replaceChildren();
      fail(problem, start);
    }
  }

  // ---- what is waited for ----

  function hangUp() {
    asking.abort();
    asking = new AbortController();
    request = null;
  }

  function pause(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
  }

  async function follow() {
    const id = view().job;
    hangUp();
    clear();
    parts.result.replaceChildren();
    if (!id) {
      return;
    }
    request = id;
    const { signal } = asking;
    let waited = false;
    try {
      for (;;) {
        const job = await ask('/jobs/' + encodeURIComponent(id), {}, signal);
        if (signal.aborted) {
          return;
        }
        if (job.status === 'successful') {
          const plan = await ask(`/jobs/${encodeURIComponent(id)}/results`, {}, signal);
          await learnChanged(board, (plan.phases ?? []).flatMap((phase) => phase.changes));
          const drawing = drawPlan(plan, signal);
          if (waited) {
            parts.result.scrollIntoView({ block: 'start' });
          }
          await drawing;
          return;
        }
        if (job.status !== 'accepted' && job.status !== 'running') {
          parts.result.replaceChildren();
          if (job.status === 'failed') {
            throw new Problem(t('failed'), job.message);
          }
          return;
        }
        drawProgress(job);
        waited = true;
        await pause(OFTEN_MS);
        if (signal.aborted) {
          return;
        }
      }
    } catch (problem) {
      if (problem.name !== 'AbortError' && !signal.aborted) {
        parts.result.replaceChildren();
        fail(problem, problem.gone ? follow : undefined);
      }
    }
  }

  function drawProgress(job) {
    const bar = parts.result.querySelector('progress');
    const words = job.status === 'accepted' ? t('plan_waits') : job.gap === undefined ? t('computing') : t('plan_so_far', { n: percent(job.gap) });
    if (bar) {
      bar.value = job.progress ?? 0;
      parts.result.querySelector('#plan-state').textContent = words;
      return;
    }
    parts.result.replaceChildren(
      el('progress', { id: 'plan-progress', max: 100, value: job.progress ?? 0, 'aria-label': t('plan_progress') }),
      el('p', { class: 'note', id: 'plan-state' }, words),
      el('div', { class: 'line' }, el('button', { type: 'button', id: 'cancel-plan', onclick: cancel }, t('plan_cancel'))),
    );
  }

  async function cancel() {
    const id = request;
    hangUp();
    parts.result.replaceChildren();
    look({ job: '' });
    try {
      await write('DELETE', `${baseAddress()}/jobs/${encodeURIComponent(id)}`, null);
    } catch (problem) {
      fail(problem);
    }
  }

  // ---- what came of it ----

  async function drawPlan(plan, signal) {
    if (!plan.feasible && !plan.scenario) {
      parts.result.replaceChildren(el('p', { class: 'verdict no', id: 'plan-nothing' }, plan.reason));
      say(plan.reason);
      return;
    }
    const figure = (id, key, text) => el('div', {}, el('dt', {}, t(key)), el('dd', { id }, text));
    parts.result.replaceChildren(
      el(
        'dl',
        { class: 'figures' },
        figure('plan-gained', 'gained', whole(plan.residents_gained)),
        figure('plan-completed', 'completed', whole(plan.residents_completed)),
        figure('plan-cost', 'plan_cost', money(plan.cost_yuan)),
        figure('plan-gap', 'plan_gap', '≤ ' + percent(plan.gap)),
      ),
      el('p', { class: 'note' }, t('plan_gap_means'), plan.costs_verified ? '' : ' ' + t('cost_unverified')),
      plan.scenario
        ? el('button', { type: 'button', class: 'call', id: 'open-plan', onclick: () => look({ scenario: plan.scenario, job: '', tab: 'compare', pick: '' }, true) }, t('plan_open'))
        : '',
      el('h3', {}, t('phases'), el('small', {}, t('phases_order'))),
      el('ol', { class: 'plain phases', id: 'phases' }, plan.phases.map((phase, i) => entry(phase, i, plan.phases))),
      plan.owners.length > 0
        ? el('details', { id: 'plan-owners' }, el('summary', {}, t('plan_owners', { n: plan.owners.length })), el('p', { class: 'note' }, plan.owners.join(language() === 'zh' ? '、' : ', ')))
        : '',
      gains(plan),
      lifts(plan),
    );
    say(`${t('gained')} ${whole(plan.residents_gained)}, ${money(plan.cost_yuan)}`);
    if (plan.scenario) {
      const { changes } = await ask(`${areaAddress()}/scenarios/${encodeURIComponent(plan.scenario)}`, {}, signal);
      await board.ready;
      drawEdits(board, changes);
      parts.changes = changes;
    }
  }

  /** Where a work is on the map; what is built stands in the scenario. */
  function places(work) {
    const made = parts.changes?.find((change) => change.feature && (change.id ?? change.feature.id) === work.id);
    const there = layerOf(work) ? board.find(layerOf(work), work.id) : made?.feature;
    return there ? [there] : [];
  }

  function workName(work) {
    if (work.kind) {
      const kind = standard.kinds.find((k) => k.id === work.kind);
      return kind ? named(kind) : work.kind;
    }
    const feature = layerOf(work) && board.find(layerOf(work), work.id);
    return feature ? parts.facts.name(layerOf(work), feature) : work.id;
  }

  function entry(phase, i, phases) {
    const most = Math.max(...phases.map((p) => p.residents_gained), 1);
    const all = () => phase.changes.flatMap(places);
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          onmouseenter: () => board.mark('hover', all()),
          onmouseleave: () => board.mark('hover', []),
          onclick: () => {
            const there = all();
            if (there.length > 0) {
              board.goTo(there, 17.4);
              board.mark('picked', there);
            }
          },
        },
        el('i', { class: 'rank' }, String(i + 1)),
        el(
          'span',
          {},
          phase.changes.map((work) => el('span', { class: 'work' }, el('small', {}, t('do_' + work.type)), ` ${workName(work)}`)),
          el('span', { class: 'gain-bar', 'aria-hidden': 'true', style: { width: `${((100 * phase.residents_gained) / most).toFixed(1)}%` } }),
        ),
        el('span', { class: 'gain' }, el('b', {}, '+' + whole(phase.residents_gained)), el('small', {}, money(phase.cost_yuan))),
      ),
    );
  }

  function gains(plan) {
    const rows = plan.gains.filter((gain) => gain.residents_gained > 0).sort((a, b) => b.residents_gained - a.residents_gained);
    const requirement = new Map(standard.requirements.map((r) => [r.id, r]));
    return rows.length === 0
      ? ''
      : el(
          'details',
          { id: 'plan-gains', open: rows.length < 6 },
          el('summary', {}, t('plan_gains')),
          el('ul', { class: 'plain results' }, rows.map((gain) => el('li', {}, short(requirement.get(gain.requirement)), ' ', el('b', {}, '+' + whole(gain.residents_gained))))),
        );
  }

  /** Lifts have a purse of their own. */
  function lifts({ lifts: chosen }) {
    if (!chosen) {
      return '';
    }
    const figures = {
      n: chosen.changes.length,
      money: money(chosen.subsidy_yuan),
      gained: whole(chosen.residents_gained),
      out: whole(chosen.residents_released),
    };
    return el(
      'section',
      {},
      el('h3', {}, t('plan_lifts_head')),
      el('p', { class: 'note' }, chosen.changes.length > 0 ? t('plan_lifts_say', figures) : t('plan_lifts_none')),
      el(
        'ul',
        { class: 'plain results', id: 'plan-lifts-chosen' },
        chosen.changes.map((lift) =>
          el('li', {}, `${board.find('compounds', lift.compound_id)?.properties.name ?? lift.compound_id} · ${lift.id}`, ' ', el('b', {}, money(lift.subsidy_yuan))),
        ),
      ),
    );
  }

  function clear() {
    parts.changes = null;
    board.put('edits', []);
    board.mark('hover', []);
    board.mark('picked', []);
  }

  return {
    open(content, facts) {
      parts.facts = facts;
      parts.result = el('div', { id: 'plan' });
      more.open(facts);
      content.append(el('p', { class: 'lead' }, t('plan_intro')), form(), parts.result);
      follow();
    },
    close() {
      hangUp();
      clear();
    },
    changed(names) {
      more.changed(names, parts.facts);
      if (names.has('job')) {
        follow();
      }
    },
  };
}
