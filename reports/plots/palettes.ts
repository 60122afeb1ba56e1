/** Colours of a plot: told apart by people who see no red or green (after Okabe and Ito), and by lightness alone. */
export type Palette = {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  /** Patterns over the fills. */
  readonly decal: string;
  readonly agrees: string;
  readonly disagrees: string;
  readonly doubtful: string;
  readonly neutral: string;
  /** From none to all, for cells. */
  readonly ramp: readonly [string, string, string];
  /** Text on a cell of the ramp by its share, so that it is always readable. */
  readonly onRamp: readonly [light: string, dark: string];
  readonly series: readonly string[];
};

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    ink: '#1c2126',
    soft: '#555f69',
    line: '#d9dcd8',
    paper: '#ffffff',
    decal: 'rgba(255,255,255,0.55)',
    agrees: '#2f6ea5',
    disagrees: '#b8470b',
    doubtful: '#d9a53f',
    neutral: '#8b949b',
    ramp: ['#f3f4f2', '#f0b789', '#b8470b'],
    onRamp: ['#1c2126', '#ffffff'],
    series: ['#2f6ea5', '#d9a53f', '#3f7f73', '#8b949b'],
  },
  dark: {
    ink: '#e6e8e6',
    soft: '#a6afb5',
    line: '#343b40',
    paper: '#14181b',
    decal: 'rgba(0,0,0,0.45)',
    agrees: '#6ea3d8',
    disagrees: '#f08a4b',
    doubtful: '#e9be68',
    neutral: '#98a4b0',
    ramp: ['#22282c', '#7a4526', '#f08a4b'],
    onRamp: ['#e6e8e6', '#14181b'],
    series: ['#6ea3d8', '#e9be68', '#6fb5a6', '#98a4b0'],
  },
};
