/** A text as SQL writes it, for what cannot be bound: a file's name, a type, a setting. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
