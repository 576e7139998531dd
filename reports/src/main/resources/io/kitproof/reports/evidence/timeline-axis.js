// The time axis: what stretch of the scenario is in view, its ticks, and the overview above it.

const SHORTEST = 0.02; // ms in view, at most zoomed in
const OVERVIEW = 26; // px

const view = { from: 0, to: 1, first: 0, last: 1, width: 800 };

function toX(t) {
  return ((t - view.from) / (view.to - view.from)) * view.width;
}

function toTime(x) {
  return view.from + (x / view.width) * (view.to - view.from);
}

/** Shows a stretch, moved and cut so that it lies in the scenario. */
function look(from, to) {
  const whole = view.last - view.first;
  const span = Math.min(whole, Math.max(Math.min(SHORTEST, whole), to - from));
  const middle = (from + to) / 2;
  view.from = Math.min(Math.max(middle - span / 2, view.first), view.last - span);
  view.to = view.from + span;
}

function lookAtAll() {
  look(view.first, view.last);
}

/** Zooms by a factor around a time, which stays where it is. */
function zoom(factor, around = (view.from + view.to) / 2) {
  look(around - (around - view.from) * factor, around + (view.to - around) * factor);
}

/** Moves by a share of what is in view. */
function pan(share) {
  const by = (view.to - view.from) * share;
  look(view.from + by, view.to + by);
}

function measureAxis(entries) {
  let first = 0;
  let last = 0;
  for (const e of entries) {
    first = Math.min(first, e.t, begins(e));
    last = Math.max(last, e.t);
  }
  const margin = Math.max((last - first) * 0.015, 0.5);
  view.first = first - margin;
  view.last = last + margin;
  lookAtAll();
}

function tickStep(span, room) {
  const rough = span / Math.max(2, room / 110);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((f) => f * power).find((step) => step >= rough);
}

/** A time as the axis shows it, with as many digits as the step between ticks needs. */
function tickText(t, step) {
  const digits = Math.max(0, Math.min(7, Math.ceil(-Math.log10(step / 1000) - 1e-9)));
  return (t / 1000).toFixed(digits).replace(/^-(0(\.0*)?)$/, "$1");
}

function ticks() {
  const step = tickStep(view.to - view.from, view.width);
  const found = [];
  for (let n = Math.ceil(view.from / step); n * step <= view.to; n++) {
    found.push({ x: toX(n * step), text: tickText(n * step, step) });
  }
  return found;
}

function drawTicks(pen, height, colours) {
  pen.font = colours.font;
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  for (const tick of ticks()) {
    pen.fillStyle = colours.line;
    pen.fillRect(Math.round(tick.x), height - 6, 1, 6);
    pen.fillStyle = colours.soft;
    const half = pen.measureText(tick.text).width / 2;
    pen.fillText(tick.text, Math.min(Math.max(tick.x, half), view.width - half), height - 8);
  }
}

/** Counts of entries a pixel over the whole scenario; they don't change. */
function countOverview(entries, width) {
  const counts = new Uint32Array(Math.max(1, Math.ceil(width)));
  const scale = width / (view.last - view.first);
  for (const e of entries) {
    counts[Math.min(counts.length - 1, Math.floor((e.t - view.first) * scale))]++;
  }
  return counts;
}

/** The overview: how much happened when, what failed, and the stretch in view. */
function drawAxis(canvas, record, colours) {
  const height = 52;
  const pen = sizeCanvas(canvas, view.width, height);
  const at = (t) => ((t - view.first) / (view.last - view.first)) * view.width;
  if (!record.overview || record.overview.length !== Math.ceil(view.width)) {
    record.overview = countOverview(record.entries, view.width);
  }
  pen.fillStyle = colours.well;
  pen.fillRect(0, 0, view.width, OVERVIEW);
  pen.fillStyle = colours.soft;
  record.overview.forEach((n, x) => {
    const tall = n === 0 ? 0 : Math.min(OVERVIEW - 6, 4 + 3 * Math.log2(n));
    pen.fillRect(x, OVERVIEW - tall, 1, tall);
  });
  pen.fillStyle = colours.failed;
  for (const e of record.failures) {
    pen.fillRect(at(begins(e)), 0, Math.max(3, at(ends(e)) - at(begins(e))), 4);
  }
  const left = at(view.from);
  const wide = Math.max(4, at(view.to) - left);
  pen.fillStyle = colours.veil;
  pen.fillRect(0, 0, left, OVERVIEW);
  pen.fillRect(left + wide, 0, view.width - left - wide, OVERVIEW);
  pen.strokeStyle = colours.ink;
  pen.strokeRect(left + 0.5, 0.5, Math.min(wide, view.width - left) - 1, OVERVIEW - 1);
  drawTicks(pen, height, colours);
}

/** Makes the canvas so big, sharp on any screen, and empty; one unit is one CSS pixel. */
function sizeCanvas(canvas, width, height) {
  const sharp = Math.max(devicePixelRatio || 1, document.body.classList.contains("printing") ? 2 : 1);
  const [w, h] = [Math.round(width * sharp), Math.round(height * sharp)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}
