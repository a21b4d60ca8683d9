import { exit, forward, start } from './house.mjs';
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit(undefined, console.error);
const child = start([process.execPath, '.build/scripts/bench/index.js', ...process.argv.slice(2)]);
forward(child);
process.exitCode = await exit(child);
