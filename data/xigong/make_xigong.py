#!/usr/bin/env python3
"""Draws the synthetic demo district "xigong" and writes its layers as GeoJSON beside this file.

    make_xigong.py            draw and write every layer, then check
    make_xigong.py --check    check the files that are there and print the counts

Nothing is surveyed and nobody lives here: streets, work units, people and buildings are invented, in the
manner of the old work-unit compounds of Xigong, Luoyang. Standard library only; a fixed seed, so that the
same script always writes the same bytes.

The district is designed in whole millimetres of EPSG:4546 and written in longitude and latitude. Each block
has a frame whose axes are the integer vectors (a, b) and (-b, a): a façade, the doors on it and the sheds
against it then lie exactly on one line of the millimetre grid, at any angle.
"""

import heapq
import json
import math
import random
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 19781218
RNG = random.Random(SEED)

# --------------------------------------------------------------------------------------------------------
# EPSG:4546, CGCS2000 / 3-degree Gauss-Kruger, central meridian 111 E. Kruger's series in the third
# flattening to the fourth order; agrees with PROJ 9.1 to a micrometre here (see REFERENCE_POINTS).

A_AXIS = 6378137.0
FLAT = 1 / 298.257222101
CENTRAL = math.radians(111.0)
FALSE_EASTING = 500000.0
N3 = FLAT / (2 - FLAT)
ECC = math.sqrt(FLAT * (2 - FLAT))
RECTIFYING = A_AXIS / (1 + N3) * (1 + N3**2 / 4 + N3**4 / 64)
ALPHA = (
    N3 / 2 - 2 * N3**2 / 3 + 5 * N3**3 / 16 + 41 * N3**4 / 180,
    13 * N3**2 / 48 - 3 * N3**3 / 5 + 557 * N3**4 / 1440,
    61 * N3**3 / 240 - 103 * N3**4 / 140,
    49561 * N3**4 / 161280,
)
BETA = (
    N3 / 2 - 2 * N3**2 / 3 + 37 * N3**3 / 96 - N3**4 / 360,
    N3**2 / 48 + N3**3 / 15 - 437 * N3**4 / 1440,
    17 * N3**3 / 480 - 37 * N3**4 / 840,
    4397 * N3**4 / 161280,
)
# lon, lat, east, north as cs2cs of PROJ 9.1.1 gives them for EPSG:4490 -> EPSG:4546.
REFERENCE_POINTS = (
    (112.43, 34.67, 631068.845989, 3838914.044069),
    (112.45, 34.69, 632870.156034, 3841159.206519),
    (112.50, 34.50, 637765.659666, 3820146.464794),
)


def to_plane(lon, lat):
    lam = math.radians(lon) - CENTRAL
    s = math.sin(math.radians(lat))
    t = math.sinh(math.atanh(s) - ECC * math.atanh(ECC * s))
    xi = math.atan2(t, math.cos(lam))
    eta = math.atanh(math.sin(lam) / math.hypot(1, t))
    north = xi + sum(a * math.sin(2 * k * xi) * math.cosh(2 * k * eta) for k, a in enumerate(ALPHA, 1))
    east = eta + sum(a * math.cos(2 * k * xi) * math.sinh(2 * k * eta) for k, a in enumerate(ALPHA, 1))
    return FALSE_EASTING + RECTIFYING * east, RECTIFYING * north


def to_lonlat(east, north):
    xi, eta = north / RECTIFYING, (east - FALSE_EASTING) / RECTIFYING
    x = xi - sum(b * math.sin(2 * k * xi) * math.cosh(2 * k * eta) for k, b in enumerate(BETA, 1))
    y = eta - sum(b * math.cos(2 * k * xi) * math.sinh(2 * k * eta) for k, b in enumerate(BETA, 1))
    tau = math.sin(x) / math.hypot(math.sinh(y), math.cos(x))
    q, s = math.asinh(tau), tau / math.hypot(1, tau)
    for _ in range(8):
        s = math.tanh(q + ECC * math.atanh(ECC * s))
    return math.degrees(CENTRAL + math.atan2(math.sinh(y), math.cos(x))), math.degrees(math.asin(s))


# --------------------------------------------------------------------------------------------------------
# Plane geometry on integer millimetres: points are (x, y) tuples, rings are open lists of points.


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def sign(x):
    return (x > 0) - (x < 0)


def dist(p, q):
    """Metres between two points."""
    return math.hypot(p[0] - q[0], p[1] - q[1]) / 1000


def length(line):
    return sum(dist(p, q) for p, q in zip(line, line[1:]))


def edges(ring):
    return list(zip(ring, ring[1:] + ring[:1]))


def signed_area(ring):
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in edges(ring)) / 2e6


def area(ring):
    return abs(signed_area(ring))


def ccw(ring):
    return ring if signed_area(ring) > 0 else ring[::-1]


def crosses(p, q, r, s):
    """Whether the open segments pq and rs cross in one inner point."""
    return (
        sign(cross(p, q, r)) * sign(cross(p, q, s)) < 0 and sign(cross(r, s, p)) * sign(cross(r, s, q)) < 0
    )


def meet(p, q, r, s):
    """Where the lines pq and rs meet, rounded to the grid, or None."""
    d = (q[0] - p[0]) * (s[1] - r[1]) - (q[1] - p[1]) * (s[0] - r[0])
    if d == 0:
        return None
    t = ((r[0] - p[0]) * (s[1] - r[1]) - (r[1] - p[1]) * (s[0] - r[0])) / d
    return round(p[0] + t * (q[0] - p[0])), round(p[1] + t * (q[1] - p[1]))


def to_segment(p, a, b):
    """Metres from p to the segment ab, and the place along it (0 to 1)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    n = dx * dx + dy * dy
    t = 0 if n == 0 else max(0, min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / n))
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy) / 1000, t


def to_line(p, line):
    return min(to_segment(p, a, b)[0] for a, b in zip(line, line[1:]))


def inside(p, ring):
    """1 inside, 0 on the outline, -1 outside; exact."""
    odd = False
    for a, b in edges(ring):
        c = cross(a, b, p)
        if c == 0 and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1]):
            return 0
        if (a[1] > p[1]) != (b[1] > p[1]) and (c > 0) == (b[1] > a[1]):
            odd = not odd
    return 1 if odd else -1


def box(points, pad=0):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs) - pad, min(ys) - pad, max(xs) + pad, max(ys) + pad


def segment_enters(p, q, ring):
    """Whether the segment pq has points strictly inside the ring."""
    cuts = {0.0, 1.0}
    for a, b in edges(ring):
        if crosses(p, q, a, b):
            return True
        for v in (a, b):
            d, t = to_segment(v, p, q)
            if d < 0.0005:
                cuts.add(t)
    cuts = sorted(cuts)
    for s, t in zip(cuts, cuts[1:]):
        m = (s + t) / 2
        mid = (p[0] + m * (q[0] - p[0]), p[1] + m * (q[1] - p[1]))
        if inside(mid, ring) > 0 and min(to_segment(mid, a, b)[0] for a, b in edges(ring)) > 0.0015:
            return True
    return False


def rings_overlap(f, g):
    """Whether two rings share inner ground (touching outlines do not)."""
    b, c = box(f), box(g)
    if b[2] <= c[0] or c[2] <= b[0] or b[3] <= c[1] or c[3] <= b[1]:
        return False
    return (
        any(segment_enters(p, q, g) for p, q in edges(f))
        or any(segment_enters(p, q, f) for p, q in edges(g))
        or inside(centre(f), g) > 0
    )


def rings_gap(f, g):
    """Metres between two rings that do not overlap."""
    return min(
        min(min(to_segment(p, a, b)[0] for a, b in edges(g)) for p in f),
        min(min(to_segment(p, a, b)[0] for a, b in edges(f)) for p in g),
    )


def line_gap(line, ring):
    """Metres between a line and a ring; 0 where they meet."""
    for p, q in zip(line, line[1:]):
        if segment_enters(p, q, ring) or any(crosses(p, q, a, b) for a, b in edges(ring)):
            return 0.0
    if inside(line[0], ring) > 0:
        return 0.0
    return min(
        min(min(to_segment(p, a, b)[0] for a, b in edges(ring)) for p in line),
        min(to_line(p, line) for p in ring),
    )


def centre(ring):
    return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)


class Index:
    """Things by the cells their boxes touch."""

    def __init__(self, cell=25000):
        self.cell, self.cells, self.items = cell, defaultdict(list), []

    def _keys(self, b):
        c = self.cell
        for i in range(int(b[0] // c), int(b[2] // c) + 1):
            for j in range(int(b[1] // c), int(b[3] // c) + 1):
                yield i, j

    def add(self, b, item):
        for k in self._keys(b):
            self.cells[k].append(len(self.items))
        self.items.append((b, item))

    def remove(self, ring):
        i = next(i for i, (_, item) in enumerate(self.items) if item and item[0] is ring)
        self.items[i] = (self.items[i][0], None)

    def near(self, b):
        seen = sorted({i for k in self._keys(b) for i in self.cells[k]})
        for i in seen:
            c, item = self.items[i]
            if item and c[0] <= b[2] and b[0] <= c[2] and c[1] <= b[3] and b[1] <= c[3]:
                yield item


class Frame:
    """A right-angled frame on the millimetre grid: steps of (a, b) along u and of (-b, a) along v."""

    def __init__(self, origin, a, b):
        self.o, self.a, self.b, self.step = origin, a, b, math.hypot(a, b) / 1000

    @staticmethod
    def along(origin, angle, steps=None):
        turns = round(angle / (math.pi / 2))
        rest = angle - turns * math.pi / 2
        choices = steps or [(a, b) for a in range(14, 100) for b in range(-6, 7) if math.gcd(a, b) == 1 and abs(b) < a]
        a, b = min(choices, key=lambda s: (round(abs(math.atan2(s[1], s[0]) - rest), 5), s[0]))
        for _ in range(turns % 4):
            a, b = -b, a
        return Frame(origin, a, b)

    def at(self, u, v):
        i, j = round(u / self.step), round(v / self.step)
        return self.o[0] + i * self.a - j * self.b, self.o[1] + i * self.b + j * self.a

    def uv(self, p):
        dx, dy = (p[0] - self.o[0]) / 1000, (p[1] - self.o[1]) / 1000
        c, s = self.a / 1000 / self.step, self.b / 1000 / self.step
        return dx * c + dy * s, -dx * s + dy * c

    def free(self, u, v):
        """The nearest millimetre, not bound to the frame's steps."""
        c, s = self.a / 1000 / self.step, self.b / 1000 / self.step
        return round(self.o[0] + 1000 * (u * c - v * s)), round(self.o[1] + 1000 * (u * s + v * c))

    def rect(self, u0, v0, u1, v1):
        return [self.at(u0, v0), self.at(u1, v0), self.at(u1, v1), self.at(u0, v1)]


def cut_line(ring, f):
    """The part of the ring where the affine function f is at least 0; new corners rounded to the grid."""
    out = []
    for p, q in edges(ring):
        fp, fq = f(p), f(q)
        if fp >= 0:
            out.append(p)
        if (fp > 0 > fq) or (fp < 0 < fq):
            t = fp / (fp - fq)
            out.append((round(p[0] + t * (q[0] - p[0])), round(p[1] + t * (q[1] - p[1]))))
    return [p for i, p in enumerate(out) if p != out[i - 1]]


def scan(ring_uv, v):
    """The stretches of u inside the ring on the line v = const."""
    us = sorted(
        p[0] + (v - p[1]) / (q[1] - p[1]) * (q[0] - p[0]) for p, q in edges(ring_uv) if (p[1] > v) != (q[1] > v)
    )
    return list(zip(us[::2], us[1::2]))


def common(xs, ys):
    return [(max(a, c), min(b, d)) for a, b in xs for c, d in ys if min(b, d) > max(a, c)]


def without(xs, holes):
    for a, b in holes:
        xs = [piece for c, d in xs for piece in ((c, min(d, a)), (max(c, b), d)) if piece[1] > piece[0]]
    return xs


def merge_rings(f, g):
    """The union of two rings that share a stretch of outline."""
    f, g = insert_points(f, g), insert_points(g, f)
    shared = set(edges(f)) & {(q, p) for p, q in edges(g)}
    nexts = {p: q for p, q in edges(f) if (p, q) not in shared}
    nexts.update({p: q for p, q in edges(g) if (q, p) not in shared})
    start = next(iter(nexts))
    out, p = [start], nexts[start]
    while p != start:
        out.append(p)
        p = nexts[p]
    return [p for i, p in enumerate(out) if to_segment(p, out[i - 1], out[(i + 1) % len(out)])[0] > 0.003]


def insert_points(ring, points, closed=True, tolerance=0.003):
    """The line with those of the points that lie on it (but are not its corners) as further corners."""
    out, own = [], set(ring)
    points = [p for p in dict.fromkeys(points) if p not in own]
    for a, b in edges(ring) if closed else zip(ring, ring[1:]):
        out.append(a)
        bb = box((a, b), 5)
        on = []
        for p in points:
            if bb[0] <= p[0] <= bb[2] and bb[1] <= p[1] <= bb[3]:
                d, t = to_segment(p, a, b)
                if d <= tolerance and 0 < t < 1:
                    on.append((t, p))
        out.extend(p for _, p in sorted(on))
    return out if closed else out + [ring[-1]]


# --------------------------------------------------------------------------------------------------------
# What is drawn. Each list holds plain dicts; ids are given at the end.

COMPOUNDS, BUILDINGS, PATHS, GATES, STRUCTURES, FACILITIES = [], [], [], [], [], []
ENTRANCES, OPEN_SPACES, OBSTACLES, UNITS, PARCELS, UTILITIES = [], [], [], [], [], []
WALL_LINES = []  # explicit walls: (points, properties)
RINGS = []  # outlines that carry walls: dict(key, ring, kind, owner, year, open)
SHOPS = {}  # (block, side) -> dict(frame, v, slots)
BY_KEY = {}
SOLIDS = Index()


def add_path(points, kind, width, public=False, **more):
    path = dict(points=points, kind=kind, width=width, level=0, public=public)
    path.update(more)
    PATHS.append(path)
    return path


def add_building(frame, rect, use, floors, **more):
    """rect is (u0, v0, u1, v1) in the frame; doors are on its north side unless told."""
    ring = frame.rect(*rect)
    b = dict(ring=ring, frame=frame, rect=rect, use=use, floors=floors, units=0, households=0, residents=0, owner=None)
    b.update(more)
    BUILDINGS.append(b)
    SOLIDS.add(box(ring), (ring, True))
    return b


def add_gate(point, access, compounds, width=None, hours=None, key=None):
    gate = dict(point=point, access=access, compounds=compounds, width=width, hours=hours, key=key)
    GATES.append(gate)
    return gate


def add_facility(kind, name, geometry, **more):
    f = dict(kind=kind, name=name, geometry=geometry, serves="public")
    f.update(more)
    FACILITIES.append(f)
    return f


# --------------------------------------------------------------------------------------------------------
# Streets. The grid is drawn square and then turned and bent: x east, y north, metres.

ORIGIN = (630420.0, 3838415.0)
TURN = math.radians(2.4)


def place(x, y):
    """A design point in the plane, as whole millimetres of EPSG:4546."""
    c, s = math.cos(TURN), math.sin(TURN)
    dx, dy = x - 650, y - 500
    return round(1000 * (ORIGIN[0] + 650 + dx * c - dy * s)), round(1000 * (ORIGIN[1] + 500 + dx * s + dy * c))


# East-west streets: corners, and full width from wall line to wall line.
ROWS = [
    ([(-70, -6), (641, 8), (1370, -4)], 20),
    ([(-70, 256), (300, 262), (641, 272), (1370, 258)], 18),
    ([(-70, 514), (641, 526), (1370, 514)], 40),
    ([(-70, 758), (641, 772), (1370, 759)], 16),
    ([(-70, 1000), (641, 1004), (1370, 998)], 24),
]
# North-south streets: x at the foot and at the head of each row of blocks, and width.
COLUMNS = [
    ([(6, 2), (2, -1), (-1, 3), (3, 8)], 18),
    ([(296, 300), (300, 303), (303, 300), (300, 296)], 16),
    ([(640, 641), (641, 644), (644, 640), (640, 637)], 36),
    ([(982, 978), (978, 972), (1000, 998), (998, 1004)], 16),
    ([(1305, 1302), (1302, 1298), (1298, 1301), (1301, 1296)], 20),
]
CANAL = [(-58, 118), (2, 113), (300, 101), (641, 130), (978, 112), (1303, 138), (1370, 146)]
CANAL_WIDTH, BANK = 18, 9
# The river that bounds the district in the west, bank by bank.
RIVER_WEST = [(-92, -40), (-104, 150), (-96, 330), (-108, 520), (-100, 700), (-112, 880), (-104, 1040)]
RIVER_EAST = [(-44, -40), (-56, 150), (-46, 330), (-58, 520), (-50, 700), (-60, 880), (-54, 1040)]


def row_y(r, x):
    return line_y(ROWS[r][0], x)


def line_y(points, x):
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x0 <= x <= x1:
            return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
    raise ValueError(x)


def draw_streets():
    for r, (points, width) in enumerate(ROWS):
        xs = {c[0][i][j] for c, _ in [(c, 0) for c in COLUMNS] for i, j in ((r, 0), (r - 1, 1)) if 0 <= i < 4}
        xs = sorted({-32, 1370} | xs)
        for x0, x1 in zip(xs, xs[1:]):
            mids = [x for x, _ in points if x0 < x < x1]
            line = [place(x, row_y(r, x)) for x in [x0, *mids, x1]]
            add_path(line, "street", width, public=True, street=("H", r))
    for c, (feet, width) in enumerate(COLUMNS):
        for r, (x0, x1) in enumerate(feet):
            a, b = (x0, row_y(r, x0)), (x1, row_y(r + 1, x1))
            if r > 0:
                add_path([place(*a), place(*b)], "street", width, public=True, street=("V", c))
                continue
            yc = line_y(CANAL, (x0 + x1) / 2)
            along = lambda y: place(x0 + (y - a[1]) / (b[1] - a[1]) * (x1 - x0), y)
            lo, hi = along(yc - 11), along(yc + 11)
            add_path([place(x0, a[1] - 60), place(*a)], "street", width, public=True, street=("V", c))
            add_path([place(*a), lo], "street", width, public=True, street=("V", c))
            add_path([lo, hi], "street", width, public=True, street=("V", c), level=1, bridge=True)
            add_path([hi, place(*b)], "street", width, public=True, street=("V", c))


