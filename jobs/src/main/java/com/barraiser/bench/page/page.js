'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const COLOURS = ['#2f6db3', '#d9822b', '#3a9a68', '#b8475f', '#7a5fb0', '#8a6d3b', '#2a9fa8', '#6b7785', '#c2a500', '#444'];
const charts = [];

function element(parent, tag, text, className) {
  const node = parent.appendChild(document.createElement(tag));
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  return node;
}

const whole = n => Number(n).toLocaleString('en-GB');
const seconds = s => s === null ? '' : s >= 100 ? s.toFixed(0) : s >= 10 ? s.toFixed(1) : s.toFixed(2);
const mega = bytes => bytes === null ? '' : (bytes / 1e6).toFixed(1);
const short = n => n >= 1e9 ? n / 1e9 + ' G' : n >= 1e6 ? n / 1e6 + ' M' : n >= 1e3 ? n / 1e3 + ' k' : String(n);
const unique = list => [...new Set(list)];
// Names come from files; the library's tooltips are markup.
const escaped = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
// How long the history is, is drawn along an axis, and stands in no heading.
const varied = m => Object.keys(m.vary).filter(key => key !== m.scale.unit.toLowerCase()).sort()
  .map(key => key + '=' + m.vary[key]).join(', ');
const UNITS = { ROWS: 'rows', HISTORY: 'days of history' };
const unit = m => UNITS[m.scale.unit];

function plot(parent, height, option) {
  const box = element(parent, 'div', null, 'plot');
  box.style.height = height + 'px';
  const chart = echarts.init(box, null, { renderer: 'svg' });
  chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
  charts.push(chart);
}

function colours(names) {
  return Object.fromEntries(names.map((name, i) => [name, COLOURS[i % COLOURS.length]]));
}

function table(parent, columns, rows) {
  const node = element(element(parent, 'div', null, 'scroll'), 'table');
  const head = element(element(node, 'thead'), 'tr');
  columns.forEach(c => element(head, 'th', c.name, c.number ? 'number' : ''));
  const body = element(node, 'tbody');
  rows.forEach(row => {
    const line = element(body, 'tr');
    columns.forEach(c => {
      const bad = c.bad && c.bad(row);
      element(line, 'td', c.value(row), (c.number ? 'number' : '') + (bad ? ' bad' : ''));
    });
  });
}

/** Medians as bars, single runs as dots; one group of bars a size and setting. */
function bars(parent, group, colour) {
  const timed = group.filter(m => m.median_s !== null);
  if (!timed.length) return;
  const names = timed.map(m => m.solution).reverse();
  const dots = timed.flatMap(m => m.times_s.map(t => [t, m.solution]));
  const narrow = window.innerWidth < 600;
  plot(parent, 60 + 34 * timed.length, {
    grid: { left: 8, right: narrow ? 84 : 96, top: 8, bottom: 34, containLabel: true },
    xAxis: { type: 'value', name: 'seconds', nameLocation: 'middle', nameGap: 22, min: 0 },
    yAxis: { type: 'category', data: names, axisTick: { show: false } },
    tooltip: { trigger: 'item', formatter: p => escaped(p.seriesType === 'bar' ? p.name + ': median ' + seconds(p.value.value ?? p.value) + ' s' : p.value[1] + ': ' + seconds(p.value[0]) + ' s') },
    series: [
      { type: 'bar', barMaxWidth: 18,
        data: timed.slice().reverse().map(m => ({ value: m.median_s, itemStyle: { color: colour[m.solution], opacity: .75 } })) },
      { type: 'scatter', symbolSize: 6, z: 3, itemStyle: { color: '#1c2733', opacity: .65 }, data: dots },
      // The label stands beyond the slowest run, where no dot covers it.
      { type: 'scatter', symbolSize: 0, silent: true, z: 4,
        data: timed.map(m => ({ value: [m.max_s, m.solution], label: { show: true, position: 'right', distance: 8, color: '#1c2733', formatter: 'median ' + seconds(m.median_s) } })) },
    ],
  });
}

/** The exponent of a power law through the points, by least squares on the logarithms. */
function slope(points) {
  if (points.length < 2) return null;
  const logs = points.map(p => p.map(Math.log));
  const mean = i => logs.reduce((sum, p) => sum + p[i], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, p) => sum + (p[0] - mx) * (p[1] - my), 0);
  return over / logs.reduce((sum, p) => sum + (p[0] - mx) ** 2, 0);
}

/** Nothing has no logarithm. */
const canBeDrawn = m => m.median_s !== null && m.scale.size > 0;

