import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { createArrivals } from './frame/arrivals.ts';
import { configRoot, insideRoot, outsideRoot } from './roots.tsx';
import { connectToTeams, offerChannelTab, onThemeChange, sayReady } from './teams/connect.ts';
import { texts } from './texts.ts';
import { goToPlaceAskedFor } from './use-route.ts';

/** How long Teams may take to answer, in milliseconds, before the page says that it is not in Teams. */
const patience = 3_000;

const root = createRoot(document.getElementById('root') ?? document.body);
const arrivals = createArrivals(() => window.location.hash);
const place = await connectToTeams(patience);

if (place === null) {
  root.render(outsideRoot());
} else if (place.isSettings) {
  offerChannelTab(new URL('/tab/', window.location.href).href, texts.app.name);
  root.render(configRoot({ theme: place.theme, onThemeChange }));
  sayReady();
} else {
  goToPlaceAskedFor(place.asksFor);
  root.render(insideRoot({ theme: place.theme, onThemeChange, arrivals, userId: place.userId }));
  sayReady();
}