def parallel(points, d):
    """The line moved d metres to its left, with mitred corners."""
    out = []
    for i, p in enumerate(points):
        normals = []
        for a, b in (points[max(i - 1, 0) : i + 1], points[i : i + 2]) if 0 < i < len(points) - 1 else (
            (points[:2],) if i == 0 else (points[-2:],)
        ):
            n = math.hypot(b[0] - a[0], b[1] - a[1])
            normals.append((-(b[1] - a[1]) / n, (b[0] - a[0]) / n))
        nx, ny = sum(n[0] for n in normals) / len(normals), sum(n[1] for n in normals) / len(normals)
        k = d / (nx * nx + ny * ny)
        out.append((p[0] + k * nx, p[1] + k * ny))
    return out


def draw_canal_and_railway():
    half = CANAL_WIDTH / 2
    ring = [place(*p) for p in parallel(CANAL, -half)] + [place(*p) for p in parallel(CANAL, half)][::-1]
    OBSTACLES.append(dict(kind="water", ring=ring, name="canal"))
    for d, width in ((half + 4, 3.0), (-half - 4, 2.5)):
        line = parallel(CANAL, d)
        line[0] = (-34, line_y(line, -34))
        add_path([place(*p) for p in line], "footway", width, public=True)
    rail = [(-70, 1040), (641, 1044), (1370, 1038)]
    for d in (0, 5):
        OBSTACLES.append(dict(kind="rail", line=[place(*p) for p in parallel(rail, d)], name="railway"))
    OBSTACLES.append(dict(kind="water", ring=[place(*p) for p in RIVER_WEST + RIVER_EAST[::-1]], name="river"))
    add_path([place(-32, row_y(2, -32)), place(-112, row_y(2, -32) - 1.4)], "street", ROWS[2][1], public=True, street=("H", 2), level=1, bridge=True)
    x = 40
    while x < 1270:
        size, deep = RNG.choice((36, 48, 60, 72)), RNG.choice((9.0, 11.0, 12.0))
        frame = Frame.along(place(x, row_y(4, x)), bearing(place(x, row_y(4, x)), place(x + size, row_y(4, x + size))))
        if not any(abs(x + k - gap) < 14 for gap in (300, 640, 1000) for k in (0, size / 2, size)):
            add_building(frame, (0, snap(frame, 15), snap(frame, size), snap(frame, 15 + deep)), "industrial", 1, built=RNG.randint(1958, 1975), owner="邙东货场")
        x += size + RNG.choice((8, 14, 30))
    fence = [place(*p) for p in parallel(rail, -6)]
    WALL_LINES.append((fence, dict(kind="rail", height=2.2, thickness=0.12, owner="河洛铁路工务段", removable=False)))


# --------------------------------------------------------------------------------------------------------
# Blocks: the ground between street lines, cut into compounds, lanes and sites.


def half_plane(a, b, offset):
    """A function that is >= 0 left of the line ab moved left by offset metres; a and b in millimetres."""
    n = math.hypot(b[0] - a[0], b[1] - a[1])
    nx, ny = -(b[1] - a[1]) / n, (b[0] - a[0]) / n
    return lambda p: (p[0] - a[0]) * nx + (p[1] - a[1]) * ny - 1000 * offset


def block_ring(r, c, part):
    """The red-line ring of a block, its corners cut as at a street corner; part is "", "s" or "n" of the canal."""
    wx, ex = COLUMNS[c][0][r], COLUMNS[c + 1][0][r]
    sw, nw = (wx[0], row_y(r, wx[0])), (wx[1], row_y(r + 1, wx[1]))
    se, ne = (ex[0], row_y(r, ex[0])), (ex[1], row_y(r + 1, ex[1]))
    south, north = ROWS[r][1] / 2, ROWS[r + 1][1] / 2
    if part == "s":
        nw, ne = (wx[0], line_y(CANAL, wx[0])), (ex[0], line_y(CANAL, ex[0]))
        north = CANAL_WIDTH / 2 + BANK
    if part == "n":
        sw, se = (wx[1], line_y(CANAL, wx[1])), (ex[1], line_y(CANAL, ex[1]))
        south = CANAL_WIDTH / 2 + BANK
    p = [place(*q) for q in (sw, se, ne, nw)]
    ring = [place(*q) for q in ((sw[0] - 40, sw[1] - 40), (se[0] + 40, se[1] - 40), (ne[0] + 40, ne[1] + 40), (nw[0] - 40, nw[1] + 40))]
    for a, b, d in ((p[0], p[1], south), (p[1], p[2], COLUMNS[c + 1][1] / 2), (p[2], p[3], north), (p[3], p[0], COLUMNS[c][1] / 2)):
        ring = cut_line(ring, half_plane(a, b, d))
    return ccw(ring)


def chamfer(ring, d):
    out = []
    for i, p in enumerate(ring):
        for q in (ring[i - 1], ring[(i + 1) % len(ring)]):
            t = 1000 * d / math.hypot(q[0] - p[0], q[1] - p[1])
            out.append((round(p[0] + t * (q[0] - p[0])), round(p[1] + t * (q[1] - p[1]))))
    return out


SIDES = {"S": 0, "E": 1, "N": 2, "W": 3}
STRIP = 14.5


def draw_block(key, r, c, part, shops, tree):
    ring = block_ring(r, c, part)
    corners = ring
    south, north = edges(corners)[0], edges(corners)[2]
    angle = (
        math.atan2(south[1][1] - south[0][1], south[1][0] - south[0][0])
        + math.atan2(north[0][1] - north[1][1], north[0][0] - north[1][0])
    ) / 2
    frame = Frame.along(corners[0], angle, [(n, 1) for n in range(14, 61)])
    UNIT_RINGS[key] = corners
    ring = chamfer(ring, 5)
    for side in shops:
        a, b = edges(corners)[SIDES[side]]
        street = Frame.along(a, math.atan2(b[1] - a[1], b[0] - a[0]))
        SHOPS[key, side] = dict(frame=street, length=dist(a, b), slots=[], buildings=[])
        ring = cut_line(ring, half_plane(a, b, STRIP))
    cut_tree(ring, frame, tree, key)


UNIT_RINGS = {}


def cut_tree(ring, frame, tree, block):
    if isinstance(tree, str):
        if tree in BY_KEY:
            BY_KEY[tree]["ring"] = ccw(merge_rings(BY_KEY[tree]["ring"], ring))
        else:
            BY_KEY[tree] = dict(key=tree, ring=ring, frame=frame, block=block)
        return
    axis, at, gap, low, high = tree
    k = 0 if axis == "U" else 1
    f = lambda p: frame.uv(p)[k]
    if gap >= 2:
        uv = [frame.uv(p) for p in ring]
        mid = at + gap / 2
        if axis == "U":
            spans = scan([(v, u) for u, v in uv], mid)
            ends = [frame.at(mid, spans[0][0] - 0.02), frame.at(mid, spans[-1][1] + 0.02)]
        else:
            spans = scan(uv, mid)
            ends = [frame.at(spans[0][0] - 0.02, mid), frame.at(spans[-1][1] + 0.02, mid)]
        line = [ray(e, (e[0] - o[0], e[1] - o[1]), 36) or short_of(e, o, 1.0) for e, o in (ends, ends[::-1])]
        add_path(line, "lane", gap - 0.5, public=True)
    low_at, high_at = snap(frame, at), snap(frame, at + gap)
    cut_tree(cut_line(ring, lambda p: low_at - f(p)), frame, low, block)
    cut_tree(cut_line(ring, lambda p: f(p) - high_at), frame, high, block)


def short_of(end, other, metres):
    """The point that many metres before the end of a dead-end lane."""
    t = metres / dist(end, other)
    return round(end[0] + t * (other[0] - end[0])), round(end[1] + t * (other[1] - end[1]))


def snap(frame, x):
    return round(x / frame.step) * frame.step


def ray(start, direction, reach):
    """The first public path on the ground that a ray meets within reach metres, as a point, or None."""
    n = math.hypot(*direction)
    end = (round(start[0] + 1000 * reach * direction[0] / n), round(start[1] + 1000 * reach * direction[1] / n))
    best = None
    for path in PATHS:
        if not path["public"] or path["level"] != 0 or path["kind"] not in ("street", "lane"):
            continue
        for a, b in zip(path["points"], path["points"][1:]):
            if sign(cross(a, b, start)) * sign(cross(a, b, end)) <= 0 and sign(cross(start, end, a)) * sign(cross(start, end, b)) <= 0:
                p = meet(start, end, a, b)
                if p and dist(start, p) > 0.05 and (best is None or dist(start, p) < dist(start, best)):
                    best = p
    return best


def U(at, gap, low, high):
    return "U", at, gap, low, high


def V(at, gap, low, high):
    return "V", at, gap, low, high


BLOCKS = [
    # key, row, column, part, sides with a strip of shops, how the block is cut
    ("b30", 3, 0, "", "SE", U(118, 0, "junior", V(112, 7, "c-01", "c-02"))),
    ("b31", 3, 1, "", "S", V(112, 7, U(104, 0, "c-03", V(64, 0, U(198, 0, "c-04", "c-05"), U(222, 0, "c-04", "c-05"))), U(150, 0.35, "c-06", "c-07"))),
    ("b32", 3, 2, "", "W", U(166, 6, U(96, 0, V(120, 0, "c-08", "c-09"), V(93, 0, "c-08", "c-09")), V(72, 0.3, "c-10", V(142, 0, "c-11", "c-12")))),
    ("b33", 3, 3, "", "", V(104, 0, U(90, 0, "c-13", U(182, 0.4, "c-14", "c-15")), U(140, 6, "c-16", "c-17"))),
    ("b20", 2, 0, "", "SE", U(122, 0, V(104, 0, "mall", V(152, 0, "civic", "plaza")), V(108, 8, "c-18", "c-19"))),
    ("b21", 2, 1, "", "WS", U(112, 0, V(112, 0, "c-20", "c-21"), U(212, 6, U(156, 0, V(98, 0, "c-22", "c-23"), V(126, 0, "c-22", "c-23")), V(132, 0, "c-24", "c-25")))),
    ("b22", 2, 2, "", "S", U(222, 6, V(182, 0, "c-xigongdi", "c-26"), V(118, 0, "c-27", "c-28"))),
    ("b23", 2, 3, "", "E", U(128, 0, V(92, 0, "c-29", "c-30"), V(115.4, 6, "c-31", U(186, 0, V(182, 0, "kinder2", "c-32"), "c-32")))),
    ("b10", 1, 0, "", "NE", U(118, 0, V(118, 0, "primary", "market"), V(104, 6, "c-33", U(214, 0, "c-34", "kinder1")))),
    ("b11", 1, 1, "", "N", U(214, 6, V(112, 6,
        V(56, 0, U(43, 0, "c-xingshu-01", U(86, 0, "c-xingshu-02", U(129, 0.3, "c-xingshu-03", U(172, 0, "c-xingshu-04", "c-xingshu-05")))),
              U(36, 0, "c-xingshu-06", U(72, 0, "c-xingshu-07", U(108, 0, "c-xingshu-08", U(143, 0.3, "c-xingshu-09", U(179, 0, "c-xingshu-10", "c-xingshu-11")))))),
        U(108, 0, "c-35", "c-36")), V(116, 0, "c-37", "c-38"))),
    ("b12", 1, 2, "", "N", V(74, 0, U(100, 0, "c-39", U(200, 0.3, "c-40", "c-41")), V(146, 6, V(112, 0, U(138, 0, "c-42", "c-43"), U(166, 0, "c-42", "c-43")), U(102, 0, "c-44", U(202, 0, "c-45", "c-46"))))),
    ("b13", 1, 3, "", "N", U(100, 0, V(112, 0, "c-47", "c-48"), U(206, 6, V(80, 0.4, "c-49", V(152, 0, "c-50", "c-51")), V(112, 0, "c-52", "c-53")))),
    ("n0", 0, 0, "n", "", "park"),
    ("n1", 0, 1, "n", "", U(102, 0, "c-54", U(206, 6, "c-55", "c-56"))),
    ("n2", 0, 2, "n", "", U(150, 6, "c-57", "c-58")),
    ("n3", 0, 3, "n", "", U(98, 0, "c-59", U(196, 0.3, "c-60", "c-61"))),
    ("s0", 0, 0, "s", "", U(150, 0, "culture", "c-62")),
    ("s1", 0, 1, "s", "", U(155, 0, "c-63", "c-64")),
    ("s2", 0, 2, "s", "", U(100, 0, "c-65", U(204, 0, "c-66", "works"))),
    ("s3", 0, 3, "s", "", U(150, 6, "c-67", "elderly")),
]

# Gates: side (S and N at the spine lane, W and E at the lane north of a row of houses, counted from the
# south), then p public, r residents, c closed. Every name is invented in the manner of the real ones.
COMPOUND_TABLE = {
    # key: (name, owner unit, built, floors, gates, options)
    "c-01": ("河洛仪表厂家属院", "河洛仪表厂", 1987, 6, "S:p N:r E1:r", {}),
    "c-02": ("市二轻局家属院", "市二轻工业局", 1989, 6, "S:r N:p E0:r", {}),
    "c-03": ("铁路工务段家属院", "河洛铁路工务段", 1974, 4, "N:r W1:r S:c", {}),
    "c-04": ("铁路电务段家属院", "河洛铁路电务段", 1978, 5, "N:r S:r", {}),
    "c-05": ("铁路局三号院", "河洛铁路分局", 1981, 5, "N:r E1:r S:c", {}),
    "c-06": ("机务段北院", "河洛铁路机务段", 1971, 4, "N:r S:r W1:c", {}),
    "c-07": ("货运站家属院", "河洛铁路货运站", 1980, 5, "N:r E1:r S:c", {}),
    "c-08": ("省建三公司家属院", "省建第三工程公司", 1984, 6, "S:r E1:r W1:c", {}),
    "c-09": ("市面粉厂家属院", "市面粉厂", 1976, 4, "N:r E0:r W1:r", {}),
    "c-10": ("粮食局家属院", "市粮食局", 1983, 5, "S:r W0:r", {}),
    "c-11": ("种子公司家属院", "市种子公司", 1986, 5, "W0:r E1:c", {}),
    "c-12": ("外贸局家属院", "市外贸局", 1990, 6, "N:r W0:c", {}),
    "c-13": ("汽车运输三队院", "汽车运输公司三队", 1972, 4, "W1:r S:r N:c", {}),
    "c-14": ("搬运公司家属院", "市搬运公司", 1969, 3, "S:r N:c", {}),
    "c-15": ("煤建公司家属院", "市煤建公司", 1979, 5, "S:r E1:r", {}),
    "c-16": ("邙东货场家属院", "邙东货场", 1977, 4, "N:r W1:r E0:r", {}),
    "c-17": ("物资局家属院", "市物资局", 1985, 6, "N:r E1:r W0:c", {}),
    "c-18": ("涧河新村南区", "西苑房产公司", 1993, 7, "S:p N:p E1:p", {"open": True}),
    "c-19": ("涧河新村北区", "西苑房产公司", 1995, 7, "S:p N:p E1:p W0:p", {"open": True}),
    "c-20": ("纺织机械厂一号院", "河洛纺织机械厂", 1975, 5, "S:r W1:r", {"passage": True}),
    "c-21": ("纺织机械厂二号院", "河洛纺织机械厂", 1979, 5, "N:r W1:r E1:c", {}),
    "c-22": ("百货公司家属院", "市百货公司", 1982, 5, "S:r E1:r", {}),
    "c-23": ("五金公司家属院", "市五金公司", 1984, 5, "N:r E0:c", {}),
    "c-24": ("邮电局家属院", "市邮电局", 1988, 6, "S:p W1:r E2:r", {}),
    "c-25": ("印刷厂家属院", "河洛印刷厂", 1973, 4, "N:r W1:r E1:c", {}),
    "c-26": ("西工地北排", "市房产管理局", 1968, 3, "N:r W0:r", {}),
    "c-27": ("师范附小教师院", "西工师范学校", 1986, 6, "S:r W1:r E1:r", {}),
    "c-28": ("服装厂家属院", "市服装厂", 1978, 4, "N:r W0:r", {}),
    "c-29": ("轴承厂东院", "中州轴承厂", 1980, 5, "W0:r S:r", {}),
    "c-30": ("轴承厂北院", "中州轴承厂", 1982, 6, "W1:r E0:c", {"south": 9.2, "spine": 0.42}),
    "c-31": ("供销社家属院", "市供销社", 1979, 5, "E1:r S:r N:c", {}),
    "c-32": ("税务局家属院", "西工税务局", 1991, 6, "E2:r N:r", {"spine": 0.79}),
    "c-33": ("拖配厂三号院", "中州拖拉机配件厂", 1983, 6, "E1:r N:p S:r", {}),
    "c-34": ("市政公司家属院", "市政工程公司", 1988, 6, "S:p N:p", {}),
    "c-35": ("行署机关北院", "行署机关事务处", 1976, 4, "N:r S:c W1:r", {}),
    "c-36": ("水利局家属院", "地区水利局", 1981, 5, "N:r S:r", {}),
    "c-37": ("医药公司家属院", "市医药公司", 1985, 6, "S:r W1:r E1:r", {}),
    "c-38": ("医院家属院", "市二院", 1987, 6, "N:r W1:r E0:c", {}),
    "c-39": ("毛巾厂家属院", "河洛毛巾厂", 1970, 3, "W0:r S:r", {}),
    "c-40": ("针织厂家属院", "河洛针织厂", 1974, 4, "S:r N:c", {}),
    "c-41": ("标准件厂家属院", "市标准件厂", 1977, 4, "S:r E0:r", {}),
    "c-42": ("棉麻公司家属院", "市棉麻公司", 1980, 5, "N:r W0:r", {}),
    "c-43": ("石油公司家属院", "市石油公司", 1984, 5, "N:r E0:r", {}),
    "c-44": ("文化局家属院", "市文化局", 1986, 5, "N:r S:r", {}),
    "c-45": ("广播局家属院", "市广播局", 1989, 6, "N:r S:c", {}),
    "c-46": ("日报社家属院", "河洛日报社", 1990, 6, "N:r S:r", {}),
    "c-47": ("砂轮厂家属院", "中州砂轮厂", 1972, 4, "W1:r S:r E0:c", {}),
    "c-48": ("水泵厂家属院", "中州水泵厂", 1978, 5, "N:r W0:r", {}),
    "c-49": ("阀门厂家属院", "市阀门厂", 1975, 4, "S:r E1:r", {}),
    "c-50": ("电线厂家属院", "市电线厂", 1979, 5, "E0:r W0:c", {}),
    "c-51": ("灯泡厂家属院", "市灯泡厂", 1983, 5, "N:r E0:r", {}),
    "c-52": ("木材公司家属院", "市木材公司", 1976, 4, "S:r E1:r W0:r", {}),
    "c-53": ("锅炉厂家属院", "河洛锅炉厂", 1981, 5, "N:r W0:c E1:r", {}),
    "c-54": ("园林处家属院", "市园林处", 1978, 4, "N:r W0:p", {}),
    "c-55": ("渠管处家属院", "中州渠管理处", 1970, 3, "N:r S:c E1:r", {}),
    "c-56": ("环卫处家属院", "市环卫处", 1982, 5, "N:r W0:r", {}),
    "c-57": ("食品公司家属院", "市食品公司", 1977, 4, "N:r E0:r S:c", {}),
    "c-58": ("蔬菜公司家属院", "市蔬菜公司", 1980, 5, "N:r W1:r", {}),
    "c-59": ("副食品公司家属院", "市副食品公司", 1974, 4, "N:r W0:r S:c", {}),
    "c-60": ("糖酒公司家属院", "市糖酒公司", 1981, 5, "N:r S:c", {}),
    "c-61": ("果品公司家属院", "市果品公司", 1985, 5, "N:r E0:r", {}),
    "c-62": ("园艺新村", "西苑房产公司", 1992, 6, "S:p E0:p", {"open": True}),
    "c-63": ("渠南一院", "市建筑公司", 1973, 4, "S:r W0:r N:c", {}),
    "c-64": ("渠南二院", "市建筑公司", 1976, 4, "S:r E0:r", {}),
    "c-65": ("耐火材料厂家属院", "河洛耐火材料厂", 1971, 3, "S:r N:c", {}),
    "c-66": ("石棉厂家属院", "河洛石棉制品厂", 1975, 4, "S:r", {}),
    "c-67": ("皮革厂家属院", "市皮革厂", 1978, 4, "S:r E0:r W0:r", {}),
    "c-xingshu-01": ("行署路一号院", "行署农业处", 1971, 4, "S:r", {"spine": 10.0}),
    "c-xingshu-02": ("行署路三号院", "行署林业处", 1973, 4, "S:r", {"spine": 5.0}),
    "c-xingshu-03": ("行署路五号院", "行署农机处", 1975, 5, "S:r", {"spine": 5.0, "skip": [1]}),
    "c-xingshu-04": ("行署路七号院", "行署交通处", 1976, 4, "S:r", {"spine": 5.0, "skip": [1]}),
    "c-xingshu-05": ("行署路九号院", "行署商业处", 1978, 5, "S:r E0:r", {"spine": 5.0}),
    "c-xingshu-06": ("行署路二号院", "行署文教处", 1970, 3, "N:r W0:r", {"spine": 5.0}),
    "c-xingshu-07": ("行署路四号院", "行署卫生处", 1972, 4, "N:r", {"spine": 5.0}),
    "c-xingshu-08": ("行署路六号院", "行署民政处", 1974, 4, "N:r S:c", {"spine": 5.0, "skip": [0]}),
    "c-xingshu-09": ("行署路八号院", "行署财政处", 1979, 5, "N:r", {"spine": 5.0, "skip": [0]}),
    "c-xingshu-10": ("行署路十号院", "行署物价处", 1981, 5, "N:r", {"spine": 5.0}),
    "c-xingshu-11": ("行署路十二号院", "行署统计处", 1983, 5, "N:r E1:r", {"spine": 5.0}),
}
# Houses turned to the street, east or west of the rows, and yards where one house of a row was never built:
# key -> side; key -> (row, side, what is there instead).
SIDE_HOUSES = {
    "c-08": "W", "c-13": "W", "c-16": "W", "c-20": "W", "c-35": "W", "c-38": "E", "c-42": "W", "c-44": "W", "c-47": "W",
    "c-48": "W", "c-53": "E", "c-59": "W", "c-65": "W", "c-07": "E", "c-33": "E", "c-30": "W", "c-51": "E",
}
COURTS = {
    "c-01": (1, "E", "green"), "c-02": (0, "W", "parking"), "c-03": (1, "E", "boiler"), "c-05": (1, "W", "green"), "c-06": (2, "W", "hall"),
    "c-09": (1, "E", "boiler"), "c-12": (0, "E", "parking"), "c-14": (1, "E", "boiler"), "c-16": (1, "E", "hall"), "c-18": (1, "W", "green"), "c-19": (1, "E", "green"),
    "c-21": (1, "E", "hall"), "c-24": (1, "E", "green"), "c-25": (0, "W", "boiler"), "c-28": (1, "E", "boiler"), "c-29": (1, "E", "boiler"),
    "c-31": (0, "W", "hall"), "c-33": (1, "W", "green"), "c-36": (1, "W", "green"), "c-38": (2, "W", "parking"), "c-40": (1, "W", "boiler"),
    "c-43": (1, "E", "boiler"), "c-47": (2, "E", "hall"), "c-50": (0, "W", "boiler"), "c-53": (1, "W", "green"), "c-55": (2, "E", "boiler"),
    "c-58": (1, "E", "hall"), "c-61": (1, "E", "boiler"), "c-63": (0, "E", "boiler"), "c-67": (1, "W", "green"),
}
# Compounds where some stairwells have a lift, and which kinds are drawn from.
LIFTED = {
    "c-01": ("none", "none", "half_landing"), "c-18": ("none", "level", "level"), "c-19": ("none", "level"), "c-24": ("none", "none", "half_landing", "half_landing"),
    "c-34": ("none", "none", "none", "level", "half_landing"), "c-62": ("none", "level", "half_landing"),
}
ACCESS = {"p": "public", "r": "residents", "c": "closed"}
DEPTH_BY_FLOORS = {3: 9.8, 4: 10.4, 5: 11.0, 6: 11.6, 7: 12.0}
DOOR_LANE = 3.4  # from a north façade to the middle of the lane along it


