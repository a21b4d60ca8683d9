export * from '../../data/palette.ts';
