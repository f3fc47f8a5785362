import { Router } from 'express';
import { z } from 'zod';
import { type WeatherControl, weatherNames } from '../weather.ts';
import type { WeatherView } from './client/wire.ts';

const choice = z.object({ name: z.enum(weatherNames) });

/** The weather belongs to nobody: whoever has the page open may look at it and change it. */
export function weatherRoutes(weather: WeatherControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(weather.report() satisfies WeatherView);
  });
  router.post('/', (request, response) => {
    weather.choose(choice.parse(request.body).name);
    response.json(weather.report() satisfies WeatherView);
  });
  return router;
}
