-- Small functions that the build's queries share.

CREATE OR REPLACE TEMP MACRO month_before(m) AS
  CASE WHEN m IS NULL THEN '9999-12' ELSE strftime(strptime(m || '-01', '%Y-%m-%d') - INTERVAL 1 MONTH, '%Y-%m') END;

CREATE OR REPLACE TEMP MACRO month_name(m) AS strftime(strptime(m || '-01', '%Y-%m-%d'), '%B %Y');

CREATE OR REPLACE TEMP MACRO thousands(n) AS format('{:,}', round(n)::BIGINT);

-- Wilson score interval, 95% (Wilson 1927; z = 1.959963984540054), the same as server/stats/wilson.ts. The ends are
-- exact: in floating point the upper limit of x = n can come out below 1.
CREATE OR REPLACE TEMP MACRO wilson_half(x, n) AS
  1.959963984540054 * sqrt(1.959963984540054 ** 2 + 4 * x * (1 - x / n));
CREATE OR REPLACE TEMP MACRO wilson_lower(x, n) AS
  CASE WHEN x = 0 THEN 0 ELSE (2 * x + 1.959963984540054 ** 2 - wilson_half(x, n)) / (2 * (n + 1.959963984540054 ** 2)) END;
CREATE OR REPLACE TEMP MACRO wilson_upper(x, n) AS
  CASE WHEN x = n THEN 1 ELSE (2 * x + 1.959963984540054 ** 2 + wilson_half(x, n)) / (2 * (n + 1.959963984540054 ** 2)) END;

-- The chance of at most k where a Poisson distribution has so many on average; k: whole, and below the average.
CREATE OR REPLACE TEMP MACRO poisson_cdf(k, average) AS
  list_sum(list_transform(range(0, k::BIGINT + 1), i -> exp(i * ln(average) - average - lgamma(i + 1))));
