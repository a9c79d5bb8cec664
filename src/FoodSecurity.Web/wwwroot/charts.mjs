// Read-outs, highlights, dragging and copying for made charts. Nothing is lost without it.
const create = (name, what) => Object.assign(document.createElement(name), what);

/** Reads data-plot: left, top, right, bottom in the drawing's pixels, then X at left and right. */
function placeOf(svg) {
  const [left, top, right, bottom, first, last] = svg.dataset.plot.split(' ').map(Number);
  const toX = pixel => first + (pixel - left) / (right - left) * (last - first);
  const toPixel = x => left + (x - first) / (last - first) * (right - left);
  const within = event => {
    const box = svg.getBoundingClientRect();
    return (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width;
  };
  return { left, top, right, bottom, first, last, toX, toPixel, within };
}

function mark(svg, place, name) {
  const made = document.createElementNS(svg.namespaceURI, 'rect');
  made.setAttribute('class', name);
  made.setAttribute('y', place.top);
  made.setAttribute('height', place.bottom - place.top);
  svg.append(made);
  return made;
}

function between(rect, from, to) {
  rect.setAttribute('x', Math.min(from, to));
  rect.setAttribute('width', Math.abs(to - from) || 1);
}

function start(figure) {
  const table = document.querySelector('table.values');
  const drawings = [...figure.querySelectorAll('svg[data-plot]')].map(svg => ({ svg, place: placeOf(svg) }));
  if (!table || drawings.length === 0) return;
  const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => [cell.firstChild.textContent.trim(), cell.lastChild.textContent]);
  const { first, last } = drawings[0].place;
  const rows = [...table.tBodies[0].rows].map(row => ({ x: Number(row.dataset.x), row })).filter(({ x }) => x >= first && x <= last).sort((a, b) => a.x - b.x);
  if (rows.length === 0) return;

  const out = create('p', { className: 'readout', role: 'status', hidden: true });
  figure.querySelector('figcaption').prepend(out);
  let at = -1;

  function show(index) {
    at = Math.max(0, Math.min(rows.length - 1, index));
    const { x, row } = rows[at];
    const values = [...row.cells].slice(1).map((cell, i) => [cell.textContent.trim(), ...heads[i]]).filter(([text]) => text !== '–');
    out.replaceChildren(create('b', { textContent: row.cells[0].textContent }), ' ' + values.map(([text, name, unit]) => `${name}: ${text} ${unit}`).join(' · '));
    out.hidden = false;
    for (const { svg, place } of drawings) {
      const line = svg.querySelector('.guide') ?? mark(svg, place, 'guide');
      between(line, place.toPixel(x), place.toPixel(x));
    }
  }

  function hide() {
    out.hidden = true;
    figure.querySelectorAll('.guide').forEach(line => line.remove());
  }

  const nearest = x => rows.reduce((best, r, i) => Math.abs(r.x - x) < Math.abs(rows[best].x - x) ? i : best, 0);
  for (const { svg, place } of drawings) {
    let from = null, chosen = null;
    const inside = pixel => Math.min(place.right, Math.max(place.left, pixel));
    svg.addEventListener('pointerdown', event => {
      if (event.button === 0 && event.pointerType !== 'touch' && !event.target.closest('a')) from = inside(place.within(event));
    });
    svg.addEventListener('pointermove', event => {
      const pixel = place.within(event);
      if (from !== null && Math.abs(pixel - from) > 8) {
        svg.setPointerCapture(event.pointerId);
        chosen ??= mark(svg, place, 'chosen');
        between(chosen, from, inside(pixel));
      }
      show(nearest(place.toX(pixel)));
    });
    svg.addEventListener('pointerup', event => {
      const ends = [from, inside(place.within(event))].map(p => Math.round(place.toX(p))).sort((a, b) => a - b);
      const wanted = chosen && ends[1] > ends[0];
      chosen?.remove();
      from = chosen = null;
      if (wanted) {
        const address = new URL(location.href);
        ['from', 'to'].forEach((name, i) => address.searchParams.set(name, ends[i]));
        location.assign(address);
      }
    });
    svg.addEventListener('pointerleave', () => { if (from === null) hide(); });
  }

  figure.addEventListener('keydown', event => {
    const steps = { ArrowLeft: at < 0 ? rows.length - 1 : at - 1, ArrowRight: at + 1, Home: 0, End: rows.length - 1 };
    if (event.key in steps && event.target === figure) {
      event.preventDefault();
      show(steps[event.key]);
    } else if (event.key === 'Escape') hide();
  });
}

function pair(figure) {
  for (const pin of figure.querySelectorAll('svg a[href^="#excerpt-"]')) {
    const excerpt = document.querySelector(pin.getAttribute('href'));
    const both = [pin, excerpt].filter(Boolean);
    for (const name of ['pointerenter', 'focusin', 'pointerleave', 'focusout']) {
      const on = name === 'pointerenter' || name === 'focusin';
      both.forEach(element => element.addEventListener(name, () => both.forEach(e => e.classList.toggle('lit', on))));
    }
  }
}

function offerCopies(figure) {
  if (!navigator.clipboard) return;
  const words = JSON.parse(figure.dataset.words);
  const text = name => document.querySelector(`[data-copy=${name}]`)?.textContent.trim() ?? '';
  const what = {
    address: () => location.href, sentence: () => text('sentence'), citation: () => text('citation'),
    short: () => [document.querySelector('h1').textContent, text('sentence'), location.href].join('\n'),
  };
  const said = create('span', { role: 'status' });
  const line = create('p', { className: 'tools copy' });
  for (const [name, make] of Object.entries(what)) {
    const button = create('button', { type: 'button', className: 'quiet', textContent: words[name] });
    button.addEventListener('click', async () => {
      said.textContent = await navigator.clipboard.writeText(make()).then(() => words.done, () => words.failed);
    });
    line.append(button);
  }
  line.append(said);
  figure.querySelector('.tools').after(line);
}

for (const figure of document.querySelectorAll('figure.made')) {
  start(figure);
  pair(figure);
  offerCopies(figure);
}