def span(uv, v0, v1):
    """The stretches of u that are inside the ring for all v from v0 to v1."""
    out, v = scan(uv, v0), v0
    while v < v1:
        v = min(v + 1.0, v1)
        out = common(out, scan(uv, v))
    return out


def house_rows(leaf, floors, options):
    """Where the rows of houses stand: a list of (v0, v1), and the reach of the spine (us, bottom, top)."""
    frame, uv = leaf["frame"], [leaf["frame"].uv(p) for p in leaf["ring"]]
    us_low, us_high = min(p[0] for p in uv), max(p[0] for p in uv)
    at = options.get("spine", 0.5)
    us = snap(frame, us_low + (at if at > 1 else at * (us_high - us_low)))
    bottom, top = [(a, b) for a, b in scan([(v, u) for u, v in uv], us)][-1]
    depth = DEPTH_BY_FLOORS[floors]
    south, north = options.get("south", 6.2), 6.6
    usable = top - north - bottom - south
    spacing = max(11.0, options.get("k", 1.05) * 2.9 * floors)
    n = max(1, int((usable + spacing) // (depth + spacing)))
    if n > 1:
        spacing = min((usable - n * depth) / (n - 1), 1.3 * 2.9 * floors + 1)
    v0 = bottom + south
    rows = []
    for i in range(n):
        a = snap(frame, v0 + i * (depth + spacing))
        rows.append((a, snap(frame, a + depth)))
    return uv, us, bottom, top, rows


def fill_compound(leaf):
    name, owner, built, floors, gate_spec, options = COMPOUND_TABLE[leaf["key"]]
    leaf.update(name=name, owner=owner, built=built, gated=not options.get("open"))
    COMPOUNDS.append(leaf)
    RINGS.append(dict(key=leaf["key"], ring=leaf["ring"], kind="compound", owner=owner, year=built, open=options.get("open")))
    frame = leaf["frame"]
    uv, us, bottom, top, rows = house_rows(leaf, floors, options)
    gates = [g.split(":") for g in gate_spec.split()]
    leaf["rows"], leaf["spine"], leaf["lanes"] = rows, us, []
    side_lane = draw_side_houses(leaf, uv, rows, gates, floors, built)
    for i, (v0, v1) in enumerate(rows):
        lane = snap(frame, v1 + DOOR_LANE)
        stretches = [(a + 3.8, b - 3.8) for a, b in span(uv, v0 - 3.0, lane + 2.2) if b - a > 24]
        if side_lane is not None:
            stretches = without(stretches, [(-999, side_lane + 3.4)] if side_lane < us else [(side_lane - 3.4, 999)])
        passage = options.get("passage") and i == 0
        pieces = stretches if passage else without(stretches, [(us - 3.6, us + 3.6)])
        placed = []
        if i not in options.get("skip", []):
            for a, b in pieces:
                placed += place_row(leaf, frame, a, b, v0, v1, floors, built, us if passage else None)
        if COURTS.get(leaf["key"], (None,))[0] == i and len(placed) > 1:
            placed.remove(draw_court(leaf, placed, *COURTS[leaf["key"]][1:]))
        ends = [b["rect"][0] for b in placed] + [b["rect"][2] for b in placed] + [us]
        if side_lane is not None:
            ends.append(side_lane + (-2 if side_lane < us else 2))
        leaf["lanes"].append(dict(v=lane, u0=min(ends), u1=max(ends), gates={}))
    draw_gates(leaf, uv, gates, bottom, top)
    for lane in leaf["lanes"]:
        us_all = [lane["u0"] + 2, lane["u1"] - 2]
        pts = [lane["gates"].get("W") or frame.at(min(us_all[0], us), lane["v"])]
        pts.append(lane["gates"].get("E") or frame.at(max(us_all[1], us), lane["v"]))
        if dist(*pts) > 1:
            wide = bool(lane["gates"])
            add_path(pts, "lane" if wide else "footway", 4.0 if wide else 2.5, compound=leaf["key"])
    draw_spine(leaf, options)
    if side_lane is not None:
        add_path([frame.at(side_lane, lane["v"]) for lane in leaf["lanes"]], "footway", 2.5, compound=leaf["key"])


def draw_side_houses(leaf, uv, rows, gates, floors, built):
    """Houses along the west or east wall, their doors to the yard; returns where the lane before the doors runs."""
    side = SIDE_HOUSES.get(leaf["key"])
    if not side or len(rows) < 2:
        return None
    frame = leaf["frame"]
    turned = Frame(frame.o, frame.b, -frame.a) if side == "W" else Frame(frame.o, -frame.b, frame.a)
    lanes = [snap(frame, v1 + DOOR_LANE) for _, v1 in rows]
    low, high = rows[0][0] + 1, lanes[-1] + 2
    stretch = span(uv, low, high)[0]
    face = snap(frame, stretch[0] + 3.6 + 10.4) if side == "W" else snap(frame, stretch[1] - 3.6 - 10.4)
    shut = [(lanes[min(int(w[1:] or 0), len(lanes) - 1)]) for w, _ in gates if w[0] == side]
    free = without([(low, high)], [(v - 4, v + 4) for v in shut])
    for a, b in free:
        n = max(1, round((b - a + 7) / 55))
        size = (b - a - 7 * (n - 1)) / n
        for k in range(n if size > 17 else 0):
            v0, v1 = snap(frame, a + k * (size + 7)), snap(frame, a + k * (size + 7) + size)
            rect = (-v1, face - snap(frame, 10.4), -v0, face) if side == "W" else (v0, -face - snap(frame, 10.4), v1, -face)
            rect = tuple(snap(frame, x) for x in rect)
            house = add_building(turned, rect, "residential", max(3, floors - 1), compound=leaf["key"], units=max(1, min(5, round(size / 14.5))), built=built, owner=leaf["owner"])
            house["turned"] = True
            settle(house)
    return snap(frame, face + 3.2) if side == "W" else snap(frame, face - 3.2)


def draw_court(leaf, placed, side, what):
    """Takes the outermost house of a row away again and uses its ground."""
    house = min(placed, key=lambda b: b["rect"][0] if side == "W" else -b["rect"][2])
    BUILDINGS.remove(house)
    SOLIDS.remove(house["ring"])
    for door in house["doors"]:
        ENTRANCES.remove(door)
    frame, (u0, v0, u1, v1) = leaf["frame"], house["rect"]
    q = lambda x: snap(frame, x)
    if what in ("green", "parking"):
        ring = frame.rect(u0, q(v0 - 3), u1, v1)
        OPEN_SPACES.append(dict(ring=ring, kind=what, protected=what == "green" and leaf["built"] > 1978))
        if what == "parking":
            add_facility("car_parking", leaf["name"] + "停车场", ring, serves="compound", capacity=int(area(ring) / 28), land_area=area(ring))
        elif u1 - u0 > 24:
            part = frame.rect(q(u0 + 3), q(v0 - 1), q(u0 + 21), q(v0 + 9))
            kind, name = ("play_area", "活动场地") if leaf["built"] > 1985 else ("fitness_ground", "健身场地")
            add_facility(kind, leaf["name"] + name, part, serves="compound" if leaf["gated"] else "public", land_area=area(part))
    elif what == "boiler":
        u = u0 if side == "W" else u1 - 20
        add_building(frame, (q(u), v0, q(u + 20), q(v0 + 9)), "industrial", 1, compound=leaf["key"], built=leaf["built"] + 1, owner=leaf["owner"])
    else:
        u = u0 if side == "W" else u1 - 28
        add_building(frame, (q(u), q(v0 - 2), q(u + 28), q(v0 + 11)), "public", 2, compound=leaf["key"], built=leaf["built"] + 2, owner=leaf["owner"])
    return house


def place_row(leaf, frame, a, b, v0, v1, floors, built, passage):
    out, gap = [], 7.0
    total = b - a
    if total < 17:
        return out
    n = max(1, round((total + gap) / (52 + gap)))
    while (total - (n - 1) * gap) / n > 70:
        n += 1
    size = (total - (n - 1) * gap) / n
    for j in range(n):
        u0 = a + j * (size + gap)
        u1 = u0 + size
        trim = RNG.choice((0, 0, 0, 2.4, 4.6)) if size > 34 and passage is None else 0
        if RNG.random() < 0.5:
            u0 += trim
        else:
            u1 -= trim
        units = max(1, min(5, round((u1 - u0) / 14.5)))
        f = floors - (RNG.random() < 0.12 and floors > 3)
        year = min(1995, built + RNG.choice((0, 0, 0, 1, 2, 3)))
        rect = (snap(frame, u0), v0, snap(frame, u1), v1)
        house = add_building(frame, rect, "residential", f, compound=leaf["key"], units=units, built=year, owner=leaf["owner"])
        house["passage"] = passage
        settle(house)
        out.append(house)
    return out


def settle(house):
    """Doors on the north façade, one a stairwell; flats and people."""
    u0, _, u1, v1 = house["rect"]
    units = house["units"]
    empty = [RNG.choice((0, 0, 0, 1, 1, 2)) for _ in range(units)]
    homes = [max(1, 2 * house["floors"] - e) for e in empty]
    house["households"] = sum(homes)
    house["residents"] = round(2.49 * house["households"])
    shares, left = [], house["residents"]
    for i, h in enumerate(homes):
        take = left if i == units - 1 else round(house["residents"] * h / house["households"])
        shares.append(take)
        left -= take
    house["doors"] = []
    lifted = house["compound"] in LIFTED and house["floors"] > 5
    for i in range(units):
        u = u0 + (i + 0.5) * (u1 - u0) / units
        if house.get("passage") is not None and abs(u - house["passage"]) < 3:
            u += 4 if u >= house["passage"] else -4
        point = house["frame"].at(u, v1)
        lift = RNG.choice(LIFTED[house["compound"]]) if lifted else "none"
        door = dict(point=point, building=house, unit=i + 1, lift=lift, residents=shares[i])
        house["doors"].append(door)
        ENTRANCES.append(door)


def outline_hit(uv, axis, at, side, through):
    """Where the line axis = at leaves the ring, on the stretch that holds `through`; as (u, v)."""
    ring = uv if axis == "v" else [(v, u) for u, v in uv]
    lo, hi = next((a, b) for a, b in scan(ring, at) if a - 0.01 <= through <= b + 0.01)
    x = hi if side in "NE" else lo
    return (x, at) if axis == "v" else (at, x)


def draw_gates(leaf, uv, gates, bottom, top):
    frame, us = leaf["frame"], leaf["spine"]
    leaf["spine_gates"] = {}
    for where, letter in gates:
        side, access = where[0], ACCESS[letter]
        if side in "SN":
            hit = outline_hit(uv, "u", us, side, (bottom + top) / 2)
        else:
            lane = leaf["lanes"][min(int(where[1:] or 0), len(leaf["lanes"]) - 1)]
            hit = outline_hit(uv, "v", lane["v"], side, us)
        point = frame.free(*hit)
        out = outside_of(leaf, point, side)
        if not leaf["gated"]:
            if out is None:
                continue
            add_path([point, out], "lane", 4.0)
            (leaf["spine_gates"] if side in "SN" else lane["gates"])[side] = point
            continue
        wide = access != "closed" and side in "SN"
        gate = add_gate(point, access, [leaf["key"]], width=(5.0 if wide else 4.0) if access != "closed" else 3.0, key=leaf["key"])
        if access == "public":
            gate["hours"] = "06:00-23:00"
        if out is None:
            continue
        if side in "SN":
            leaf["spine_gates"][side] = point
        else:
            lane["gates"][side] = point
        if out != point:
            add_path([point, out], "lane" if access != "closed" else "footway", 4.0 if access != "closed" else 2.5)


def outside_of(leaf, point, side):
    """The point of the public network that a gate's path leads to; the gate itself at a lane's end; None in a party wall."""
    for path in PATHS:
        if path["public"] and path["kind"] == "lane":
            for end in (path["points"][0], path["points"][-1]):
                if dist(end, point) < 3:
                    path["points"][0 if end == path["points"][0] else -1] = point
                    return point
    frame = leaf["frame"]
    d = {"S": (0, -1), "N": (0, 1), "W": (-1, 0), "E": (1, 0)}[side]
    ahead = frame.free(*(x + y for x, y in zip(frame.uv(point), d)))
    hit = ray(point, (ahead[0] - point[0], ahead[1] - point[1]), 45)
    if hit is None:
        return None
    step = frame.free(*(x + 0.6 * y for x, y in zip(frame.uv(point), d)))
    for other in BY_KEY.values():
        if other is not leaf and other["key"] not in NO_OUTLINE:
            if inside(step, other["ring"]) >= 0 or any(crosses(step, hit, a, b) for a, b in edges(other["ring"])):
                return None
    return hit


NO_OUTLINE = {"mall", "civic", "plaza", "park", "market", "elderly", "works", "culture"}


def draw_spine(leaf, options):
    frame, us, gates = leaf["frame"], leaf["spine"], leaf["spine_gates"]
    points = [frame.at(us, lane["v"]) for lane in leaf["lanes"]]
    if "S" in gates:
        points.insert(0, gates["S"])
    if "N" in gates:
        points.append(gates["N"])
    if len(points) < 2:
        return
    if options.get("passage") and "S" in gates:
        v0, v1 = leaf["rows"][0]
        a, b = frame.at(us, v0 - 0.6), frame.at(us, v1 + 0.6)
        add_path([points[0], a], "lane", 4.0, compound=leaf["key"])
        add_path([a, b], "lane", 4.0, compound=leaf["key"], tunnel=True)
        add_path([b, *points[1:]], "lane", 4.0, compound=leaf["key"])
    else:
        add_path(points, "lane", 4.0, compound=leaf["key"])


# --------------------------------------------------------------------------------------------------------
# Xigongdi: one compound, sixteen walled yards, one lane two metres wide.

XIGONGDI_UNITS = [
    "市房产管理局", "市机床厂", "市电机厂", "市铸造厂", "市木器厂", "市油漆厂", "市塑料厂", "市无线电厂", "市衡器厂", "市搪瓷厂", "市制鞋厂",
    "市雨衣厂", "市毛纺站", "市化工站", "市土产公司", "市废品公司", "市理发店总店", "市饮食公司", "市照相总店", "市浴池总店", "市旅店公司",
    "市工艺美术社", "西工房管所", "西工街道工业组",
]


def draw_xigongdi(leaf):
    frame, ring = leaf["frame"], leaf["ring"]
    leaf.update(name="西工地", owner="市房产管理局", built=1974, gated=True)
    COMPOUNDS.append(leaf)
    RINGS.append(dict(key=leaf["key"], ring=ring, kind="compound", owner="市房产管理局", year=1960, open=False))
    uv = [frame.uv(p) for p in ring]
    west = max(a for v in (16, 60, 100, 140, 180) for a, _ in scan(uv, v)[:1])
    south = max(a for u in (10, 60, 120, 180, 215) for a, _ in scan([(v, u) for u, v in uv], u)[:1])
    q = lambda x: snap(frame, x)
    west, south = q(west), q(south)
    w1, w2, w3, w4 = q(west + 51), q(west + 56), q(west + 158), q(west + 163)  # the walls of the two alleys
    mid = q(west + 107)  # party wall between the second and third column
    s0, s1, n0, n1, n2, n3 = south, q(south + 33), q(south + 66), q(south + 73), q(south + 106), q(south + 138)
    edge = lambda axis, at, side, through: outline_hit(uv, axis, at, side, through)
    west_at = lambda v: edge("v", v, "W", west + 20)
    east_at = lambda v: edge("v", v, "E", west + 170)
    south_at = lambda u: edge("u", u, "S", n0)
    north_at = lambda u: edge("u", u, "N", n0)
    unit = iter(XIGONGDI_UNITS * 3)

    def wall(a, b, owner=None):
        line = [frame.free(*a), frame.free(*b)]
        WALL_LINES.append((line, dict(kind="compound", height=RNG.choice((2.1, 2.3, 2.5)), thickness=0.24,
                                      owner=owner or next(unit), removable=True, inner=leaf["key"])))

    for u in (w1, w2, w3, w4):
        wall(south_at(u), (u, n0))
        wall((u, n1), north_at(u))
    wall(south_at(mid), (mid, n0))
    wall((mid, n1), north_at(mid))
    wall(west_at(n0), (w1, n0))
    wall(west_at(n1), (w1, n1))
    wall((w4, n1), east_at(n1))
    for v, columns in ((s1, "123"), (n2, "234"), (n3, "12")):
        if "1" in columns:
            wall(west_at(v), (w1, v))
        if "2" in columns:
            wall((w2, v), (mid, v))
        if "3" in columns:
            wall((mid, v), (w3, v))
        if "4" in columns:
            wall((w4, v), east_at(v))

    # Lanes: the main lane from west to east, two alleys from south to north.
    lane = q((n0 + n1) / 2)
    gate_w, gate_e = frame.free(*west_at(lane)), frame.free(*east_at(lane))
    alley = [q((w1 + w2) / 2), q((w3 + w4) / 2)]
    gate_s = [frame.free(*south_at(u)) for u in alley]
    rows = [south + 11, south + 44, n1 + 10, n2 + 10, n3 + 9]
    court = [q(r + 10.2 + 3.2) for r in rows]
    tops = [frame.at(u, court[4]) for u in alley]
    add_path([gate_w, gate_e], "lane", 5.0, compound=leaf["key"])
    add_path([frame.at(alley[0], south + 12), frame.at(alley[0], lane)], "lane", 2.0, compound=leaf["key"], key="xigongdi-lane")
    add_path([gate_s[0], frame.at(alley[0], south + 12)], "lane", 3.0, compound=leaf["key"])
    add_path([frame.at(alley[0], lane), tops[0]], "lane", 4.0, compound=leaf["key"])
    add_path([gate_s[1], frame.at(alley[1], lane), tops[1]], "lane", 4.0, compound=leaf["key"])
    for point, side, access, width in ((gate_w, "W", "residents", 5.0), (gate_e, "E", "closed", 4.0), (gate_s[0], "S", "residents", 3.0), (gate_s[1], "S", "residents", 4.0)):
        add_gate(point, access, [leaf["key"]], width=width, key=leaf["key"])
        out = outside_of(leaf, point, side)
        add_path([point, out], "lane", width)

    # Houses: five rows of four; doors on the north side.
    columns = [(west + 5.5, w1 - 5), (w2 + 5, mid - 5.5), (mid + 5.5, w3 - 5), (w4 + 5, west + 219 - 8)]
    leaf["yards"] = []
    houses = {}
    for i, v in enumerate(rows):
        for j, (u0, u1) in enumerate(columns):
            if (i, j) == (2, 3):
                continue
            floors = (4, 4, 3, 4, 5)[i] if j != 1 else (4, 5, 4, 4, 3)[i]
            rect = (q(u0), q(v), q(min(u1, u0 + RNG.choice((39, 40, 41)))), q(v + 10.2))
            owner = next(unit)
            houses[i, j] = add_building(frame, rect, "residential", floors, compound=leaf["key"], units=3, built=1970 + (7 * i + 5 * j) % 17, owner=owner)
            houses[i, j]["passage"] = None
            settle(houses[i, j])

    u0 = columns[3][0]
    add_building(frame, (q(u0 + 2), q(rows[2]), q(u0 + 22), q(rows[2] + 9)), "industrial", 1, compound=leaf["key"], built=1972, owner="西工街道工业组")

    # Yard gates in the alley walls, at the lane before the doors; doors between yards, locked for years.
    for u, v in ((mid, court[0]), (mid, court[3]), (w1 - 3, s1), (w2 + 3, n3)):
        add_gate(frame.at(u, v), "closed", [leaf["key"]], width=1.2, key=leaf["key"])
    add_gate(frame.free(*north_at(alley[0])), "closed", [leaf["key"], "c-26"], width=2.0, key=leaf["key"])
    for i in range(5):
        for j in range(4):
            u_wall, u_alley = (w1, alley[0]) if j == 0 else (w2, alley[0]) if j == 1 else (w3, alley[1]) if j == 2 else (w4, alley[1])
            point = frame.at(u_wall, court[i])
            add_gate(point, "residents", [leaf["key"]], width=2.4, key=leaf["key"])
            end = (u_wall - 34 if j in (0, 2) else u_wall + 34, court[i])
            add_path([frame.at(*end), point, frame.at(u_alley, court[i])], "footway", 2.0, compound=leaf["key"])

    # Sheds back to back along the yard walls, in rows; then the two that squeeze the lane.
    unit = iter(XIGONGDI_UNITS[5:] + XIGONGDI_UNITS * 4)

    def shed_row(u0, u1, v0, v1, owner=None):
        u = u0
        while u + 3.2 <= u1:
            w = min(RNG.choice((4.2, 5.0, 5.6, 6.4)), u1 - u)
            deep = RNG.choice((0.0, 0.0, 0.3))
            lo, hi = (v0 + deep, v1) if v1 - v0 > 0 else (v0, v1)
            add_structure(frame, (u, lo, u + w, hi), "ground", 1, owner or next(unit), leaf["key"])
            u += w + RNG.choice((0.08, 0.12, 0.2))

    # (wall, column, from and to along the column, depth south and north of the wall)
    for v, j, a, b, lower, upper in (
        (s1, 0, 3, 30, 3.6, 3.3), (s1, 1, 14, 41, 3.9, 0), (s1, 1, 20, 40, 0, 4.2), (s1, 2, 2, 26, 3.6, 3.9),
        (n2, 1, 2, 33, 3.9, 4.1), (n2, 2, 10, 38, 3.6, 3.9), (n2, 3, 4, 24, 3.4, 4.0), (n3, 0, 6, 34, 3.9, 3.6), (n3, 1, 3, 18, 3.4, 3.4),
    ):
        u0 = columns[j][0]
        if lower:
            shed_row(u0 + a, u0 + b, v - 0.2 - lower, v - 0.2)
        if upper:
            shed_row(u0 + a - 1.5, u0 + b - 3, v + 0.2, v + 0.2 + upper)
    shed_row(mid - 17, mid - 1, n1 + 0.5, n1 + 4.0)
    shed_row(mid + 1.2, mid + 22, n1 + 0.5, n1 + 4.2)
    for u, v, w, deep, who in (
        (w2 + 0.2, n2 + 1, 2.8, 5.6, "市照相总店"), (w3 - 3.0, s1 + 1.2, 2.8, 7.2, "市浴池总店"), (w4 + 0.2, n1 + 1.0, 3.0, 6.4, "西工街道工业组"),
        (w4 + 0.2, s0 + 0.8, 3.2, 8.0, "市废品公司"), (mid - 3.4, s0 + 0.8, 3.2, 6.0, "市旅店公司"), (west + 6, n1 + 0.4, 9.0, 3.4, "市理发店总店"),
        (w1 - 3.2, n3 + 1.0, 3.0, 5.2, "市工艺美术社"), (w3 - 3.3, n3 + 14.0, 3.1, 6.4, "市饮食公司"), (w4 + 24, n1 + 12, 14.0, 5.0, "西工街道工业组"),
    ):
        add_structure(frame, (u, v, u + w, v + deep), "ground", 1, who, leaf["key"])
    # The squeeze: two sheds face each other across the first alley, 2.0 m apart, clear of every yard gate.
    v = court[1] - 16
    half = round(1.0 / frame.step) * frame.step
    add_structure(frame, (w1 + 0.2, v, alley[0] - half, v + 9), "ground", 1, "西工街道工业组", leaf["key"], force=True)
    add_structure(frame, (alley[0] + half, v + 1, w2 - 0.2, v + 8), "ground", 1, "市废品公司", leaf["key"], force=True)
    for (i, j), house in sorted(houses.items()):
        u0, v0, u1, v1 = house["rect"]
        if (i + j) % 3 == 0:
            add_structure(frame, (u0 + 4, v0 - 3.0, u0 + 10.5, v0), "attached", 1, f"住户{i + 1}{j + 1}01", leaf["key"])
        if (i * 3 + j) % 4 == 1:
            add_structure(frame, (u1 - 13, v0 + 3, u1 - 6, v0 + 7.5), "rooftop", 1, f"住户{i + 1}{j + 1}41", leaf["key"])

    # Ownership: a parcel a yard, cut along the walls; the lanes belong to the housing bureau.
    cut = lambda parts: [frame.free(*p) for p in parts]
    bands = {0: ((west_at, None), w1), 1: (w2, mid), 2: (mid, w3), 3: (w4, (east_at, None))}
    owners = iter(XIGONGDI_UNITS[1:] + XIGONGDI_UNITS[1:])
    for j, levels in ((0, ((None, s1), (s1, n0), (n1, n3), (n3, None))), (1, ((None, s1), (s1, n0), (n1, n2), (n2, n3), (n3, None))),
                      (2, ((None, s1), (s1, n0), (n1, n2), (n2, n3), (n3, None))), (3, ((None, s1), (s1, n0), (n1, n2), (n2, n3), (n3, None)))):
        for lo, hi in levels:
            part = ring
            left, right = bands[j]
            if not isinstance(left, tuple):
                part = cut_line(part, lambda p: frame.uv(p)[0] - left)
            if not isinstance(right, tuple):
                part = cut_line(part, lambda p: right - frame.uv(p)[0])
            if lo is not None:
                part = cut_line(part, lambda p: frame.uv(p)[1] - lo)
            if hi is not None:
                part = cut_line(part, lambda p: hi - frame.uv(p)[1])
            PARCELS.append(dict(ring=part, owner=next(owners), land_use="residential", right="allocated", key=leaf["key"]))


def add_structure(frame, rect, position, floors, owner, compound, force=False):
    """Adds an illegal structure if it stands clear of paths, doors, gates and other structures."""
    rect = tuple(snap(frame, x) for x in rect)
    ring = frame.rect(*rect)
    outline = BY_KEY[compound]["ring"]
    if not force and not structure_fits(ring, position):
        return None
    if not all(inside(p, outline) > 0 for p in ring) or rings_gap(ring, outline) < 0.15:
        return None
    s = dict(ring=ring, position=position, floors=floors, owner=owner, compound=compound)
    STRUCTURES.append(s)
    if position != "rooftop":
        SOLIDS.add(box(ring), (ring, False))
    return s


def structure_fits(ring, position):
    if position == "rooftop":
        return True
    b = box(ring, 3000)
    if any(rings_overlap(ring, o["ring"]) for o in OPEN_SPACES):
        return False
    for solid, house in SOLIDS.near(b):
        if rings_overlap(ring, solid):
            return False
        if position == "ground" and rings_gap(ring, solid) < (0.3 if house else 0.05):
            return False
    for path in PATHS:
        if path["level"] == 0:
            pb = box(path["points"])
            if pb[0] <= b[2] and b[0] <= pb[2] and pb[1] <= b[3] and b[1] <= pb[3] and line_gap(path["points"], ring) < min(1.3, path["width"] / 2 + 0.1):
                return False
    near = lambda p, d: min(to_segment(p, x, y)[0] for x, y in edges(ring)) < d
    if any(near(d["point"], 1.6) for d in ENTRANCES if b[0] <= d["point"][0] <= b[2] and b[1] <= d["point"][1] <= b[3]):
        return False
    return not any(near(g["point"], 2.0) for g in GATES if b[0] <= g["point"][0] <= b[2] and b[1] <= g["point"][1] <= b[3])


# --------------------------------------------------------------------------------------------------------
# Sites that are not compounds: schools, market, mall, park.


def extent(leaf, v0=None, v1=None):
    """The upright rectangle (u0, v0, u1, v1) that lies inside the leaf for the given reach of v."""
    frame, uv = leaf["frame"], [leaf["frame"].uv(p) for p in leaf["ring"]]
    lo, hi = min(p[1] for p in uv), max(p[1] for p in uv)
    v0 = snap(frame, lo + 5 if v0 is None else v0)
    v1 = snap(frame, hi - 5 if v1 is None else v1)
    u0, u1 = span(uv, v0, v1)[0]
    return u0, v0, u1, v1


def inset(ring, d):
    for a, b in edges(ccw(ring)):
        ring = cut_line(ring, half_plane(a, b, d))
    return ring


def side_gate(leaf, side, at, access, width, hours=None, compounds=()):
    """A gate on a site's outline with its path out to the street; returns its point."""
    frame, uv = leaf["frame"], [leaf["frame"].uv(p) for p in leaf["ring"]]
    at, middle = snap(frame, at), centre(uv)
    hit = outline_hit(uv, "u" if side in "SN" else "v", at, side, middle[1] if side in "SN" else middle[0])
    point = frame.free(*hit)
    if access:
        add_gate(point, access, list(compounds), width=width, hours=hours, key=leaf["key"])
    out = outside_of(leaf, point, side)
    add_path([point, out], "lane" if width > 3 else "footway", width)
    return point


def door_of(building, side="S", share=0.5):
    u0, v0, u1, v1 = building["rect"]
    f = building["frame"]
    if side in "SN":
        return f.at(u0 + share * (u1 - u0), v0 if side == "S" else v1)
    return f.at(u0 if side == "W" else u1, v0 + share * (v1 - v0))


def draw_school(leaf, kind, name, owner, capacity, side, as_ground):
    frame = leaf["frame"]
    RINGS.append(dict(key=leaf["key"], ring=leaf["ring"], kind="school", owner=owner, year=1958, open=False))
    OPEN_SPACES.append(dict(ring=leaf["ring"], kind="yard", protected=True, key=leaf["key"]))
    PARCELS.append(dict(ring=leaf["ring"], owner=owner, land_use="education", right="allocated"))
    u0, v0, u1, v1 = extent(leaf)
    long = min(u1 - u0 - 20, 66)
    main = add_building(frame, (snap(frame, u1 - 6 - long), snap(frame, v1 - 16), snap(frame, u1 - 6), snap(frame, v1 - 3)), "public", 4, owner=owner, built=1984)
    if v1 - v0 > 150:
        add_building(frame, (snap(frame, u1 - 6 - long), snap(frame, v1 - 56), snap(frame, u1 - 6), snap(frame, v1 - 43.5)), "public", 4, owner=owner, built=1991)
        add_building(frame, (snap(frame, u1 - 34), snap(frame, v0 + 4), snap(frame, u1 - 6), snap(frame, v0 + 24)), "public", 2, owner=owner, built=1978)
    else:
        add_building(frame, (snap(frame, u0 + 5), snap(frame, v1 - 66), snap(frame, u0 + 17), snap(frame, v1 - 30)), "public", 3, owner=owner, built=1988)
        add_building(frame, (snap(frame, u1 - 22), snap(frame, v1 - 66), snap(frame, u1 - 5), snap(frame, v1 - 36)), "public", 2, owner=owner, built=1979)
    court = snap(frame, v1 - 24)
    gate = side_gate(leaf, side, court, "public", 5.0, "07:00-18:00")
    door = door_of(main, "S")
    du = frame.uv(door)[0]
    add_path([gate, frame.at(du, court), door], "footway", 3.0)
    f = add_facility(kind, name, inset(leaf["ring"], 0.6) if as_ground else door, capacity=capacity,
                     land_area=area(leaf["ring"]), floor_area=4 * long * 13)
    ENTRANCES.append(dict(point=door, facility=f))
    wide, deep = (38, 62) if v1 - v0 > 150 else (24, 42)
    top = v1 - 70 if v1 - v0 > 150 else v1 - 34
    pitch = frame.rect(snap(frame, (u0 + u1) / 2 - wide / 2), snap(frame, top - deep), snap(frame, (u0 + u1) / 2 + wide / 2), snap(frame, top))
    return pitch


def draw_kindergarten(leaf, name, owner, gate_u):
    frame = leaf["frame"]
    RINGS.append(dict(key=leaf["key"], ring=leaf["ring"], kind="school", owner=owner, year=1986, open=False))
    OPEN_SPACES.append(dict(ring=leaf["ring"], kind="yard", protected=True, key=leaf["key"]))
    PARCELS.append(dict(ring=leaf["ring"], owner=owner, land_use="education", right="allocated"))
    u0, v0, u1, v1 = extent(leaf)
    house = add_building(frame, (snap(frame, u0 + 6), snap(frame, v1 - 19), snap(frame, u1 - 6), snap(frame, v1 - 4)), "public", 3, owner=owner, built=1986)
    gate = side_gate(leaf, "S", gate_u, "public", 3.5, "07:00-18:30")
    door = door_of(house, "S", 0.3)
    add_path([gate, frame.at(gate_u, v0 + 6), door], "footway", 2.5)
    f = add_facility("kindergarten", name, door, capacity=270, land_area=area(leaf["ring"]), floor_area=3 * area(house["ring"]))
    ENTRANCES.append(dict(point=door, facility=f))


def draw_sites():
    site = BY_KEY.get
    pitch = draw_school(site("junior"), "junior_school", "邙南中学", "西工区教育局", 1500, "W", True)
    add_facility("sports_ground_medium", "邙南中学操场(课余开放)", pitch, land_area=area(pitch))
    pitch = draw_school(site("primary"), "primary_school", "涧东小学", "西工区教育局", 1350, "W", False)
    add_facility("sports_ground_small", "涧东小学操场(课余开放)", pitch, land_area=area(pitch))
    draw_kindergarten(site("kinder1"), "涧河幼儿园", "西工区教育局", 232)
    draw_kindergarten(site("kinder2"), "供销幼儿园", "市供销社", 150)

    leaf = site("mall")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="西苑商业公司", land_use="commercial", right="granted"))
    mall = add_building(frame, (snap(frame, u0 + 26), snap(frame, v0 + 16), snap(frame, u0 + 96), snap(frame, v0 + 60)), "commercial", 4, owner="西苑商业公司", built=1994)
    plaza = frame.rect(snap(frame, u0 + 3), snap(frame, v0 + 4), snap(frame, u0 + 25), snap(frame, v1 - 4))
    OPEN_SPACES.append(dict(ring=plaza, kind="plaza", protected=False))
    door = door_of(mall, "W")
    add_path([door, frame.at(u0 + 14, frame.uv(door)[1]), side_gate(leaf, "W", frame.uv(door)[1], None, 5.0)], "footway", 4.0)
    f = add_facility("mall", "西苑商场", door, floor_area=2860)
    ENTRANCES.append(dict(point=door, facility=f))
    add_facility("gym", "西苑健身房", door_of(mall, "N", 0.3), floor_area=820)
    add_facility("catering", "西苑美食城", door_of(mall, "S", 0.4))

    leaf = site("civic")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="西工区机关事务局", land_use="public", right="allocated"))
    mid = snap(frame, (v0 + v1) / 2)
    office = add_building(frame, (snap(frame, u0 + 12), snap(frame, mid + 4), snap(frame, u0 + 60), snap(frame, mid + 17)), "public", 4, owner="唐台街道", built=1992)
    clinic = add_building(frame, (snap(frame, u0 + 66), snap(frame, mid + 4), snap(frame, u0 + 108), snap(frame, mid + 17)), "public", 4, owner="区卫生局", built=1990)
    police = add_building(frame, (snap(frame, u0 + 12), snap(frame, mid - 17), snap(frame, u0 + 44), snap(frame, mid - 5)), "public", 3, owner="西工公安分局", built=1988)
    culture = add_building(frame, (snap(frame, u0 + 56), snap(frame, mid - 18), snap(frame, u0 + 100), snap(frame, mid - 5)), "public", 3, owner="区文化局", built=1994)
    gate = side_gate(leaf, "W", mid, None, 6.0)
    doors = [door_of(office, "S", 0.25), door_of(office, "S", 0.75), door_of(clinic, "S", 0.5), door_of(police, "N"), door_of(culture, "N")]
    add_path([gate, frame.at(u0 + 108, mid)], "lane", 6.0)
    for d in doors:
        add_path([d, frame.at(frame.uv(d)[0], mid)], "footway", 3.0)
    for d, kind, name, more in (
        (doors[0], "subdistrict_office", "唐台街道办事处", dict(floor_area=1400)),
        (doors[1], "service_centre", "唐台街道社区服务中心", dict(floor_area=1080)),
        (doors[2], "health_centre", "唐台社区卫生服务中心", dict(floor_area=2180, capacity=60)),
        (doors[3], "police_station", "唐台派出所", dict(floor_area=1150)),
        (doors[4], "culture_centre", "唐台文化活动中心", dict(floor_area=3100)),
    ):
        f = add_facility(kind, name, d, **more)
        ENTRANCES.append(dict(point=d, facility=f))

    leaf = site("plaza")
    frame = leaf["frame"]
    ground = inset(leaf["ring"], 1.0)
    OPEN_SPACES.append(dict(ring=ground, kind="green", protected=True))
    PARCELS.append(dict(ring=leaf["ring"], owner="市园林处", land_use="green", right="allocated"))
    add_facility("pocket_park", "涧东游园", ground, land_area=area(ground))
    u0, v0, u1, v1 = extent(leaf)
    fit = frame.rect(snap(frame, u0 + 70), snap(frame, v0 + 8), snap(frame, u0 + 100), snap(frame, v0 + 26))
    add_facility("fitness_ground", "涧东健身广场", fit, land_area=area(fit))
    wc = add_building(frame, (snap(frame, u0 + 104), snap(frame, v0 + 4), snap(frame, u0 + 112), snap(frame, v0 + 10)), "public", 1, owner="市环卫处", built=1995)
    add_facility("public_toilet", "涧东公厕", door_of(wc, "W"), floor_area=45)
    a, b = side_gate(leaf, "W", (v0 + v1) / 2, None, 3.0), side_gate(leaf, "N", (u0 + u1) / 2, None, 3.0)
    mid = frame.at((u0 + u1) / 2, (v0 + v1) / 2)
    add_path([a, mid, b], "footway", 3.0)
    add_path([mid, frame.at(u0 + 85, v0 + 26)], "footway", 2.0)

    leaf = site("market")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="西工区商务局", land_use="commercial", right="allocated"))
    hall = add_building(frame, (snap(frame, u0 + 24), snap(frame, v0 + 26), snap(frame, u0 + 82), snap(frame, v0 + 64)), "commercial", 1, owner="西工区商务局", built=1993)
    door = door_of(hall, "W")
    add_path([door, side_gate(leaf, "W", frame.uv(door)[1], None, 6.0)], "lane", 6.0)
    f = add_facility("wet_market", "涧东菜市场", door, floor_area=2200)
    ENTRANCES.append(dict(point=door, facility=f))
    park = frame.rect(snap(frame, u0 + 24), snap(frame, v0 + 2), snap(frame, u0 + 82), snap(frame, v0 + 22))
    OPEN_SPACES.append(dict(ring=park, kind="parking", protected=False))
    add_facility("car_parking", "菜市场停车场", park, capacity=42, land_area=area(park))
    add_building(frame, (snap(frame, u0 + 24), snap(frame, v1 - 12), snap(frame, u0 + 74), snap(frame, v1 - 1)), "commercial", 2, owner="西工区商务局", built=1990)
    waste = add_building(frame, (snap(frame, u0 + 92), snap(frame, v0 + 28), snap(frame, u0 + 106), snap(frame, v0 + 39)), "public", 1, owner="市环卫处", built=1989)
    add_facility("waste_station", "涧东垃圾收集站", door_of(waste, "S"), floor_area=150)
    add_facility("recycling_point", "涧东再生资源回收点", door_of(waste, "W"), floor_area=10)
    d = frame.uv(door_of(waste, "S"))
    add_path([door_of(waste, "S"), frame.at(d[0], v0 + 24), frame.at(u0 + 20, v0 + 24), frame.at(u0 + 20, frame.uv(door)[1])], "lane", 4.0)

    leaf = site("park")
    frame = leaf["frame"]
    ground = inset(leaf["ring"], 0.5)
    OPEN_SPACES.append(dict(ring=ground, kind="green", protected=True))
    PARCELS.append(dict(ring=leaf["ring"], owner="市园林处", land_use="green", right="allocated"))
    add_facility("park", "中渠公园", ground, land_area=area(ground))
    u0, v0, u1, v1 = extent(leaf)
    um, vm = (u0 + u1) / 2, (v0 + v1) / 2
    court = frame.rect(snap(frame, u0 + 16), snap(frame, vm + 6), snap(frame, u0 + 58), snap(frame, vm + 40))
    add_facility("sports_ground_medium", "中渠公园运动场", court, land_area=area(court))
    small = frame.rect(snap(frame, u1 - 50), snap(frame, vm + 8), snap(frame, u1 - 14), snap(frame, vm + 34))
    add_facility("sports_ground_small", "中渠公园球场", small, land_area=area(small))
    play = frame.rect(snap(frame, um + 14), snap(frame, vm - 34), snap(frame, um + 34), snap(frame, vm - 16))
    add_facility("play_area", "中渠公园儿童乐园", play, land_area=area(play))
    fit = frame.rect(snap(frame, um - 40), snap(frame, vm - 30), snap(frame, um - 16), snap(frame, vm - 14))
    add_facility("fitness_ground", "中渠公园健身场", fit, land_area=area(fit))
    wc = add_building(frame, (snap(frame, um + 12), snap(frame, vm + 6), snap(frame, um + 22), snap(frame, vm + 12)), "public", 1, owner="市园林处", built=1994)
    add_facility("public_toilet", "中渠公园公厕", door_of(wc, "S"), floor_area=60)
    w, e, n = side_gate(leaf, "W", vm, None, 4.0), side_gate(leaf, "E", vm, None, 4.0), side_gate(leaf, "N", um, None, 4.0)
    add_path([w, frame.at(u0 + 70, vm), frame.at(um, vm), frame.at(u1 - 60, vm), e], "footway", 4.0)
    add_path([n, frame.at(um, vm)], "footway", 4.0)
    draw_embankment(leaf, vm)

    leaf = site("culture")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="市文物管理处", land_use="culture", right="allocated"))
    OPEN_SPACES.append(dict(ring=inset(leaf["ring"], 0.5), kind="plaza", protected=True))
    hall = add_building(frame, (snap(frame, u0 + 30), snap(frame, v0 + 26), snap(frame, u0 + 66), snap(frame, v0 + 40)), "public", 2, owner="市文物管理处", built=1965)
    door = door_of(hall, "S")
    gate = side_gate(leaf, "S", frame.uv(door)[0], None, 4.0)
    add_path([gate, door], "footway", 4.0)
    add_facility("culture_station", "旧营房文化活动站", door, floor_area=900)
    add_facility("reading_room", "旧营房书屋", door_of(hall, "S", 0.15), floor_area=90)
    old = [frame.at(u0 + 14, v0 + 14), frame.at(u0 + 14, v0 + 50), frame.at(u0 + 84, v0 + 50), frame.at(u0 + 84, v0 + 20)]
    WALL_LINES.append((old, dict(kind="heritage", height=3.1, thickness=0.5, owner="市文物管理处", removable=False)))

    leaf = site("elderly")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="区民政局", land_use="public", right="allocated"))
    home = add_building(frame, (snap(frame, u0 + 16), snap(frame, v0 + 28), snap(frame, u0 + 76), snap(frame, v0 + 43)), "public", 5, owner="区民政局", built=1995)
    door = door_of(home, "S")
    garden = frame.rect(snap(frame, u0 + 10), snap(frame, v0 + 4), snap(frame, u0 + 90), snap(frame, v0 + 28))
    OPEN_SPACES.append(dict(ring=garden, kind="green", protected=False))
    add_path([door, side_gate(leaf, "S", frame.uv(door)[0], None, 4.0)], "footway", 4.0)
    f = add_facility("elderly_home", "渠南敬老院", door, capacity=220, floor_area=4500)
    ENTRANCES.append(dict(point=door, facility=f))

    leaf = site("works")
    frame = leaf["frame"]
    u0, v0, u1, v1 = extent(leaf)
    PARCELS.append(dict(ring=leaf["ring"], owner="河洛石棉制品厂", land_use="industrial", right="allocated"))
    RINGS.append(dict(key="works", ring=leaf["ring"], kind="compound", owner="河洛石棉制品厂", year=1962, open=False, fixed=True))
    OBSTACLES.append(dict(kind="closed_ground", ring=inset(leaf["ring"], 0.5), name="works"))
    for k in range(3):
        u = u0 + 8 + 31 * k
        if u + 24 < u1 - 4:
            add_building(frame, (snap(frame, u), snap(frame, v0 + 12), snap(frame, u + 24), snap(frame, v0 + 46)), "industrial", 1, owner="河洛石棉制品厂", built=1966)


