// Small drawings for the map and the legend. Gates differ by form as well as by colour.

import { CATEGORIES } from '../kinds.js';

const SHARP = 2; // pixels drawn for each one shown

/** A picture of a size, drawn by `draw(pen, size)` in shown pixels. */
function picture(size, draw) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * SHARP;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.scale(SHARP, SHARP);
  draw(pen, size);
  return canvas;
}

function disc(pen, x, y, radius, fill, outline, width) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  if (outline) {
    pen.lineWidth = width;
    pen.strokeStyle = outline;
    pen.stroke();
  }
}

function gate(access, palette) {
  const colour = palette.gates[access];
  return picture(18, (pen) => {
    if (access === 'public') {
      disc(pen, 9, 9, 6, '#fff', '#fff', 5);
      disc(pen, 9, 9, 5.5, '#fff', colour, 3.2);
    } else if (access === 'residents') {
      pen.translate(9, 9);
      pen.rotate(Math.PI / 4);
      pen.fillStyle = '#fff';
      pen.fillRect(-6.2, -6.2, 12.4, 12.4);
      pen.fillStyle = colour;
      pen.fillRect(-4.8, -4.8, 9.6, 9.6);
    } else {
      pen.fillStyle = '#fff';
      pen.fillRect(2, 2, 14, 14);
      pen.fillStyle = colour;
      pen.fillRect(3.4, 3.4, 11.2, 11.2);
      pen.fillStyle = '#fff';
      pen.fillRect(5.4, 7.7, 7.2, 2.6);
    }
  });
}

function hatch(colour, step, width, ground) {
  return picture(step, (pen) => {
    if (ground) {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, step, step);
    }
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (const shift of [-step, 0, step]) {
      pen.moveTo(shift - 1, step + 1);
      pen.lineTo(shift + step + 1, -1);
    }
    pen.stroke();
  });
}

function warning(palette) {
  return picture(20, (pen) => {
    pen.beginPath();
    pen.moveTo(10, 2);
    pen.lineTo(19, 18);
    pen.lineTo(1, 18);
    pen.closePath();
    pen.lineJoin = 'round';
    pen.lineWidth = 2;
    pen.strokeStyle = palette.paper.ink;
    pen.stroke();
    pen.fillStyle = palette.issues;
    pen.fill();
    pen.fillStyle = palette.paper.ink;
    pen.fillRect(9, 7.5, 2, 5);
    pen.fillRect(9, 14, 2, 2);
  });
}

/** All drawings, by the name layers know them by. */
export function icons(palette) {
  const drawn = {
    'gate-public': gate('public', palette),
    'gate-residents': gate('residents', palette),
    'gate-closed': gate('closed', palette),
    illegal: hatch(palette.illegal_structures.fill, 8, 2.2, palette.illegal_structures.fill + '40'),
    freed: hatch(palette.freed_spaces.fill, 10, 2.4, palette.freed_spaces.fill + '59'),
    closed_ground: hatch('#a59c90', 9, 1.2, palette.obstacles.closed_ground),
    gap: picture(64, (pen) => disc(pen, 32, 32, 29, palette.gap.fill, palette.gap.outline, 2)),
    issue: warning(palette),
    rank: picture(22, (pen) => disc(pen, 11, 11, 9.5, palette.forced_by, '#fff', 1.5)),
  };
  for (const name of CATEGORIES) {
    drawn['badge-' + name] = picture(24, (pen) =>
      disc(pen, 12, 12, 10, palette.facilities[name], '#fff', 2),
    );
  }
  return drawn;
}

/** A drawing as an image for the page. */
export function image(canvas, size) {
  const copy = document.createElement('canvas');
  copy.width = copy.height = size * SHARP;
  copy.style.width = copy.style.height = size + 'px';
  copy.getContext('2d').drawImage(canvas, 0, 0, copy.width, copy.height);
  copy.setAttribute('aria-hidden', 'true');
  return copy;
}

/** Makes the drawings known to the map. */
export function addIcons(map, drawn) {
  for (const [name, canvas] of Object.entries(drawn)) {
    const pen = canvas.getContext('2d');
    map.addImage(name, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: SHARP });
  }
}
