import { createRequire } from 'node:module';
import type Module from 'pptxgenjs';

export type Library = Module.default;
export type Sheet = Module.default.Slide;
export type TextRun = Module.default.TextProps;
export type TableCell = Module.default.TableCell;
export type TableOptions = Module.default.TableProps;
export type ChartOptions = Module.default.IChartOpts;
export type LayoutObjects = NonNullable<Module.default.SlideMasterProps['objects']>;

/** PptxGenJS, from its module for `require`: the other is not marked as a module, which costs a second reading. */
export const Pptx = createRequire(import.meta.url)('pptxgenjs') as typeof Module.default;