def draw_embankment(leaf, vm):
    """The north bank below the park: a retaining wall with a flight of steps and a ramp through its gaps."""
    frame = leaf["frame"]
    half = CANAL_WIDTH / 2

    def bank(x, d):
        i = next(k for k in range(len(CANAL) - 1) if CANAL[k][0] <= x <= CANAL[k + 1][0])
        (x0, y0), (x1, y1) = CANAL[i : i + 2]
        n = math.hypot(x1 - x0, y1 - y0)
        return place(x - d * (y1 - y0) / n, y0 + (x - x0) / (x1 - x0) * (y1 - y0) + d * (x1 - x0) / n)

    for x0, x1 in ((16, 97), (103, 186), (214, 284)):
        WALL_LINES.append(([bank(x0, half + 6.5), bank(x1, half + 6.5)], dict(kind="retaining", height=1.4, thickness=0.4, owner="中州渠管理处", removable=False)))
    low, foot, head = bank(100, half + 4), bank(100, half + 5), bank(100, half + 8.2)
    u = frame.uv(head)[0]
    add_path([low, foot], "footway", 2.5)
    add_path([foot, head], "steps", 2.5, incline=0.45)
    add_path([head, frame.at(u, vm)], "footway", 2.5)
    low, head = bank(190, half + 4), bank(210, half + 8.2)
    add_path([low, head], "ramp", 2.0, incline=0.07)
    add_path([head, frame.at(frame.uv(head)[0], vm)], "footway", 2.5)
    for x, width in ((470, 3.0), (1140, 2.5)):
        add_path([bank(x, half + 4), bank(x, -half - 4)], "footway", width, public=True, level=1, bridge=True)


