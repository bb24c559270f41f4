#!/usr/bin/env python3
"""The records of the demo's renewal programme: what was wished, voted, agreed, built and paid, all invented.

Reads the layers that make_xigong.py has written, and writes records/programme.json: Python 3, standard library,
nothing random, the same bytes every time. Names of people are pseudonyms of two heavenly stems and a number.

    python3 make_records.py
"""

import json
import math
from pathlib import Path

HERE = Path(__file__).parent
STEMS = "甲乙丙丁戊己庚辛壬癸"
CASE, FEES = "c-xigongdi", "c-30"
# Stairwells without room for a shaft that would be approved here, and the nearest that has it (LiftFit says which).
NEXT_DOOR = {"e-0232-1": "e-0233-1", "e-0266-1": "e-0267-1"}


def layer(name):
    features = json.loads((HERE / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {f["properties"]["id"]: f for f in features}


COMPOUNDS, BUILDINGS, ENTRANCES = layer("compounds"), layer("buildings"), layer("entrances")
WALLS, STRUCTURES, PARCELS = layer("walls"), layer("illegal_structures"), layer("parcels")


def pseudonym(n):
    return f"住户{STEMS[n % 10]}{STEMS[n // 10 % 10]}{n:03d}"


def plane(p):
    """Metres about the middle of the district; good to a millimetre a hundred metres, for choosing only."""
    return (p[0] - 112.43) * 111320 * math.cos(math.radians(34.67)), (p[1] - 34.67) * 110940


def length(feature):
    points = [plane(p) for p in feature["geometry"]["coordinates"]]
    return sum(math.dist(a, b) for a, b in zip(points, points[1:]))


def area(feature):
    ring = [plane(p) for p in feature["geometry"]["coordinates"][0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def inside(point, feature):
    x, y = point
    odd = False
    ring = feature["geometry"]["coordinates"][0]
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            odd = not odd
    return odd


def middle(feature):
    ring = feature["geometry"]["coordinates"]
    ring = ring[0] if isinstance(ring[0][0], list) else ring
    return [sum(p[k] for p in ring) / len(ring) for k in (0, 1)]


def between(compound):
    """Walls of which the middle is well inside: those between yards."""
    home = COMPOUNDS[compound]
    found = []
    for wall in WALLS.values():
        a, b = wall["geometry"]["coordinates"][0], wall["geometry"]["coordinates"][-1]
        mid = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
        step = 0.00002
        around = [(mid[0] + dx, mid[1] + dy) for dx in (-step, step) for dy in (-step, step)]
        if wall["properties"].get("removable", True) and all(inside(p, home) for p in around):
            found.append(wall)
    return found


def beside(thing, line):
    """How far the middle of a thing is from the middle line of a path, roughly."""
    (ax, ay), (bx, by) = (plane(line["geometry"]["coordinates"][k]) for k in (0, -1))
    x, y = plane(middle(thing))
    t = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
    return math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))


def sheds(compound):
    return [s for s in STRUCTURES.values() if inside(middle(s), COMPOUNDS[compound])]


def until(things, size, least):
    """The first few whose sizes together come to so much."""
    chosen, total = [], 0
    for thing in things:
        if total >= least:
            break
        chosen.append(thing)
        total += size(thing)
    return chosen


def gone(kind, things, day):
    return [dict(layer=kind, id=t["properties"]["id"], demolished_on=day) for t in things]


def item(key, cls, title, planned, started=None, done=None, **more):
    dates = dict(planned_on=planned, started_on=started, done_on=done)
    return dict(id=key, **{"class": cls}, title=title, **{k: v for k, v in dates.items() if v}, **more)


def works():
    lane = layer("paths")["p-xigongdi-lane"]
    inner = sorted(between(CASE), key=lambda w: (beside(w, lane) > 6, w["properties"]["id"]))
    walls = until(inner, length, 1215)
    squeeze = [s for s in sheds(CASE) if s["properties"]["position"] == "ground"]
    squeeze.sort(key=lambda s: (beside(s, lane) > 6, s["properties"]["owner"].startswith("住户"), -area(s)))
    structures = until(squeeze, area, 1520)
    systems = (("heating", "供热管网"), ("sewage", "污水管网"), ("rain", "雨水管网"), ("power", "强电入地"), ("low_current", "弱电入地"), ("telecom", "通信管道"))
    here = [round(c, 7) for c in middle(COMPOUNDS[CASE])]
    near = lambda dx, dy: [round(here[0] + dx, 7), round(here[1] + dy, 7)]
    case = dict(id="k-xigongdi", name="西工地改造", compound_ids=[CASE], items=[
        item("walls", "improve", "拆除院墙", "2021-11-01", "2022-03-01", "2022-05-31", cost_yuan=221400,
             removes=gone("walls", walls, "2022-04-20")),
        item("structures", "improve", "拆除违建", "2021-11-01", "2022-03-01", "2022-05-31", cost_yuan=184900.5,
             removes=gone("illegal_structures", structures, "2022-04-28")),
        item("lane", "basic", "打通消防通道", "2022-01-10", "2022-06-01", "2022-09-15", cost_yuan=312000,
             lanes=[dict(path_id="p-xigongdi-lane", width_m=7.0)]),
        *(item(f"u-{key.replace('_', '-')}", "basic", title, "2022-01-10", "2022-06-10", f"2022-{8 + i // 2:02d}-20", system=key, cost_yuan=150000 + 10000 * i)
          for i, (key, title) in enumerate(systems)),
        item("heat", "basic", "换热站", "2022-01-10", "2022-07-01", "2022-10-31", cost_yuan=860000,
             builds=[dict(id="n-heat", kind="heat_station", origin="freed_space", area_m2=62, at=near(0.0004, 0.0001), opened_on="2022-11-01")]),
        item("garden", "improve", "小游园", "2022-01-10", "2022-07-01", "2022-11-30", cost_yuan=70000,
             builds=[dict(id="n-garden", kind="micro_garden", origin="freed_space", area_m2=200, at=near(-0.0003, 0.0002), opened_on="2022-12-01")]),
        item("plaza", "improve", "小广场", "2022-01-10", "2022-07-01", "2022-11-30", cost_yuan=122500,
             builds=[dict(id="n-plaza", kind="small_plaza", origin="freed_space", area_m2=350, at=near(0.0001, -0.0002), opened_on="2022-12-01")]),
        item("reading", "upgrade", "读书室", "2022-01-10", "2022-08-01", "2022-12-20", cost_yuan=156000,
             builds=[dict(id="n-reading", kind="reading_room", origin="freed_space", area_m2=60, at=near(0.0002, 0.0003), opened_on="2023-01-01")]),
    ])
    yards = [f"c-xingshu-{n:02d}" for n in range(1, 12)]
    touching = []
    for wall in sorted(WALLS.values(), key=lambda w: w["properties"]["id"]):
        a, b = wall["geometry"]["coordinates"][0], wall["geometry"]["coordinates"][-1]
        mid, step = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], 0.00003
        sides = {y for y in yards for dx, dy in ((-step, 0), (step, 0), (0, -step), (0, step)) if inside((mid[0] + dx, mid[1] + dy), COMPOUNDS[y])}
        if len(sides) == 2 and wall["properties"].get("removable", True):
            touching.append(wall)
    centre = [round(c, 7) for c in middle(COMPOUNDS["c-xingshu-08"])]
    group = dict(id="k-xingshu", name="行署路十一院连片改造", group="行署路片区", compound_ids=yards, items=[
        item("walls", "improve", "拆除隔墙", "2022-02-01", "2022-08-01", "2022-10-15", cost_yuan=98000, removes=gone("walls", touching, "2022-09-10")),
        item("structures", "improve", "拆除违建", "2022-02-01", "2022-08-01", "2022-10-15", cost_yuan=61000,
             removes=gone("illegal_structures", sorted((s for y in yards for s in sheds(y) if s["properties"]["position"] == "ground"), key=lambda s: s["properties"]["id"])[:18], "2022-09-20")),
        item("sewage", "basic", "污水管网", "2022-02-01", "2022-09-01", "2022-12-10", system="sewage", cost_yuan=240000),
        item("centre", "upgrade", "邻里中心", "2022-02-01", "2022-10-20", "2023-05-31", cost_yuan=910000,
             builds=[dict(id="n-centre", kind="service_station", origin="freed_space", area_m2=600, at=centre, opened_on="2023-06-01"),
                     dict(id="n-canteen", kind="community_canteen", origin="freed_space", area_m2=160, at=centre, opened_on="2023-06-01")]),
    ])
    fees = dict(id="k-c30", name="轴承厂北院改造", compound_ids=[FEES], items=[
        item("basic", "basic", "屋面、上下水与楼道", "2021-03-01", "2021-06-15", "2021-12-20", cost_yuan=2310000),
        item("green", "improve", "绿化与停车", "2021-03-01", "2021-07-01", "2022-03-31", cost_yuan=540000,
             builds=[dict(id="n-green", kind="block_green", origin="freed_space", area_m2=240, opened_on="2022-04-01")]),
    ])
    plain = []
    for i, key in enumerate(("c-01", "c-02", "c-03", "c-05", "c-08", "c-11", "c-14", "c-20")):
        planned, started, done = f"2021-0{1 + i % 8}-01", f"2021-1{i % 3}-05", f"2022-{4 + i:02d}-25"
        plain.append(dict(id=f"k-{key[2:]}", name=COMPOUNDS[key]["properties"]["name"] + "改造", compound_ids=[key],
                          items=[item("basic", "basic", "屋面与管线", planned, started, done if i < 6 else None, cost_yuan=900000 + 50000 * i)]))
    return [case, group, fees, *plain], walls, structures


def consents(walls, structures):
    units = []
    for parcel in sorted(PARCELS.values(), key=lambda p: p["properties"]["id"]):
        if inside(middle(parcel), COMPOUNDS[CASE]) and parcel["properties"]["owner_unit"] not in units:
            units.append(parcel["properties"]["owner_unit"])
    found, n = [], 0
    for kind, things, day in (("walls", walls, "2022-04-20"), ("illegal_structures", structures, "2022-04-28")):
        for thing in things:
            n += 1
            owner = thing["properties"]["owner"]
            who = dict(person=owner) if owner.startswith("住户") else dict(owner_unit=owner)
            found.append(dict(id=f"a-{n:03d}", layer=kind, feature_id=thing["properties"]["id"], **who,
                              asked_on=f"2021-12-{1 + n % 28:02d}", answered_on=f"2022-02-{1 + n % 27:02d}", agreed=True, done_on=day))
    # Asked and not won over: they still stand.
    left = [w for w in between(CASE) if w not in walls]
    for wall in sorted(left, key=lambda w: w["properties"]["id"]):
        n += 1
        found.append(dict(id=f"a-{n:03d}", layer="walls", feature_id=wall["properties"]["id"], owner_unit=wall["properties"]["owner"],
                          asked_on="2021-12-20", answered_on="2022-02-20", agreed=False))
    for wall in sorted(between("c-30") or [], key=lambda w: w["properties"]["id"])[:3]:
        n += 1
        found.append(dict(id=f"a-{n:03d}", layer="walls", feature_id=wall["properties"]["id"], owner_unit=wall["properties"]["owner"], asked_on="2023-03-01"))
    return found


def stairwells(floors, count):
    """Stairwells without a lift in houses of so many floors, one a house."""
    found, houses = [], set()
    for entrance in sorted(ENTRANCES.values(), key=lambda e: e["properties"]["id"]):
        p = entrance["properties"]
        house = BUILDINGS.get(p.get("building_id"))
        if house and p.get("lift") == "none" and house["properties"].get("floors") == floors and house["properties"]["id"] not in houses:
            if house["properties"].get("use") == "residential":
                houses.add(house["properties"]["id"])
                found.append(p["id"])
    step = len(found) // count
    return [NEXT_DOOR.get(e, e) for e in found[::step][:count]]


def lifts():
    kept, ballots = [], []
    plans = [(e, 6) for e in stairwells(6, 5)] + [(e, 7) for e in stairwells(7, 2)] + [(e, 4) for e in stairwells(4, 1)]
    for n, (entrance, floors) in enumerate(plans, 1):
        flats = [dict(flat=f"{f}0{k}", floor=f, area_m2=round(62.5 + 3.25 * k + (1.5 if f == floors else 0), 2), person=pseudonym(100 * n + 10 * f + k))
                 for f in range(1, floors + 1) for k in (1, 2)]
        plan = dict(id=f"l-{n}", entrance_id=entrance, type="level" if n % 3 else "half_landing", cost_yuan=450000 if n == 1 else 430000 + 15000 * n,
                    flats=flats, wished_on=f"2021-{3 + n % 7:02d}-12")
        if n == 1:
            plan["compensation"] = dict(area_m2=14, cost_yuan=10400, payer="楼上三户", beneficiary="101", payers=["201", "301", "401"],
                                        approval_no="西自然资〔2021〕017号", approved_on="2021-10-08")
        if n == 4:
            plan["factors"] = [0, 0.4, 0.9, 1.1, 1.3, 1.5]
        if n <= 6:
            plan.update(approved_on=f"2021-11-{10 + n}", approval_no=f"西梯〔2021〕{n:03d}号")
        if n <= 5:
            plan["started_on"] = f"2022-0{1 + n}-01"
        if n <= 4:
            plan["registered_on"] = f"2022-{6 + n:02d}-18"
        kept.append(plan)
        votes = []
        for i, flat in enumerate(flats):
            if n == 8 and i >= 5:
                continue  # not enough of them have voted yet
            choice = "no" if n == 7 and i % 2 else "abstain" if n == 2 and i == 0 else "no" if n in (3, 5) and i == 1 else "yes"
            votes.append(dict(owner=f"{entrance}/{flat['flat']}", person=flat["person"], area_m2=flat["area_m2"], choice=choice,
                              cast_on=f"2021-{8 + (n > 6):02d}-{2 + i:02d}", evidence=f"表决票 {n:02d}-{i + 1:02d}"))
        ballot = dict(id=f"v-{n}", subject=f"lifts/l-{n}", matter="major", scope="unit", place=entrance, owners=len(flats),
                      area_m2=round(sum(f["area_m2"] for f in flats), 2), opened_on=f"2021-{8 + (n > 6):02d}-01", votes=votes)
        if n != 8:
            ballot["closed_on"] = f"2021-{8 + (n > 6):02d}-28"
        ballots.append(ballot)
    return kept, ballots


def opinions(lift):
    found, n = [], 0

    def say(compound, household, topic, about, day, stance=None, text=None):
        nonlocal n
        n += 1
        more = {k: v for k, v in dict(stance=stance, text=text).items() if v}
        found.append(dict(id=f"o-{n:04d}", compound_id=compound, household=household, person=pseudonym(n), topic=topic, about=about, given_on=day, **more))

    for i in range(48):
        say(CASE, f"{CASE}/{i:03d}", "wish", ("fitness_ground", "community_canteen", "micro_garden")[i % 3], f"2021-09-{1 + i % 28:02d}")
    for i in range(6):  # heard again: the last word counts
        say(CASE, f"{CASE}/{3 * i:03d}", "wish", "fitness_ground", "2021-10-02", text="还是想要健身场地")
    for i in range(31):
        say(CASE, f"{CASE}/{i:03d}", "demolition", "walls", f"2021-09-{1 + i % 28:02d}", stance="oppose" if i % 8 == 5 else "support")
    house = BUILDINGS[ENTRANCES[lift["entrance_id"]]["properties"]["building_id"]]["properties"]["compound_id"]
    for i, flat in enumerate(lift["flats"]):
        say(house, f"{lift['entrance_id']}/{flat['flat']}", "lift", lift["entrance_id"], lift["wished_on"],
            stance="oppose" if flat["floor"] == 1 and i == 1 else "support", text="一楼没有用处" if i == 1 else None)
    for i in range(4):  # too few to be told of
        say("c-01", f"c-01/{i:03d}", "wish", "nursery", "2022-03-03")
    return found


def management():
    periods = lambda rows, due, fee: [dict(**{"from": f"{y}-01-01", "to": f"{y}-12-31"}, receivable_yuan=due * fee * 12, received_yuan=round(due * fee * 12 * rate, 2),
                                           households_due=due, households_paying=round(due * paying), source=f"{y} 年物业费台账.xlsx") for y, rate, paying in rows]
    found = [
        dict(id="m-c30-1", compound_id=FEES, mode="self_run", standard=False, contract_on="2015-01-01", ended_on="2021-12-31", periods=periods(((2020, 0.26, 0.29), (2021, 0.31, 0.35)), 374, 8)),
        dict(id="m-c30-2", compound_id=FEES, mode="professional", standard=True, contract_on="2022-01-01", periods=periods(((2022, 0.74, 0.8),), 374, 20)),
        dict(id="m-xigongdi", compound_id=CASE, mode="professional", standard=True, contract_on="2022-12-01", periods=[]),
        dict(id="m-c01", compound_id="c-01", mode="professional", standard=True, contract_on="2022-06-01", periods=periods(((2022, 0.58, 0.62), (2023, 0.44, 0.47)), 251, 13)),
        dict(id="m-c02", compound_id="c-02", mode="trusteeship", standard=False, contract_on="2022-07-01", periods=periods(((2022, 0.4, 0.42),), 250, 6)),
        dict(id="m-c03", compound_id="c-03", mode="community_run", standard=False, contract_on="2022-08-01", ended_on="2022-12-31", periods=[]),
    ]
    for n in range(1, 12):
        found.append(dict(id=f"m-xs{n:02d}", compound_id=f"c-xingshu-{n:02d}", mode="professional", standard=True, contract_on="2023-01-01", periods=[]))
    return found


def branches():
    keys = sorted(COMPOUNDS)
    found = []
    for n in range(24):
        covered = keys[3 * n:3 * n + 3] if n % 2 else keys[3 * n:3 * n + 2]
        courtyards = [f"临街院 {n + 1}"] if n % 4 == 0 else []
        found.append(dict(id=f"pb-{n + 1:02d}", founded_on=f"20{18 + n % 5}-07-01", compound_ids=covered, courtyards=courtyards))
    return found


def main():
    kept, walls, structures = works()
    lift_plans, ballots = lifts()
    tasks = [dict(id=f"t-{y}-{i}", year=y, district=name, own=own, compounds=count, households=count * 170, decided_on=f"{y}-01-15", source=f"市 {y} 年改造计划(虚构)")
             for y, counts in ((2021, (9, 7, 4)), (2022, (13, 8, 3)), (2023, (7, 6, 5))) for i, (name, own, count) in enumerate(zip(("西工示范区", "东关示范区", "南苑示范区"), (True, False, False), counts))]
    records = dict(
        works=kept, lifts=lift_plans, votes=ballots, consents=consents(walls, structures), opinions=opinions(lift_plans[0]), management=management(),
        branches=branches(), tasks=tasks, clubs=[dict(id="club-c30", compound_id=FEES, name="轴承厂北院书画社(虚构)", members=43, counted_on="2022-10-01")],
        stories=[dict(id="walls", of=CASE), dict(id="fees", of=FEES), dict(id="lift", of="l-1")])
    lines = []
    for kind in sorted(records):
        rows = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in sorted(records[kind], key=lambda r: r["id"]))
        lines.append(f'"{kind}":[\n{rows}\n]')
    (HERE / "records").mkdir(exist_ok=True)
    (HERE / "records" / "programme.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print({k: len(v) for k, v in records.items()}, "walls", round(sum(map(length, walls)), 1), "m, structures", round(sum(map(area, structures)), 1), "m2")
    print(len({c.get("owner_unit") for c in records["consents"] if c.get("owner_unit")}), "owner units")


if __name__ == "__main__":
    main()
