import type { GradeBand } from '../model/profile.ts';

/** 优 from 90, 良 from 80, 中 from 60, 差 below: the scale of 财预〔2020〕10号, which nearly every form repeats. */
export const ninetyEightySixty: readonly GradeBand[] = [
  { label: '优', low: '90', lowIncluded: true, high: '100', highIncluded: true },
  { label: '良', low: '80', lowIncluded: true, high: '90', highIncluded: false },
  { label: '中', low: '60', lowIncluded: true, high: '80', highIncluded: false },
  { label: '差', low: '0', lowIncluded: true, high: '60', highIncluded: false },
];
