#!/bin/sh
# @stdlib/math-base-special-gammainc 0.3.1, and what stands on it (the cdf of Poisson, gamma and chi-square): from about 1000
# on, in the middle of the distribution, the regularised incomplete gamma function is wrong in the second decimal.
#
# Input:    gammainc(x, a, true, true) for whole a, which is the chance of fewer than a events where x are expected;
#           held against the sum of the a probabilities (good to ten decimals at these sizes)
# Expected: equal but for rounding, as it is for smaller numbers
# Seen:     fewer than   expected   sum       gammainc
#                  500        478   0.83737   0.83737
#                 1050       1020   0.82238   0.85476
#                 1500       1461   0.84308   0.87190
#                 2000       1955   0.84289   0.86775
#           Right below 900 or so, and far from the middle; wrong where an expansion for large numbers is used.
#
# It bites with deaths or waits of a large area held against what was expected: a one-sided p-value of 0.178 comes as 0.145, and
# tests with small numbers pass. Way out: the sum itself (milliseconds), or a normal approximation at these sizes.
#
# Exit 0: as described. Exit 1: the behaviour has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @stdlib/math-base-special-gammainc@0.3.1
cat > try.cjs <<'JS'
const gammainc = require('@stdlib/math-base-special-gammainc');

/** The chance of fewer than `events` where `expected` are expected. */
const fewer = (events, expected) => {
  let logarithm = -expected;
  let sum = Math.exp(logarithm);
  for (let n = 1; n < events; n += 1) {
    logarithm += Math.log(expected / n);
    sum += Math.exp(logarithm);
  }
  return sum;
};
const cases = [[100, 92, true], [500, 478, true], [800, 775, true], [1050, 1020, false], [1500, 1461, false], [2000, 1955, false]];
let changed = false;
for (const [events, expected, right] of cases) {
  const sum = fewer(events, expected);
  const seen = gammainc(expected, events, true, true);
  console.log(`fewer than ${events} of ${expected}: ${sum.toFixed(5)}, gammainc ${seen.toFixed(5)}`);
  const off = Math.abs(seen - sum);
  if (right ? off > 1e-9 : off < 0.02) changed = true;
}
process.exit(changed ? 1 : 0);
JS
node try.cjs
