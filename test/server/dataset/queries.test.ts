import path from 'node:path';
import { expect, test } from 'vitest';
import { openForBuilding, runFile } from '../../../scripts/build/database.ts';
import { QUERIES } from '../../../server/dataset/queries.ts';
import { ROOT } from '../../../server/dataset/root.ts';

// Preparing binds every table and column, so a query cannot drift from the schema unnoticed.
test.each([...QUERIES.values()])('$file fits the schema and says what a row is', async ({ text }) => {
  const { connection, close } = await openForBuilding(':memory:');
  await runFile(connection, path.join(ROOT, 'scripts/build/schema.sql'));
  const statement = await connection.prepare(text);
  expect(statement.columnCount).toBeGreaterThan(0);
  expect(text).toMatch(/^-- \S.*\n/);
  statement.destroySync();
  close();
});

test('no query asks for a number that JSON has not', async () => {
  const { connection, close } = await openForBuilding(':memory:');
  await runFile(connection, path.join(ROOT, 'scripts/build/schema.sql'));
  for (const [name, { text }] of QUERIES) {
    const statement = await connection.prepare(text);
    for (let i = 0; i < statement.columnCount; i++)
      expect(`${name}: ${statement.columnType(i)}`).toMatch(/: (VARCHAR|INTEGER|BOOLEAN|DOUBLE(\[\])?)$/);
    statement.destroySync();
  }
  close();
});