# --------------------------------------------------------------------------------------------------------
# The avenue: pavements, crossings, a footbridge and an underpass.


def draw_avenue():
    points, width = ROWS[2]
    d = width / 2 - 3
    for side in (d, -d):
        line = parallel(points, side)
        line[0] = (-32, line_y(line, -32))
        add_path([place(*p) for p in line], "footway", 4.0, pavement=True)
    at = lambda x, off: place(x, row_y(2, x) + off)
    for x in (-14, 14, 289, 316, 618, 666, 958, 1014, 1284, 1316, 480, 1150):
        add_path([at(x, d), at(x, 0), at(x, -d)], "crossing", 5.0)
    x = 800
    for s in (1, -1):
        add_path([at(x + 15, s * d), at(x + 15, s * (d - 3))], "footway", 2.0)
        add_path([at(x + 15, s * (d - 3)), at(x + 2, s * (d - 3))], "steps", 2.4, incline=0.5)
    add_path([at(x + 2, d - 3), at(x + 2, 3 - d)], "footway", 3.0, level=1, bridge=True)
    # Under the north-south avenue, from pavement to pavement: a ramp down from the west, steps up to the east.
    x0, x1, y = 614, 668, row_y(2, 640) + 17
    (wx, ex) = (x0, x1)
    ramp_low, steps_low = at(wx + 11, d - 2.5), at(ex - 8, d - 2.5)
    add_path([at(wx - 8, d), at(wx - 8, d - 2.5)], "footway", 2.0)
    add_path([at(wx - 8, d - 2.5), ramp_low], "ramp", 2.4, incline=-0.08)
    add_path([ramp_low, steps_low], "footway", 4.0, level=-1, tunnel=True)
    add_path([steps_low, at(ex + 2, d - 2.5)], "steps", 2.4, incline=0.5)
    add_path([at(ex + 2, d - 2.5), at(ex + 2, d)], "footway", 2.0)


# --------------------------------------------------------------------------------------------------------
# Shops along the streets, where no lane passes.


def draw_shops():
    for (block, side), strip in SHOPS.items():
        frame, u = strip["frame"], 8.0
        west = block[-1] == "0"
        while u < strip["length"] - 20:
            for size in (58, 52, 46, 40, 34, 28, 22, 16):
                rect = (snap(frame, u), snap(frame, 3.2), snap(frame, u + size), snap(frame, 12.4))
                ring = frame.rect(*rect)
                if u + size < strip["length"] - 8 and shop_fits(ring):
                    floors = RNG.choice((2, 2, 3)) if west else RNG.choice((1, 1, 2))
                    shop = add_building(frame, rect, "commercial", floors, built=RNG.randint(1979, 1995), owner="沿街商户")
                    strip["buildings"].append(shop)
                    n = max(1, int(size / 11))
                    strip["slots"] += [dict(point=frame.at(rect[0] + (i + 0.5) * (rect[2] - rect[0]) / n, rect[1]), share=(u + (i + 0.5) * size / n) / strip["length"], used=False) for i in range(n)]
                    u += size + 5
                    break
            else:
                u += 3


def shop_fits(ring):
    b = box(ring, 4500)
    for solid, _ in SOLIDS.near(b):
        if rings_overlap(ring, solid) or rings_gap(ring, solid) < 4.5:
            return False
    return all(
        line_gap(p["points"], ring) > p["width"] / 2 + 1.0
        for p in PATHS
        if p["level"] == 0 and p["kind"] != "street" and not p.get("pavement") and overlaps(box(p["points"]), b)
    )


def overlaps(b, c):
    return b[0] <= c[2] and c[0] <= b[2] and b[1] <= c[3] and c[1] <= b[3]


# --------------------------------------------------------------------------------------------------------
# Illegal structures in the yards of ordinary compounds, and the small things every compound has.

STROKES = "甲乙丙丁戊己庚辛壬癸"


def households_of(leaf):
    return [b for b in BUILDINGS if b.get("compound") == leaf["key"] and b["use"] == "residential"]


def draw_yard_life():
    draw_joint_sheds()
    for leaf in COMPOUNDS:
        if leaf["key"] != "c-xigongdi":
            draw_sheds(leaf)


