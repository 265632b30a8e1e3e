/**
 * The colours of both schemes, once. The build writes them as CSS variables into the first
 * style sheet (so the first paint is already right), the theme maps Mantine onto them and a
 * test measures their contrast.
 */
type Pair = readonly [light: string, dark: string]

export const tokens = {
  canvas: ['#f3f2ee', '#0f1413'],
  surface: ['#ffffff', '#161c1a'],
  sunken: ['#faf9f6', '#131917'],
  raised: ['#ffffff', '#1d2422'],
  hover: ['#f6f5f1', '#1b2220'],
  selected: ['#eaf5f1', '#17332c'],
  line: ['#e8e6df', '#262e2b'],
  line2: ['#d8d5cc', '#3b4542'],
  field: ['#8b938f', '#69756f'],
  ink: ['#1b2422', '#e8ecea'],
  ink2: ['#4b5653', '#b3bdb9'],
  ink3: ['#5c6763', '#8f9a96'],
  brand: ['#0f6152', '#7fcfb8'],
  'brand-fill': ['#0f6152', '#7fcfb8'],
  'brand-fill-hover': ['#0c4f43', '#9fe0cc'],
  'on-brand': ['#ffffff', '#07211b'],
  soft: ['#eaf5f1', '#17332c'],
  soft2: ['#d6ebe4', '#1f463c'],
  'soft2-hover': ['#c6e3d9', '#27564a'],
  'soft-ink': ['#0c4f43', '#9fe0cc'],
  note: ['#fdf6e3', '#2a2618'],
  'note-line': ['#ecdcae', '#4a4226'],
  'note-ink': ['#5e4300', '#ecdca8'],
  danger: ['#8a1236', '#ff9db5'],
  'danger-soft': ['#fbeaef', '#3a1622'],
  bar: ['#0f6152', '#4fb399'],
  bar2: ['#9fcabd', '#2f6355'],
  bar3: ['#e0b54c', '#d9a93a'],
  hatch: ['#d8d5cc', '#3b4542'],
  dot: ['#f2a33a', '#f2a33a'],

  // Time remaining: text and ground of each state, and the strong colour for drawings.
  calm: ['#3b4441', '#cdd4d1'],
  'calm-ground': ['#efeeea', '#29312e'],
  watch: ['#6b4400', '#ffd966'],
  'watch-ground': ['#ffec99', '#3f3208'],
  urgent: ['#ffffff', '#2b0f00'],
  'urgent-ground': ['#b34700', '#ff9a57'],
  overdue: ['#ffffff', '#ffffff'],
  'overdue-ground': ['#8a1236', '#b3264f'],
  paused: ['#26418f', '#bccaff'],
  'paused-ground': ['#dbe4ff', '#25305a'],
  met: ['#084c56', '#93e4ee'],
  'met-ground': ['#c5f6fa', '#0d3b43'],

  // Collection stages: small squares and the sum bar only.
  'stage-1': ['#9fcabd', '#2f6355'],
  'stage-2': ['#d8b75a', '#d9a93a'],
  'stage-3': ['#d08a3a', '#e08a3c'],
  'stage-4': ['#b34700', '#ff7a3d'],
  'stage-5': ['#26418f', '#6f8cf0'],
  'stage-6': ['#8a1236', '#d0567c'],

  // Avatars: ground and text, chosen by a hash of the name.
  'avatar-1': ['#dcebe5', '#1f463c'],
  'avatar-1-ink': ['#0c4f43', '#b7e6d7'],
  'avatar-2': ['#f6e6cf', '#463714'],
  'avatar-2-ink': ['#6b4400', '#f3d79a'],
  'avatar-3': ['#e2e6fb', '#2a3463'],
  'avatar-3-ink': ['#2b3f86', '#c6d1ff'],
  'avatar-4': ['#f7e0e6', '#4a1e2d'],
  'avatar-4-ink': ['#7c1636', '#ffc2d2'],
  'avatar-5': ['#d9eef2', '#123c44'],
  'avatar-5-ink': ['#084c56', '#a5e3ec'],
  'avatar-6': ['#ebe7dc', '#3a372d'],
  'avatar-6-ink': ['#4d4633', '#ddd6c2'],

  'shadow-1': ['0 1px 2px rgba(27,36,34,.05)', '0 1px 2px rgba(0,0,0,.3)'],
  'shadow-2': [
    '0 8px 24px -8px rgba(27,36,34,.18), 0 1px 3px rgba(27,36,34,.08)',
    '0 8px 24px -8px rgba(0,0,0,.6), 0 1px 3px rgba(0,0,0,.3)',
  ],
  'shadow-up': ['0 -6px 20px -12px rgba(27,36,34,.25)', '0 -6px 20px -12px rgba(0,0,0,.6)'],
  scrim: ['rgba(15,20,19,.42)', 'rgba(5,8,7,.6)'],
} as const satisfies Record<string, Pair>

export type Token = keyof typeof tokens

export function tokensCss(): string {
  const block = (index: 0 | 1) =>
    Object.entries(tokens)
      .map(([name, pair]) => `--${name}:${pair[index]};`)
      .join('')
  return [
    `:root,:root[data-mantine-color-scheme='light']{color-scheme:light;${block(0)}}`,
    `:root[data-mantine-color-scheme='dark']{color-scheme:dark;${block(1)}}`,
    // A page is printed, and a document shown, on white paper.
    `@media print{:root[data-mantine-color-scheme]{color-scheme:light;${block(0)}}}`,
  ].join('\n')
}
