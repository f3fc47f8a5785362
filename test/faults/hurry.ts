// Time runs two hundred times faster in a process that loads this first: what waits for a minute waits for a third of a second, and
// every clock in it agrees. A term of waiting for Microsoft 365 is played in seconds, with the product's own waits as they are. Only
// the time after which a request is given up stays that of the world: a computer that is busy for a moment is not a silent service.
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';

const timesFaster = 200;

const RealDate = Date;
const began = RealDate.now();

class HurriedDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [HurriedDate.now()] : given) as [number]));
  }
  /** Dates from elsewhere, such as another thread, are dates too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Reflect.apply(Function.prototype[Symbol.hasInstance], RealDate, [value]);
  }
  static override now(): number {
    return Math.round(began + (RealDate.now() - began) * timesFaster);
  }
}

const { setTimeout: startTimer } = globalThis;
const { setTimeout: pause } = timersPromises;

function hurriedTimer<Given extends unknown[]>(then: (...given: Given) => void, ms = 0, ...given: Given) {
  return startTimer(then, ms / timesFaster, ...given);
}

globalThis.Date = HurriedDate as DateConstructor;
globalThis.setTimeout = Object.assign(hurriedTimer, startTimer) as typeof setTimeout;
timersPromises.setTimeout = ((ms = 0, ...rest: [unknown?, object?]) =>
  pause(ms / timesFaster, ...rest)) as typeof timersPromises.setTimeout;
syncBuiltinESMExports();