def draw_joint_sheds():
    """行署路: sheds and workshops where four of the yards meet, the ground of the centre they could share."""
    frame = BY_KEY["c-xingshu-03"]["frame"]
    for key, owner, rects in (
        ("c-xingshu-03", "行署农机处", ((95.5, 51.4, 104, 55.8), (104.2, 51.4, 113, 55.8), (113.2, 51.8, 124, 55.8), (124.6, 38, 128.7, 46), (124.6, 46.2, 128.7, 51.5))),
        ("c-xingshu-04", "行署交通处", ((138.5, 51.2, 147, 55.8), (147.2, 51.2, 156, 55.8), (129.6, 40, 133.0, 50))),
        ("c-xingshu-08", "行署民政处", ((81.5, 56.2, 89, 60.6), (93, 56.2, 99, 61.2), (99.2, 56.2, 107.7, 61.2), (103.6, 61.5, 107.7, 70))),
        ("c-xingshu-09", "行署财政处", ((108.3, 61.5, 112.0, 70), (116.5, 56.2, 125, 61), (125.2, 56.2, 134, 61), (134.2, 56.2, 142.6, 60.4))),
    ):
        for rect in rects:
            add_structure(frame, rect, "ground", 1, owner, key)


def draw_sheds(leaf):
    frame = leaf["frame"]
    uv = [frame.uv(p) for p in leaf["ring"]]
    new = leaf["built"] > 1988
    for house in households_of(leaf):
        (u0, v0, u1, v1), turned = house["rect"], house["frame"]
        if RNG.random() < (0.08 if new else 0.38):
            w = RNG.choice((4.0, 5.2, 6.4, 7.6))
            u = u0 + 1 + RNG.random() * (u1 - u0 - w - 2)
            add_structure(turned, (u, v0 - RNG.choice((2.4, 2.8, 3.3)), u + w, v0), "attached", 1, pseudonym(), leaf["key"])
        if RNG.random() < (0.04 if new else 0.22):
            w = RNG.choice((4.5, 6.0, 8.0))
            u = u0 + 1 + RNG.random() * (u1 - u0 - w - 2)
            v = snap(frame, v0 + RNG.choice((0.6, 2.0, 3.4)))
            add_structure(turned, (u, v, u + w, v + 4.6), "rooftop", 1, pseudonym(), leaf["key"])
    low, high = min(p[1] for p in uv), max(p[1] for p in uv)
    tries = 2 if new else 3 + int(area(leaf["ring"]) / 1500)
    for _ in range(tries):
        along = RNG.random()
        w, deep = RNG.choice(((6.4, 3.0), (9.6, 3.2), (4.8, 2.6), (13.0, 3.4), (3.6, 6.0)))
        side = RNG.choice("SSNWE")
        if side in "SN":
            edge = scan([(v, u) for u, v in uv], min(p[0] for p in uv) + 4 + along * (max(p[0] for p in uv) - min(p[0] for p in uv) - w - 8))
            u = min(p[0] for p in uv) + 4 + along * (max(p[0] for p in uv) - min(p[0] for p in uv) - w - 8)
            stretch = [s for k in (0, w) for s in scan([(v, x) for x, v in uv], u + k)]
            v = max(s[0] for s in stretch) + 0.2 if side == "S" else min(s[1] for s in stretch) - 0.2 - deep
        else:
            w, deep = min(w, deep), max(w, deep)
            v = low + 3 + along * (high - low - deep - 6)
            stretch = scan(uv, v) + scan(uv, v + deep)
            u = max(s[0] for s in stretch) + 0.2 if side == "W" else min(s[1] for s in stretch) - 0.2 - w
        ring = frame.rect(*(snap(frame, x) for x in (u, v, u + w, v + deep)))
        if all(inside(p, leaf["ring"]) > 0 for p in ring) and rings_gap(ring, leaf["ring"]) > 0.13:
            add_structure(frame, (u, v, u + w, v + deep), "ground", RNG.choice((1, 1, 1, 2)), RNG.choice((leaf["owner"], pseudonym(), pseudonym())), leaf["key"])


def pseudonym():
    return f"住户{RNG.choice(STROKES)}{RNG.choice(STROKES)}{RNG.randint(100, 999)}"


def yard_spot(leaf, clear, near=None):
    """A point of open ground in the compound, at least `clear` metres from walls, houses and lanes' middles."""
    frame = leaf["frame"]
    uv = [frame.uv(p) for p in leaf["ring"]]
    u0, v0, u1, v1 = min(p[0] for p in uv), min(p[1] for p in uv), max(p[0] for p in uv), max(p[1] for p in uv)
    best = None
    for _ in range(160):
        p = frame.at(u0 + RNG.random() * (u1 - u0), v0 + RNG.random() * (v1 - v0))
        if inside(p, leaf["ring"]) <= 0 or to_line(p, leaf["ring"] + leaf["ring"][:1]) < clear:
            continue
        if any(inside(p, s) >= 0 or to_line(p, s + s[:1]) < clear for s, _ in SOLIDS.near(box([p], 1000 * clear))):
            continue
        if any(to_line(p, w[0]) < clear for w in WALL_LINES):
            continue
        if near is None:
            return p
        if best is None or dist(p, near) < dist(best, near):
            best = p
    return best


def main_gate(leaf):
    own = [g for g in GATES if g["key"] == leaf["key"] and g["access"] != "closed"]
    return min(own, key=lambda g: -(g["width"] or 0))["point"] if own else leaf["ring"][0]


def near_house(leaf, side="S", share=0.3):
    house = min((b for b in households_of(leaf) if not b.get("turned")), key=lambda b: dist(centre(b["ring"]), main_gate(leaf)))
    spots = [door_of(house, side, x) for x in (share, 0.1, 0.9, 0.35, 0.65, 0.5)]
    return next(p for p in spots if all(to_line(p, s["ring"] + s["ring"][:1]) > 1 for s in STRUCTURES if s["position"] != "rooftop"))


def draw_compound_facilities():
    for leaf in COMPOUNDS:
        key, name = leaf["key"], leaf["name"]
        west = leaf["block"][-1] in "0" or leaf["block"] in ("b21", "b31")
        luck = RNG.random()
        if luck < (0.85 if west else 0.3):
            add_facility("property_office", name + "物业服务处", near_house(leaf, "S", 0.2), serves="compound", floor_area=RNG.choice((24, 32, 40)), compound=key)
        if luck < (0.95 if west else 0.42):
            spot = yard_spot(leaf, 0.8, main_gate(leaf))
            if spot:
                add_facility("waste_point", name + "垃圾分类点", spot, serves="compound", floor_area=10, compound=key)
        if luck > (0.15 if west else 0.6):
            spot = yard_spot(leaf, 1.0, main_gate(leaf))
            if spot:
                add_facility("bike_parking", name + "车棚", spot, serves="compound", capacity=RNG.choice((60, 90, 120)), compound=key)
        if RNG.random() < (0.7 if west else 0.25):
            spot = yard_spot(leaf, 3.0)
            if spot:
                add_facility("fitness_equipment", name + "健身点", spot, serves="compound" if leaf["gated"] else "public", compound=key)
        if RNG.random() < (0.8 if west else 0.3):
            spot = yard_spot(leaf, 0.9, main_gate(leaf))
            if spot:
                add_facility("parcel_lockers", name + "快递柜", spot, serves="compound" if RNG.random() < 0.5 else "public", compound=key)
        if RNG.random() < (0.35 if west else 0.06):
            spot = yard_spot(leaf, 4.0)
            if spot:
                add_facility("play_area", name + "活动场地", spot, serves="compound", land_area=180, compound=key)


SHOP_TABLE = [
    # kind, name, block, side, how far along the side (0 to 1), more
    ("bank", "工农储蓄所", "b20", "E", 0.3, {}),
    ("bank", "涧东储蓄所", "b20", "S", 0.7, {}),
    ("bank", "中州路储蓄所", "b21", "S", 0.5, {}),
    ("post_office", "唐台邮政所", "b20", "S", 0.3, {}),
    ("telecom", "西苑电信营业厅", "b20", "S", 0.5, {}),
    ("telecom", "站前电信营业厅", "b31", "S", 0.3, {}),
    ("clinic", "西苑门诊部", "b20", "E", 0.7, {"capacity": 20}),
    ("clinic", "中州路门诊部", "b12", "N", 0.6, {"capacity": 12}),
    ("nursery", "涧东托儿所", "b10", "E", 0.7, {"capacity": 60, "floor_area": 260}),
    ("fresh_supermarket", "邙南生鲜超市", "b30", "S", 0.5, {"floor_area": 800}),
    ("fresh_supermarket", "中州路生鲜超市", "b22", "S", 0.8, {"floor_area": 760}),
    ("community_shops", "邙南便民店群", "b30", "E", 0.5, {}),
    ("community_shops", "涧东便民店群", "b10", "N", 0.5, {}),
    ("community_shops", "纺机便民店群", "b21", "W", 0.4, {}),
    ("community_shops", "中州路便民店群", "b22", "S", 0.25, {}),
    ("community_shops", "行署便民店群", "b11", "N", 0.35, {}),
    ("community_shops", "东沿便民店群", "b23", "E", 0.8, {}),
    ("convenience_store", "邙南便利店", "b30", "E", 0.2, {"floor_area": 70}),
    ("convenience_store", "西苑便利店", "b20", "E", 0.1, {"floor_area": 80}),
    ("convenience_store", "纺机便利店", "b21", "W", 0.8, {"floor_area": 60}),
    ("convenience_store", "站前便利店", "b31", "S", 0.7, {"floor_area": 60}),
    ("convenience_store", "省建便利店", "b32", "W", 0.6, {"floor_area": 55}),
    ("convenience_store", "东沿便利店", "b23", "E", 0.2, {"floor_area": 55}),
    ("convenience_store", "棉麻便利店", "b12", "N", 0.2, {"floor_area": 60}),
    ("catering", "站前小吃店", "b31", "S", 0.5, {}),
    ("catering", "中州路面馆", "b21", "S", 0.2, {}),
    ("catering", "行署路烩面馆", "b11", "N", 0.7, {}),
    ("catering", "东关汤馆", "b13", "N", 0.5, {}),
    ("elderly_daycare", "唐台日间照料中心", "b20", "E", 0.85, {"capacity": 40, "floor_area": 420}),
    ("community_canteen", "唐台社区食堂", "b20", "E", 0.5, {"floor_area": 180}),
    ("health_station", "纺机社区卫生服务站", "b21", "W", 0.15, {"capacity": 15, "floor_area": 160}),
    ("service_station", "涧东社区服务站", "b10", "E", 0.9, {"floor_area": 640}),
    ("service_station", "纺机社区服务站", "b21", "S", 0.85, {"floor_area": 610}),
    ("gym", "中州路健身房", "b12", "N", 0.85, {"floor_area": 640}),
    ("public_toilet", "中州路公厕", "b11", "N", 0.1, {"floor_area": 50}),
    ("reading_room", "西苑书屋", "b20", "S", 0.1, {"floor_area": 80}),
]


def draw_street_facilities():
    for kind, name, block, side, share, more in SHOP_TABLE:
        slot = min((s for s in SHOPS[block, side]["slots"] if not s["used"]), key=lambda s: abs(s["share"] - share))
        slot["used"] = True
        add_facility(kind, name, slot["point"], **more)
    for n, (r, x, side) in enumerate(((2, 80, 1), (2, 100, -1), (2, 420, 1), (2, 440, -1), (2, 860, -1), (2, 1180, 1), (4, 150, -1), (4, 520, -1), (1, 200, 1))):
        off = side * (ROWS[r][1] / 2 - 1.2)
        add_facility("bus_stop", f"公交站{n + 1}", place(x, row_y(r, x) + off))
    # Public things inside gated compounds, and the few that the old compounds share.
    inside_table = (
        ("c-24", "elderly_daycare", "邮电日间照料中心", "S", 0.5, dict(capacity=30, floor_area=360)),
        ("c-27", "culture_station", "师范文化活动站", "S", 0.5, dict(floor_area=300)),
        ("c-42", "health_station", "棉麻社区卫生服务站", "S", 0.4, dict(capacity=12, floor_area=130)),
        ("c-44", "service_station", "渠北社区服务站", "S", 0.5, dict(floor_area=600)),
        ("c-45", "kindergarten", "广播幼儿园", "S", 0.5, dict(capacity=150, floor_area=1200)),
        ("c-16", "community_canteen", "货场职工食堂", "S", 0.5, dict(serves="compound", floor_area=150)),
        ("c-05", "service_station", "站前社区服务站", "S", 0.6, dict(floor_area=600)),
        ("c-18", "reading_room", "涧河新村书屋", "S", 0.5, dict(floor_area=70)),
        ("c-19", "play_area", "涧河新村儿童乐园", None, 5.0, dict(land_area=240)),
        ("c-18", "fitness_ground", "涧河新村健身场", None, 5.0, dict(land_area=200)),
        ("c-34", "heat_station", "市政公司换热站", None, 5.0, dict(floor_area=62)),
        ("c-33", "recycling_point", "拖配再生资源回收点", None, 2.0, dict(floor_area=8)),
        ("c-57", "recycling_point", "食品公司回收点", None, 2.0, dict(floor_area=6)),
        ("c-xingshu-05", "convenience_store", "行署小卖部", "S", 0.3, dict(floor_area=50)),
        ("c-61", "convenience_store", "果品小卖部", "N", 0.1, dict(floor_area=50)),
    )
    leaves = {c["key"]: c for c in COMPOUNDS}
    for key, kind, name, side, x, more in inside_table:
        leaf = leaves[key]
        point = near_house(leaf, side, x) if side else yard_spot(leaf, x)
        add_facility(kind, name, point, compound=key, **more)


# --------------------------------------------------------------------------------------------------------
# Noding: outlines, walls and gates share their corners; so do paths that meet.


