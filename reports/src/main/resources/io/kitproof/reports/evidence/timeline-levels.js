// Draws what lasts: levels of relays and LEDs, expectations from their stimulus to their deadline, TLS sessions.

function high(e) {
  return e.type === "RelayMove" ? e.said.closed : e.said.lit;
}

/** Filled while closed or lit. Before its first edge it was the other way round; without one, nothing is known. */
function drawLevels(pen, lane, colours) {
  const top = lane.y + 5;
  const tall = lane.height - 11;
  const times = lane.levels;
  if (times.length === 0) {
    pen.fillStyle = colours.soft;
    pen.fillText("no change was seen", 8, lane.y + lane.height / 2);
    return;
  }
  let i = lowerBound(times, view.from);
  let on = i > 0 ? high(lane.entries[i - 1]) : !high(lane.entries[0]);
  let x = 0;
  while (x < view.width) {
    const next = i < times.length ? Math.min(view.width, Math.max(x, toX(times[i]))) : view.width;
    level(pen, x, next - x, top, tall, on);
    const end = i < times.length ? Math.max(i + 1, lowerBound(times, toTime(next + 1), i)) : i;
    if (i >= times.length || next >= view.width) {
      break;
    }
    x = next;
    if (end - i > 2) {
      pen.fillRect(x, top + tall / 3, 1, tall / 1.5);
      x += 1;
    }
    on = high(lane.entries[end - 1]);
    i = end;
  }
  nameLevels(pen, lane, colours);
}

function level(pen, x, wide, top, tall, on) {
  if (on) {
    pen.globalAlpha = 0.75;
    pen.fillRect(x, top, Math.max(wide, 1), tall);
    pen.globalAlpha = 1;
    pen.fillRect(x, top, Math.max(wide, 1), 1.5);
    pen.fillRect(x, top, 1.5, tall);
  } else {
    pen.fillRect(x, top + tall - 1, wide, 1.5);
  }
}

function nameLevels(pen, lane, colours) {
  const words = [];
  buckets(lane.times, (first, end, x) => words.push({ x, entry: end - first === 1 ? lane.shown[first] : null }));
  const letter = pen.measureText("0").width;
  words.forEach((word, i) => {
    const next = i + 1 < words.length ? words[i + 1].x : view.width;
    const room = Math.floor((next - word.x - 12) / letter);
    if (word.entry && room > 2) {
      pen.fillStyle = high(word.entry) ? colours.level : colours.soft;
      pen.fillText(cut(printable(levelWord(word.entry)), room), word.x + 6, lane.y + lane.height / 2 - 0.5);
    }
  });
}

function levelWord(e) {
  return e.type === "RelayMove" ? (high(e) ? "closed" : "open") : high(e) ? "on" : "off";
}

function drawBars(pen, lane, colours) {
  const last = [];
  for (const bar of lane.bars) {
    const x = toX(bar.from);
    const wide = Math.max(2, toX(bar.to) - x);
    if (x > view.width || x + wide < 0 || (wide <= 2 && x - last[bar.row] < 1) || !isShown(lane, bar)) {
      continue;
    }
    last[bar.row] = x;
    const y = lane.y + 4 + bar.row * ROW;
    if (lane.kind === "asked") {
      drawAsked(pen, bar, x, wide, y, colours);
    } else {
      drawSession(pen, bar, x, wide, y, colours);
    }
  }
}

function isShown(lane, bar) {
  return lane.shown.length === lane.entries.length || lane.shown.includes(bar.entry);
}

/** The time allowed is a frame, the time needed is filled. */
function drawAsked(pen, bar, x, wide, y, colours) {
  const e = bar.entry.said;
  const colour = e.met ? colours.passed : colours.failed;
  const right = Math.min(x + wide, view.width);
  pen.fillStyle = pen.strokeStyle = colour;
  pen.globalAlpha = 0.25;
  pen.fillRect(x, y, Math.max(1, Math.min(wide, toX(bar.until) - x)), ROW - 3);
  pen.globalAlpha = 1;
  pen.strokeRect(x + 0.5, y + 0.5, wide - 1, ROW - 4);
  if (Number.isFinite(e.answerNs)) {
    pen.fillRect(toX(bar.until) - 1, y, 3, ROW - 3);
  }
  const said = (e.met ? "✓ " : "✗ ") + e.subject + " should " + e.wanted;
  const text = e.met ? said : said + ", but " + e.came;
  pen.fillStyle = colours.ink;
  const left = Math.max(x, 0);
  const tick = toX(bar.until);
  // behind the tick of the answer, where that leaves the most of the bar
  inBar(pen, text, Number.isFinite(e.answerNs) && tick > left && tick < (left + right) / 2 ? tick : left, right, y);
}

function drawSession(pen, bar, x, wide, y, colours) {
  const colour = colours["tls-lane"];
  pen.fillStyle = pen.strokeStyle = colour;
  if (bar.entry.said.completed === false) {
    pen.strokeStyle = colours.failed;
    cross(pen, x, y + ROW / 2 - 1);
    pen.fillStyle = colours.soft;
    inBar(pen, "refused: " + bar.entry.text, x + 6, view.width, y);
    return;
  }
  pen.globalAlpha = 0.18;
  pen.fillRect(x, y, wide, ROW - 3);
  pen.globalAlpha = 1;
  pen.fillRect(x, y, wide, 1.5);
  pen.fillRect(x, y, 2, ROW - 3);
  pen.fillStyle = colours.soft;
  inBar(pen, bar.label, Math.max(x, 0), Math.min(x + wide, view.width), y);
}

function inBar(pen, text, from, to, y) {
  const room = Math.floor((to - from - 10) / pen.measureText("0").width);
  if (room > 3) {
    pen.fillText(cut(printable(text.slice(0, 300)), room), from + 6, y + ROW / 2 - 1);
  }
}
