// The page itself: reads the record, shows it, and does what a person asks for.

const part = (id) => document.getElementById(id);
const record = readRecord(part("record").textContent);
record.failures = failuresOf(record.entries);
const times = timesOf(record.entries);
const lanes = record.entries.length ? lanesOf(record.entries) : [];
let colours = readColours();
let selected = null;
let pinned = false;
let due = false;

function showHead() {
  const name = printable(record.scenario || "Timeline");
  part("scenario").textContent = name;
  document.title = name + " · Timeline · Kitproof";
  const length = record.entries.length ? times[times.length - 1] / 1000 : 0;
  const began = printable(record.instant).replace(/^([\d-]+)T([\d:]{8})(\.\d+)?Z$/, "$1 $2 UTC");
  const facts = [began && "began " + began, length.toFixed(3) + " s",
    record.entries.length + " entries in " + lanes.length + " lanes",
    record.unread && record.unread + " lines of the record could not be read"];
  part("facts").textContent = facts.filter((f) => f).join("  ·  ");
  part("to-failure").hidden = record.failures.length === 0;
  part("legend").textContent = lanes.some((l) => l.kind === "mqtt") ? "▲ to the broker  ▼ to the client" : "";
}

function showLaneNames() {
  part("lanes").replaceChildren(...lanes.map((lane) => {
    const label = make("label");
    const box = make("input");
    box.type = "checkbox";
    box.checked = lane.on;
    box.addEventListener("change", () => turn([lane], box.checked));
    label.title = titleOf(lane);
    label.append(box, make("span", titleOf(lane), "name"), make("span", lane.entries.length, "count"));
    label.style.setProperty("--lane", "var(" + KINDS[lane.kind].colour + ")");
    lane.label = label;
    lane.box = box;
    return label;
  }));
}

function turn(some, on) {
  for (const lane of some) {
    lane.on = on;
    lane.box.checked = on;
  }
  part("all-lanes").hidden = lanes.every((lane) => lane.on);
  arrange();
}

/** After lanes or sizes changed. */
function arrange() {
  const printing = document.body.classList.contains("printing");
  view.width = Math.max(200, part("middle").clientWidth - part("lanes").offsetWidth);
  layOut(lanes, printing);
  for (const lane of lanes) {
    lane.label.style.height = lane.height + "px";
    lane.label.classList.toggle("off", lane.height === SHUT);
  }
  draw();
}

function draw() {
  due = false;
  drawAxis(part("axis"), record, colours);
  drawChart(part("chart"), lanes, record, colours, selected);
}

function redraw() {
  if (!due) {
    due = true;
    requestAnimationFrame(draw);
  }
}

function showFailure(e = record.failures[0]) {
  if (e) {
    const room = Math.max(5, (ends(e) - begins(e)) * 0.15);
    look(Math.max(view.first, begins(e) - room), Math.min(view.last, Math.max(ends(e), e.t) + room));
    select(e, true);
  }
}

/** Shows an entry's details, beside the pointer if that chose it; `keep` until something else is chosen. */
function select(e, keep, pointer) {
  selected = e;
  pinned = Boolean(e) && keep;
  const box = part("details");
  box.hidden = !e;
  if (e) {
    // what is pointed at is in view, though it may reach far beyond
    if (!pointer && (ends(e) < view.from || begins(e) > view.to)) {
      const half = (view.to - view.from) / 2;
      look(begins(e) - half, begins(e) + half);
    }
    describe(box, e);
    placeDetails(box, e, pointer);
    if (keep) {
      showAround();
    }
  }
  redraw();
}

/** Beside the pointer, or the entry; never over it, never outside of the window. */
function placeDetails(box, e, pointer) {
  const chart = part("chart").getBoundingClientRect();
  const at = Math.min(Math.max(toX(e.bar ? Math.max(e.bar.from, view.from) : e.t), 0), view.width);
  const x = pointer ? pointer.x : chart.left + at;
  const low = pointer ? pointer.y + 18 : chart.top + e.row.y + e.row.height + 6;
  const fits = low + box.offsetHeight <= innerHeight;
  const above = (pointer ? pointer.y - 12 : chart.top + e.row.y - 6) - box.offsetHeight;
  box.style.left = Math.max(4, Math.min(x + 8, innerWidth - box.offsetWidth - 12)) + "px";
  box.style.top = (fits ? low : Math.max(4, above)) + "px";
}

/** The table: around what is selected, else what went wrong, else the end. */
function showAround() {
  const e = (pinned && selected) || record.failures[0];
  const last = record.entries[record.entries.length - 1];
  const near = e && !record.failures.includes(e);
  const middle = e ? e.index : record.entries.length;
  const from = !e || near ? times[Math.max(0, middle - 25)] : begins(e) - 20;
  const to = !e ? last.t : near ? times[Math.min(times.length - 1, middle + 25)] : Math.max(ends(e), e.t) + 20;
  part("around-title").textContent = !e ? "The last entries" : near ? "Around the selected entry" : "Around the failure";
  showTable(part("around"), tableRows(record.entries, times, from, to), selected, (row) => select(row, true));
}

function start() {
  showHead();
  if (!record.entries.length) {
    part("board").hidden = true;
    part("around-title").textContent = "Nothing was seen.";
    return;
  }
  showFailures(part("failures"), record.failures, showFailure);
  measureAxis(record.entries);
  showLaneNames();
  listen();
  arrange();
  performance.mark("drawn");
  requestAnimationFrame(() => setTimeout(() => {
    performance.mark("painted");
    showAround();
  }));
}

start();
