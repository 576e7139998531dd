// Draws the lanes. Whatever falls on the same few pixels is drawn once, so the work is bounded by
// the width of the screen, not by the length of the record.

const BUCKET = 3; // px
const LANE = 26;
const ROW = 18;
const SHUT = 18;

function layOut(lanes, printing) {
  let y = 0;
  for (const lane of lanes) {
    lane.y = y;
    lane.height = !lane.on && !printing ? SHUT : lane.bars.length ? lane.rows * ROW + 8 : LANE;
    y += lane.height;
  }
  return y;
}

function readColours() {
  const style = getComputedStyle(document.body);
  const of = (name) => style.getPropertyValue(name).trim();
  const colours = { font: "11px " + of("--mono") };
  for (const name of ["ink", "soft", "line", "well", "paper", "failed", "passed", "deed", "veil", "level"]) {
    colours[name] = of("--" + name);
  }
  for (const kind of Object.keys(KINDS)) {
    colours[kind + "-lane"] = of(KINDS[kind].colour);
  }
  return colours;
}

/** Calls `each(first, end, x)` for every bucket of pixels in view that has entries. */
function buckets(times, each) {
  let i = lowerBound(times, toTime(-20));
  const last = toTime(view.width + 20);
  while (i < times.length && times[i] <= last) {
    const x = toX(times[i]);
    const end = Math.max(i + 1, lowerBound(times, toTime(x + BUCKET), i));
    each(i, end, x);
    i = end;
  }
}

function drawChart(canvas, lanes, record, colours, selected) {
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0);
  const pen = sizeCanvas(canvas, view.width, height);
  pen.font = colours.font;
  pen.textBaseline = "middle";
  pen.fillStyle = colours.line;
  for (const tick of ticks()) {
    pen.fillRect(Math.round(tick.x), 0, 1, height);
  }
  lanes.forEach((lane) => pen.fillRect(0, lane.y + lane.height - 1, view.width, 1));
  drawFailures(pen, lanes, record.failures, height, colours);
  drawStimuli(pen, lanes, height, colours);
  for (const lane of lanes) {
    if (lane.height > SHUT) {
      drawLane(pen, lane, colours);
    }
  }
  if (selected && selected.row.height > SHUT) {
    ring(pen, selected, colours);
  }
}

function drawLane(pen, lane, colours) {
  pen.save();
  pen.beginPath();
  pen.rect(0, lane.y, view.width, lane.height);
  pen.clip();
  pen.fillStyle = pen.strokeStyle = colours[lane.kind + "-lane"];
  if (lane.bars.length) {
    drawBars(pen, lane, colours);
  } else if (lane.kind === "relay" || lane.kind === "led") {
    drawLevels(pen, lane, colours);
  } else {
    drawMarks(pen, lane, colours);
  }
  pen.restore();
}

/** The window of what was awaited in vain is hatched through all lanes, stronger where it should have come. */
function drawFailures(pen, lanes, failures, height, colours) {
  for (const e of failures) {
    const from = toX(begins(e));
    const wide = Math.max(2, toX(ends(e)) - from);
    if (from > view.width || from + wide < 0) {
      continue;
    }
    hatch(pen, from, 0, wide, height, colours.failed, 0.16, 9);
    pen.fillStyle = colours.failed;
    pen.fillRect(from, 0, 1.5, height);
    pen.fillRect(from + wide - 1.5, 0, 1.5, height);
    const lane = lanes.find((l) => l.name === e.said.about && l.height > SHUT);
    if (lane) {
      hatch(pen, from, lane.y + 1, wide, lane.height - 3, colours.failed, 0.45, 5);
      pen.strokeStyle = colours.failed;
      pen.strokeRect(from + 0.5, lane.y + 1.5, wide - 1, lane.height - 4);
    }
  }
}

function hatch(pen, x, y, wide, tall, colour, alpha, step) {
  const left = Math.max(x, 0);
  const right = Math.min(x + wide, view.width);
  if (right <= left) {
    return;
  }
  pen.save();
  pen.beginPath();
  pen.rect(left, y, right - left, tall);
  pen.clip();
  pen.globalAlpha = alpha / 2;
  pen.fillStyle = pen.strokeStyle = colour;
  pen.fillRect(left, y, right - left, tall);
  pen.globalAlpha = alpha;
  pen.beginPath();
  for (let at = Math.floor((left - tall) / step) * step; at < right; at += step) {
    pen.moveTo(at, y + tall);
    pen.lineTo(at + tall, y);
  }
  pen.stroke();
  pen.restore();
}

/** What the harness did goes through all lanes as a dashed line. */
function drawStimuli(pen, lanes, height, colours) {
  pen.save();
  pen.setLineDash([5, 3]);
  pen.strokeStyle = colours.deed;
  pen.beginPath();
  for (const lane of lanes.filter((l) => l.kind === "deed" || l.kind === "trouble")) {
    buckets(lane.times, (first, end, x) => {
      pen.moveTo(Math.round(x) + 0.5, lane.y + lane.height / 2);
      pen.lineTo(Math.round(x) + 0.5, height);
    });
  }
  pen.stroke();
  pen.restore();
}
