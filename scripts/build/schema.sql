-- The dataset. Built once, then only read. A rule that every reader relies on stands here as a constraint.

CREATE TABLE dataset (version TEXT NOT NULL, built_at TEXT NOT NULL, observations INTEGER NOT NULL);

CREATE TABLE metric (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('proportion', 'index', 'rate', 'mean', 'score')),
  polarity TEXT NOT NULL CHECK (polarity IN ('higher', 'lower', 'none')),
  source TEXT NOT NULL,
  -- The month from whose areas every period was published, where that is not each period's own.
  areas_of TEXT
);

-- The metrics that a user has declared beside the bundled ones, each as JSON.
CREATE TABLE own_metric (id TEXT PRIMARY KEY REFERENCES metric (id), declared TEXT NOT NULL);

-- start_month and end_month: first and last month, both included.
CREATE TABLE period (
  id TEXT PRIMARY KEY,
  grain TEXT NOT NULL CHECK (grain IN ('month', 'quarter', 'year', 'calendar-year', 'rolling')),
  start_month TEXT NOT NULL,
  end_month TEXT NOT NULL CHECK (end_month >= start_month),
  months INTEGER NOT NULL
);

CREATE TABLE region (id TEXT PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE alliance (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_printed TEXT NOT NULL,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('alliance', 'vanguard')),
  region TEXT NOT NULL REFERENCES region (id),
  population_printed TEXT NOT NULL,
  population INTEGER NOT NULL CHECK (population > 0),
  ccgs_printed INTEGER NOT NULL CHECK (ccgs_printed > 0),
  lead_name TEXT,
  lead_role TEXT,
  lead_organisation TEXT,
  lead_printed TEXT,
  note TEXT
);

CREATE TABLE stp (
  alliance TEXT NOT NULL REFERENCES alliance (id),
  name TEXT NOT NULL,
  name_printed TEXT NOT NULL,
  ons_code TEXT NOT NULL,
  coverage TEXT NOT NULL CHECK (coverage IN ('whole', 'part')),
  coverage_printed TEXT,
  PRIMARY KEY (alliance, name)
);

-- The 209 CCGs of Annex i.
CREATE TABLE ccg (
  id TEXT PRIMARY KEY,
  ons_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_printed TEXT NOT NULL,
  population INTEGER NOT NULL CHECK (population > 0),
  imd_score DOUBLE,
  imd_rank INTEGER,
  longitude DOUBLE NOT NULL,
  latitude DOUBLE NOT NULL,
  stp TEXT NOT NULL
);

CREATE TABLE membership (
  alliance TEXT NOT NULL REFERENCES alliance (id),
  ccg TEXT NOT NULL REFERENCES ccg (id),
  PRIMARY KEY (alliance, ccg)
);

CREATE TABLE similar_ccg (
  ccg TEXT NOT NULL REFERENCES ccg (id),
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
  similar_to TEXT NOT NULL REFERENCES ccg (id),
  PRIMARY KEY (ccg, place)
);

-- Today's Cancer Alliances, and the Integrated Care Boards of each from a month on.
CREATE TABLE alliance_today (id TEXT PRIMARY KEY, name TEXT NOT NULL, ons_code TEXT NOT NULL UNIQUE);

CREATE TABLE membership_today (
  icb TEXT NOT NULL,
  alliance TEXT NOT NULL REFERENCES alliance_today (id),
  from_month TEXT NOT NULL,
  until_month TEXT NOT NULL,
  fit TEXT NOT NULL CHECK (fit IN ('exact', 'best-fit')),
  note TEXT,
  PRIMARY KEY (icb, from_month)
);

-- The ONS code of an Integrated Care Board, where one is known.
CREATE TABLE icb_code (id TEXT PRIMARY KEY, ons_code TEXT NOT NULL);

-- What became of an Integrated Care Board: its successors, with the share of its people.
CREATE TABLE icb_succession (
  icb TEXT NOT NULL,
  successor TEXT NOT NULL,
  from_month TEXT NOT NULL,
  share DOUBLE NOT NULL CHECK (share > 0 AND share <= 1),
  PRIMARY KEY (icb, successor)
);

-- The areas that a user has made of CCGs of December 2016 or of ICBs; level: that of the members.
CREATE TABLE own_area (id TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL CHECK (level IN ('ccg', 'icb')));

CREATE TABLE own_member (
  area TEXT NOT NULL REFERENCES own_area (id),
  member TEXT NOT NULL,
  PRIMARY KEY (area, member)
);

-- Every area a figure can be of, by the months in which it is what its name says; 01H, 01K and QRL have two rows each.
-- level: england, region, alliance, ccg, icb, alliance-today, own; hub, discontinued, unknown for commissioners that are no CCG.
CREATE TABLE area (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL
    CHECK (
      level IN ('england', 'region', 'alliance', 'ccg', 'icb', 'alliance-today', 'own', 'hub', 'discontinued', 'unknown')
    ),
  from_month TEXT NOT NULL,
  until_month TEXT NOT NULL,
  population INTEGER,
  PRIMARY KEY (id, from_month),
  CHECK (until_month >= from_month)
);

-- Which CCG of its time each 2016 CCG's people are counted in, month by month (the CCG itself included).
-- share: of the 2016 CCG's population.
CREATE TABLE succession (
  ccg TEXT NOT NULL REFERENCES ccg (id),
  successor TEXT NOT NULL,
  from_month TEXT NOT NULL,
  until_month TEXT NOT NULL,
  share DOUBLE NOT NULL CHECK (share > 0 AND share <= 1),
  fit TEXT NOT NULL CHECK (fit IN ('exact', 'best-fit')),
  note TEXT,
  PRIMARY KEY (ccg, successor, from_month)
);

