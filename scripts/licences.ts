import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../server/dataset/root.ts';

/** Licences that let us use, change and pass on a package, each as SPDX names it. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // The Boost licence, not the Business Source Licence, which is BUSL.
  'BSL-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** Packages whose package.json names no licence, and what the licence file beside it is. */
const BY_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** Packages that may run a script when they are installed: esbuild's puts its program in place. */
const SCRIPTS = ['esbuild'];

type Package = { name: string; version: string; licence: string; script: boolean; tool: boolean };
type Lock = {
  packages: Record<string, { version?: string; license?: string; hasInstallScript?: boolean; dev?: boolean }>;
};

/** Whether an SPDX expression allows what we need: one side of an OR, both of an AND. */
export function allowed(expression: string): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/\sOR\s/.test(text)) return text.split(/\sOR\s/).some(allowed);
  if (/\sAND\s/.test(text)) return text.split(/\sAND\s/).every(allowed);
  return ALLOWED.includes(text);
}

/** What is wrong with the packages of a lock file: licences not allowed, install scripts not known. */
export function faultsOf(packages: readonly Package[]): string[] {
  return packages.flatMap(({ name, version, licence, script }) => [
    ...(allowed(licence)
      ? []
      : [`${name} ${version}: licence '${licence || 'none named'}' is not in the list`]),
    ...(script && !SCRIPTS.includes(name)
      ? [`${name} ${version}: wants to run a script when installed`]
      : []),
  ]);
}

/** The licence that an installed package names, where the lock file has none. */
function ofPackage(place: string): string {
  try {
    const { license = '' } = JSON.parse(readFileSync(path.join(ROOT, place, 'package.json'), 'utf8'));
    return typeof license === 'string' ? license : (license.type ?? '');
  } catch {
    return '';
  }
}

/** Every package of the lock file, for whatever platform. */
export function packagesOf(lock: Lock): Package[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, { version = '', license, hasInstallScript = false, dev = false }]) => ({
      name: place.split('node_modules/').at(-1) ?? place,
      version,
      licence: license ?? (ofPackage(place) || BY_FILE[place.split('node_modules/').at(-1) ?? ''] || ''),
      script: hasInstallScript,
      tool: dev,
    }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packages = packagesOf(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  for (const licence of [...new Set(packages.map((each) => each.licence))].sort()) {
    const names = packages
      .filter((each) => each.licence === licence)
      .map(({ name, tool }) => (tool ? `${name} (tool)` : name));
    console.log(`${licence || 'none named'}: ${[...new Set(names)].sort().join(', ')}\n`);
  }
  const faults = faultsOf(packages);
  for (const fault of faults) console.error(fault);
  console.log(`${packages.length} packages, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
