-- The values that a figure had before loads revised it, the latest first.
SELECT load.id AS load, load.loaded_at AS "until", load.version_before AS "dataVersion", revision.old_numerator AS numerator,
  revision.old_denominator AS denominator, revision.old_value AS value
FROM revision JOIN load ON load.id = revision.load
WHERE revision.metric = $metric AND revision.area = $area AND revision.period = $period AND revision.grp = $group
ORDER BY load.id DESC;
