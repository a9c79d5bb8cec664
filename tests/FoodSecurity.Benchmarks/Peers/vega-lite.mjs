// The benchmark's chart with Vega-Lite, compiled and drawn by Vega's view to SVG: node vega-lite.mjs CHART.json
import { readFileSync } from 'node:fs';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { rounds } from './rounds.mjs';

const chart = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const x = { field: 'x', type: 'quantitative', scale: { domain: [chart.from, chart.to], nice: false }, axis: { format: 'd', grid: false }, title: null };

function spec(k) {
  const by = 1 + (k % 97) * 0.001;
  const y = field => ({ field, type: 'quantitative', scale: { zero: true }, title: chart.unit });
  const color = { field: 'line', type: 'nominal', legend: null, scale: { domain: chart.lines.map(l => l.label), range: chart.lines.map(l => l.color) } };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: chart.width - 260, height: chart.height - 160 - chart.foot.length * 18,
    title: { text: `${chart.title} (${k})`, subtitle: chart.subtitle, anchor: 'start' },
    layer: [
      { data: { values: chart.periods }, mark: { type: 'rect', opacity: 0.1 }, encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, color: { field: 'tone', type: 'nominal', legend: null, scale: { range: ['#b45309', '#475569'] } } } },
      { data: { values: chart.periods }, mark: { type: 'text', baseline: 'bottom', dy: -4, y: 0 }, encoding: { x: { ...x, field: 'from' }, text: { field: 'label' } } },
      { data: { values: chart.spread.map(p => ({ x: p.x, low: p.low * by, high: p.high * by })) }, mark: { type: 'area', opacity: 0.13, color: '#0072b2' }, encoding: { x, y: y('low'), y2: { field: 'high' } } },
      { data: { values: chart.lines.flatMap(l => l.points.map(p => ({ line: l.label, x: p[0], y: p[1] * by }))) }, mark: { type: 'line', strokeWidth: 2.2 }, encoding: { x, y: y('y'), color } },
      { data: { values: chart.lines.map(l => ({ line: l.label, text: [l.label, l.note], x: l.points.at(-1)[0], y: l.points.at(-1)[1] * by })) }, mark: { type: 'text', align: 'left', dx: 8 }, encoding: { x, y: y('y'), text: { field: 'text' }, color } },
      { data: { values: chart.pins.map(p => ({ x: p.x, y: p.y * by })) }, mark: { type: 'circle', size: 400, opacity: 1, color: '#1f2933', dy: -18 }, encoding: { x, y: y('y') } },
      { data: { values: chart.pins.map(p => ({ x: p.x, y: p.y * by, number: String(p.number) })) }, mark: { type: 'text', color: '#fff', fontWeight: 'bold' }, encoding: { x, y: y('y'), text: { field: 'number' } } },
      { data: { values: chart.foot.map((line, i) => ({ line, i })) }, mark: { type: 'text', align: 'left', x: 0, y: { expr: `height + 40 + datum.i * 18` } }, encoding: { text: { field: 'line' } } },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

await rounds(async k => {
  const view = new vega.View(vega.parse(vegaLite.compile(spec(k)).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
});
