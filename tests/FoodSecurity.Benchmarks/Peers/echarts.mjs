// The benchmark's chart with Apache ECharts' server-side SVG: node echarts.mjs CHART.json
import { readFileSync } from 'node:fs';
import * as echarts from 'echarts';
import { rounds } from './rounds.mjs';

const chart = JSON.parse(readFileSync(process.argv[2], 'utf8'));

function option(k) {
  const by = 1 + (k % 97) * 0.001;
  const marks = {
    markArea: {
      silent: true,
      data: chart.periods.map(p => [
        { xAxis: p.from, name: `${p.number} ${p.label}`, itemStyle: { color: p.tone === 0 ? 'rgba(180,83,9,.09)' : 'rgba(71,85,105,.12)' }, label: { position: 'top' } },
        { xAxis: p.to },
      ]),
    },
    markPoint: {
      symbol: 'circle', symbolSize: 20, itemStyle: { color: '#1f2933' }, label: { color: '#fff', formatter: '{b}' },
      data: chart.pins.map(p => ({ name: String(p.number), coord: [p.x, p.y * by], symbolOffset: [0, -18] })),
    },
  };
  return {
    animation: false,
    title: [
      { text: `${chart.title} (${k})`, subtext: chart.subtitle, left: 0 },
      ...chart.foot.map((line, i) => ({ text: line, left: 0, bottom: (chart.foot.length - 1 - i) * 18, textStyle: { fontSize: 12, fontWeight: 'normal' } })),
    ],
    grid: { left: 50, right: 190, top: 90, bottom: 60 + chart.foot.length * 18 },
    xAxis: { type: 'value', min: chart.from, max: chart.to, splitLine: { show: false }, axisLabel: { formatter: v => String(v) } },
    yAxis: { type: 'value', min: 0, name: chart.unit },
    series: [
      { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, data: chart.spread.map(p => [p.x, p.low * by]) },
      { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, areaStyle: { color: 'rgba(0,114,178,.13)' }, data: chart.spread.map(p => [p.x, (p.high - p.low) * by]) },
      ...chart.lines.map((line, i) => ({
        type: 'line', name: line.label, symbol: 'none', lineStyle: { width: 2.2, color: line.color }, itemStyle: { color: line.color },
        endLabel: { show: true, formatter: `${line.label}\n${line.note}`, color: line.color },
        data: line.points.map(p => [p[0], p[1] * by]),
        ...(i === 0 ? marks : {}),
      })),
    ],
  };
}

await rounds(k => {
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: chart.width, height: chart.height });
  drawing.setOption(option(k));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
});