function overSizes(parent, group, colour) {
  const timed = group.filter(canBeDrawn);
  const names = unique(timed.map(m => m.solution));
  const series = names.map(name => {
    const points = timed.filter(m => m.solution === name).map(m => [m.scale.size, m.median_s]).sort((a, b) => a[0] - b[0]);
    const k = slope(points);
    return { name: k === null ? name : name + ' (slope ' + k.toFixed(2) + ')', type: 'line', data: points,
      symbol: 'circle', symbolSize: 8, lineStyle: { width: 2 }, itemStyle: { color: colour[name] } };
  });
  const sizes = timed.map(m => m.scale.size);
  const times = timed.map(m => m.median_s);
  const narrow = window.innerWidth < 600;
  plot(parent, 340 + (narrow ? 24 * names.length : 24 * Math.ceil(names.length / 3)), {
    legend: { bottom: 0, type: 'plain', orient: narrow ? 'vertical' : 'horizontal', left: narrow ? 0 : 'center' },
    grid: { left: 12, right: 24, top: 34, bottom: (narrow ? 24 * names.length : 26 * Math.ceil(names.length / 3)) + 34, containLabel: true },
    xAxis: { type: 'log', name: unit(group[0]), nameLocation: 'middle', nameGap: 24, min: Math.min(...sizes) / 1.3, max: Math.max(...sizes) * 1.3,
      axisLabel: { formatter: v => Number.isInteger(Math.log10(v)) ? short(v) : '' } },
    yAxis: { type: 'log', name: 'seconds', min: 10 ** Math.floor(Math.log10(Math.min(...times))), max: 10 ** Math.ceil(Math.log10(Math.max(...times))) },
    tooltip: { trigger: 'item', formatter: p => escaped(p.seriesName + ': ' + whole(p.value[0]) + ' ' + unit(group[0]) + ': ' + seconds(p.value[1]) + ' s') },
    series,
  });
}

function stagePlot(parent, group) {
  const withStages = group.filter(m => m.stages.length);
  if (!withStages.length) return;
  const most = Math.max(...withStages.map(m => m.stages.length));
  const names = withStages.map(m => m.solution).reverse();
  plot(parent, 70 + 34 * names.length, {
    grid: { left: 8, right: 24, top: 8, bottom: 40, containLabel: true },
    xAxis: { type: 'value', name: 'seconds in tasks, summed over all cores', nameLocation: 'middle', nameGap: 24 },
    yAxis: { type: 'category', data: names, axisTick: { show: false } },
    tooltip: { trigger: 'item', formatter: p => {
      const s = p.data.stage;
      return escaped('stage ' + s.id + ': ' + seconds(s.runSeconds) + ' s in ' + s.tasks + ' tasks, GC ' + seconds(s.gcSeconds) + ' s, skew ' + s.skew.toFixed(1)) + '<br>' + escaped(s.name);
    } },
    series: Array.from({ length: most }, (_, i) => ({
      type: 'bar', stack: 'stages', barMaxWidth: 18, itemStyle: { borderColor: '#fff', borderWidth: 1, color: COLOURS[i % COLOURS.length] },
      data: withStages.slice().reverse().map(m => m.stages[i] ? { value: m.stages[i].runSeconds, stage: m.stages[i],
        label: { show: m.stages[i].runSeconds > .12 * Math.max(...withStages.map(w => w.stages.reduce((a, s) => a + s.runSeconds, 0))), formatter: String(i + 1), color: '#fff' } } : null),
    })),
  });
}

// Rows of a history are not read again, so there is no speed to state.
const result = first => resultColumns(first.solution).filter(c => !c.rows || first.scale.unit === 'ROWS');
const resultColumns = baseline => [
  { name: 'solution', value: m => m.solution },
  { name: 'answer', value: m => m.outcome === 'measured' ? 'right' : m.outcome + ': ' + m.detail, bad: m => m.outcome !== 'measured' },
  { name: 'median s', number: true, value: m => seconds(m.median_s) },
  { name: 'min to max', number: true, value: m => m.min_s === null ? '' : seconds(m.min_s) + ' to ' + seconds(m.max_s) },
  { name: 'to ' + baseline, value: m => m.compared },
  { name: 'M rows/s', number: true, value: m => m.median_s === null ? '' : mega(m.rows / m.median_s), rows: true },
  { name: 'a core', number: true, value: m => m.median_s === null ? '' : (m.rows / m.median_s / m.cores / 1e6).toFixed(2), rows: true },
  { name: 'shuffle MB', number: true, value: m => mega(m.shuffle_bytes) },
  { name: 'spill MB', number: true, value: m => mega(m.spill_bytes) },
  { name: 'MB a task', number: true, value: m => mega(m.peak_memory_bytes) },
  { name: 'skew', number: true, value: m => m.task_skew === null ? '' : m.task_skew.toFixed(1) },
  { name: 'rows out', number: true, value: m => m.rows_out === null ? '' : whole(m.rows_out) },
];

