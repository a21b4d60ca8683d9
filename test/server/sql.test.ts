import path from 'node:path';
import { expect, test } from 'vitest';
import { openForBuilding, runFile } from '../../scripts/database.ts';
import { ROOT } from '../../server/root.ts';
import { SQL } from '../../server/sql.ts';

// Preparing binds every table and column, so a query cannot drift from the schema unnoticed.
test.each([...SQL])('%s.sql fits the schema and says what a row is', async (_name, text) => {
  const { connection, close } = await openForBuilding(':memory:');
  await runFile(connection, path.join(ROOT, 'scripts/schema.sql'));
  const statement = await connection.prepare(text);
  expect(statement.columnCount).toBeGreaterThan(0);
  expect(text).toMatch(/^-- \S.*\n/);
  statement.destroySync();
  close();
});

test('no query asks for a number that JSON has not', async () => {
  const { connection, close } = await openForBuilding(':memory:');
  await runFile(connection, path.join(ROOT, 'scripts/schema.sql'));
  for (const [name, text] of SQL) {
    const statement = await connection.prepare(text);
    for (let i = 0; i < statement.columnCount; i++)
      expect(`${name}: ${statement.columnType(i)}`).toMatch(/: (VARCHAR|INTEGER|BOOLEAN|DOUBLE(\[\])?)$/);
    statement.destroySync();
  }
  close();
});
