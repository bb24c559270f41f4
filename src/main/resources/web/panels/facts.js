// The facts of one feature, and what can be asked from where it stands.

import { el } from '../dom.js';
import { changeOf, keyOf } from '../draft.js';
import { isNamed, toggleNamed } from './limits.js';
import { look, view } from '../view.js';
import { decimal, language, metres, named, squareMetres, t, whole } from '../words.js';

const PEOPLE = (n) => whole(n);
const PLAIN = (v) => String(v);
const LIST = (v) => [v].flat().join(language() === 'zh' ? '、' : ', ');
const YES = (v) => t(v ? 'yes' : 'no');
const FIELDS = {
  id: ['编号', 'id', PLAIN],
  built_year: ['建成年份', 'built', PLAIN],
  households: ['户数', 'households', PEOPLE],
  residents: ['居民', 'residents', PEOPLE],
  residents_60_plus: ['60 岁及以上', 'aged 60 and over', PEOPLE],
  residents_under_6: ['6 岁以下', 'under 6', PEOPLE],
  gated: ['封闭管理', 'gated', YES],
  managed_by: ['管理单位', 'managed by', PLAIN],
  fee_rate: ['收费率', 'fee rate', (v) => decimal(v * 100, 0) + ' %'],
  fee_per_household_month: ['物业费（元/户·月）', 'fee (yuan a month)', (v) => decimal(v)],
  party_branch: ['党支部', 'party branch', PLAIN],
  compound_id: ['所在小区', 'compound', PLAIN],
  use: ['用途', 'use', PLAIN],
  floors: ['层数', 'floors', PEOPLE],
  units: ['单元数', 'stairwells', PEOPLE],
  kind: ['类别', 'kind', PLAIN],
  height_m: ['高度', 'height', (v) => decimal(v, 2) + ' m'],
  thickness_m: ['厚度', 'thickness', (v) => decimal(v, 2) + ' m'],
  owner: ['产权单位', 'owner', PLAIN],
  removable: ['可拆除', 'removable', YES],
  status: ['状态', 'status', PLAIN],
  demolished_on: ['拆除日期', 'taken down on', PLAIN],
  inferred: ['由小区边界推定', 'inferred from the outline', YES],
  part_of: ['原围墙', 'part of', PLAIN],
  access: ['通行', 'access', (v) => t('gate_' + v)],
  compound_ids: ['所属小区', 'compounds', PLAIN],
  width_m: ['宽度', 'width', (v) => decimal(v) + ' m'],
  hours: ['开放时间', 'hours', PLAIN],
  position: ['位置', 'position', PLAIN],
  floor_area_m2: ['建筑面积', 'floor area', squareMetres],
  land_area_m2: ['用地面积', 'land area', squareMetres],
  decision_id: ['处置文号', 'decision', PLAIN],
  protected: ['受保护', 'protected', YES],
  serves: ['服务对象', 'serves', PLAIN],
  capacity: ['容量', 'capacity', PEOPLE],
  origin: ['来源', 'origin', PLAIN],
  building_id: ['所在楼栋', 'building', PLAIN],
  unit: ['单元', 'stairwell', PLAIN],
  lift: ['电梯', 'lift', PLAIN],
  layer: ['图层', 'layer', (v) => t(v)],
  feature_id: ['要素', 'feature', PLAIN],
  code: ['问题', 'issue', PLAIN],
  action: ['处理', 'done', PLAIN],
  area_m2: ['可用新增用地', 'newly usable ground', squareMetres],
  footprint_m2: ['其中墙与违建占地', 'stood on by what goes', squareMetres],
  min_width_m: ['可用宽度', 'usable at', metres],
  walls: ['需拆围墙', 'walls to go', LIST],
  illegal_structures: ['需拆违建', 'structures to go', LIST],
  owners: ['涉及产权单位', 'owners', LIST],
  compounds: ['涉及小区', 'compounds', LIST],
};

/** Codes of closed vocabularies, in Chinese; in English their underscores go. */
const CODES = {
  compound: '小区围墙', retaining: '挡土墙', school: '学校围墙', rail: '铁路围墙', heritage: '文保围墙',
  standing: '现存', demolished: '已拆除', planned: '规划', ground: '地面', attached: '贴建', rooftop: '屋顶',
  residential: '住宅', commercial: '商业', public: '公众', existing: '现有', freed_space: '腾退用地',
  open: '开放', closed: '关闭', none: '无', level: '平层', half_landing: '错层', plaza: '广场', green: '绿地',
  yard: '院落', parking: '停车', water: '水体', closed_ground: '封闭用地', noted: '记录', repaired: '已修复',
  derived: '已推导', rejected: '已剔除', street: '街道', lane: '巷道', footway: '步道', crossing: '过街',
  steps: '台阶', ramp: '坡道', education: '教育', office: '办公', industrial: '工业',
};

function coded(value) {
  return language() === 'zh' ? (CODES[value] ?? value) : (value ?? '').replaceAll('_', ' ');
}