def node_walls():
    """The walls as (points, properties, compounds): one line per side and pair of neighbours."""
    corners = [p for r in RINGS for p in r["ring"]] + [p for line, _ in WALL_LINES for p in line]
    canon = {}
    grid = defaultdict(list)
    for p in dict.fromkeys(corners + [g["point"] for g in GATES]):
        k = (p[0] // 1000, p[1] // 1000)
        near = [q for i in (-1, 0, 1) for j in (-1, 0, 1) for q in grid[k[0] + i, k[1] + j] if dist(p, q) <= 0.004]
        canon[p] = near[0] if near else p
        if not near:
            grid[k].append(p)
    points = list(dict.fromkeys(canon.values()))
    fix = lambda line: [q for i, q in enumerate([canon[p] for p in line]) if i == 0 or q != canon[line[i - 1]]]
    for r in RINGS:
        r["ring"] = insert_points(fix(r["ring"]), points)
    for i, (line, props) in enumerate(WALL_LINES):
        WALL_LINES[i] = (insert_points(fix(line), points, closed=False), props)
    users = defaultdict(list)
    for r in RINGS:
        for p, q in edges(r["ring"]):
            users[min(p, q), max(p, q)].append(r)
    walls, done = [], set()
    for r in RINGS:
        run, tag = [], None
        ring = r["ring"]
        start = next(i for i in range(len(ring)) if turn_at(ring, i))
        for p, q in edges(ring[start:] + ring[:start]):
            key = (min(p, q), max(p, q))
            who = users[key]
            walled = any(not w["open"] for w in who)
            now = (tuple(sorted(w["key"] for w in who))) if walled and key not in done else None
            corner = run and abs(math.sin(bearing(run[-2], run[-1]) - bearing(p, q))) > 0.3
            if not run or now != tag or corner:
                if tag:
                    walls.append((run, *wall_facts(tag)))
                run, tag = [p, q], now
            else:
                run.append(q)
            done.add(key)
        if tag:
            walls.append((run, *wall_facts(tag)))
    return walls + [(line, props, ()) for line, props in WALL_LINES]


def bearing(p, q):
    return math.atan2(q[1] - p[1], q[0] - p[0])


def turn_at(ring, i):
    return abs(math.sin(bearing(ring[i - 1], ring[i]) - bearing(ring[i], ring[(i + 1) % len(ring)]))) > 0.3


def wall_facts(keys):
    rings = {r["key"]: r for r in RINGS}
    mine = [rings[k] for k in keys if not rings[k]["open"]]
    first = min(mine, key=lambda r: (r["kind"] != "school", r["year"], r["key"]))
    fixed = first["kind"] == "school" or first.get("fixed", False)
    high = round(2.2 + (len(first["owner"]) % 4) / 10, 1)
    return dict(kind=first["kind"], height=high, thickness=0.24, owner=first["owner"], removable=not fixed), keys


def node_paths():
    """Gives paths that cross or touch on one level a common corner."""
    segments = Index()
    for i, path in enumerate(PATHS):
        for a, b in zip(path["points"], path["points"][1:]):
            segments.add(box((a, b), 4), (i, a, b))
    extra = defaultdict(list)
    for i, path in enumerate(PATHS):
        for a, b in zip(path["points"], path["points"][1:]):
            for j, c, d in segments.near(box((a, b), 4)):
                if j == i:
                    continue
                other = PATHS[j]
                for p in (a, b):
                    meets = path["level"] == other["level"] or p in (path["points"][0], path["points"][-1])
                    if meets and to_segment(p, c, d)[0] <= 0.004:
                        extra[j].append(p)
                if path["level"] == other["level"] and i < j and crosses(a, b, c, d):
                    if min(to_segment(a, c, d)[0], to_segment(b, c, d)[0], to_segment(c, a, b)[0], to_segment(d, a, b)[0]) > 0.004:
                        p = meet(a, b, c, d)
                        extra[i].append(p)
                        extra[j].append(p)
    for i, path in enumerate(PATHS):
        path["points"] = insert_points(path["points"], extra[i], closed=False, tolerance=0.004)


# --------------------------------------------------------------------------------------------------------
# Units, parcels, pipes and the boundary.


def draw_units():
    def cell(r, c0, c1, y0=None, y1=None):
        low = row_y if y0 is None else y0
        left = [(COLUMNS[c0][0][r][0], row_y(r, COLUMNS[c0][0][r][0])), (COLUMNS[c0][0][r][1], row_y(r + 1, COLUMNS[c0][0][r][1]))]
        right = [(COLUMNS[c1][0][r][0], row_y(r, COLUMNS[c1][0][r][0])), (COLUMNS[c1][0][r][1], row_y(r + 1, COLUMNS[c1][0][r][1]))]
        if c0 == 0:
            left = [(-25, left[0][1]), (-25, left[1][1])]
        if c1 == 4:
            right = [(1325, right[0][1]), (1325, right[1][1])]
        if r == 0:
            left[0], right[0] = (left[0][0], -25), (right[0][0], -25)
        if r == 3:
            left[1], right[1] = (left[1][0], 1047), (right[1][0], 1047)
        return left, right

    def region(r0, r1, c0, c1):
        lefts, rights = [], []
        for r in range(r0, r1 + 1):
            left, right = cell(r, c0, c1)
            lefts += left
            rights += right
        bend = lambda ring: [place(*p) for i, p in enumerate(ring) if p != ring[i - 1]]
        return bend(rights + lefts[::-1])

    UNITS.append(dict(kind="district", name="西工示范区(虚构)", ring=region(0, 3, 0, 4)))
    UNITS.append(dict(kind="sub_district", name="渠涧街道", ring=region(0, 1, 0, 4)))
    UNITS.append(dict(kind="sub_district", name="唐台街道", ring=region(2, 3, 0, 4)))
    for name, r, c0, c1 in (
        ("涧东社区", 1, 0, 1), ("行署路社区", 1, 1, 2), ("棉麻社区", 1, 2, 3), ("砂轮社区", 1, 3, 4),
        ("纺机社区", 2, 0, 2), ("西工地社区", 2, 2, 4), ("站前社区", 3, 0, 2), ("邙东社区", 3, 2, 4),
    ):
        UNITS.append(dict(kind="community", name=name, ring=region(0 if r == 1 else r, r, c0, c1)))
    for name, r0, r1, c0, c1 in (("西北五分钟生活圈", 2, 3, 0, 2), ("东北五分钟生活圈", 2, 3, 2, 4), ("西南五分钟生活圈", 0, 1, 0, 2), ("东南五分钟生活圈", 0, 1, 2, 4)):
        UNITS.append(dict(kind="life_circle", name=name, ring=region(r0, r1, c0, c1)))
    return region(0, 3, 0, 4)


def draw_utilities():
    for r, x0, x1, kind, off, clear in (
        (2, -20, 1320, "heat", 9.0, 1.5), (2, -20, 1320, "power", -12.0, 1.0), (2, -20, 1320, "sewer", 4.0, 2.0), (2, -20, 1320, "rain", -4.0, 2.0),
        (3, -20, 1320, "sewer", 2.0, 2.0), (3, -20, 1320, "telecom", -5.0, 0.5), (1, -20, 1320, "sewer", 2.0, 2.0), (1, -20, 1320, "gas", -5.0, 1.5),
        (4, -20, 1320, "power", 8.0, 1.0),
    ):
        points, _ = ROWS[r]
        inner = [(x0, row_y(r, x0))] + [p for p in points if x0 < p[0] < x1] + [(x1, row_y(r, x1))]
        UTILITIES.append(dict(kind=kind, clearance=clear, line=[place(*p) for p in parallel(inner, off)]))
    for c, kind, off, clear in ((2, "heat", 6.0, 1.5), (2, "sewer", -6.0, 2.0), (4, "power", 6.0, 1.0)):
        line = [(COLUMNS[c][0][r][k] + off, row_y(r + k, COLUMNS[c][0][r][k])) for r in (1, 2, 3) for k in (0, 1)]
        line = [p for i, p in enumerate(line) if i == 0 or math.hypot(p[0] - line[i - 1][0], p[1] - line[i - 1][1]) > 0.5]
        UTILITIES.append(dict(kind=kind, clearance=clear, line=[place(*p) for p in line]))
    lane = next(p for p in PATHS if p.get("key") == "xigongdi-lane")["points"]
    a, b = lane[0], lane[-1]
    for kind, clear, shift in (("sewer", 1.0, 0.4), ("power", 0.5, -0.6)):
        n = (-(b[1] - a[1]) / dist(a, b) * shift, (b[0] - a[0]) / dist(a, b) * shift)
        UTILITIES.append(dict(kind=kind, clearance=clear, line=[(round(p[0] + n[0]), round(p[1] + n[1])) for p in (a, b)]))


def draw_faults():
    """The two faults of the data, so that there is something to report (see README.md)."""
    leaf = next(c for c in COMPOUNDS if c["key"] == "c-52")
    frame, uv = leaf["frame"], [leaf["frame"].uv(p) for p in leaf["ring"]]
    lane = leaf["lanes"][0]
    u = lane["u0"] + 0.7 * (leaf["spine"] - lane["u0"])
    hit = outline_hit(uv, "v", lane["v"] + 6.5, "W", leaf["spine"])
    wall = frame.free(*hit)
    out = outside_of(leaf, wall, "W")
    add_path([out, frame.free(hit[0] + 3.2, hit[1]), frame.at(hit[0] + 3.2, lane["v"])], "footway", 1.5, key="unmarked")
    leaf = next(c for c in COMPOUNDS if c["key"] == "c-37")
    frame, uv = leaf["frame"], [leaf["frame"].uv(p) for p in leaf["ring"]]
    hit = outline_hit(uv, "v", leaf["lanes"][0]["v"] + 7, "E", leaf["spine"])
    add_gate(frame.free(hit[0] + 5.0, hit[1]), "residents", None, width=2.0, key="fault")


# --------------------------------------------------------------------------------------------------------
# Writing.


def lonlat(p):
    lon, lat = to_lonlat(p[0] / 1000, p[1] / 1000)
    return [round(lon, 9), round(lat, 9)]


def polygon(ring):
    ring = [lonlat(p) for p in ccw(ring)]
    return dict(type="Polygon", coordinates=[ring + ring[:1]])


def linestring(points):
    return dict(type="LineString", coordinates=[lonlat(p) for p in points])


def point(p):
    return dict(type="Point", coordinates=lonlat(p))


def write_layer(name, features):
    def text(feature):
        props, geometry = feature
        props = {k: v for k, v in props.items() if v is not None}
        body = dict(type="Feature", properties=props, geometry=geometry)
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"))

    rows = [text(f) for f in sorted(features, key=lambda f: f[0]["id"])]
    head = '{"type":"FeatureCollection","name":"%s","features":[\n' % name
    (HERE / f"{name}.geojson").write_text(head + ",\n".join(rows) + "\n]}\n", encoding="utf-8")


def number(items, prefix, digits, order=None):
    for i, item in enumerate(sorted(items, key=order) if order else items, 1):
        item["id"] = f"{prefix}{i:0{digits}d}"


def row_major(p):
    return round(-p[1] / 30000), p[0], p[1]


def share_out(total, rate):
    return round(total * rate)


def write_all():
    walls = [dict(points=line, props=props, keys=keys) for line, props, keys in node_walls()]
    rings = {r["key"]: r["ring"] for r in RINGS}
    node_paths()
    number(BUILDINGS, "b-", 4, lambda b: (b.get("compound") or "~", row_major(centre(b["ring"]))))
    number(walls, "w-", 3, lambda w: (w["props"].get("inner") or "", w["keys"], w["points"][0]))
    for g in GATES:
        if g["compounds"]:
            both = [r["key"] for r in RINGS if r["key"].startswith("c-") and to_line(g["point"], r["ring"] + r["ring"][:1]) < 0.05]
            g["compounds"] = sorted({*g["compounds"], *both})
    number(GATES, "g-", 3, lambda g: (g["key"], g["point"]))
    number(STRUCTURES, "s-", 3, lambda s: (s["compound"], row_major(centre(s["ring"]))))
    number(PATHS, "p-", 3, lambda p: (not p["public"], p.get("compound") or "", row_major(p["points"][0])))
    number(PARCELS, "pa-", 3, lambda p: (p.get("key") or "~", row_major(centre(p["ring"]))))
    number(UTILITIES, "u-", 2)
    for path in PATHS:
        if path.get("key"):
            path["id"] = "p-" + path["key"]
    for gate in GATES:
        if gate["key"] == "fault":
            gate["id"] = "g-off-wall"
        elif gate["compounds"] == ["c-30"] and gate["access"] == "closed":
            gate["id"] = "g-kindergarten"
    counts = defaultdict(int)
    for f in FACILITIES:
        counts[f["kind"]] += 1
        f["id"] = f"f-{f['kind'].replace('_', '-')}-{counts[f['kind']]}"

    people = defaultdict(lambda: [0, 0])
    for b in BUILDINGS:
        if b.get("compound"):
            people[b["compound"]][0] += b["households"]
            people[b["compound"]][1] += b["residents"]
    rows = []
    for c in COMPOUNDS:
        homes, residents = people[c["key"]]
        old = 0.24 + 0.06 * ((1995 - c["built"]) / 30) + 0.01 * (len(c["name"]) % 3)
        good = c["built"] >= 1990
        rows.append((dict(
            id=c["key"], name=c["name"], built_year=c["built"], households=homes, residents=residents,
            residents_60_plus=share_out(residents, old), residents_under_6=share_out(residents, 0.036 + 0.004 * (c["built"] % 4)),
            gated=c["gated"], managed_by="西苑物业" if good else (c["owner"] if c["built"] % 3 else "社区代管"),
            fee_rate=round(0.72 + 0.01 * (c["built"] % 9), 2) if good else round(0.22 + 0.02 * (c["built"] % 11), 2),
            fee_per_household_month=30 if good else 6 + c["built"] % 9, party_branch=c["name"] + "党支部" if c["built"] % 5 < 2 else None,
        ), polygon(rings[c["key"]])))
    write_layer("compounds", rows)

    write_layer("buildings", [(dict(
        id=b["id"], compound_id=b.get("compound"), use=b["use"], floors=b["floors"], units=b["units"] or None,
        households=b["households"], residents=b["residents"], built_year=b.get("built"),
    ), polygon(b["ring"])) for b in BUILDINGS])

    doors, k = [], 0
    for e in sorted((e for e in ENTRANCES if "building" in e), key=lambda e: (e["building"]["id"], e["unit"])):
        e["id"] = f"e-{e['building']['id'][2:]}-{e['unit']}"
        doors.append((dict(id=e["id"], building_id=e["building"]["id"], unit=e["unit"], lift=e["lift"], residents=e["residents"]), point(e["point"])))
    for e in ENTRANCES:
        if "facility" in e:
            doors.append((dict(id="e-" + e["facility"]["id"][2:], facility_id=e["facility"]["id"]), point(e["point"])))
    write_layer("entrances", doors)

    write_layer("walls", [(dict(
        id=w["id"], kind=w["props"]["kind"], height_m=w["props"]["height"], thickness_m=w["props"]["thickness"],
        owner=w["props"]["owner"], removable=w["props"]["removable"], status="standing",
    ), linestring(w["points"])) for w in walls])

    write_layer("gates", [(dict(
        id=g["id"], access=g["access"], compound_ids=g["compounds"] or None, width_m=g["width"], hours=g["hours"],
    ), point(g["point"])) for g in GATES])

    structures = []
    for i, s in enumerate(sorted(STRUCTURES, key=lambda s: s["id"])):
        ground = area(s["ring"])
        structures.append((dict(
            id=s["id"], position=s["position"], floors=s["floors"], floor_area_m2=round(ground * s["floors"], 1), owner=s["owner"],
            decision_id=f"西综执拆字〔2022〕{i:03d}号" if i % 4 == 0 else None, status="standing",
        ), polygon(s["ring"])))
    write_layer("illegal_structures", structures)

    write_layer("paths", [(dict(
        id=p["id"], kind=p["kind"], width_m=p["width"], level=p["level"], bridge=p.get("bridge"), tunnel=p.get("tunnel"), incline=p.get("incline"),
    ), linestring(p["points"])) for p in PATHS])

    number(OPEN_SPACES, "o-", 2, lambda o: row_major(centre(o["ring"])))
    write_layer("open_spaces", [(dict(id=o["id"], kind=o["kind"], protected=o["protected"]), polygon(rings.get(o.get("key"), o["ring"]))) for o in OPEN_SPACES])

    write_layer("facilities", [(dict(
        id=f["id"], kind=f["kind"], name=f["name"], serves=f["serves"], capacity=f.get("capacity"),
        floor_area_m2=f.get("floor_area") and round(f["floor_area"]), land_area_m2=f.get("land_area") and round(f["land_area"]),
        origin="existing", status="open",
    ), polygon(f["geometry"]) if isinstance(f["geometry"], list) else point(f["geometry"])) for f in FACILITIES])

    number(OBSTACLES, "x-", 1)
    write_layer("obstacles", [(dict(id=o["id"], kind=o["kind"]), polygon(o["ring"]) if "ring" in o else linestring(o["line"])) for o in OBSTACLES])

    boundary = draw_units()
    write_layer("boundary", [(dict(id="xigong", name="西工示范区(虚构)"), polygon(boundary))])
    prefix = dict(district="d-", sub_district="sd-", community="cm-", life_circle="lc-")
    for kind in prefix:
        number([u for u in UNITS if u["kind"] == kind], prefix[kind], 1)
    write_layer("units", [(dict(id=u["id"], kind=u["kind"], name=u["name"]), polygon(u["ring"])) for u in UNITS])

    write_layer("parcels", [(dict(id=p["id"], owner_unit=p["owner"], land_use=p["land_use"], right=p["right"]), polygon(p["ring"] if p.get("key") == "c-xigongdi" else rings.get(p.get("key"), p["ring"]))) for p in PARCELS])
    write_layer("utilities", [(dict(id=u["id"], kind=u["kind"], clearance_m=u["clearance"]), linestring(u["line"])) for u in UTILITIES])


def draw():
    draw_streets()
    draw_canal_and_railway()
    for key, r, c, part, shops, tree in BLOCKS:
        draw_block(key, r, c, part, shops, tree)
    for leaf in BY_KEY.values():
        if leaf["key"] == "c-xigongdi":
            draw_xigongdi(leaf)
        elif leaf["key"].startswith("c-"):
            fill_compound(leaf)
    for leaf in COMPOUNDS:
        if leaf["key"] != "c-xigongdi":
            PARCELS.append(dict(ring=leaf["ring"], owner=leaf["owner"], land_use="residential", right="granted" if leaf["built"] > 1990 else "allocated", key=leaf["key"]))
    draw_sites()
    draw_avenue()
    draw_shops()
    draw_yard_life()
    draw_compound_facilities()
    draw_street_facilities()
    draw_utilities()
    draw_faults()
    write_all()


# --------------------------------------------------------------------------------------------------------
# Checking: reads the files back, into millimetres, and knows nothing of how they were drawn.

COLUMNS_OF = {
    "compounds": "id name built_year households residents residents_60_plus residents_under_6 gated managed_by fee_rate fee_per_household_month party_branch",
    "buildings": "id compound_id use floors units households residents built_year",
    "entrances": "id building_id facility_id unit lift residents",
    "walls": "id kind height_m thickness_m owner removable status demolished_on",
    "gates": "id access compound_ids width_m hours",
    "illegal_structures": "id position floors floor_area_m2 owner decision_id status demolished_on",
    "paths": "id kind width_m level bridge tunnel incline access",
    "open_spaces": "id kind protected",
    "facilities": "id kind name serves capacity floor_area_m2 land_area_m2 origin status",
    "obstacles": "id kind",
    "boundary": "id name",
    "units": "id kind name",
    "parcels": "id owner_unit land_use right",
    "utilities": "id kind clearance_m",
}
FAULTS = []


def fault(*words):
    FAULTS.append(" ".join(str(w) for w in words))


class Feature:
    def __init__(self, layer, raw):
        self.layer, self.props = layer, raw["properties"]
        self.id = self.props["id"]
        kind, coordinates = raw["geometry"]["type"], raw["geometry"]["coordinates"]
        self.type = kind
        line = coordinates[0] if kind == "Polygon" else [coordinates] if kind == "Point" else coordinates
        self.points = [self.millimetres(c) for c in line]
        if kind == "Polygon":
            if self.points[0] != self.points[-1]:
                fault(layer, self.id, "ring is not closed")
            self.points.pop()
        self.point = self.points[0]
        self.box = box(self.points)

    def millimetres(self, lonlat):
        e, n = to_plane(*lonlat)
        p = round(1000 * e), round(1000 * n)
        if math.hypot(1000 * e - p[0], 1000 * n - p[1]) > 0.3:
            fault(self.layer, self.id, "is off the millimetre grid", lonlat)
        return p

    def segments(self):
        return edges(self.points) if self.type == "Polygon" else list(zip(self.points, self.points[1:]))

    def __getitem__(self, name):
        return self.props.get(name)


def read_layers():
    layers = {}
    for name, columns in COLUMNS_OF.items():
        raw = json.loads((HERE / f"{name}.geojson").read_text(encoding="utf-8"))
        if raw["name"] != name:
            fault(name, "has another name inside")
        layers[name] = [Feature(name, f) for f in raw["features"]]
        ids = [f.id for f in layers[name]]
        if ids != sorted(set(ids)):
            fault(name, "ids are not unique and sorted")
        for f in layers[name]:
            for extra in set(f.props) - set(columns.split()):
                fault(name, f.id, "has an unknown property", extra)
    return layers


def index_of(features):
    index = Index()
    for f in features:
        index.add(f.box, f)
    return index


def segment_index(features):
    index = Index()
    for f in features:
        for p, q in f.segments():
            index.add(box((p, q), 2), (f, p, q))
    return index


def check_shapes(layers):
    for name, features in layers.items():
        for f in features:
            if f.type == "Point":
                continue
            parts = f.segments()
            if any(p == q for p, q in parts):
                fault(name, f.id, "repeats a corner")
            for i, (p, q) in enumerate(parts):
                for r, s in parts[i + 1 :]:
                    if crosses(p, q, r, s):
                        fault(name, f.id, "crosses itself")
            if f.type == "Polygon" and (signed_area(f.points) <= 0.5 or len(set(f.points)) != len(f.points)):
                fault(name, f.id, "is not a simple ring, counter-clockwise")


def check_solids(layers):
    buildings, walls = index_of(layers["buildings"]), segment_index(layers["walls"])
    compounds = {c.id: c for c in layers["compounds"]}
    for i, c in enumerate(layers["compounds"]):
        for d in layers["compounds"][i + 1 :]:
            if rings_overlap(c.points, d.points):
                fault("compounds", c.id, "overlaps", d.id)
    for b in layers["buildings"]:
        for other in buildings.near(b.box):
            if other.id > b.id and rings_overlap(b.points, other.points):
                fault("buildings", b.id, "overlaps", other.id)
        for w, p, q in walls.near(b.box):
            if segment_enters(p, q, b.points):
                fault("walls", w.id, "runs through", b.id)
        home = compounds.get(b["compound_id"])
        if home and not all(inside(p, home.points) > 0 for p in b.points):
            fault("buildings", b.id, "is not inside", home.id)
        for c in layers["compounds"]:
            if c is not home and overlaps(b.box, c.box) and rings_overlap(b.points, c.points):
                fault("buildings", b.id, "stands in", c.id)


def check_structures(layers):
    buildings, walls = index_of(layers["buildings"]), segment_index(layers["walls"])
    low = [s for s in layers["illegal_structures"] if s["position"] != "rooftop"]
    others, doors, gates = index_of(low), index_of(layers["entrances"]), index_of(layers["gates"])
    for s in layers["illegal_structures"]:
        near = list(buildings.near(box(s.points, 100)))
        if s["position"] == "rooftop":
            if not any(all(inside(p, b.points) >= 0 for p in s.points) for b in near):
                fault("illegal_structures", s.id, "is on no roof")
            continue
        for b in near:
            if rings_overlap(s.points, b.points):
                fault("illegal_structures", s.id, "overlaps", b.id)
        touches = any(sum(inside(p, b.points) == 0 for p in s.points) >= 2 for b in near)
        if touches != (s["position"] == "attached"):
            fault("illegal_structures", s.id, s["position"], "but touches a façade:", touches)
        for other in others.near(s.box):
            if other.id > s.id and rings_overlap(s.points, other.points):
                fault("illegal_structures", s.id, "overlaps", other.id)
        for w, p, q in walls.near(box(s.points, 300)):
            if segment_enters(p, q, s.points) or line_gap((p, q), s.points) < w["thickness_m"] / 2:
                fault("walls", w.id, "runs through", s.id)
        for d in doors.near(box(s.points, 1000)):
            if to_line(d.point, s.points + s.points[:1]) < 1:
                fault("illegal_structures", s.id, "blocks the door", d.id)
        for g in gates.near(box(s.points, 1000)):
            if to_line(g.point, s.points + s.points[:1]) < 1:
                fault("illegal_structures", s.id, "blocks the gate", g.id)


def check_points(layers):
    buildings = {b.id: b for b in layers["buildings"]}
    solids = index_of(layers["buildings"] + [s for s in layers["illegal_structures"] if s["position"] != "rooftop"])
    facilities = {f.id: f for f in layers["facilities"]}
    for e in layers["entrances"]:
        if e["building_id"]:
            if inside(e.point, buildings[e["building_id"]].points) != 0:
                fault("entrances", e.id, "is not on the outline of", e["building_id"])
        elif e["facility_id"] not in facilities:
            fault("entrances", e.id, "has no facility")
    for f in layers["facilities"] + layers["entrances"]:
        if f.type == "Point":
            for s in solids.near(f.box):
                if inside(f.point, s.points) > 0:
                    fault(f.layer, f.id, "is inside", s.id)
            for s in solids.near(box([f.point], 500)):
                if s.layer == "illegal_structures" and to_line(f.point, s.points + s.points[:1]) < 0.5:
                    fault(f.layer, f.id, "is blocked by", s.id)
    walls = segment_index(layers["walls"])
    for g in layers["gates"]:
        d = min((to_segment(g.point, p, q)[0] for _, p, q in walls.near(box([g.point], 20000))), default=99)
        if d > 0.1:
            fault("gates", g.id, f"is {d:.1f} m off its wall")


def check_paths(layers):
    solids = index_of(layers["buildings"] + [s for s in layers["illegal_structures"] if s["position"] != "rooftop"])
    hard = index_of([o for o in layers["obstacles"] if o.type == "Polygon"])
    walls, gates = segment_index(layers["walls"]), {g.point for g in layers["gates"]}
    segments = segment_index(layers["paths"])
    for path in layers["paths"]:
        for p, q in path.segments():
            if not path["tunnel"]:
                for s in solids.near(box((p, q))):
                    if segment_enters(p, q, s.points):
                        fault("paths", path.id, "runs through", s.id)
            if path["level"] == 0:
                for o in hard.near(box((p, q))):
                    if segment_enters(p, q, o.points):
                        fault("paths", path.id, "runs through", o.id)
                for w, a, b in walls.near(box((p, q))):
                    meets = crosses(p, q, a, b) or min(to_segment(p, a, b)[0], to_segment(q, a, b)[0], to_segment(a, p, q)[0], to_segment(b, p, q)[0]) < 0.05
                    if meets and p not in gates and q not in gates:
                        fault("paths", path.id, "meets", w.id, "without a gate")
            for other, a, b in segments.near(box((p, q), 5)):
                if other is path or other["level"] != path["level"]:
                    continue
                if crosses(p, q, a, b):
                    fault("paths", path.id, "crosses", other.id, "without a common corner")
                for end in (p, q):
                    if end not in (a, b) and to_segment(end, a, b)[0] < 0.05:
                        fault("paths", path.id, "touches", other.id, "without a common corner")


def check_people(layers):
    doors, homes = defaultdict(int), defaultdict(lambda: [0, 0])
    for e in layers["entrances"]:
        doors[e["building_id"]] += e["residents"] or 0
    for b in layers["buildings"]:
        if b["residents"] and doors[b.id] != b["residents"]:
            fault("buildings", b.id, "has", b["residents"], "residents but its doors", doors[b.id])
        homes[b["compound_id"]][0] += b["households"]
        homes[b["compound_id"]][1] += b["residents"]
    for c in layers["compounds"]:
        if homes[c.id] != [c["households"], c["residents"]]:
            fault("compounds", c.id, "differs from its buildings", homes[c.id])


class Streets:
    """The path network alone, for the checks: paths, and straight ties of doors to the nearest path."""

    def __init__(self, layers):
        self.links = defaultdict(list)
        self.gates = {g.point: g for g in layers["gates"]}
        for path in layers["paths"]:
            for p, q in path.segments():
                a, b = (p, path["level"]), (q, path["level"])
                self.links[a].append((b, dist(p, q)))
                self.links[b].append((a, dist(p, q)))
            for p in (path.points[0], path.points[-1]):  # levels meet where they share an end
                if path["level"] != 0:
                    self.links[p, path["level"]].append(((p, 0), 0.0))
                    self.links[p, 0].append(((p, path["level"]), 0.0))

    def distances(self, starts, compounds, opened=()):
        best, queue = {}, [(d, n) for n, d in starts]
        heapq.heapify(queue)
        while queue:
            d, node = heapq.heappop(queue)
            if node in best:
                continue
            best[node] = d
            for other, w in self.links[node]:
                gate = self.gates.get(other[0])
                shut = gate and gate.id not in opened and (
                    gate["access"] == "closed" or gate["access"] == "residents" and not set(gate["compound_ids"] or ()) & set(compounds)
                )
                if not shut and other not in best:
                    heapq.heappush(queue, (d + w, other))
        return best

    def tie(self, p, layers_paths, reach=40000):
        """The two ends of the nearest stretch of path on the ground, with the metres to each."""
        best = None
        for path in layers_paths:
            if path["level"] == 0 and overlaps(path.box, box([p], reach)):
                for a, b in path.segments():
                    d, t = to_segment(p, a, b)
                    if best is None or d < best[0]:
                        best = (d, t, a, b)
        d, t, a, b = best
        return [((a, 0), d + t * dist(a, b)), ((b, 0), d + (1 - t) * dist(a, b))]


def check_network(layers):
    streets = Streets(layers)
    start = next(p for p in layers["paths"] if p["kind"] == "street").points[0]
    everything = streets.distances([((start, 0), 0.0)], [c.id for c in layers["compounds"]], [g.id for g in layers["gates"]])
    loose = sorted({p.id for p in layers["paths"] for q in p.points if (q, p["level"]) not in everything})
    if loose:
        fault("paths", *loose, "are not joined to the streets even with every gate open")
    by_home = defaultdict(list)
    for b in layers["buildings"]:
        by_home[b["compound_id"]].append(b)
    for c in layers["compounds"]:
        reached = streets.distances([((start, 0), 0.0)], [c.id])
        own = [e for e in layers["entrances"] if e["building_id"] in {b.id for b in by_home[c.id]}]
        bad = [e.id for e in own if not any(n in reached for n, _ in streets.tie(e.point, layers["paths"]))]
        if bad:
            fault("compounds", c.id, "has doors whose nearest path cannot reach the street:", *bad[:5])


def clear_width(line, solids, barriers):
    """The smallest free width across the line, and where: rays to both sides every 5 cm."""
    least = (999.0, None)
    for a, b in zip(line, line[1:]):
        n = dist(a, b)
        nx, ny = -(b[1] - a[1]) / n, (b[0] - a[0]) / n
        for k in range(1, int(n / 0.05)):
            t = k * 0.05 / n
            p = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
            sides = []
            for s in (1, -1):
                far = (p[0] + s * nx * 40, p[1] + s * ny * 40)
                hits = [40.0]
                for q, r in solids + barriers:
                    if crosses(p, far, q, r):
                        d = (far[0] - p[0]) * (r[1] - q[1]) - (far[1] - p[1]) * (r[0] - q[0])
                        hits.append(40 * ((q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])) / d)
                sides.append(min(hits))
            least = min(least, (sum(sides), p))
    return least[0]


