"use strict";
// The record of a scenario: its lines, read, in the order of their time stamps.

const HARD = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line of text in which whatever is no printable character shows by its number. */
function printable(text) {
  return String(text).replace(HARD, (c) => {
    const code = c.codePointAt(0).toString(16).toUpperCase();
    return code.length < 3 ? "\\x" + code.padStart(2, "0") : "\\u" + code.padStart(4, "0");
  });
}

/** Reads JSON Lines; a line that is none is counted, never fatal. */
function readLines(text) {
  try {
    return { all: JSON.parse("[" + text.trim().replace(/\n+/g, ",") + "]"), unread: 0 };
  } catch (oneByOne) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const all = [];
    for (const line of lines) {
      try {
        all.push(JSON.parse(line));
      } catch (unreadable) {
        // counted below
      }
    }
    return { all, unread: lines.length - all.length };
  }
}

function isEntry(e) {
  return e !== null && typeof e === "object" && typeof e.type === "string"
    && Number.isFinite(e.ns) && typeof e.lane === "string" && typeof e.text === "string";
}

/** What the record has of an entry, and what the page needs of it: its time in ms, its place, its stimulus. */
class Entry {
  constructor(said) {
    this.said = said;
    this.t = said.ns / 1e6;
    this.type = said.type;
    this.lane = said.lane;
    this.index = 0;
    this.row = null;
    this.bar = null;
    this.deed = null;
    this.since = NaN;
    this.haystack = null;
  }

  get text() {
    return this.said.text;
  }
}

/** When each stimulus took effect: a press at the last move of its contact. */
function noteStimuli(entries) {
  let lane = null;
  let deed = null;
  let acted = NaN;
  for (const e of entries) {
    if (e.type === "Deed") {
      lane = e.lane;
      deed = e;
      acted = e.t;
    } else if (e.type === "RelayMove" && e.lane === lane) {
      acted = e.t;
    }
    e.since = e.t - acted;
    e.deed = deed;
  }
}

/** The scenario's name, its epoch, and its entries with `t`, milliseconds since the epoch. */
function readRecord(text) {
  const { all, unread } = readLines(text);
  const head = all.find((e) => e && e.type === "Epoch") || {};
  const entries = all.filter(isEntry).map((said) => new Entry(said));
  const strange = all.length - entries.length - (head.type ? 1 : 0);
  entries.sort((a, b) => a.t - b.t);
  entries.forEach((e, i) => { e.index = i; });
  noteStimuli(entries);
  return { scenario: String(head.scenario || ""), instant: String(head.instant || ""), entries,
    unread: unread + strange };
}

/** What went wrong: expectations that were not met, and the bench's own trouble. */
function failuresOf(entries) {
  return entries.filter((e) => (e.type === "Asked" && e.said.met === false) || e.type === "Trouble");
}

function begins(e) {
  return e.type === "Asked" && Number.isFinite(e.said.fromNs) ? e.said.fromNs / 1e6 : e.t;
}

/** Its deadline, or when it was given up, because it could not be met any more. */
function ends(e) {
  if (e.type !== "Asked" || !Number.isFinite(e.said.untilNs)) {
    return e.t;
  }
  const until = e.said.untilNs / 1e6;
  return Math.max(begins(e), e.said.met === false ? Math.min(until, e.t) : until);
}

function gaveUp(e) {
  return e.said.met === false && e.t < e.said.untilNs / 1e6;
}

function timesOf(entries) {
  const times = new Float64Array(entries.length);
  for (let i = 0; i < times.length; i++) {
    times[i] = entries[i].t;
  }
  return times;
}

/** The first index of a sorted array that is not before the value. */
function lowerBound(sorted, value, from = 0) {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
