export * from './contract/areas.ts';
export * from './contract/catalogue.ts';
export * from './contract/common.ts';
export * from './contract/snapshot.ts';
export * from './contract/sources.ts';
export * from './contract/trend.ts';
