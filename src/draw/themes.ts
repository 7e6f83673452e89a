import type { ThemeName } from '../language/names/settings.ts';

/** Colours of the picture. Every text is at least 4.5 : 1 against what lies behind it, 7 : 1 in high contrast; a test holds that. */
export interface Theme {
  name: ThemeName;
  background: string;
  /** What matters, what explains it, what only helps to find one's way. */
  text: string;
  muted: string;
  faint: string;
  /** Between lanes. */
  line: string;
  /** The header's ground and what parts it. */
  panel: { fill: string; stroke: string; divider: string };
  avatar: { fill: string; text: string };
  /** Behind a logo, which is made for paper; `none` on light grounds. */
  plate: string;
  /** The kind of map. */
  badge: { fill: string; text: string };
  /** In turn. */
  stages: { fill: string; stroke: string; text: string }[];
  card: { fill: string; stroke: string };
  icon: string;
  /** By feeling: `fill` of faces and curve, `text` of words, `on` what is drawn on the fill. */
  mood: Record<'good' | 'neutral' | 'bad', { fill: string; text: string; on: string }>;
  band: { good: string; bad: string; zero: string };
  moment: Record<'truth' | 'delight' | 'irritant', { fill: string; text: string }>;
  pain: { fill: string; stroke: string; text: string; bars: string; empty: string };
  opportunity: { fill: string; stroke: string; text: string; dots: string };
  silence: { stroke: string; text: string };
  owner: Record<'ours' | 'external' | 'customer' | 'undeclared' | 'none', { fill: string; stroke: string; text: string }>;
  ear: string;
  met: string;
  unmet: string;
  mark: Record<'error' | 'warning' | 'info' | 'hint', { fill: string; on: string }>;
  /** Round the step under the cursor: the panel's to draw. */
  frame: { stroke: string; fill: string; width: number };
}

export const light: Theme = {
  name: 'light',
  background: '#ffffff',
  text: '#1c2330',
  muted: '#5a6374',
  faint: '#667082',
  line: '#eceef2',
  panel: { fill: '#f7f8fa', stroke: '#f7f8fa', divider: '#e4e7ec' },
  avatar: { fill: '#dee4f5', text: '#3458c9' },
  plate: 'none',
  badge: { fill: '#e1e7f6', text: '#2f52c0' },
  stages: [
    { fill: '#e9eefc', stroke: '#e9eefc', text: '#2c4aa8' },
    { fill: '#e3f4ee', stroke: '#e3f4ee', text: '#1f6b50' },
    { fill: '#fbefe1', stroke: '#fbefe1', text: '#8a5313' },
    { fill: '#f0eafb', stroke: '#f0eafb', text: '#5d3fa6' },
    { fill: '#e2f1f6', stroke: '#e2f1f6', text: '#1b6178' },
    { fill: '#fbe9ef', stroke: '#fbe9ef', text: '#9a2f57' },
  ],
  card: { fill: '#f7f8fa', stroke: '#e8eaef' },
  icon: '#5a6374',
  mood: {
    good: { fill: '#2f9e6b', text: '#1e7d52', on: '#ffffff' },
    neutral: { fill: '#b7791f', text: '#8c5a10', on: '#ffffff' },
    bad: { fill: '#d9544a', text: '#c23a30', on: '#ffffff' },
  },
  band: { good: '#f4faf7', bad: '#fdf6f6', zero: '#cdd2db' },
  moment: {
    truth: { fill: '#3b63d8', text: '#2f52c0' },
    delight: { fill: '#2f9e6b', text: '#1e7d52' },
    irritant: { fill: '#d9544a', text: '#c23a30' },
  },
  pain: { fill: '#fdf0ee', stroke: '#f6dad7', text: '#1c2330', bars: '#d9544a', empty: '#f0cdc9' },
  opportunity: { fill: '#edf8f2', stroke: '#cfeadb', text: '#1c2330', dots: '#1e7d52' },
  silence: { stroke: '#e28a83', text: '#c23a30' },
  owner: {
    ours: { fill: '#e5e9f6', stroke: '#e5e9f6', text: '#2f52c0' },
    external: { fill: 'none', stroke: '#9aa2b1', text: '#5a6374' },
    customer: { fill: '#ece6f8', stroke: '#ece6f8', text: '#5d3fa6' },
    undeclared: { fill: 'none', stroke: '#9aa2b1', text: '#5a6374' },
    none: { fill: '#f8efdf', stroke: '#c58a35', text: '#8a5610' },
  },
  ear: '#2f9e6b',
  met: '#2f9e6b',
  unmet: '#d9544a',
  mark: {
    error: { fill: '#cf3b30', on: '#ffffff' },
    warning: { fill: '#b7791f', on: '#ffffff' },
    info: { fill: '#3b63d8', on: '#ffffff' },
    hint: { fill: '#7c8596', on: '#ffffff' },
  },
  frame: { stroke: '#3b63d8', fill: 'rgba(59, 99, 216, 0.04)', width: 1.5 },
};

