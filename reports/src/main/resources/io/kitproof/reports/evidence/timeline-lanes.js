// Lanes: which entries stand in which row, in typed arrays that are searched by time.

/** By kind, from the top; the colour is a property of the style sheet. */
const KINDS = {
  deed: { order: 0, colour: "--deed" },
  asked: { order: 1, colour: "--passed" },
  trouble: { order: 2, colour: "--failed" },
  relay: { order: 3, colour: "--relay" },
  led: { order: 4, colour: "--led" },
  console: { order: 5, colour: "--console" },
  mqtt: { order: 6, colour: "--mqtt" },
  tls: { order: 7, colour: "--tls" },
  client: { order: 8, colour: "--client" },
  cloud: { order: 9, colour: "--client" },
  other: { order: 10, colour: "--soft" },
  measured: { order: 11, colour: "--soft" },
};
const MOST_LANES = 150;
const MOST_ROWS = 6;

function kindOf(e) {
  switch (e.type) {
    case "Deed": return ["deed", "stimuli"];
    case "Asked": return ["asked", "expectations"];
    case "Trouble": return ["trouble", "trouble of the bench"];
    case "RelayMove": return ["relay", e.lane];
    case "LedEdge": return ["led", e.lane];
    case "ConsoleLine": return ["console", e.lane];
    case "PacketSeen": return ["mqtt", e.lane];
    case "ConnectionEnd": return ["mqtt", e.lane];
    case "TlsHandshake": return ["tls", "TLS sessions"];
    case "TestClientMessage": return ["client", e.lane];
    case "ShadowSeen": return ["cloud", e.lane];
    case "ThingSeen": return ["cloud", e.lane];
    case "Attempt": return ["cloud", e.lane];
    case "Measured": return ["measured", "measurements"];
    default: return ["other", e.lane];
  }
}

function newLane(kind, name) {
  return { kind, name, entries: [], shown: [], times: null, bars: [], rows: 1, on: true, y: 0, height: 0 };
}

/** An LED that was expected to do something has its lane even when nothing was seen of it. */
function addAwaited(lanes, entries) {
  for (const e of entries) {
    const about = e.type === "Asked" && e.said.about;
    if (about && !lanes.has(about) && lanes.size < MOST_LANES) {
      const kind = / LED\d*$/.test(about) ? "led" : / console$/.test(about) ? "console" : "other";
      lanes.set(about, newLane(kind, String(about)));
    }
  }
}

/** The rows of the chart, from the top. */
function lanesOf(entries) {
  const lanes = new Map();
  for (const e of entries) {
    let [kind, name] = kindOf(e);
    if (!lanes.has(name) && lanes.size >= MOST_LANES) {
      [kind, name] = ["other", "further lanes"];
    }
    if (!lanes.has(name)) {
      lanes.set(name, newLane(kind, name));
    }
    e.row = lanes.get(name);
    e.row.entries.push(e);
  }
  addAwaited(lanes, entries);
  const sorted = [...lanes.values()].sort((a, b) =>
    KINDS[a.kind].order - KINDS[b.kind].order || (a.name < b.name ? -1 : 1));
  for (const lane of sorted) {
    show(lane, lane.entries);
    lane.levels = lane.times;
  }
  const named = (kind) => sorted.filter((lane) => lane.kind === kind);
  named("asked").forEach((lane) => pack(lane, lane.entries.map(askedBar)));
  named("tls").forEach((lane) => pack(lane, sessions(lane.entries, entries)));
  return sorted;
}

/** A relay's lane says what its contact presses. */
function titleOf(lane) {
  const part = lane.kind === "relay" && lane.entries[0].said.part;
  return printable(part ? part + " · " + lane.name : lane.name);
}

/** Puts these entries of the lane into what is drawn and searched. */
function show(lane, entries) {
  lane.shown = entries;
  lane.times = timesOf(entries);
}

function answered(e) {
  return Number.isFinite(e.said.answerNs) ? e.said.answerNs / 1e6 : e.t;
}

function askedBar(e) {
  return { entry: e, from: begins(e), to: ends(e), until: answered(e) };
}

/** From each handshake to the end of its connection, or of the record. */
function sessions(handshakes, entries) {
  const over = new Map();
  const who = new Map();
  for (const e of entries) {
    if (e.type === "ConnectionEnd") {
      over.set(e.said.connection, e.t);
    }
    if (e.said.clientId && !who.has(e.said.connection)) {
      who.set(e.said.connection, e.said.clientId);
    }
  }
  const last = entries[entries.length - 1].t;
  return handshakes.map((e) => {
    const id = e.said.connection;
    const to = e.said.completed === false ? e.t : Math.max(e.t, over.get(id) ?? last);
    return { entry: e, from: e.t, to, label: "#" + id + " " + (who.get(id) || e.text) };
  });
}

/** Bars that overlap get rows of their own; when there is no row left, a bar ends where the next one begins. */
function pack(lane, bars) {
  const free = [];
  const ahead = [];
  for (const bar of bars.sort((a, b) => a.from - b.from)) {
    let row = free.findIndex((until) => until <= bar.from);
    if (row < 0) {
      row = free.length < MOST_ROWS ? free.length : free.indexOf(Math.min(...free));
    }
    if (ahead[row]) {
      ahead[row].to = Math.min(ahead[row].to, bar.from);
    }
    ahead[row] = bar;
    free[row] = bar.to;
    bar.row = row;
    bar.entry.bar = bar;
  }
  lane.bars = bars;
  lane.rows = Math.max(1, free.length);
}

/** Keeps the entries in whose text, lane or bytes the words occur; returns how many. */
function filterLanes(lanes, words) {
  const wanted = words.trim().toLowerCase();
  let kept = 0;
  for (const lane of lanes) {
    const fit = wanted === "" ? lane.entries : lane.entries.filter((e) => haystack(e).includes(wanted));
    show(lane, fit);
    kept += fit.length;
  }
  return kept;
}

function haystack(e) {
  if (e.haystack === null) {
    const said = e.said;
    const parts = [said.text, said.lane, said.payloadHex, said.wanted, said.came, said.desired, said.reported, said.delta];
    e.haystack = parts.filter((p) => p).join("\n").toLowerCase();
  }
  return e.haystack;
}
