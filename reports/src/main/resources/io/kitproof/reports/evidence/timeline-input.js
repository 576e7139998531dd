// What a person does: pointer, wheel, keys, buttons, the printer.

/** The entry under the pointer: the nearest in its lane, a bar, or the window of a failure. */
function entryAt(x, y) {
  const lane = lanes.find((l) => y >= l.y && y < l.y + l.height);
  if (!lane || lane.height <= SHUT) {
    return null;
  }
  const t = toTime(x);
  if (lane.bars.length) {
    const row = Math.floor((y - lane.y - 4) / ROW);
    const hit = (bar) => bar.row === row && x >= toX(bar.from) - 4 && x <= Math.max(toX(bar.to), toX(bar.from) + 8);
    const bar = lane.bars.filter(hit).pop();
    return bar ? bar.entry : failureAt(t);
  }
  const near = lane.shown[nearest(lane.times, t)];
  return near && Math.abs(toX(near.t) - x) <= 9 ? near : failureAt(t);
}

function failureAt(t) {
  return record.failures.find((e) => t >= begins(e) && t <= ends(e)) || null;
}

function listen() {
  listenToPointer(part("chart"));
  listenToOverview(part("axis"));
  part("chart").addEventListener("keydown", onKey);
  const buttons = { "zoom-in": () => zoom(0.5), "zoom-out": () => zoom(2), earlier: () => pan(-0.25),
    later: () => pan(0.25), whole: lookAtAll, "to-failure": () => showFailure() };
  for (const [id, deed] of Object.entries(buttons)) {
    part(id).addEventListener("click", () => { deed(); redraw(); });
  }
  part("all-lanes").addEventListener("click", () => turn(lanes, true));
  part("find").addEventListener("input", onFind);
  part("find").addEventListener("keydown", (event) => event.key === "Enter" && nextFound());
  addEventListener("resize", arrange);
  addEventListener("scroll", () => { if (!pinned) { select(null, false); } }, { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && select(null, false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours = readColours(); redraw(); });
  addEventListener("beforeprint", () => turnToPaper(true));
  addEventListener("afterprint", () => turnToPaper(false));
}

function turnToPaper(on) {
  document.body.classList.toggle("printing", on);
  colours = readColours();
  arrange();
}

function onFind() {
  const words = part("find").value;
  const kept = filterLanes(lanes, words);
  part("found").textContent = words.trim() === "" ? "" : kept + " of " + record.entries.length + " entries";
  redraw();
}

function nextFound() {
  const found = lanes.flatMap((lane) => lane.shown).sort((a, b) => a.index - b.index);
  if (part("find").value.trim() !== "" && found.length) {
    select(found.find((e) => selected && e.index > selected.index) || found[0], true);
  }
}

function onWheel(event) {
  event.preventDefault();
  const by = (event.deltaMode === 1 ? 16 : 1) * (event.deltaY || event.deltaX);
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    pan((event.deltaX || event.deltaY) / view.width);
  } else {
    zoom(Math.exp(by * 0.002), toTime(event.offsetX));
  }
  redraw();
}

function listenToPointer(chart) {
  let drag = null;
  chart.addEventListener("wheel", onWheel, { passive: false });
  chart.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, from: view.from, to: view.to, moved: false };
    chart.setPointerCapture(event.pointerId);
  });
  chart.addEventListener("pointermove", (event) => {
    moveCursor(event.offsetX);
    if (drag && (drag.moved || Math.abs(event.clientX - drag.x) > 4)) {
      drag.moved = true;
      const by = ((drag.x - event.clientX) / view.width) * (drag.to - drag.from);
      look(drag.from + by, drag.to + by);
      redraw();
    } else if (!drag && !pinned) {
      const e = entryAt(event.offsetX, event.offsetY);
      if (e !== selected) {
        select(e, false, { x: event.clientX, y: event.clientY });
      }
    }
  });
  chart.addEventListener("pointerup", (event) => {
    if (drag && !drag.moved) {
      select(entryAt(event.offsetX, event.offsetY), true, { x: event.clientX, y: event.clientY });
    }
    drag = null;
  });
  chart.addEventListener("pointerleave", () => {
    part("cursor").hidden = true;
    if (!pinned) {
      select(null, false);
    }
  });
}

function moveCursor(x) {
  const cursor = part("cursor");
  cursor.hidden = false;
  cursor.style.left = part("lanes").offsetWidth + x + "px";
  cursor.classList.toggle("turned", x > view.width - 90);
  part("cursor-time").textContent = tickText(toTime(x), (view.to - view.from) / 2000) + " s";
}

function listenToOverview(axis) {
  const go = (event) => {
    const t = view.first + (event.offsetX / view.width) * (view.last - view.first);
    const half = (view.to - view.from) / 2;
    look(t - half, t + half);
    redraw();
  };
  axis.addEventListener("pointerdown", (event) => { axis.setPointerCapture(event.pointerId); go(event); });
  axis.addEventListener("pointermove", (event) => event.buttons && go(event));
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const deeds = { "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), 0: lookAtAll,
    f: () => showFailure(), F: () => showFailure(), Home: () => step(-Infinity, 0), End: () => step(Infinity, 0) };
  const arrow = arrows[event.key];
  if (arrow && event.shiftKey) {
    pan(arrow[0] * 0.25);
  } else if (arrow) {
    step(...arrow);
  } else if (deeds[event.key]) {
    deeds[event.key]();
  } else {
    return;
  }
  event.preventDefault();
  redraw();
}

function nearest(times, t) {
  const i = lowerBound(times, t);
  return i > 0 && (i === times.length || t - times[i - 1] < times[i] - t) ? i - 1 : i;
}

/** To another entry of the lane, or to the nearest of another lane. */
function step(along, across) {
  const open = lanes.filter((lane) => lane.height > SHUT && lane.shown.length);
  if (!open.length) {
    return;
  }
  const at = selected && open.includes(selected.row) ? open.indexOf(selected.row) : -1;
  const lane = open[at < 0 ? 0 : Math.min(Math.max(at + across, 0), open.length - 1)];
  const here = at < 0 || across ? -1 : lane.shown.indexOf(selected);
  const i = here < 0 ? nearest(lane.times, selected ? selected.t : view.from) : here + along;
  select(lane.shown[Math.min(Math.max(i, 0), lane.shown.length - 1)], true);
}
