import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { showCount } from './show-values.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export type Bar = { label: string; value: number; text: string };
const LONGEST_LABEL = 24;

/** Draws bars in the colours of the page; answers what takes them away. */
export function drawBars(canvas: HTMLCanvasElement, bars: readonly Bar[]): { destroy(): void } {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = forced() ? 'CanvasText' : colour('--text-default');
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label)),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: forced() ? 'Highlight' : colour('--chart'),
          borderRadius: 4,
          maxBarThickness: 32,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: isCalm ? false : { duration: 200 },
      font: { family: style.fontFamily, size: 12 },
      color: text,
      plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => bars[dataIndex]?.text ?? '' } } },
      scales: {
        x: {
          beginAtZero: true,
          reverse: style.direction === 'rtl',
          grid: { color: colour('--line') },
          ticks: { color: text, precision: 0, maxTicksLimit: 6, callback: (value) => showCount(Number(value)) },
        },
        y: {
          position: style.direction === 'rtl' ? 'right' : 'left',
          grid: { display: false },
          ticks: { color: text },
        },
      },
    },
  });
}

/** The operating system's own high contrast: its colours, not ours. */
function forced(): boolean {
  return matchMedia('(forced-colors: active)').matches;
}
