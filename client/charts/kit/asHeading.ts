/** A sentence as a heading: without its full stop. */
export const asHeading = (sentence: string) => sentence.replace(/\.$/, '');
