// Puts the page together: finds the area, draws its layers, opens the panel that is asked for.

import { ask, collection, onBusy } from './api.js';
import { el, select } from './dom.js';
import { makeDraft } from './draft.js';
import { makeBoard } from './map/board.js';
import { makeChoropleth } from './map/choropleth.js';
import { makePointer } from './map/pointer.js';
import { makeAsk } from './panels/ask.js';
import { makeChange } from './panels/change.js';
import { makeCompare } from './panels/compare.js';
import { makeDecide } from './panels/decide.js';
import { makeFacts } from './panels/facts.js';
import { makeFree } from './panels/free.js';
import { makeLedger } from './panels/ledger.js';
import { isOn, LAYERS, makeLegend } from './panels/legend.js';
import { makeSee } from './panels/see.js';
import { fail } from './notice.js';
import { areaAddress, look, lookIn, onLook, view } from './view.js';
import { language, speak, t, whole } from './words.js';

const TABS = ['see', 'ask', 'free', 'decide', 'change', 'compare', 'ledger'];
const WHOLE = ['compounds', 'units'];

const $ = (id) => document.getElementById(id);

/** Tells those who cannot see the map what it shows. */
function say(text) {
  $('spoken').textContent = text;
}

onBusy((inFlight) => {
  $('busy').hidden = inFlight === 0;
});

async function start() {
  speak(language());
  $('skip').textContent = t('skip');
  if (!globalThis.maplibregl) {
    fail({ title: t('failed'), detail: 'maplibre-gl' }, () => location.reload());
    return;
  }
  const font = document.fonts.load("16px 'LifeCircle Han'", '小区').catch(() => []);
  let lettered = false; // a machine's own font is there at once; ours may take a while on a slow line
  font.then(() => (lettered = true));
  const [palette, areas] = await Promise.all([
    fetch('/web/palette.json').then((answer) => answer.json()),
    ask('/areas'),
  ]);
  if (areaAddress() === '') {
    if (areas.areas.length === 0) {
      $('content').append(el('h2', {}, t('no_areas')), el('p', {}, t('no_areas_detail')));
      return;
    }
    lookIn('/areas/' + areas.areas[0].id);
  }
  const [landing, standard] = await Promise.all([ask(areaAddress()), ask(areaAddress() + '/standard')]);
  run(palette, areas.areas, landing, standard, lettered ? null : font);
}

/**
 * @param font that is still on its way; null when it is there
 */