-- Which commissioners' figures make an Alliance's or a region's, month by month.
CREATE TABLE footprint (
  area TEXT NOT NULL,
  commissioner TEXT NOT NULL,
  from_month TEXT NOT NULL,
  until_month TEXT NOT NULL,
  fit TEXT NOT NULL CHECK (fit IN ('exact', 'best-fit')),
  PRIMARY KEY (area, commissioner, from_month)
);

-- What a reader of an area's figures in those months must be told.
CREATE TABLE area_note (
  area TEXT NOT NULL,
  from_month TEXT NOT NULL,
  until_month TEXT NOT NULL,
  note TEXT NOT NULL
);

-- Where an area's series stops being comparable with what comes before. moved: share of its population.
CREATE TABLE series_break (
  area TEXT NOT NULL,
  from_month TEXT NOT NULL,
  moved DOUBLE NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (area, from_month)
);

CREATE TABLE source_file (
  id TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  publication TEXT NOT NULL,
  period TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL,
  licence TEXT NOT NULL
);

-- One figure, or one gap with its reason. source: the publisher's file for a published figure, what was done for a
-- derived one. sheet and source_row: the cell's place in that file.
CREATE TABLE observation (
  metric TEXT NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  grp TEXT NOT NULL,
  numerator DOUBLE,
  denominator DOUBLE,
  value DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  status TEXT NOT NULL CHECK (
    status IN (
      'published', 'provisional', 'derived', 'inferred-period', 'incomplete', 'no-patients', 'missing-submission',
      'suppressed', 'not-published'
    )
  ),
  source TEXT NOT NULL,
  note TEXT,
  sheet TEXT,
  source_row INTEGER,
  -- A CHECK passes on NULL, so each ends in FALSE.
  CHECK (
    CASE
      WHEN status = 'no-patients'
        THEN coalesce(value IS NULL AND numerator = 0 AND denominator = 0 AND note IS NOT NULL, FALSE)
      WHEN status IN ('suppressed', 'not-published', 'missing-submission')
        THEN coalesce(value IS NULL AND numerator IS NULL AND note IS NOT NULL, FALSE)
      ELSE coalesce(value IS NOT NULL AND isfinite(value), FALSE)
    END
  ),
  CHECK (numerator IS NULL OR status = 'no-patients' OR coalesce(denominator > 0 AND numerator BETWEEN 0 AND denominator, FALSE)),
  -- A score is published as a whole percentage, its interval with a decimal: rounding can leave it outside by half a point.
  CHECK (
    lower IS NULL
    OR coalesce(lower <= upper AND lower <= value + CASE WHEN numerator IS NULL THEN 0.005 ELSE 0 END, FALSE)
    AND coalesce(value <= upper + CASE WHEN numerator IS NULL THEN 0.005 ELSE 0 END, FALSE)
  )
);

-- A period in which a metric has figures at a level, each once.
CREATE TABLE present (
  metric TEXT NOT NULL,
  grp TEXT NOT NULL,
  level TEXT NOT NULL,
  period TEXT NOT NULL
);

-- What a publisher printed for an ICB that had ended by then: it is counted in the successor's figure.
CREATE TABLE succeeded_figure (
  metric TEXT NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  grp TEXT NOT NULL,
  numerator DOUBLE,
  denominator DOUBLE,
  value DOUBLE,
  source TEXT NOT NULL,
  sheet TEXT,
  source_row INTEGER,
  successor TEXT NOT NULL,
  PRIMARY KEY (metric, area, period, grp)
);

-- The month whose areas a metric's figures of a period were published for.
CREATE TABLE placed (metric TEXT NOT NULL, period TEXT NOT NULL, as_at TEXT NOT NULL, PRIMARY KEY (metric, period));

-- A score adjusted for the mix of patients, the range the publisher expected it in, and the publisher's own verdict.
CREATE TABLE expected_range (
  metric TEXT NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  value DOUBLE NOT NULL,
  lower DOUBLE,
  upper DOUBLE,
  expected_lower DOUBLE NOT NULL,
  expected_upper DOUBLE NOT NULL CHECK (expected_upper >= expected_lower),
  verdict TEXT NOT NULL CHECK (verdict IN ('below', 'within', 'above')),
  source TEXT NOT NULL,
  source_row INTEGER NOT NULL,
  PRIMARY KEY (metric, area, period)
);

-- What a user has loaded, in that order, with the data version before and after. A load that was undone is not here.
CREATE TABLE load (
  id TEXT PRIMARY KEY,
  loaded_at TEXT NOT NULL,
  version_before TEXT NOT NULL,
  version TEXT NOT NULL,
  files TEXT NOT NULL,
  added INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  removed INTEGER NOT NULL
);

-- A figure that a load changed, as it was before and is after; no value after where the figure went.
CREATE TABLE revision (
  load TEXT NOT NULL REFERENCES load (id),
  metric TEXT NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  grp TEXT NOT NULL,
  old_numerator DOUBLE,
  old_denominator DOUBLE,
  old_value DOUBLE NOT NULL,
  old_status TEXT NOT NULL,
  numerator DOUBLE,
  denominator DOUBLE,
  value DOUBLE,
  status TEXT
);