export const dark: Theme = {
  name: 'dark',
  background: '#1e1f24',
  text: '#e8e9ec',
  muted: '#a5a9b3',
  faint: '#8d919c',
  line: '#2f3139',
  panel: { fill: '#26282f', stroke: '#26282f', divider: '#363942' },
  avatar: { fill: '#30384a', text: '#7aa2ff' },
  plate: '#ffffff',
  badge: { fill: '#2e3545', text: '#8fb0ff' },
  stages: [
    { fill: '#2b3350', stroke: '#2b3350', text: '#a9bcff' },
    { fill: '#2d3c3a', stroke: '#2d3c3a', text: '#9bdcc3' },
    { fill: '#413429', stroke: '#413429', text: '#f0c79a' },
    { fill: '#39304a', stroke: '#39304a', text: '#cdb4f5' },
    { fill: '#263b44', stroke: '#263b44', text: '#98d4e8' },
    { fill: '#442c36', stroke: '#442c36', text: '#f3b0c6' },
  ],
  card: { fill: '#26282f', stroke: '#34363f' },
  icon: '#a5a9b3',
  mood: {
    good: { fill: '#58c08a', text: '#58c08a', on: '#1b2420' },
    neutral: { fill: '#e5b454', text: '#e5b454', on: '#2a2216' },
    bad: { fill: '#ef7d72', text: '#f28b81', on: '#2b1c1b' },
  },
  band: { good: '#222b2c', bad: '#2e262a', zero: '#4a4e59' },
  moment: {
    truth: { fill: '#7aa2ff', text: '#8fb0ff' },
    delight: { fill: '#58c08a', text: '#58c08a' },
    irritant: { fill: '#ef7d72', text: '#f28b81' },
  },
  pain: { fill: '#3a2527', stroke: '#5b3131', text: '#e8e9ec', bars: '#ef7d72', empty: '#6b4343' },
  opportunity: { fill: '#22352c', stroke: '#305744', text: '#e8e9ec', dots: '#58c08a' },
  silence: { stroke: '#b8625b', text: '#f28b81' },
  owner: {
    ours: { fill: '#2d3342', stroke: '#2d3342', text: '#8fb0ff' },
    external: { fill: 'none', stroke: '#6d717c', text: '#b0b4bd' },
    customer: { fill: '#39304a', stroke: '#39304a', text: '#cdb4f5' },
    undeclared: { fill: 'none', stroke: '#6d717c', text: '#b0b4bd' },
    none: { fill: '#3a3428', stroke: '#c9a050', text: '#ecc272' },
  },
  ear: '#58c08a',
  met: '#58c08a',
  unmet: '#ef7d72',
  mark: {
    error: { fill: '#f0665a', on: '#22100e' },
    warning: { fill: '#e5b454', on: '#2a2216' },
    info: { fill: '#7aa2ff', on: '#131c33' },
    hint: { fill: '#9296a1', on: '#1e1f24' },
  },
  frame: { stroke: '#7aa2ff', fill: 'rgba(122, 162, 255, 0.06)', width: 1.5 },
};

const owners = (fill: string, stroke: string, text: string) => ({
  ours: { fill: text, stroke: text, text: fill },
  external: { fill: 'none', stroke, text },
  customer: { fill, stroke, text },
  undeclared: { fill: 'none', stroke, text },
  none: { fill, stroke, text },
});

/** One ink on one ground, with three signal colours: what colour says is said by form as well. */
function highContrast(name: Theme['name'], ground: string, ink: string, good: string, neutral: string, bad: string, truth: string): Theme {
  const signal = (fill: string) => ({ fill, text: fill, on: ground });
  const box = { fill: ground, stroke: ink };
  return {
    name,
    background: ground,
    text: ink,
    muted: ink,
    faint: ink,
    line: ink,
    panel: { fill: ground, stroke: ink, divider: ink },
    avatar: { fill: ink, text: ground },
    plate: ground === '#ffffff' ? 'none' : '#ffffff',
    badge: { fill: ink, text: ground },
    stages: [{ fill: ground, stroke: ink, text: ink }],
    card: box,
    icon: ink,
    mood: { good: signal(good), neutral: signal(neutral), bad: signal(bad) },
    band: { good: ground, bad: ground, zero: ink },
    moment: { truth: { fill: truth, text: truth }, delight: { fill: good, text: good }, irritant: { fill: bad, text: bad } },
    pain: { fill: ground, stroke: bad, text: ink, bars: bad, empty: ground },
    opportunity: { fill: ground, stroke: good, text: ink, dots: good },
    silence: { stroke: bad, text: bad },
    owner: { ...owners(ground, ink, ink), none: { fill: ground, stroke: neutral, text: neutral } },
    ear: good,
    met: good,
    unmet: bad,
    mark: {
      error: { fill: bad, on: ground },
      warning: { fill: neutral, on: ground },
      info: { fill: truth, on: ground },
      hint: { fill: ink, on: ground },
    },
    frame: { stroke: truth, fill: 'none', width: 3 },
  };
}

export const highContrastLight = highContrast('high-contrast-light', '#ffffff', '#000000', '#00563a', '#6b4300', '#9c1006', '#0f3aa8');
export const highContrastDark = highContrast('high-contrast-dark', '#000000', '#ffffff', '#5fe0a0', '#ffd166', '#ff9f96', '#9dbdff');

const paper = '#ffffff';
const rim = '#a9b0bd';

/** For paper: lines instead of fills, which cost ink, and nothing that only its colour tells. */
export const print: Theme = {
  ...light,
  name: 'print',
  line: '#d5d9e0',
  panel: { fill: paper, stroke: rim, divider: rim },
  stages: light.stages.map(({ text }) => ({ fill: paper, stroke: text, text })),
  card: { fill: paper, stroke: rim },
  band: { good: paper, bad: paper, zero: '#8d95a4' },
  pain: { ...light.pain, fill: paper, stroke: '#c23a30' },
  opportunity: { ...light.opportunity, fill: paper, stroke: '#1e7d52' },
  owner: { ...light.owner, none: { ...light.owner.none, fill: paper } },
};

/** All themes by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light,
  dark,
  'high-contrast-light': highContrastLight,
  'high-contrast-dark': highContrastDark,
  print,
};
