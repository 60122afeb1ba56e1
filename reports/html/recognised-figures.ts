import type { ResultFinding } from '../../model/result.ts';
import { describeRecognition } from '../describe-recognition.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';

/** A picture that we cut out ourselves; anything else is not put into a page. */
const ownPicture = /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/;

/** How the figures were read that a finding rests on, with what is seen there; nothing where they were printed as text. */
export function recognisedFigures({ recognised = [] }: ResultFinding, words: Words): Markup | undefined {
  if (recognised.length === 0) return undefined;
  const entries = recognised.map((figure) => {
    const { text, state, crop } = figure;
    const seen =
      crop !== null && ownPicture.test(crop) ? html`<img src="${crop}" alt="${text}"> ` : undefined;
    return html`<li>${seen}<span class="${state === 'doubtful' ? 'doubt' : 'meta'}">${describeRecognition(figure, words)}</span></li>`;
  });
  return html`<div class="recognised"><p class="meta">${words.recognition.read}</p><ul>${entries}</ul></div>`;
}
