import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { say, told } from '../../../client/ui/Said.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('words are told once nothing has followed for a while', () => {
  say('First.');
  vi.advanceTimersByTime(1000);
  say('Second.');
  vi.advanceTimersByTime(1000);
  expect(told()).not.toBe('First.');
  vi.advanceTimersByTime(1000);
  expect(told()).toBe('Second.');
});

test('words taken back before are not told, and those that have followed are', () => {
  const takeBack = say('A page that was left.');
  vi.advanceTimersByTime(300);
  takeBack();
  vi.advanceTimersByTime(5000);
  expect(told()).not.toBe('A page that was left.');
  const earlier = say('Earlier.');
  say('Later.');
  earlier();
  vi.advanceTimersByTime(5000);
  expect(told()).toBe('Later.');
});
