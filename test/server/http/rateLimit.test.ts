import { expect, test, vi } from 'vitest';
import { rateLimit } from '../../../server/http/rateLimit.ts';

test('a burst of twice the rate, then the rate', () => {
  let now = 0;
  const allowed = rateLimit(10, () => now);
  const ask = (count: number) =>
    Array.from({ length: count }, () => allowed('192.0.2.1')).filter(Boolean).length;
  expect(ask(50)).toBe(20);
  now = 500;
  expect(ask(50)).toBe(5);
  expect(allowed('192.0.2.2')).toBe(true);
});

test('a clock that is set gives nothing, and takes nothing', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const allowed = rateLimit(1);
    const ask = () => allowed('192.0.2.1');
    expect([ask(), ask(), ask()]).toEqual([true, true, false]);
    vi.setSystemTime(new Date('2036-01-01'));
    expect(ask()).toBe(false);
    vi.setSystemTime(new Date('2016-01-01'));
    expect([ask(), allowed('192.0.2.2')]).toEqual([false, true]);
  } finally {
    vi.useRealTimers();
  }
});

test('this machine is not limited, nor is anybody at 0', () => {
  const [limited, unlimited] = [rateLimit(1), rateLimit(0)];
  for (let i = 0; i < 50; i++) {
    for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(limited(own)).toBe(true);
    expect(unlimited('192.0.2.1')).toBe(true);
  }
});

test('the oldest clients are forgotten', () => {
  const allowed = rateLimit(1, () => 0);
  expect([allowed('first'), allowed('first'), allowed('first')]).toEqual([true, true, false]);
  for (let i = 0; i < 10_000; i++) allowed(`client ${i}`);
  expect(allowed('first')).toBe(true);
});
