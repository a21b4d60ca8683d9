export * from '../../data/classes.ts';
