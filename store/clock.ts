/** Milliseconds since 1970. Everything that has a time in the store takes it from one of these. */
export type Clock = () => number;