const STAGE = [
  { name: 'no.', number: true, value: s => s.number },
  { name: 'tasks', number: true, value: s => s.tasks },
  { name: 'run s', number: true, value: s => seconds(s.runSeconds) },
  { name: 'CPU s', number: true, value: s => seconds(s.cpuSeconds) },
  { name: 'GC s', number: true, value: s => seconds(s.gcSeconds) },
  { name: 'input MB', number: true, value: s => mega(s.inputBytes) },
  { name: 'shuffle read MB', number: true, value: s => mega(s.shuffleReadBytes) },
  { name: 'written MB', number: true, value: s => mega(s.shuffleWriteBytes) },
  { name: 'spill memory MB', number: true, value: s => mega(s.memorySpillBytes) },
  { name: 'disk MB', number: true, value: s => mega(s.diskSpillBytes) },
  { name: 'peak MB/task', number: true, value: s => mega(s.peakMemoryBytes) },
  { name: 'skew', number: true, value: s => s.skew.toFixed(1) },
];

function unfold(parent, title, text) {
  if (!text) return;
  const details = element(parent, 'details');
  element(details, 'summary', title);
  element(details, 'pre', text);
}

function section(question) {
  const main = element(document.getElementById('questions'), 'section');
  element(main, 'h2', question);
  const all = data.measurements.filter(m => m.question === question);
  const colour = colours(unique(all.map(m => m.solution)));
  unique(all.map(varied)).forEach(setting => {
    const group = all.filter(m => varied(m) === setting);
    const sizes = unique(group.map(m => m.scale.size)).sort((a, b) => a - b);
    if (group.some(canBeDrawn) && sizes.filter(size => size > 0).length > 1) {
      element(main, 'h3', 'Time over ' + unit(group[0]) + (setting ? ', ' + setting : ''));
      overSizes(main, group, colour);
    }
    sizes.forEach(size => {
      const same = group.filter(m => m.scale.size === size);
      element(main, 'h3', whole(size) + ' ' + unit(same[0]) + (setting ? ', ' + setting : ''));
      bars(main, same, colour);
      table(main, result(same[0]), same);
      const details = element(main, 'details');
      element(details, 'summary', 'Stages: where Spark spent the time');
      details.open = size === sizes[sizes.length - 1];
      stagePlot(details, same);
      same.filter(m => m.stages.length).forEach(m => {
        element(details, 'p', m.solution, 'note');
        table(details, STAGE, m.stages.map((s, i) => ({ ...s, number: i + 1 })));
      });
      if (!same.some(m => m.plan)) return;
      const plans = element(main, 'details');
      element(plans, 'summary', 'Plans');
      same.forEach(m => {
        unfold(plans, m.solution + ': physical plan', m.plan);
        unfold(plans, m.solution + ': difference to ' + same[0].solution, m.plan_difference);
      });
    });
  });
}

function environment() {
  const e = data.environment;
  const node = document.getElementById('environment');
  const versions = Object.assign({}, ...data.measurements.map(m => m.versions));
  const facts = { machine: e.machine, cores: e.cores, heap: whole(Math.round(e.heapBytes / 1e6)) + ' MB', master: e.master };
  Object.entries({ ...facts, ...versions, ...e.settings }).forEach(([key, value]) => {
    const row = element(node, 'tr');
    element(row, 'td', key);
    element(row, 'td', value);
  });
  const runs = Math.max(...data.measurements.map(m => m.runs));
  document.getElementById('summary').textContent = [e.machine, e.cores + ' cores', whole(Math.round(e.heapBytes / 1e6)) + ' MB of heap',
    Object.entries(versions).map(v => v.join(' ')).join(', '), runs + ' runs each',
    data.measurements.map(m => m.started_at).sort()[0].slice(0, 10)].join('; ');
}

unique(data.measurements.map(m => m.question)).forEach(section);
environment();
// A plot in something folded has no size until it is unfolded.
const fit = () => charts.forEach(chart => chart.resize());
window.addEventListener('resize', fit);
document.querySelectorAll('details').forEach(details => details.addEventListener('toggle', fit));
