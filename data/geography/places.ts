/** A council with the areas its people live in, by their share of them, largest first. */
export type Council = {
  name: string;
  /** CCGs of 2016, by NHS code. */
  ccgs: readonly (readonly [area: string, share: number])[];
  /** ICBs of July 2022. */
  icbs: readonly (readonly [area: string, share: number])[];
};

/** A hospital trust and the ICB of July 2022 that it is attributed to. */
export type Trust = { code: string; name: string; icb: string };

/** Places that people know and figures are not published for here: `places.json`. */
export type Places = { councils: readonly Council[]; trusts: readonly Trust[] };
