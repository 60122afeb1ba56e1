/** Who acts, when, and with which engine's program: what every entry of the audit log says. */
export type Act = { readonly who: string; readonly now: number; readonly engine: string };
