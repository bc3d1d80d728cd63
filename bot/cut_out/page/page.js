"use strict";

const canvas = document.getElementById("photo");
const draw = canvas.getContext("2d");
const said = document.getElementById("said");
const tools = ["garment", "ground", "box"].map((name) => document.getElementById(name));
const undo = document.getElementById("undo");
const done = document.getElementById("done");
const photo = new Image();
const here = location.pathname;

// Over a chat of Teams its library is there. Elsewhere, or where the address was opened alone, nothing is closed.
const teams = window.microsoftTeams;
const inTeams = teams ? teams.app.initialize().then(() => true, () => false) : Promise.resolve(false);

let veil = null;          // what darkens all but the garment
let steps = [];           // strokes and boxes, in order
let current = null;       // the one that the finger is at
let tool = "garment";
let asking = false, askAgain = false;

const address = (part) => `${here}/${part}${location.search}`;

function drawn(some) {
  const boxes = some.filter((step) => step.box);
  return {
    strokes: some.filter((step) => step.points).map(({ garment, width, points }) => ({ garment, width, points })),
    box: boxes.length ? boxes[boxes.length - 1].box : null,
  };
}

function tell(text, bad) {
  said.textContent = text;
  said.classList.toggle("bad", Boolean(bad));
}

function paint() {
  draw.drawImage(photo, 0, 0);
  if (veil) draw.drawImage(veil, 0, 0, canvas.width, canvas.height);
  if (!current) return;
  draw.lineCap = draw.lineJoin = "round";
  if (current.box) {
    const [left, top, right, bottom] = current.box;
    draw.strokeStyle = "#ffb900";
    draw.lineWidth = canvas.width / 120;
    draw.strokeRect(left, top, right - left, bottom - top);
  } else {
    draw.strokeStyle = current.garment ? "rgba(16,180,16,.75)" : "rgba(230,40,50,.75)";
    draw.lineWidth = current.width;
    draw.beginPath();
    current.points.forEach(([x, y], n) => (n ? draw.lineTo(x, y) : draw.moveTo(x, y)));
    if (current.points.length === 1) draw.lineTo(current.points[0][0] + 0.1, current.points[0][1]);
    draw.stroke();
  }
}

async function post(part) {
  const answer = await fetch(address(part), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(drawn(steps)),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

async function outline() {
  if (asking) { askAgain = true; return; }  // the newest drawing is asked about, not each on the way
  asking = true;
  try {
    do {
      askAgain = false;
      const image = await (await post("outline")).blob();
      veil = await createImageBitmap(image);
      canvas.dataset.steps = String(steps.length);
      tell("");
      paint();
    } while (askAgain);
  } catch (error) {
    tell(error.message || document.body.dataset.failed, true);
  } finally {
    asking = false;
  }
}

function at(event) {
  const frame = canvas.getBoundingClientRect();
  const scale = canvas.width / frame.width;
  const within = (n, most) => Math.min(Math.max(n, 0), most);
  return [
    within((event.clientX - frame.left) * scale, canvas.width),
    within((event.clientY - frame.top) * scale, canvas.height),
  ].map((n) => Math.round(n * 10) / 10);
}

canvas.addEventListener("pointerdown", (event) => {
  if (current || !event.isPrimary || done.dataset.over) return;
  canvas.setPointerCapture(event.pointerId);
  const point = at(event);
  const width = 22 * canvas.width / canvas.getBoundingClientRect().width;  // of a gloved finger, on any screen
  current = tool === "box"
    ? { from: point, box: [...point, ...point] }
    : { garment: tool === "garment", width: Math.min(width, 400), points: [point] };
  paint();
});

canvas.addEventListener("pointermove", (event) => {
  if (!current || !event.isPrimary) return;
  const [x, y] = at(event);
  if (current.box) {
    const [x0, y0] = current.from;
    current.box = [Math.min(x, x0), Math.min(y, y0), Math.max(x, x0), Math.max(y, y0)];
  } else {
    const [px, py] = current.points[current.points.length - 1];
    if (Math.hypot(x - px, y - py) < 2) return;
    current.points.push([x, y]);
  }
  paint();
});

function lifted() {
  if (!current) return;
  const step = current;
  current = null;
  const [left, top, right, bottom] = step.box || [0, 0, 99, 99];
  if (right - left > 8 && bottom - top > 8) {
    steps.push(step);
    undo.disabled = false;
    outline();
  }
  paint();
}
canvas.addEventListener("pointerup", lifted);
canvas.addEventListener("pointercancel", () => { current = null; paint(); });

// The lifted finger counts as well: browsers pass over the click of a tap that follows a stroke closely.
for (const event of ["click", "pointerup"]) {
  tools.forEach((button) => button.addEventListener(event, () => {
    tool = button.id;
    tools.forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
  }));
}

undo.addEventListener("click", () => {
  steps.pop();
  undo.disabled = !steps.length;
  outline();
});

done.addEventListener("click", async () => {
  done.disabled = true;
  tell(document.body.dataset.working);
  try {
    const { text } = await (await post("done")).json();
    tell(`✓ ${text}`);
    done.dataset.over = "yes";
    document.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    inTeams.then((inside) => { if (inside) teams.dialog.url.submit({ do: "fix-done" }); });
  } catch (error) {
    tell(error.message || document.body.dataset.failed, true);
    done.disabled = false;
  }
});

photo.addEventListener("load", () => {
  canvas.width = photo.naturalWidth;
  canvas.height = photo.naturalHeight;
  paint();
  outline();
});
photo.addEventListener("error", () => tell(document.body.dataset.failed, true));
photo.src = address("photo");
