/** A link as it stands on a page; `url` is absolute. */
export type PageLink = {
  readonly url: string;
  /** The link's own words, else its title. */
  readonly text: string;
  /** Words around it: of its list entry, table row or paragraph. */
  readonly context: string;
  readonly place: 'content' | 'elsewhere';
  readonly how: 'link' | 'frame' | 'image';
};
