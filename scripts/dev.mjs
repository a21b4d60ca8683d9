import { createInterface } from 'node:readline';
import { exit, program, start } from './house.mjs';
import { prepareOrExit } from './prepare.mjs';

await prepareOrExit(['compile', 'dataset']);

/** Starts a command line, its printed lines marked with its name. */
function named(name, line) {
  const child = start(line, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => console.log(`${name.padEnd(6)} | ${text}`));
  }
  return child;
}

const children = [
  named('server', program('tsx', 'watch', '--clear-screen=false', 'server/main.ts')),
  named('pages', program('vite', '--clearScreen', 'false')),
];
const stop = () => {
  for (const child of children) if (!child.killed) child.kill();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.exitCode = await Promise.race(children.map(exit));
stop();
