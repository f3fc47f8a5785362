// What Microsoft 365 does of its own accord on some mornings, beside failing calls: keys roll over, subscriptions are lost, the bot is
// held to its rates.
import { teamsRates } from '#local/connector/rates.ts';
import type { Tenant } from '#local/tenant.ts';

export type Upset =
  | 'keys roll over'
  | 'subscriptions are forgotten'
  | 'subscriptions are removed'
  | 'subscriptions must authorise themselves again'
  | 'notifications were missed'
  | 'the bot is held to its rates';

type Deed = (tenant: Tenant, listIds: readonly string[]) => Promise<unknown> | void;

const lifecycle =
  (event: Parameters<Tenant['notifications']['sendLifecycle']>[1]): Deed =>
  ({ store, notifications }, listIds) => {
    for (const { id } of listIds.flatMap((list) => store.subscriptions.ofList(list)))
      notifications.sendLifecycle(id, event);
  };

const deeds: Readonly<Record<Upset, Deed>> = {
  'keys roll over': ({ keys }) => keys.entra.rollOver(),
  'subscriptions are forgotten': ({ store }) => store.subscriptions.forgetAll(),
  'subscriptions are removed': lifecycle('subscriptionRemoved'),
  'subscriptions must authorise themselves again': lifecycle('reauthorizationRequired'),
  'notifications were missed': lifecycle('missed'),
  'the bot is held to its rates': ({ botRates }) => botRates.setRates(teamsRates),
};

export const upsets = Object.keys(deeds) as readonly Upset[];

/** `listIds` are those of the lists that the apps may listen to. What befell the day before is over. */
export async function upset(tenant: Tenant, listIds: readonly string[], befalls: readonly Upset[]): Promise<void> {
  tenant.botRates.setRates(null);
  for (const one of befalls) await deeds[one](tenant, listIds);
}
