"use strict";

// The kit has one buffer for all connections: one request at a time, and none with a Content-Type.
const SLICE = 1024;
const TRIES = 3;
const SETTINGS = "/config/configuration_settings.html";
const UPLOAD = "/config/upgrade_chunk.html";
let turn = Promise.resolve();

const part = (id) => document.getElementById(id);
const bytes = (text) => new TextEncoder().encode(text).length;

/** Asks the kit, after everything asked before has been answered. */
function ask(method, url, { body, seconds = 4, tries = 1 } = {}) {
  const answer = turn.then(() => attempt(method, url, body, seconds, tries));
  turn = answer.catch(() => {});
  return answer;
}

async function attempt(method, url, body, seconds, tries) {
  let response;
  try {
    response = await fetch(url, { method, body, signal: AbortSignal.timeout(seconds * 1000) });
    if (!response.ok) throw new Error(`The kit answered ${response.status} to ${url.split("?")[0]}.`);
    return await response.text();
  } catch (trouble) {
    if (response && !response.ok) throw trouble;
    if (tries > 1) return attempt(method, url, body, seconds, tries - 1);
    throw new Error(
      `The kit did not answer within ${seconds} s. Is this computer still on its access point? Else reset the kit.`);
  }
}

function say(id, text, bad = false) {
  part(id).textContent = text;
  part(id).classList.toggle("bad", bad);
}

/** Runs what a form is for; its buttons rest meanwhile, and what goes wrong is said under it. */
function doing(form, said, deed) {
  const run = async (event) => {
    event?.preventDefault();
    const buttons = form.querySelectorAll("button");
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await deed();
    } catch (trouble) {
      say(said, trouble.message, true);
    }
    buttons.forEach((button) => { button.disabled = false; });
  };
  return run;
}

/* Thing */

async function showThing() {
  const name = await ask("POST", `${SETTINGS}?mode=get`, { tries: TRIES });
  part("thing-now").textContent = name;
  return name;
}

async function saveThing() {
  const name = part("thing").value;
  if (bytes(name) > 31) throw new Error("The kit has room for 31 bytes of a name; letters beyond a to z take more than one.");
  if (/[^A-Za-z0-9:_-]/.test(name)) throw new Error("AWS IoT knows names of letters, digits, \":\", \"_\" and \"-\" only.");
  say("thing-said", "Saving …");
  await ask("POST", `${SETTINGS}?mode=set&thing=${encodeURIComponent(name)}`);
  const kept = await showThing();
  if (kept !== name) throw new Error(`The kit kept "${kept}" instead of "${name}". Try again.`);
  say("thing-said", `The kit is ${name} now.`);
}

/* Certificate and key */

const FILES = [
  { name: "certificate", room: 4095, begins: /-----BEGIN CERTIFICATE-----/, what: "a certificate in PEM form" },
  { name: "key", room: 2047, begins: /-----BEGIN (RSA |EC )?PRIVATE KEY-----/, what: "a private key in PEM form" },
];

async function readFile({ name, room, begins, what }) {
  const [file] = part(name).files;
  if (file.size > room) throw new Error(`${file.name} has ${file.size} bytes; the kit has room for ${room} and would drop the rest.`);
  const content = await file.arrayBuffer();
  if (!begins.test(new TextDecoder().decode(content))) throw new Error(`${file.name} is not ${what}.`);
  return content;
}

/** Sends slices from wherever the kit says it wants to go on. */
async function send(name, content, onOffset) {
  const size = content.byteLength;
  let offset = 0;
  for (let slices = 0; offset < size; slices++) {
    if (slices > 4 * (size / SLICE + 1)) throw new Error(`The kit keeps asking for other bytes of the ${name}. Reset it and try again.`);
    const url = `${UPLOAD}?file=${name}&offset=${offset}&filesize=${size}`;
    const next = await ask("POST", url, { body: content.slice(offset, offset + SLICE), tries: TRIES });
    if (!/^\d+$/.test(next) || Number(next) > size) throw new Error(`The kit wants to go on at "${next}" of ${size}. Reset it and try again.`);
    offset = Number(next);
    onOffset(offset);
  }
}