def report_xigongdi(layers):
    home = next(c for c in layers["compounds"] if c.id == "c-xigongdi")
    near = lambda f: overlaps(f.box, home.box)
    outline = home.points + home.points[:1]
    walls = [w for w in layers["walls"] if near(w) and w["removable"]]
    inner = [w for w in walls if all(inside(p, home.points) >= 0 or to_line(p, outline) < 0.01 for p in w.points) and any(to_line(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), outline) > 0.05 for p, q in w.segments())]
    structures = [s for s in layers["illegal_structures"] if inside(centre_mm(s), home.points) > 0]
    buildings = [b for b in layers["buildings"] if near(b)]
    ground = sum(area(s.points) for s in structures if s["position"] != "rooftop")
    owners = {w["owner"] for w in inner} | {s["owner"] for s in structures} | {p["owner_unit"] for p in layers["parcels"] if inside(centre_mm(p), home.points) > 0}
    owners = {o for o in owners if not o.startswith("住户")}
    print(f"西工地: {area(home.points):.0f} m2, {home['residents']} residents, walls inside {sum(length(w.points) for w in inner):.0f} m,"
          f" illegal on the ground {ground:.0f} m2 in {len(structures)} structures, owner units {len(owners)}")
    lane = next(p for p in layers["paths"] if p.id == "p-xigongdi-lane")
    low = [s for s in layers["illegal_structures"] if near(s) and s["position"] != "rooftop"]
    solid = [e for f in buildings + low for e in f.segments()]
    barrier = [e for w in layers["walls"] if near(w) for e in w.segments()]
    before = clear_width(lane.points, solid, barrier)
    after = clear_width(lane.points, [e for f in buildings for e in f.segments()], [])
    print(f"  the lane's clear width: {before:.3f} m before, {after:.2f} m after")
    if len(owners) < 20 or abs(before - 2) > 0.002 or after < 7 or ground < 1500 or not 1000 <= home["residents"] <= 1500:
        fault("c-xigongdi", "misses its figures")
    if sum(length(w.points) for w in inner) < 1200:
        fault("c-xigongdi", "has too little wall")
    pack([home], buildings, inner, low, (("plaza 350 m2", 28, 12.5), ("garden 200 m2", 20, 10), ("fitness ground", 17.5, 9), ("reading room", 12, 7), ("heat station 62 m2", 10.5, 6)))


def centre_mm(f):
    c = centre(f.points)
    return round(c[0]), round(c[1])


def report_xingshu(layers):
    yards = [c for c in layers["compounds"] if c.id.startswith("c-xingshu")]
    near = lambda f: any(overlaps(f.box, c.box) for c in yards)
    inside_one = lambda f: any(inside(centre_mm(f), c.points) > 0 for c in yards)
    rims = [c.points + c.points[:1] for c in yards]
    shared = [w for w in layers["walls"] if w["removable"] and near(w) and sum(all(to_line(p, r) < 0.6 for p in w.points) for r in rims) > 1]
    print(f"行署路: {len(yards)} yards, {sum(area(c.points) for c in yards):.0f} m2, {sum(c['residents'] for c in yards)} residents, walls between them {sum(length(w.points) for w in shared):.0f} m")
    pack(yards, [b for b in layers["buildings"] if near(b)], shared, [s for s in layers["illegal_structures"] if inside_one(s) and s["position"] != "rooftop"],
         (("neighbourhood centre 640 m2", 32, 20), ("garden 200 m2", 20, 10)))


def pack(homes, buildings, walls, structures, wanted):
    """Whether the wanted rectangles fit at once, each with three tenths of it on ground that demolition frees."""
    a, b = max(edges(buildings[0].points), key=lambda e: dist(*e))
    turn = bearing(a, b)
    c, s = math.cos(turn), math.sin(turn)
    o = homes[0].point
    flat = lambda p: ((p[0] - o[0]) / 1000 * c + (p[1] - o[1]) / 1000 * s, -(p[0] - o[0]) / 1000 * s + (p[1] - o[1]) / 1000 * c)
    rings = lambda fs: [[flat(p) for p in f.points] for f in fs]
    grounds, houses, sheds = rings(homes), rings(buildings), rings(structures)
    ground = [p for r in grounds for p in r]
    lines = [(flat(p), flat(q)) for w in walls for p, q in w.segments()]
    step = 0.5
    u0, v0 = min(p[0] for p in ground), min(p[1] for p in ground)
    nu, nv = int((max(p[0] for p in ground) - u0) / step), int((max(p[1] for p in ground) - v0) / step)
    free, freed = [[0] * nu for _ in range(nv)], [[0] * nu for _ in range(nv)]
    for j in range(nv):
        v = v0 + (j + 0.5) * step
        open_ = [(a - 0.2, b + 0.2) for r in grounds for a, b in scan(r, v)]
        built = [(a - 3, b + 3) for h in houses for k in (-3, 0, 3) for a, b in scan(h, v + k)]
        gone = [x for r in sheds for x in scan(r, v)] + [(p[0] - 0.25, p[0] + 0.25) for p, q in lines if abs(p[0] - q[0]) < 2 and min(p[1], q[1]) <= v <= max(p[1], q[1])]
        gone += [(min(p[0], q[0]), max(p[0], q[0])) for p, q in lines if abs(p[1] - q[1]) < 2 and abs(p[1] - v) <= step / 2]
        for x0, x1 in without(open_, built):
            for i in range(max(0, math.ceil((x0 - u0) / step)), min(nu, int((x1 - u0) / step))):
                free[j][i] = 1
        for x0, x1 in gone:
            for i in range(max(0, round((x0 - u0) / step)), min(nu, round((x1 - u0) / step))):
                freed[j][i] = free[j][i]
    found = []
    for name, long, wide in wanted:
        spot = best_spot(free, freed, int(long / step), int(wide / step))
        if spot is None:
            fault("compounds", homes[0].id, "has no room for", name)
            continue
        share, i, j, w, h = spot
        found.append(f"{name} ({share:.0%} freed)")
        for y in range(max(0, j - 4), min(nv, j + h + 4)):
            for x in range(max(0, i - 4), min(nu, i + w + 4)):
                free[y][x] = 0
    print("  fit at once, 3 m from façades:", ", ".join(found))


def best_spot(free, freed, long, wide):
    best = None
    for w, h in ((long, wide), (wide, long)):
        sums = [prefix_sums(free), prefix_sums(freed)]
        for j in range(len(free) - h):
            for i in range(len(free[0]) - w):
                count = [t[j + h][i + w] - t[j][i + w] - t[j + h][i] + t[j][i] for t in sums]
                if count[0] == w * h and count[1] >= 0.3 * w * h and (best is None or count[1] / (w * h) > best[0]):
                    best = (count[1] / (w * h), i, j, w, h)
    return best


def prefix_sums(grid):
    out = [[0] * (len(grid[0]) + 1)]
    for row in grid:
        total, line = 0, [0]
        for x, above in zip(row, out[-1][1:]):
            total += x
            line.append(total + above)
        out.append(line)
    return out


def report_kindergarten(layers):
    door = next(f for f in layers["facilities"] if f["name"] == STORY_KINDERGARTEN)
    streets = Streets(layers)
    home = next(c for c in layers["compounds"] if c["name"] == STORY_HOME)
    own = {b.id for b in layers["buildings"] if b["compound_id"] == home.id}
    doors = [e for e in layers["entrances"] if e["building_id"] in own]
    closed = [g.id for g in layers["gates"] if g["access"] == "closed" and home.id in g["compound_ids"]]
    goal = streets.tie(door.point, layers["paths"])
    walk = lambda e, opened: min((d + t for n, d in streets.distances(streets.tie(e.point, layers["paths"]), [home.id], opened).items() for m, t in goal if m == n), default=math.inf)
    nearest = min(doors, key=lambda e: dist(e.point, door.point))
    print(f"kindergarten {door.id}: door {nearest.id} is {dist(nearest.point, door.point):.0f} m away as the crow flies, a walk of {walk(nearest, ()):.0f} m;"
          f" with gate {' '.join(closed)} open {walk(nearest, closed):.0f} m (along paths)")


STORY_KINDERGARTEN, STORY_HOME = "供销幼儿园", "轴承厂北院"


def report(layers):
    people = sum(c["residents"] for c in layers["compounds"])
    count = lambda name, column: {k: sum(f[column] == k for f in layers[name]) for k in sorted({f[column] for f in layers[name]})}
    print("features:", ", ".join(f"{k} {len(v)}" for k, v in layers.items()))
    print(f"residents {people}, households {sum(c['households'] for c in layers['compounds'])}, 60+ {sum(c['residents_60_plus'] for c in layers['compounds']) / people:.1%},"
          f" under 6 {sum(c['residents_under_6'] for c in layers['compounds']) / people:.1%}")
    print("buildings:", count("buildings", "use"), "floors:", count("buildings", "floors"))
    print(f"walls {sum(length(w.points) for w in layers['walls']) / 1000:.1f} km:", count("walls", "kind"), "gates:", count("gates", "access"))
    for place_, n in count("illegal_structures", "position").items():
        print(f"illegal, {place_}: {n}, {sum(area(s.points) for s in layers['illegal_structures'] if s['position'] == place_):.0f} m2")
    print("paths:", count("paths", "kind"), f"{sum(length(p.points) for p in layers['paths']) / 1000:.1f} km")
    kinds = count("facilities", "kind")
    print(f"facility kinds: {len(kinds)}", kinds)
    print(f"compounds: {min(area(c.points) for c in layers['compounds']) / 1e4:.2f}-{max(area(c.points) for c in layers['compounds']) / 1e4:.2f} ha,"
          f" {sum(c['gated'] for c in layers['compounds'])} gated, built {min(c['built_year'] for c in layers['compounds'])}-{max(c['built_year'] for c in layers['compounds'])}")


def check():
    for lon, lat, east, north in REFERENCE_POINTS:
        e, n = to_plane(lon, lat)
        back = to_lonlat(east, north)
        if math.hypot(e - east, n - north) > 1e-5 or max(abs(back[0] - lon), abs(back[1] - lat)) > 1e-10:
            fault("projection", lon, lat, "is off")
    layers = read_layers()
    for step in (check_shapes, check_solids, check_structures, check_points, check_paths, check_people, check_network, report, report_xigongdi, report_xingshu, report_kindergarten):
        step(layers)
    known = [line for line in FAULTS if line.startswith(KNOWN_FAULTS)]
    print("known faults:", *known, sep="\n  ")
    wrong = [line for line in FAULTS if line not in known]
    print("wrong:" if wrong else "nothing else is wrong", *wrong, sep="\n  ")
    return 0 if len(known) == len(KNOWN_FAULTS) and not wrong else 1


KNOWN_FAULTS = ("gates g-off-wall ", "paths p-unmarked ")


if __name__ == "__main__":
    if "--check" not in sys.argv:
        draw()
    sys.exit(check())
