/**
 * Colours as custom properties. Text contrast is at least 4.5:1 on its ground in both schemes; tones differ in lightness and come with
 * a sign, so that nobody needs to see colours. `auto` follows the system.
 */
const light = `--paper:#fff;--wash:#f4f5f3;--raised:#fff;--ink:#1b2025;--soft:#535d66;--line:#dadeda;--strong:#98a19e;
--accent:#1f4f82;--accent-wash:#e6eef7;--on-accent:#fff;--mark:#b5730a;--mark-wash:#fdf0d3;
--good:#17624c;--bad:#a32a20;--doubt:#7a5000;--good-wash:#e7f2ed;--bad-wash:#fbedeb;--doubt-wash:#faf1dd;
--g0:#2f5f8f;--g1:#c08a2e;--g2:#3f7f73;--g3:#7b5a94;--g4:#8d6552;--g5:#66717d`;

const dark = `--paper:#14181b;--wash:#1b2024;--raised:#20262b;--ink:#e6e8e6;--soft:#a8b1b7;--line:#333a3f;--strong:#69747d;
--accent:#8fbdf0;--accent-wash:#1d2d3f;--on-accent:#10202f;--mark:#e5b04c;--mark-wash:#3a2f16;
--good:#83d0b4;--bad:#ff9f94;--doubt:#e9be68;--good-wash:#16302a;--bad-wash:#3a201d;--doubt-wash:#352a14;
--g0:#6ea3d8;--g1:#dcab55;--g2:#6fb5a6;--g3:#b396cf;--g4:#c59b86;--g5:#98a4b0`;

export const colours = `
:root{color-scheme:light;${light}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
@media (prefers-color-scheme:dark){:root[data-theme=auto]{color-scheme:dark;${dark}}}
`;
