import { type Response, Router } from 'express';
import { z } from 'zod';
import { faultKinds } from '../graph/fault-kinds.ts';
import { type WeatherControl, weatherNames } from '../weather.ts';
import type { FailRequest, WeatherView } from './client/wire.ts';

const choice = z.object({ name: z.enum(weatherNames) });
const howMany = 'How many calls should fail is a whole number from 1 to 100.';
const rule = z.object({
  kind: z.enum(faultKinds, 'This kind of failure is not known.'),
  part: z.string().trim().max(200, 'The part of the address has 200 characters at most.'),
  times: z.int(howMany).min(1, howMany).max(100, howMany),
}) satisfies z.ZodType<FailRequest>;

/** The weather belongs to nobody: whoever has the page open may look at it and change it. */
export function weatherRoutes(weather: WeatherControl): Router {
  const router = Router();
  const report = (response: Response): void => {
    response.json(weather.report() satisfies WeatherView);
  };
  router.get('/', (_request, response) => report(response));
  router.post('/', (request, response) => {
    weather.choose(choice.parse(request.body).name);
    report(response);
  });
  router.post('/rules', (request, response) => {
    weather.failNext(rule.parse(request.body));
    report(response);
  });
  router.delete('/rules', (_request, response) => {
    weather.clearRules();
    report(response);
  });
  return router;
}
