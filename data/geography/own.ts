/** An area that a user makes of CCGs of December 2016 or of ICBs, such as an STP; `members` are their NHS codes. */
export type OwnArea = { area: string; name: string; level: 'ccg' | 'icb'; members: readonly string[] };
