// Questions about walking: how far, which way, why not. Each tool knows what to ask and how to draw
// the answer; here are the controls they share, and the pins.

import { line } from '../api.js';
import { choice, el, quietly, select } from '../dom.js';
import { look, view } from '../view.js';
import { named, short, t } from '../words.js';
import { learnBarriers } from './barriers.js';
import { reach } from './reach.js';
import { route } from './route.js';
import { why } from './why.js';

const TOOLS = { reach, walk: route, why };

export function makeAsk({ board, standard, legend, say, fail, offers }) {
  const answers = line();
  const pins = {
    at: board.pin('', (place, done) => moved('at', place, done)),
    from: board.pin('A', (place, done) => moved('from', place, done)),
    to: board.pin('B', (place, done) => moved('to', place, done)),
  };
  const parts = {};
  const tools = Object.keys(TOOLS).filter((tool) => tool !== 'why' || offers('/explain'));
  const soon = quietly(250, (changes) => view().tab === 'ask' && look(changes));

  /** While a pin is dragged the answer follows, but one question at a time. */
  function moved(name, place, done) {
    if (done) {
      look({ [name]: place });
    } else {
      soon({ [name]: place });
    }
  }

  function forget() {
    board.clear('isochrones');
    board.clear('walk');
    for (const role of ['forced', 'asked', 'hover']) {
      board.mark(role, []);
    }
  }

  function tool() {
    return tools.includes(view().tool) ? view().tool : 'reach';
  }

  /** The requirement that is asked about: one that is walked to or looked for, never a whole tier. */
  function requirement() {
    const known = standard.requirements.find((r) => r.id === view().req && r.judged_by !== 'rate');
    return (known ?? standard.requirements.find((r) => r.tier === view().tier && r.judged_by !== 'rate'))?.id;
  }

  function place() {
    const { at, from, to, who } = view();
    pins.at.at(tool() === 'reach' ? at : '');
    pins.from.at(tool() === 'walk' ? from : '');
    pins.to.at(tool() === 'walk' ? to : '');
    const mark = () => {
      const building = parts.open && tool() === 'why' && board.find('buildings', view().who);
      board.mark('asked', building ? [building] : []);
    };
    mark();
    if (tool() === 'why' && who) {
      board.learn('buildings', [who]).then((learned) => learned && mark(), fail);
    }
  }

  function run() {
    const asked = TOOLS[tool()];
    const now = { ...view(), req: requirement() };
    place();
    drawControls();
    const missing = asked.missing(now);
    if (missing) {
      answers.hangUp();
      forget();
      place();
      parts.result.replaceChildren(el('p', { class: 'hint' }, t(missing)));
      return;
    }
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    const [path, parameters] = asked.question(now);
    answers.ask(
      path,
      parameters,
      async (answer) => {
        await board.ready;
        if (parts.open) {
          forget();
          place();
          const { shown, said } = asked.draw(answer, { board, facts: parts.facts });
          parts.result.replaceChildren(...shown.filter(Boolean));
          say(said);
        }
      },
      failed,
      (answer) => learnBarriers(board, asked.names(answer)),
    );
  }

  function failed(problem) {
    forget();
    place();
    parts.result.replaceChildren(
      el('div', { class: 'problem' }, el('strong', {}, problem.title), el('p', {}, problem.detail)),
    );
    say(problem.title);
    if (problem.gone) {
      fail(problem, run);
    }
  }

  function button(key, changes) {
    return el('button', { type: 'button', 'data-do': key, onclick: () => look(changes()) }, t(key));
  }

  function controls() {
    const now = view();
    switch (tool()) {
      case 'reach':
        return [
          el(
            'div',
            { class: 'line' },
            choice(t('direction'), ['out', 'in'].map((d) => [d, t('dir_' + d)]), now.dir, (dir) => look({ dir })),
          ),
          el(
            'div',
            { class: 'line' },
            button('use_centre', () => ({ at: board.centre() })),
            now.at ? button('clear', () => ({ at: '' })) : null,
          ),
        ];
      case 'walk':
        return [
          el(
            'div',
            { class: 'line' },
            button('use_centre_from', () => ({ from: board.centre() })),
            button('use_centre_to', () => ({ to: board.centre() })),
            now.from && now.to ? button('swap', () => ({ from: view().to, to: view().from })) : null,
            now.from || now.to ? button('clear', () => ({ from: '', to: '' })) : null,
          ),
        ];
      default:
        return [
          select(
            'requirement',
            t('requirement'),
            standard.requirements
              .filter((r) => r.judged_by !== 'rate')
              .map((r) => [r.id, `${t('tier_' + r.tier)} · ${short(r)}`]),
            requirement(),
            (req) => look({ req }),
          ),
        ];
    }
  }

  function drawControls() {
    const focused = document.activeElement?.dataset?.do ?? document.activeElement?.dataset?.value;
    parts.controls.replaceChildren(
      choice(t('tools'), tools.map((name) => [name, t('tool_' + name)]), tool(), (name) => look({ tool: name })),
      select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), view().group, (group) => look({ group })),
      ...controls(),
    );
    if (focused) {
      parts.controls.querySelector(`[data-do="${focused}"],[data-value="${focused}"]`)?.focus();
    }
  }

  return {
    open(content, facts) {
      parts.open = true;
      parts.facts = facts;
      parts.controls = el('div', { id: 'choices' });
      parts.result = el('div', { id: 'result' });
      content.append(parts.controls, parts.result);
      legend.classes(null);
      run();
    },

    close() {
      parts.open = false;
      answers.hangUp();
      forget();
      Object.values(pins).forEach((pin) => pin.at(''));
    },

    changed(names) {
      const asked = ['tool', 'at', 'from', 'to', 'dir', 'group', 'who', 'req', 'criterion'];
      if (asked.some((name) => names.has(name))) {
        run();
      }
    },

    /** A click on the map asks. */
    clicked(where, layer, id) {
      look(TOOLS[tool()].clicked(where, layer, id));
    },
  };
}
