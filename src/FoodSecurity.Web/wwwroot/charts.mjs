// Read-outs, highlights, choosing years by dragging, and copying, for the figures of the chart maker. Nothing is lost without it.
const svgNs = 'http://www.w3.org/2000/svg';

/** Reads data-plot: left, top, right, bottom in the drawing's pixels, then X at left and right. */
function placeOf(svg) {
  const [left, top, right, bottom, first, last] = svg.dataset.plot.split(' ').map(Number);
  const toX = pixel => first + (pixel - left) / (right - left) * (last - first);
  const toPixel = x => left + (x - first) / (last - first) * (right - left);
  const within = event => (event.clientX - svg.getBoundingClientRect().left) * svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  return { left, top, right, bottom, first, last, toX, toPixel, within };
}

function mark(svg, place, name) {
  const made = document.createElementNS(svgNs, 'rect');
  made.setAttribute('class', name);
  made.setAttribute('y', place.top);
  made.setAttribute('height', place.bottom - place.top);
  svg.append(made);
  return made;
}

function between(rect, from, to) {
  rect.setAttribute('x', Math.min(from, to));
  rect.setAttribute('width', Math.max(1, Math.abs(to - from)));
}

function start(figure) {
  const table = document.querySelector('table.values');
  const drawings = [...figure.querySelectorAll('svg[data-plot]')].map(svg => ({ svg, place: placeOf(svg) }));
  if (!table || drawings.length === 0) return;
  const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.firstChild.textContent.trim());
  const units = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.querySelector('small')?.textContent ?? '');
  const inView = x => x >= drawings[0].place.first - 0.5 && x <= drawings[0].place.last + 0.5;
  const rows = [...table.tBodies[0].rows].map(row => ({ x: Number(row.dataset.x), row })).filter(r => inView(r.x)).sort((a, b) => a.x - b.x);
  if (rows.length === 0) return;

  const out = document.createElement('p');
  out.className = 'readout';
  out.setAttribute('role', 'status');
  out.hidden = true;
  figure.querySelector('figcaption').prepend(out);
  let at = -1;

  function show(index) {
    at = Math.max(0, Math.min(rows.length - 1, index));
    const { x, row } = rows[at];
    const values = [...row.cells].slice(1).map((cell, i) => ({ text: cell.textContent.trim(), name: names[i], unit: units[i] })).filter(v => v.text !== '–');
    out.replaceChildren(Object.assign(document.createElement('b'), { textContent: x }), ' ' + values.map(v => `${v.name}: ${v.text} ${v.unit}`).join(' · '));
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
    svg.addEventListener('pointerdown', event => {
      if (event.button === 0 && event.pointerType !== 'touch' && !event.target.closest('a')) {
        from = place.within(event);
        event.preventDefault();
        figure.focus({ preventScroll: true });
      }
    });
    svg.addEventListener('pointermove', event => {
      const pixel = place.within(event);
      if (from !== null && Math.abs(pixel - from) > 8) {
        svg.setPointerCapture(event.pointerId);
        chosen ??= mark(svg, place, 'chosen');
        between(chosen, from, Math.min(place.right, Math.max(place.left, pixel)));
      }
      if (pixel >= place.left - 10 && pixel <= place.right + 10) show(nearest(place.toX(pixel)));
    });
    svg.addEventListener('pointerup', event => {
      const ends = [from, place.within(event)].map(p => Math.round(place.toX(Math.min(place.right, Math.max(place.left, p ?? 0))))).sort((a, b) => a - b);
      const wanted = chosen !== null && ends[1] > ends[0];
      chosen?.remove();
      from = chosen = null;
      if (wanted) {
        const address = new URL(location.href);
        address.searchParams.set('from', ends[0]);
        address.searchParams.set('to', ends[1]);
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

/** A pin and its excerpt light up together. */
function pair(figure) {
  for (const pin of figure.querySelectorAll('svg a[href^="#excerpt-"]')) {
    const excerpt = document.querySelector(pin.getAttribute('href'));
    const light = on => [pin, excerpt].forEach(e => e?.classList.toggle('lit', on));
    for (const element of [pin, excerpt].filter(Boolean)) {
      for (const name of ['pointerenter', 'focusin']) element.addEventListener(name, () => light(true));
      for (const name of ['pointerleave', 'focusout']) element.addEventListener(name, () => light(false));
    }
  }
}

function offerCopies(figure) {
  if (!navigator.clipboard) return;
  const words = JSON.parse(figure.dataset.words);
  const text = name => document.querySelector(`[data-copy=${name}]`)?.textContent.trim() ?? '';
  const what = {
    address: () => location.href, sentence: () => text('sentence'), citation: () => text('citation'),
    short: () => `${document.querySelector('h1').textContent}\n${text('sentence')}\n${location.href}`,
  };
  const said = Object.assign(document.createElement('span'), { className: 'said' });
  said.setAttribute('role', 'status');
  const line = Object.assign(document.createElement('p'), { className: 'tools copy' });
  for (const [name, make] of Object.entries(what)) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: words[name] });
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(make());
        said.textContent = words.done;
      } catch {
        said.textContent = words.failed;
      }
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
