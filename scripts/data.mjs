import { exit, forward, start } from './house.mjs';
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit(['compile'], console.error);
const child = start([process.execPath, '.build/scripts/data.js', ...process.argv.slice(2)]);
forward(child);
process.exitCode = await exit(child);
