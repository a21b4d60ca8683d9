import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old: install Node 20.19 or later (https://nodejs.org).`,
  );
  process.exit(1);
}

/** The project's folder; every path below is relative to it. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A step that failed: what was run, and what it printed. */
export class StepFailed extends Error {}

/** The command line that runs an installed package's program with this Node, on every platform. */
export function program(name, ...args) {
  const folder = path.join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin[path.basename(name)] ?? Object.values(bin)[0]);
  return [process.execPath, path.join(folder, file), ...args];
}

/** The command line that runs npm: the npm that runs us, where one does. */
export const npm = (...args) =>
  process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath, ...args]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args];

/** Starts a command line in the project's folder. */
export const start = ([command, ...args], options = {}) =>
  spawn(command, args, { cwd: ROOT, stdio: 'inherit', shell: command.endsWith('.cmd'), ...options });

/** The exit code of a child, 1 where it could not start or a signal ended it. */
export const exit = (child) =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** Runs a command line silently; throws StepFailed with everything it printed when it fails. */
export async function quietly(line) {
  const child = start(line, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.stderr.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
  });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => printed.push(piece));
  const [code] = await Promise.all([exit(child), closed(child.stdout), closed(child.stderr)]);
  if (code !== 0) {
    const command = line.map((part) =>
      part.startsWith(ROOT) ? path.relative(ROOT, part) : path.isAbsolute(part) ? path.basename(part) : part,
    );
    throw new StepFailed(`${Buffer.concat(printed)}\n${command.join(' ')} ended with exit code ${code}`);
  }
}

const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));

/** Passes on the signals that stop us to a child, which then decides when we end. */
export function forward(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the child as well.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
}

function* filesUnder(entry) {
  const absolute = path.join(ROOT, entry);
  let listed;
  try {
    listed = readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') yield entry;
    else if (error.code !== 'ENOENT') throw error;
    return;
  }
  for (const { name } of listed.sort((a, b) => (a.name < b.name ? -1 : 1)))
    yield* filesUnder(`${entry}/${name}`);
}

/** A hash of the names and contents of the files at and under the entries that pass the filter. */
export function contents(entries, filter) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of filesUnder(entry)) {
      if (!filter.test(file)) continue;
      const bytes = readFileSync(path.join(ROOT, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** A duration since `from` (performance.now) in words. */
export const since = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
