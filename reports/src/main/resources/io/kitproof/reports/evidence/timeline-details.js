// What an entry says: beside the pointer, in the table, on the cards of what went wrong. All of it is text, never markup.

const MOST_BYTES = 512;
const SHOWN_OTHERWISE = new Set(["type", "ns", "lane", "text", "payloadHex", "message", "fromNs", "untilNs",
  "answerNs", "met", "came", "subject", "wanted", "about"]);

function make(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) {
    node.textContent = text;
  }
  if (className) {
    node.className = className;
  }
  return node;
}

function seconds(t) {
  return (t / 1000).toFixed(4);
}

function sinceText(e) {
  return Number.isFinite(e.since) ? (e.since < 0 ? "" : "+") + e.since.toFixed(1) + " ms" : "";
}

/** Fills the box with everything the record has of the entry. */
function describe(box, e) {
  const after = e.deed && e.deed !== e ? sinceText(e) + " after: " + printable(e.deed.text) : "";
  box.replaceChildren(make("p", seconds(e.t) + " s" + (after ? "  ·  " + after : ""), "when"),
    make("p", printable(e.text), "what"));
  const list = make("dl");
  const row = (name, value) => list.append(make("dt", name), make("dd", printable(value)));
  row("lane", e.lane);
  if (e.type === "Asked") {
    askedRows(e, row);
  }
  for (const [name, value] of Object.entries(e.said)) {
    if (!SHOWN_OTHERWISE.has(name) && value !== null && value !== "") {
      const inMillis = name.endsWith("Ns") && Number.isFinite(value);
      row(inMillis ? name.slice(0, -2) : name, inMillis ? (value / 1e6).toFixed(3) + " ms" : value);
    }
  }
  box.append(list);
  const hex = e.said.payloadHex;
  if (typeof hex === "string" && hex !== "") {
    box.append(make("pre", hexDump(hex), "bytes"));
  }
}

function askedRows(e, row) {
  const { subject, wanted, untilNs, met, came } = e.said;
  row("awaited", subject + " should " + wanted);
  row("from", seconds(begins(e)) + " s");
  row("until", seconds(untilNs / 1e6) + " s");
  row(met ? "met" : gaveUp(e) ? "given up" : "not met", seconds(answered(e)) + " s");
  if (came) {
    row(met ? "came" : "came instead", came);
  }
}

/** Sixteen bytes a line: where, in hex, as text. */
function hexDump(hex) {
  const bytes = hex.match(/../g) || [];
  const lines = [];
  for (let i = 0; i < Math.min(bytes.length, MOST_BYTES); i += 16) {
    const part = bytes.slice(i, i + 16);
    const text = part.map((b) => parseInt(b, 16)).map((b) => (b > 31 && b < 127 ? String.fromCharCode(b) : "."));
    lines.push(i.toString(16).padStart(4, "0") + "  " + part.join(" ").padEnd(47) + "  " + text.join(""));
  }
  if (bytes.length > MOST_BYTES) {
    lines.push("… " + (bytes.length - MOST_BYTES) + " more bytes are in the record");
  }
  return bytes.length + (bytes.length === 1 ? " byte" : " bytes") + " of payload\n" + lines.join("\n");
}

/** A card for each thing that went wrong, the first ones: what was awaited, what came. */
function showFailures(section, failures, onShow) {
  for (const e of failures.slice(0, 5)) {
    const card = make("div", undefined, "failure");
    const line = make("p");
    if (e.type === "Asked") {
      line.append(make("b", "✗ Not met: "), printable(e.said.subject + " should " + e.said.wanted));
      card.append(line, make("p", "Came instead: " + printable(e.said.came || "something else"), "came"));
      const window = "Awaited from " + seconds(begins(e)) + " s to " + seconds(e.said.untilNs / 1e6) + " s"
        + (gaveUp(e) ? ", given up at " + seconds(e.t) + " s" : "");
      card.append(make("p", window + (e.deed ? ", after: " + printable(e.deed.text) : ""), "soft"));
    } else {
      line.append(make("b", "✗ The bench failed: "), printable(e.text));
      card.append(line, make("p", "At " + seconds(e.t) + " s", "soft"));
    }
    const button = make("button", "Show");
    button.type = "button";
    button.addEventListener("click", () => onShow(e));
    card.append(button);
    section.append(card);
  }
  if (failures.length > 5) {
    section.append(make("p", failures.length - 5 + " more are on the lanes.", "soft"));
  }
}

/** The entries from `from` to `to` ms; of very many the first and the last. */
function tableRows(entries, times, from, to) {
  const first = lowerBound(times, from);
  const end = lowerBound(times, to + 1e-6);
  const [head, tail] = [24, 56];
  const rows = entries.slice(first, Math.min(end, first + head));
  if (end - first > head + tail) {
    rows.push(end - first - head - tail);
  }
  return rows.concat(entries.slice(Math.max(first + head, end - tail), end));
}

function showTable(body, rows, selected, onSelect) {
  body.replaceChildren(...rows.map((e) => {
    const tr = make("tr");
    if (typeof e === "number") {
      const cell = make("td", "… " + e + " more between them …", "soft");
      cell.colSpan = 4;
      tr.append(cell);
      return tr;
    }
    tr.append(make("td", seconds(e.t)), make("td", sinceText(e)), make("td", printable(e.lane)),
      make("td", printable(e.text)));
    tr.className = e === selected ? "selected" : e.type === "Deed" ? "deed" : "";
    tr.classList.toggle("unmet", e.type === "Trouble" || e.said.met === false);
    tr.addEventListener("click", () => onSelect(e));
    return tr;
  }));
}