async function sendKeys() {
  const contents = [];
  for (const file of FILES) contents.push(await readFile(file));
  const total = contents.reduce((sum, content) => sum + content.byteLength, 0);
  let before = 0;
  part("sent").hidden = false;
  for (const [index, content] of contents.entries()) {
    const { name } = FILES[index];
    say("keys-said", `Sending the ${name} …`);
    await send(name, content, (offset) => { part("sent").value = (before + offset) / total; });
    before += content.byteLength;
  }
  say("keys-said", `Sent: certificate ${contents[0].byteLength} bytes, key ${contents[1].byteLength} bytes. The kit has both.`);
}

/* Wi-Fi */

const WORDS = { OPEN: "open", UNKNOWN: "unknown security" };

function parseScan(text) {
  const lines = text.split("\n").slice(1);
  const found = new Map();
  for (let at = 0; at + 7 < lines.length; at += 8) {
    const [, hex, security, word, rssi, channel] = lines.slice(at, at + 8);
    const pairs = hex.match(/../g) ?? [];
    const ssid = new TextDecoder().decode(Uint8Array.from(pairs, (pair) => parseInt(pair, 16)));
    const known = found.get(ssid);
    if (ssid && (!known || known.rssi < Number(rssi))) found.set(ssid, { ssid, security, word, rssi: Number(rssi), channel });
  }
  return [...found.values()].sort((a, b) => b.rssi - a.rssi);
}

let networks = [];

function showNetworks() {
  part("networks").replaceChildren(...networks.map((network, index) => {
    const label = document.createElement("label");
    const choice = Object.assign(document.createElement("input"),
      { type: "radio", name: "network", value: index, required: true });
    const name = Object.assign(document.createElement("span"), { textContent: network.ssid });
    const facts = Object.assign(document.createElement("small"),
      { textContent: `${WORDS[network.word] ?? network.word}, ${network.rssi} dBm, channel ${network.channel}` });
    label.className = "network";
    label.append(choice, name, facts);
    return label;
  }));
}

async function scan() {
  say("wifi-said", "Looking for networks …");
  networks = parseScan(await ask("GET", "/scan_results.txt", { seconds: 15 }));
  showNetworks();
  const none = networks.length === 0;
  say("wifi-said", none ? "The kit sees no network. Put it nearer to one and look again." : "", none);
}

async function connect() {
  const chosen = document.querySelector("input[name=network]:checked");
  if (!chosen) throw new Error("Choose a network first.");
  const { ssid, security, word } = networks[Number(chosen.value)];
  const passphrase = word === "OPEN" ? "" : part("passphrase").value;
  if (ssid.includes("&") || passphrase.includes("&")) throw new Error("The kit ends a name or passphrase at \"&\"; it can't join this network.");
  if (word.startsWith("WPA") && bytes(passphrase) < 8) throw new Error("A WPA passphrase has at least 8 characters.");
  say("wifi-said", "Telling the kit …");
  const [as, at, ap] = [ssid, security, passphrase].map(encodeURIComponent);
  await ask("GET", `/connect?as0=${as}&at0=${at}&ap0=${ap}`);
  say("wifi-said", `The kit restarts and joins ${ssid}. Join ${ssid} with this computer too; this page is gone now.`);
}

if (document.body.dataset.page === "settings") {
  part("thing-form").onsubmit = doing(part("thing-form"), "thing-said", saveThing);
  part("keys-form").onsubmit = doing(part("keys-form"), "keys-said", sendKeys);
  doing(part("thing-form"), "thing-said", async () => { part("thing").value = await showThing(); })();
} else {
  part("wifi-form").onsubmit = doing(part("wifi-form"), "wifi-said", connect);
  part("scan").onclick = doing(part("wifi-form"), "wifi-said", scan);
  part("show").onchange = () => { part("passphrase").type = part("show").checked ? "text" : "password"; };
  part("scan").click();
}