function run(palette, areas, landing, standard, font) {
  let board;
  try {
    board = makeBoard($('map'), palette, landing.extent.spatial.bbox[0], landing.basemap, fail);
  } catch {
    fail({ title: t('no_webgl'), detail: '' });
    return;
  }
  const [, little, , , much] = palette.share.classes;
  document.documentElement.style.setProperty('--reach', much.colour);
  document.documentElement.style.setProperty('--lost', little.colour);
  const legend = makeLegend($('legend'), board, landing);
  const choropleth = makeChoropleth(board);
  const offers = (path) => landing.links.some((link) => new URL(link.href).pathname.endsWith(path));
  const draft = makeDraft(fail);
  const facts = makeFacts($('facts'), board, standard, offers, draft);
  const shared = { board, standard, choropleth, legend, say, fail, offers, draft };
  const panels = {
    see: makeSee(shared),
    ask: makeAsk(shared),
    free: makeFree(shared),
    decide: makeDecide(shared),
    change: makeChange(shared),
    compare: makeCompare(shared),
    ledger: makeLedger(shared),
  };
  let open = null;

  // ---- what is around the panel ----

  function masthead() {
    const other = language() === 'zh' ? 'en' : 'zh';
    const title = (area) => area.title_zh ?? area.title;
    const titled = language() === 'zh' ? landing.title_zh : landing.title_en;
    document.title = `${titled} · ${t('title')}`;
    $('masthead').replaceChildren(
      el('h1', {}, t('title'), el('small', {}, t('subtitle'))),
      el(
        'button',
        {
          type: 'button',
          id: 'language',
          lang: other === 'zh' ? 'zh-CN' : 'en',
          onclick: () => {
            speak(other);
            drawAll();
            $('language').focus();
          },
        },
        t('other_language'),
      ),
      areas.length > 1
        ? el(
            'label',
            { class: 'field', for: 'area' },
            el('span', { class: 'unseen' }, t('area')),
            el(
              'select',
              { id: 'area', onchange: (event) => location.assign('/areas/' + encodeURIComponent(event.target.value)) },
              areas.map((area) =>
                el('option', { value: area.id, selected: area.id === landing.id }, area.id === landing.id ? titled : title(area)),
              ),
            ),
          )
        : el('p', { id: 'area' }, titled),
      el('div', { id: 'scenario-choice' }),
    );
    scenarios();
    $('credits').replaceChildren(
      el('span', {}, `${t('attribution')}${t('colon')}${titled} · ${t('version', { v: landing.dataset_version })}`),
      landing.evidence === 'osm'
        ? el('a', { href: 'https://www.openstreetmap.org/copyright', rel: 'noopener noreferrer', target: '_blank' }, t('osm'))
        : '',
      landing.basemap ? el('span', { id: 'basemap-credit' }, landing.basemap.attribution) : '',
      landing.map_approval ? el('span', { id: 'map-approval' }, `${t('map_approval')}${t('colon')}${landing.map_approval}`) : '',
      el('a', { href: 'https://maplibre.org/', rel: 'noopener noreferrer', target: '_blank' }, 'MapLibre'),
    );
  }

  /** Which state is looked at: today's, or a scenario's. */
  async function scenarios() {
    let list = [];
    try {
      list = (await ask(areaAddress() + '/scenarios')).scenarios;
    } catch {
      // without the list, what is looked at can still be left
    }
    const { scenario } = view();
    if (scenario && !list.some(({ id }) => id === scenario)) {
      list.push({ id: scenario, name: draft.kept()?.name ?? scenario });
    }
    $('scenario-choice').replaceChildren(
      select(
        'scenario',
        t('scenario'),
        [['', t('today')], ...list.map(({ id, name }) => [id, name === id ? id : t('name_and_id', { name, id })])],
        scenario,
        (id) => look({ scenario: id, pick: '' }, true),
      ),
    );
    document.body.toggleAttribute('data-scenario', scenario !== '');
  }

  function tabs() {
    $('tabs').setAttribute('aria-label', t('tabs'));
    $('tabs').replaceChildren(
      ...TABS.map((tab) =>
        el(
          'button',
          {
            type: 'button',
            'data-tab': tab,
            'aria-current': view().tab === tab ? 'page' : null,
            onclick: () => look({ tab }, true),
          },
          t('tab_' + tab),
        ),
      ),
    );
  }

  function buttons() {
    const round = (id, sign, act) =>
      el('button', { type: 'button', id, title: t(id), 'aria-label': t(id), onclick: act }, sign);
    $('buttons').replaceChildren(
      round('zoom_in', '+', () => board.map.zoomIn()),
      round('zoom_out', '−', () => board.map.zoomOut()),
      round('whole', '⤢', () => board.whole()),
    );
  }

  function openPanel() {
    open?.close();
    open = panels[view().tab];
    $('content').replaceChildren();
    $('content').scrollTop = 0;
    document.body.dataset.tab = view().tab;
    open.open($('content'), facts);
  }

  function drawAll() {
    $('skip').textContent = t('skip');
    masthead();
    tabs();
    buttons();
    legend.draw();
    openPanel();
    pick();
  }

  // ---- layers that do not come as tiles: their names are written once, and lists tell them ----

  async function load(layer) {
    try {
      const features = await collection(layer);
      await board.ready;
      board.put(layer, features);
      legend.draw();
      if (view().pick.startsWith(layer + ':')) {
        pick();
      }
    } catch (problem) {
      fail(problem, () => load(layer));
    }
  }

  const fetched = new Map(); // layer -> when it is there

  function fetchOnce(layer) {
    if (!fetched.has(layer)) {
      fetched.set(layer, load(layer));
    }
    return fetched.get(layer);
  }

  function switchLayers() {
    for (const layer of LAYERS.filter((l) => l !== 'basemap' || landing.basemap)) {
      board.show(layer, isOn(layer));
      if (isOn(layer) && WHOLE.includes(layer)) {
        fetchOnce(layer);
      }
    }
  }

  async function boundary() {
    try {
      const area = await ask(areaAddress() + '/coverage', { by: 'area', f: 'geojson' });
      board.put('boundary', area.features.map((feature) => ({ ...feature, id: 'boundary' })));
    } catch (problem) {
      fail(problem, boundary);
    }
  }

  // ---- picking ----

  let pickedAt = '';

  async function pick() {
    const { pick: picked } = view();
    const [, layer, id] = picked.match(/^([a-z_]+):(.*)$/) ?? [];
    if (layer) {
      await board.learn(layer, [id]).catch((problem) => fail(problem, pick));
      if (view().pick !== picked) {
        return; // something else was meanwhile
      }
    }
    const feature = layer && board.find(layer, id);
    if (feature) {
      const point = feature.geometry?.type === 'Point' ? feature.geometry.coordinates.join(',') : '';
      facts.show(layer, feature, pickedAt || point);
    } else {
      facts.hide();
    }
  }

  // Questions go out at once; the answers wait for the map.
  fetchOnce('compounds');
  board.ready.then(() => {
    makePointer(board, facts, $('tip'), {
      clicked(place, layer, id) {
        if (open.clicked) {
          open.clicked(place, layer, id);
          return;
        }
        pickedAt = place;
        look({ pick: layer ? `${layer}:${id}` : '' });
      },
    });
    draft.onChange((what) => what === 'kept' && scenarios());
    draft.open();
    drawAll();
    switchLayers();
    font?.then(() => board.letterAnew());
    board.map.once('idle', boundary); // the whole area's coverage has it; other questions go first
    onLook((now, changed, from_address) => {
      if (from_address && changed.has('map')) {
        board.lookAt(now.map);
      }
      if (changed.has('scenario')) {
        draft.open().then((another) => {
          scenarios();
          if (another) {
            openPanel();
          }
        });
      }
      if (changed.has('tab')) {
        tabs();
        if (now.pick && !changed.has('pick')) {
          look({ pick: '' });
        }
        openPanel();
      } else {
        open.changed(changed);
      }
      if (changed.has('off') || changed.has('on')) {
        switchLayers();
        legend.draw();
      }
      if (changed.has('pick')) {
        pick();
      }
    });
    for (const restless of ['movestart', 'dataloading']) {
      board.map.on(restless, () => document.body.removeAttribute('data-ready'));
    }
    board.map.on('idle', () => document.body.setAttribute('data-ready', ''));
  });
}

start().catch((problem) => fail(problem, () => location.reload()));
