import { Link } from 'wouter';
import type { MethodId } from '../../data/text/methods.ts';

/** The way to a method's formula, source and worked example, from where it is used. */
export const MethodLink = ({ id }: { id: MethodId }) => (
  <Link href={`/methods#${id}`}>The method, with its formula and a worked example</Link>
);