export function makeFacts(element, board, standard, offers, draft) {
  const kinds = new Map(standard.kinds.map((kind) => [kind.id, kind]));

  function kindName(id) {
    return kinds.has(id) ? named(kinds.get(id)) : coded(id);
  }

  /** What a feature is called. */
  function name(layer, feature) {
    const p = feature.properties;
    if (layer === 'issues') {
      return language() === 'zh' ? p.message_zh : p.message_en;
    }
    if (layer === 'gates') {
      return p.access ? t('gate_' + p.access) : t('new_gate', { wall: p.wall_id });
    }
    if (layer === 'facilities') {
      return p.name || kindName(p.kind);
    }
    if (layer === 'walls') {
      return `${t(p.removable === false ? 'wall_fixed' : 'wall_removable')} ${p.id}`;
    }
    return p.name || `${t(layer === 'freed' ? 'usable' : layer)} ${p.id}`;
  }

  /** What a feature is, in one line. */
  function about(layer, feature) {
    const p = feature.properties;
    const parts = {
      compounds: [t('compounds'), t('people', { n: whole(p.residents) })],
      buildings: [board.find('compounds', p.compound_id)?.properties.name, p.residents > 0 ? t('people', { n: whole(p.residents) }) : null],
      walls: [coded(p.kind), p.owner],
      gates: [p.width_m ? decimal(p.width_m) + ' m' : null],
      illegal_structures: [coded(p.position ?? ''), squareMetres(p.floor_area_m2)],
      facilities: [kindName(p.kind)],
      open_spaces: [coded(p.kind ?? '')],
      freed: [squareMetres(p.area_m2)],
    };
    return (parts[layer] ?? []).filter(Boolean).join(' · ');
  }

  function value(layer, key, given) {
    if (layer === 'facilities' && key === 'kind') {
      return kindName(given);
    }
    if (['compound_id', 'compound_ids', 'compounds'].includes(key)) {
      return LIST([given].flat().map((id) => board.find('compounds', id)?.properties.name ?? id));
    }
    const written = FIELDS[key][2](given);
    return FIELDS[key][2] === PLAIN ? coded(written) : written;
  }

  function rows(layer, feature) {
    const list = [];
    for (const [key, given] of Object.entries(feature.properties)) {
      const empty = given === null || given === '' || (Array.isArray(given) && given.length === 0);
      if (FIELDS[key] && !empty) {
        list.push(el('dt', {}, FIELDS[key][language() === 'zh' ? 0 : 1]), el('dd', {}, value(layer, key, given)));
      }
    }
    return list;
  }

  /** Has a plan do this, or leave it alone. */
  function forPlans(name, layer, feature) {
    const button = el('button', { type: 'button', 'data-plan': name }, t('plan_' + name));
    const mark = () => element.querySelectorAll('[data-plan]').forEach((b) => b.setAttribute('aria-pressed', String(isNamed(b.dataset.plan, layer, feature.id))));
    button.setAttribute('aria-pressed', String(isNamed(name, layer, feature.id)));
    button.addEventListener('click', () => {
      toggleNamed(name, layer, feature.id);
      mark();
    });
    return button;
  }

  /** Makes a change in the scenario that is open, or in a new one, and shows what follows. */
  function attempt(change) {
    if (!draft.changes().some((made) => keyOf(made) === keyOf(change))) {
      draft.toggle(change);
    }
    look({ tab: 'change', edit: 'take' }, true);
  }

  return {
    name,
    about,

    show(layer, feature, at) {
      board.mark('picked', [feature]);
      const ask = (changes) => look({ tab: 'ask', ...changes }, true);
      const change = changeOf(layer, feature);
      element.hidden = false;
      element.setAttribute('aria-label', name(layer, feature));
      element.replaceChildren(
        el(
          'header',
          {},
          el('h3', {}, name(layer, feature)),
          el('p', {}, about(layer, feature)),
          el('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => look({ pick: '' }) }, '×'),
        ),
        el('dl', {}, rows(layer, feature)),
        el(
          'footer',
          {},
          ...(change && change.type !== 'close_gate' && view().tab === 'decide' && view().decide === 'plan' ? ['must', 'never'].map((name) => forPlans(name, layer, feature)) : []),
          change && view().tab !== 'change'
            ? el('button', { type: 'button', id: 'try', onclick: () => attempt(change) }, t('try_' + change.type))
            : null,
          at ? el('button', { type: 'button', onclick: () => ask({ tool: 'reach', at }) }, t('from_here')) : null,
          at ? el('button', { type: 'button', onclick: () => ask({ tool: 'walk', from: at, to: '' }) }, t('walk_from')) : null,
          layer === 'buildings' && feature.properties.residents > 0 && offers('/explain')
            ? el('button', { type: 'button', onclick: () => ask({ tool: 'why', who: feature.id }) }, t('why_here'))
            : null,
        ),
      );
    },

    hide() {
      board.mark('picked', []);
      element.hidden = true;
      element.replaceChildren();
    },
  };
}
