// Everything the page says, in Chinese and in English, and how it writes numbers.

const KEPT = 'lifecircle.language';

const WORDS = {
  title: ['生活圈规划', 'LifeCircle'],
  subtitle: ['15 分钟生活圈', '15-minute life circles'],
  other_language: ['English', '中文'],
  skip: ['跳到地图', 'Skip to the map'],
  map: ['地图：方向键移动，加减键缩放', 'Map: arrow keys pan, plus and minus zoom'],
  area: ['研究范围', 'Study area'],
  residents: ['居民', 'residents'],
  people: ['{n} 人', '{n} people'],
  version: ['数据第 {v} 版', 'dataset version {v}'],
  zoom_in: ['放大', 'Zoom in'],
  zoom_out: ['缩小', 'Zoom out'],
  whole: ['看全区', 'Whole area'],
  close: ['关闭', 'Close'],
  retry: ['重试', 'Try again'],
  loading: ['正在载入 …', 'Loading …'],
  computing: ['正在计算 …', 'Computing …'],
  failed: ['出错了', 'Something went wrong'],
  server_gone: ['与服务器失去联系', 'The server does not answer'],
  server_gone_detail: ['恢复后会自动接着做', 'The page goes on by itself once it is back'],
  no_webgl: ['浏览器不支持 WebGL，无法显示地图', 'This browser has no WebGL, so there is no map'],
  no_areas: ['还没有研究范围', 'There is no study area yet'],
  no_areas_detail: [
    '用命令导入一个：./lifecircle import 名称 文件夹',
    'Import one: ./lifecircle import NAME FOLDER',
  ],

  tab_see: ['现状', 'See'],
  tab_ask: ['步行', 'Walk'],
  tab_free: ['腾退', 'Free'],
  tab_decide: ['决策', 'Decide'],
  tab_change: ['改动', 'Change'],
  tab_compare: ['对比', 'Compare'],
  tab_ledger: ['台账', 'Ledger'],
  tabs: ['要做什么', 'What to do'],

  tier: ['生活圈层级', 'Tier'],
  tier_15: ['15 分钟', '15 min'],
  tier_10: ['10 分钟', '10 min'],
  tier_5: ['5 分钟', '5 min'],
  tier_block: ['街坊', 'Block'],
  by: ['着色单位', 'Coloured by'],
  by_building: ['楼栋', 'Building'],
  by_compound: ['小区', 'Compound'],
  criterion: ['判定', 'Judged by'],
  criterion_distance: ['距离', 'Metres'],
  criterion_time: ['时间', 'Minutes'],
  group: ['人群', 'Walking as'],
  measure: ['地图显示', 'The map shows'],
  measure_share: ['步行可达', 'On foot'],
  measure_share_straight: ['直线距离', 'Straight line'],
  measure_compliance: ['达标项占比', 'Requirements met'],
  measure_gap: ['缺口人数', 'People left out'],
  in_brackets: ['{what}（{more}）', '{what} ({more})'],
  complete: ['全部达标', 'All requirements met'],
  all_requirements: ['本层级全部要求', 'All requirements of this tier'],
  lower_tiers: ['含以下各层级', 'lower tiers included'],
  covered_on_foot: ['的居民步行可达', 'of residents can walk there'],
  covered_straight: ['按直线距离计算', 'in a straight line'],
  walls_cost: ['差距来自围墙与绕行', 'The difference is walls and the way round them'],
  by_presence: ['看本小区内有无', 'judged by presence in one’s own compound'],
  within: ['{m} m 内', 'within {m} m'],
  within_minutes: ['{n} 分钟内', 'within {n} min'],
  facilities_n: ['现有 {n} 处', '{n} in place'],
  none_there: ['现状没有', 'none in place'],
  requirements: ['配建要求', 'Requirements'],
  sorted: ['按绕行造成的差距排序', 'Largest loss to walls first'],
  must: ['应配建', 'required'],
  should: ['宜配建', 'recommended'],
  may: ['按需配建', 'as needed'],
  walk_dot: ['步行', 'on foot'],
  straight_dot: ['直线', 'straight'],
  which_wall: ['哪堵墙最要紧？', 'Which wall matters most?'],
  unverified: ['限值尚未对照标准原文核实', 'limit not yet checked against the standard’s text'],

  legend: ['图例', 'Legend'],
  coverage: ['覆盖率', 'Coverage'],
  share_of: ['居民占比', 'share of residents'],
  no_data: ['无居民', 'no residents'],
  places: ['{n} 处', '{n}'],
  compounds: ['小区', 'Compounds'],
  buildings: ['楼栋', 'Buildings'],
  walls: ['围墙', 'Walls'],
  walls_fixed: ['不可拆围墙', 'Walls that stay'],
  walls_removable: ['可拆围墙', 'Removable walls'],
  wall_fixed: ['不可拆围墙', 'Wall that stays'],
  wall_removable: ['可拆围墙', 'Removable wall'],
  gates: ['出入口', 'Gates'],
  gate_public: ['公共出入口', 'Public gate'],
  gate_residents: ['居民出入口', 'Residents’ gate'],
  gate_closed: ['封闭出入口', 'Closed gate'],
  new_gate: ['在围墙 {wall} 上开门', 'New gate in wall {wall}'],
  illegal_structures: ['违建', 'Illegal structures'],
  paths: ['道路', 'Paths'],
  open_spaces: ['开敞空间', 'Open spaces'],
  facilities: ['设施', 'Facilities'],
  obstacles: ['障碍', 'Obstacles'],
  units: ['社区界线', 'Communities'],
  entrances: ['单元门', 'Entrances'],
  issues: ['数据问题', 'Data issues'],
  basemap: ['底图', 'Basemap'],
  closer_up: ['放大后可见', 'Seen closer up'],
  boundary: ['范围', 'Boundary'],
  category_education: ['教育文化', 'Learning'],
  category_care: ['养老托幼', 'Care'],
  category_health: ['医疗', 'Health'],
  category_sport: ['体育绿地', 'Sport, green'],
  category_service: ['公共服务', 'Public service'],
  category_commerce: ['商业', 'Commerce'],
  category_utility: ['市政交通', 'Utility, transport'],

  tools: ['问什么', 'What to ask'],
  tool_reach: ['能走多远', 'How far'],
  tool_walk: ['怎么走', 'Which way'],
  tool_why: ['为何不达标', 'Why not'],
  reach_hint: ['点击地图上任意一点', 'Click any place on the map'],
  reach_more: ['标记可以拖动', 'The marker can be dragged'],
  walk_hint_from: ['点击起点', 'Click where to start'],
  walk_hint_to: ['再点击终点', 'Now click where to go'],
  why_hint: ['点击一栋住宅', 'Click a residential building'],
  requirement: ['配建要求', 'Requirement'],
  is_covered: ['已达标', 'covered'],
  is_not_covered: ['未达标', 'not covered'],
  would_fix: ['只改一处就能达标', 'One change that would fix it'],
  nothing_fixes: ['没有哪一处单独改动能使其达标', 'No single change would'],
  then_longest: ['改后最远', 'then at most'],
  why_here: ['为何（未）达标', 'Why (not) covered'],
  use_centre: ['用地图中心', 'Use the map’s centre'],
  use_centre_from: ['以地图中心为起点', 'Start at the map’s centre'],
  use_centre_to: ['以地图中心为终点', 'End at the map’s centre'],
  clear: ['清除', 'Clear'],
  swap: ['对调', 'Swap'],
  direction: ['方向', 'Direction'],
  dir_out: ['从这里出发', 'From here'],
  dir_in: ['走到这里', 'To here'],
  minutes_n: ['{n} 分钟', '{n} min'],
  reached: ['可达范围', 'Ground reached'],
  picture: ['等时圈只是图示；人数以逐户步行距离计算', 'A picture only: people are counted by their own walks'],
  from_here: ['从这里能走多远', 'How far from here'],
  walk_from: ['从这里走', 'Walk from here'],
  walk_to: ['走到这里', 'Walk to here'],
  walked: ['步行距离', 'On foot'],
  straight: ['直线距离', 'Straight line'],
  takes: ['步行时间', 'Time'],
  gates_used: ['经过的出入口', 'Gates used'],
  no_gates: ['不经过出入口', 'No gate on the way'],
  forced_by: ['逼人绕行的障碍', 'What forces the detour'],
  forced_note: ['单独拆除任一项，这段路至少缩短 10 m；影响大者在前', 'Taking down any one shortens this walk by 10 m or more; most first'],
  not_forced: ['没有单独一处障碍逼人绕行 10 m 以上', 'No single barrier lengthens this walk by 10 m'],
  show: ['在地图上看', 'Show on the map'],

  free_intro_scenario: ['本方案拆除围墙与违建后，多出来的可用地', 'Ground that becomes usable once what this scenario takes down is down'],
  free_intro: ['拆除全部可拆围墙与违建后，多出来的可用地', 'Ground that becomes usable once all removable walls and illegal structures are down'],
  min_width: ['最小可用宽度', 'Usable at a width of'],
  usable: ['可用新增用地', 'newly usable ground'],
  footprint: ['墙与违建占地', 'stood on by walls and structures'],
  wall_length: ['拆墙长度', 'wall taken down'],
  floor_removed: ['拆违建筑面积', 'floor area removed'],
  pieces: ['地块（大者在前）', 'Pieces, largest first'],
  pieces_shown: ['列出前 {n} 块，共 {all} 块', 'first {n} of {all}'],
  piece_needs: ['需拆：墙 {w} 段、违建 {s} 处', 'takes {w} wall pieces, {s} structures'],
  no_pieces: ['这个宽度下没有新增用地', 'Nothing becomes usable at this width'],

  newly_usable: ['腾出多少地', 'How much ground'],
  could_stand: ['能建什么', 'What could stand there'],
  no_kind: ['选一类设施 …', 'Choose a kind …'],
  fits_true: ['放得下', 'It fits'],
  fits_false: ['放不下的原因', 'Why not'],
  none_fit: ['没有放得下的地方；“放不下的原因”说明为什么', 'It fits nowhere; “why not” tells the reasons'],
  kind_without_size: ['标准没有给出这类设施的用地指标', 'The standard gives this kind no size'],
  wide: ['宽 {n} m', '{n} m wide'],
  freed_share: ['新腾出占 {n}', '{n} newly freed'],
  cost: ['约 {n} 万元', 'about {n} × 10 000 yuan'],
  cost_unverified: ['造价未核实', 'costs not verified'],
  take_candidate: ['放进情景', 'Put into the scenario'],
  try_remove_wall: ['试着拆除', 'Try without it'],
  try_remove_structure: ['试着拆除', 'Try without it'],
  try_open_gate: ['试着开放', 'Try it open'],
  try_close_gate: ['试着关闭', 'Try it closed'],

  ledger_intro: ['改造项目的 28 项指标，逐项由带日期的记录算出；右侧是报道原文的数字，只作对照', 'The programme’s 28 figures, each computed from dated records; at the right what a newspaper printed, quoted only'],
  ledger_missing: ['本服务没有台账', 'This server has no ledger'],
  ledger_day: ['截至', 'As of'],
  ledger_quoted: ['引文来自 2023 年报道，说的是真实的西工区；示范区是虚构的，总数不可比', 'Quoted from a report of 2023 on the real Xigong; the demo is made up, so totals cannot match'],
  ledger_said: ['台账：{n} 项，截至 {day}', 'Ledger: {n} figures as of {day}'],
  ledger_show: ['在地图上看 {name}', 'Show {name} on the map'],
  ledger_records: ['依据 {n} 条记录', 'Rests on {n} records'],
  ledger_yuan: [' 元', ' yuan'],
  ledger_cost: ['{n} 万元', '{n} × 10,000 yuan'],
  ledger_unit_compounds: [' 个', ''],
  ledger_unit_lifts: [' 部', ''],
  ledger_unit_residents: [' 人', ''],
  ledger_unit_facilities: [' 处', ''],
  ledger_unit_units: [' 家', ''],
  ledger_unit_systems: [' 类', ''],
  ledger_unit_households: [' 户', ''],
  ledger_unit_people: [' 人', ''],
  ledger_unit_branches: [' 个', ''],
  ledger_unit_places: [' 个', ''],
  works_title: ['小区改造进度', 'Works in compounds'],
  phase_planned: ['已计划', 'planned'],
  phase_under_way: ['施工中', 'under way'],
  phase_done: ['已完工', 'done'],
  no_works: ['没有改造项目', 'no works'],
  ledger_lifts: ['加装电梯（一梯一策）', 'Lifts, a plan for each'],
  lift_level: ['平层入户', 'to the flats’ doors'],
  lift_half_landing: ['错半层', 'between floors'],
  lift_stage_not_yet: ['尚未提出', 'not yet'],
  lift_stage_wished: ['已提出', 'wished for'],
  lift_stage_voting: ['表决中', 'voting'],
  lift_stage_not_passed: ['表决未通过', 'voted down'],
  lift_stage_voted: ['已表决', 'voted'],
  lift_stage_approved: ['已批准', 'approved'],
  lift_stage_under_way: ['施工中', 'under way'],
  lift_stage_registered: ['已登记使用', 'registered'],
  lift_money: ['造价 {cost}，补助 市 {city}、区 {district}，业主分摊 {net}', 'cost {cost}; subsidy: city {city}, district {district}; owners {net}'],
  lift_floor: ['{n} 层', 'floor {n}'],
  lift_floor_head: ['楼层', 'Floor'],
  lift_flats: ['户', 'Flats'],
  lift_pays: ['分摊', 'Together pay'],
  lift_sunroom: ['首层补偿：阳光房 {m2} m²，{yuan}，批准文号 {no}', 'For the ground floor: a sunroom of {m2} m², {yuan}, approval {no}'],
  lift_way_down: ['七旬老人下楼', 'Way down at 70'],
  lift_gains: ['对生活圈的影响（门到门）：按七旬老人步速新增达标 {n} 人×项；按乘轮椅者计 {out} 人由不能出门变为可以出门', 'What it does to the circle, door to door: at the pace of 70 years {n} residents × requirements gained; on wheels {out} people can get out who could not'],
  lift_try: ['在情景中试着加装或撤回', 'Try it in a scenario, or take it back'],
  vote_open: ['表决自 {day} 起，尚未截止', 'The vote is open since {day}'],
  vote_lawful: ['表决通过（{day}，《民法典》第二百七十八条）', 'Voted for ({day}, Civil Code art. 278)'],
  vote_fails: ['表决未通过（{day}，《民法典》第二百七十八条）', 'Not voted for ({day}, Civil Code art. 278)'],
  vote_sums: ['：{all} 户中 {took} 户参与，{yes} 户同意，占参与面积 {area}', ': {took} of {all} households took part, {yes} agreed, with {area} of the area'],
  vote_few: ['；不足 10 户，不公布票数', '; fewer than 10 took part, so no numbers are told'],
  lift_lawful: ['手续齐备', 'Nothing is missing'],
  lift_missing: ['尚缺', 'Still missing'],
  lift_fits: ['地图上放得下', 'There is room on the map'],
  lift_fits_not: ['地图上放不下', 'There is no room on the map'],

  decide_intro: ['逐一打开每段可拆围墙、封闭或居民出入口、违建，看谁受益', 'Each removable wall, closed or residents’ gate and structure opened on its own: who gains'],
  decide_missing: ['本服务还不能排名。可在“步行”里点两处，看是哪堵墙逼人绕行。', 'This server cannot rank yet. In “Walk”, click two places to see which wall forces the detour.'],
  openings_for: ['按此要求排名', 'Ranked for'],
  all_of_them: ['全部要求', 'all requirements'],
  gained: ['人次新达标', 'resident × requirement pairs gained'],
  completed: ['人全部达标', 'people fully served'],
  saved: ['节省 {n}', '{n} saved'],
  no_openings: ['单独打开任何一处都没有人新达标；可能要两处一起开', 'No single opening covers anybody new; two together may'],

  decide_rank: ['哪堵墙最要紧', 'Which wall matters'],
  decide_plan: ['有多少钱，先做什么', 'A plan for a budget'],
  plan_intro: ['给一笔预算，算出先拆哪些墙、开哪些门、建什么，让最多的人达标', 'With so much money: which walls go, which gates open and what is built first, so that most people gain'],
  budget: ['预算（万元）', 'Budget (10 000 yuan)'],
  plan_for: ['为了哪项要求', 'To meet'],
  plan_build: ['也可在腾退空间上新建设施', 'Facilities may be built on freed ground'],
  plan_limits: ['更多条件', 'More conditions'],
  plan_limits_n: ['（已设 {n} 项）', '({n} set)'],
  plan_agreed: ['只用产权人已同意的围墙、出入口与违建', 'Only what its owners have agreed to'],
  plan_wishes: ['居民意见多的设施优先（10 户以上）', 'Weigh what residents wish for (ten households or more)'],
  plan_lifts: ['电梯补助（万元）', 'Lift subsidies (10 000 yuan)'],
  plan_lift_type: ['电梯停靠', 'Lifts stop'],
  plan_most: ['每个小区新设施至多', 'New facilities a compound'],
  plan_each: ['每个小区花费至多（万元）', 'Spent a compound (10 000 yuan)'],
  plan_apart: ['同类新设施间距至少（m）', 'New ones of a kind apart (m)'],
  plan_no_limit: ['不设', 'none'],
  plan_name_hint: ['点地图上的围墙、出入口或违建，可指定必须做或不得动', 'Click a wall, gate or structure on the map to have it done, or left alone'],
  plan_must: ['必须做', 'Has to be done'],
  plan_never: ['不得动', 'Is left alone'],
  plan_lifts_head: ['加装电梯', 'Lifts'],
  plan_lifts_none: ['按所选人群，没有电梯能让更多人达标；可改选老年人或乘轮椅者', 'At the pace of this group no lift helps anybody; try older people or a wheelchair'],
  plan_lifts_say: ['{n} 部，补助 {money}；新增达标 {gained} 人次，{out} 人由不能出门变为可以出门', '{n} lifts, subsidies of {money}; {gained} residents × requirements gained, {out} people can get out who could not'],
  make_plan: ['做方案', 'Make the plan'],
  plan_waits: ['排队中 …', 'Waiting for its turn …'],
  plan_progress: ['方案进度', 'Progress of the plan'],
  plan_so_far: ['正在计算 … 目前与最优至多相差 {n}', 'Computing … so far at most {n} from the best'],
  plan_cancel: ['取消', 'Give it up'],
  plan_cost: ['花费', 'it costs'],
  plan_gap: ['与最优方案相差', 'from the best plan'],
  plan_gap_means: ['“相差”是已证明的上限：不存在比这更好很多的方案。', 'The distance is proven: no plan within this budget is better by more.'],
  plan_open: ['打开为情景，看前后对比', 'Open as a scenario and compare'],
  phases: ['分期', 'Phases'],
  phases_order: ['每元受益人次多者在前', 'most gained per yuan first'],
  plan_owners: ['须征得 {n} 家产权单位同意', '{n} owners have to agree'],
  plan_gains: ['各项要求新达标人数', 'Newly served, by requirement'],
  money: ['{n} 万元', '{n} × 10 000 yuan'],

  scenario: ['情景', 'Scenario'],
  today: ['现状（不改）', 'Today, unchanged'],
  new_scenario: ['新情景', 'New scenario'],
  copy: ['副本', 'copy'],
  scenario_name: ['情景名称', 'Name of the scenario'],
  change_intro: ['在地图上试：拆墙、开门、画设施，数字随即更新。每一步都已存为情景，可撤销。', 'Try it on the map: take down, open, draw; the figures follow. Every step is kept and can be undone.'],
  edit_take: ['拆 / 开', 'Take down'],
  edit_facility: ['设施', 'Facility'],
  edit_gate: ['开门', 'Gate'],
  edit_path: ['步道', 'Path'],
  edit_reach: ['等时圈', 'Reach'],
  edit_hint_take: ['点围墙或违建：拆除；点出入口：开放或关闭；再点一次：还原', 'Click a wall or structure to take it down, a gate to open or close it; again to take that back'],
  edit_hint_facility: ['点击设施所在的位置', 'Click where the facility shall stand'],
  edit_hint_gate: ['点击要开门的围墙', 'Click the wall that gets a gate'],
  edit_hint_path: ['逐点点击，回车或“完成”结束，Esc 放弃', 'Click point by point; Enter or “Finish” ends, Esc gives up'],
  edit_hint_reach: ['点击起点；每次改动后等时圈随之更新', 'Click a place; its reach follows every change'],
  wall_stays: ['这段围墙不可拆', 'This wall has to stay'],
  kind: ['设施类别', 'Kind'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  finish: ['完成', 'Finish'],
  take_back: ['还原', 'Take back'],
  changes: ['改动清单', 'Changes'],
  changes_n: ['{n} 项', '{n}'],
  no_changes: ['还没有改动', 'No changes yet'],
  do_remove_wall: ['拆墙', 'Take down'],
  do_remove_structure: ['拆违', 'Take down'],
  do_remove_facility: ['撤销设施', 'Give up'],
  do_move_facility: ['迁址', 'Move'],
  do_open_gate: ['开放', 'Open'],
  do_close_gate: ['关闭', 'Close'],
  do_add_gate: ['新开门', 'New gate'],
  do_add_wall: ['新建墙', 'New wall'],
  do_add_path: ['新步道', 'New path'],
  do_add_facility: ['新设施', 'New'],
  do_retrofit_lift: ['加装电梯', 'New lift'],
  effects: ['带来的变化', 'What follows'],
  effects_n: ['{n} 项要求有变化', '{n} requirements change'],
  no_effects: ['没有人因此新达标，也没有人失去', 'Nobody gains by it and nobody loses'],
  save: ['情景', 'Scenario'],
  save_name: ['命名', 'Name it'],
  save_as: ['另存为', 'Save a copy'],
  delete: ['删除', 'Delete'],
  kept_note: ['每次改动都已保存', 'Every change has been kept'],
  not_kept_note: ['第一次改动时自动新建情景', 'The first change starts a new scenario'],
  conflict: ['他人刚改过这个情景', 'Somebody else has changed this scenario'],
  conflict_gone: ['这个情景已被他人删除', 'Somebody else has deleted this scenario'],
  conflict_theirs: ['现在存的是（{n} 项）：', 'What is kept now ({n}):'],
  conflict_ours: ['你想存的是（{n} 项，尚未保存）：', 'What you wanted ({n}, not kept yet):'],
  settle_both: ['两边都要', 'Keep both'],
  settle_theirs: ['用他人的', 'Take theirs'],
  settle_copy: ['另存我的', 'Save mine apart'],
  settle_gone: ['放弃', 'Give up'],
  unchanged: ['不变', 'unchanged'],

  compare_intro: ['与现状相比，这个情景让谁受益、谁受损', 'Who gains and who loses by this scenario, against today'],
  compare_pick: ['先在上方选一个情景，或到“改动”里做一个。', 'Choose a scenario above, or make one under “Change”.'],
  show_difference: ['差异', 'Difference'],
  show_before: ['现状', 'Before'],
  show_after: ['情景', 'After'],
  show_swipe: ['卷帘', 'Swipe'],
  shown: ['地图显示', 'The map shows'],
  rows_requirement: ['按要求', 'By requirement'],
  rows_compound: ['按小区', 'By compound'],
  gained_people: ['新达标', 'newly served'],
  lost_people: ['失去', 'no longer served'],
  people_changed: ['人数', 'people'],
  before_dot: ['现状', 'before'],
  after_dot: ['情景', 'after'],
  difference: ['达标率变化', 'Change of share'],
  download: ['下载', 'Download'],
  qgisServer: ['QGIS 工程，联机读取本服务', 'QGIS project that reads this server'],
  qgisFile: ['QGIS 离线', 'QGIS offline'],
  qgisFileAbout: ['QGIS 工程，数据随文件', 'QGIS project with its data in it'],
  report: ['规划报告', 'Report'],
  print: ['打印', 'Print'],
  copy_link: ['复制链接', 'Copy link'],
  copied: ['已复制', 'Copied'],
  swipe: ['现状与情景的分界', 'Where before ends and after begins'],
  only_changed: ['只列有变化的', 'changed ones only'],
  other_requirements: ['其余 {n} 项要求不变', '{n} other requirements, unchanged'],
  printed_on: ['打印于 {date}', 'Printed on {date}'],
  others_unchanged: ['其余 {n} 个小区不变', '{n} other compounds, unchanged'],
  none_changed: ['没有变化', 'Nothing changes'],

  nothing: ['—', '—'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  coverage_here: ['此处覆盖', 'Coverage here'],
  untitled: ['未命名', 'unnamed'],
  colon: ['：', ': '],
  name_and_id: ['{name}（{id}）', '{name} ({id})'],
  attribution: ['数据', 'Data'],
  osm: ['© OpenStreetMap 贡献者', '© OpenStreetMap contributors'],
  map_approval: ['审图号', 'Map approval no.'],
  issue_of: ['{layer} {id}', '{layer} {id}'],
};

let chosen = kept();

function kept() {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh'; // a browser that keeps nothing still shows the map
  }
}

export function language() {
  return chosen;
}

export function speak(other) {
  chosen = other;
  try {
    localStorage.setItem(KEPT, other);
  } catch {
    // as above
  }
  document.documentElement.lang = other === 'zh' ? 'zh-CN' : 'en';
}

/** The words for a key; what stands in braces is filled in. */
export function t(key, values = {}) {
  const pair = WORDS[key];
  if (!pair) {
    return key;
  }
  return pair[chosen === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Of something that carries both, the name in our language. */
export function named(thing) {
  return (chosen === 'zh' ? thing.name_zh : thing.name_en) || thing.name_zh || thing.id;
}

/** A name without what stands in brackets. */
export function short(thing) {
  return named(thing).split(/[（(]/)[0].trim();
}

/** What a requirement is called among those of a standard; where tiers ask for the same, with the tier. */
export function told(requirement, { requirements }) {
  const name = short(requirement);
  return requirements.some((r) => r.id !== requirement.id && short(r) === name)
    ? t('name_and_id', { name, id: t('tier_' + requirement.tier) })
    : name;
}

function numbers(options) {
  return new Intl.NumberFormat(chosen === 'zh' ? 'zh-CN' : 'en-GB', options);
}

export function whole(number) {
  return number === null || number === undefined ? t('nothing') : numbers({ maximumFractionDigits: 0 }).format(number);
}

export function decimal(number, digits = 1) {
  return number === null || number === undefined
    ? t('nothing')
    : numbers({ maximumFractionDigits: digits }).format(number);
}

/** Today, written out. */
export function today() {
  return new Intl.DateTimeFormat(chosen === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' }).format(new Date());
}

export function percent(share) {
  return share === null || share === undefined
    ? t('nothing')
    : numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);
}

export function metres(number) {
  return number === null || number === undefined ? t('nothing') : whole(number) + ' m';
}

export function squareMetres(number) {
  if (number === null || number === undefined) {
    return t('nothing');
  }
  return number >= 100000
    ? numbers({ maximumFractionDigits: 1 }).format(number / 10000) + ' ha'
    : numbers({ maximumFractionDigits: number < 100 ? 1 : 0 }).format(number) + ' m²';
}

/** A stretch of time, from seconds. */
export function duration(seconds) {
  const zh = chosen === 'zh';
  if (seconds >= 36000) {
    return whole(seconds / 3600) + (zh ? ' 小时' : ' h');
  }
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  const parts = [];
  if (minutes > 0) {
    parts.push(minutes + (zh ? ' 分' : ' min'));
  }
  if (rest > 0 || minutes === 0) {
    parts.push(rest + (zh ? ' 秒' : ' s'));
  }
  return parts.join(' ');
}
