// Draws what happens at a moment: a mark for each entry, and its words where there is room for them.

const MARK = 5; // px, half of one

function drawMarks(pen, lane, colours) {
  const middle = lane.y + lane.height / 2 - 0.5;
  const words = [];
  buckets(lane.times, (first, end, x) => {
    const count = end - first;
    if (count === 1) {
      mark(pen, lane.shown[first], x, middle);
    } else {
      const tall = Math.min(lane.height - 6, 8 + 2 * Math.log2(count));
      pen.fillRect(x - 1, middle - tall / 2, BUCKET, tall);
    }
    words.push({ x, text: count === 1 ? briefly(lane.shown[first]) : "×" + count });
  });
  const letter = pen.measureText("0").width;
  pen.fillStyle = lane.kind === "deed" ? colours.ink : colours.soft;
  words.forEach((word, i) => {
    const next = i + 1 < words.length ? words[i + 1].x : view.width;
    const room = Math.floor((next - word.x - 16) / letter);
    if (room > 3 || word.text.length <= room) {
      pen.fillText(cut(word.text, room), word.x + 9, middle + 0.5);
    }
  });
}

function cut(text, room) {
  return text.length <= room ? text : text.slice(0, room - 1) + "…";
}

/** What stands beside a mark: its lane says the rest. */
function briefly(e) {
  if (e.type !== "PacketSeen") {
    return printable(e.text.slice(0, 200));
  }
  const { packet, topic, message } = e.said;
  const words = packet === "PUBLISH" ? ' "' + (message || "") + '"' : "";
  return printable((packet + (topic ? " " + topic : "") + words).slice(0, 200));
}

/** Shapes, so that colour is never alone: arrows by direction, a bar for a line, a cross for a refusal. */
function mark(pen, e, x, y) {
  pen.beginPath();
  if (e.type === "PacketSeen") {
    const up = e.said.way === "IN" ? 1 : -1;
    pen.moveTo(x, y - up * (MARK + 2));
    pen.lineTo(x - MARK + 0.5, y + up);
    pen.lineTo(x + MARK - 0.5, y + up);
    pen.closePath();
    pen.rect(x - 1, y, 2, up * (MARK + 1));
    pen.fill();
  } else if (e.type === "ConsoleLine") {
    pen.fillRect(x - 1, y - 6, 2, 12);
  } else if (e.type === "Trouble" || e.type === "ConnectionEnd" || e.said.refusal) {
    cross(pen, x, y);
  } else if (e.type === "Deed") {
    pen.moveTo(x - MARK, y - MARK);
    pen.lineTo(x + MARK, y - MARK);
    pen.lineTo(x, y + MARK);
    pen.fill();
  } else {
    pen.moveTo(x, y - MARK);
    pen.lineTo(x + MARK, y);
    pen.lineTo(x, y + MARK);
    pen.lineTo(x - MARK, y);
    pen.fill();
  }
}

function cross(pen, x, y) {
  pen.save();
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.moveTo(x - 4, y - 4);
  pen.lineTo(x + 4, y + 4);
  pen.moveTo(x + 4, y - 4);
  pen.lineTo(x - 4, y + 4);
  pen.stroke();
  pen.restore();
}

function ring(pen, e, colours) {
  const y = e.bar ? e.row.y + 4 + e.bar.row * ROW + ROW / 2 : e.row.y + e.row.height / 2;
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(toX(e.bar ? e.bar.from : e.t), y, 9, 0, 7);
  pen.stroke();
  pen.lineWidth = 1;
}
