import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js';

/** What the app needs to know of the Teams window around it. */
export interface TeamsPlace {
  /** Teams' own name of the theme: default, dark, contrast. */
  readonly theme: string;
  /** The place a deep link asks for, as `schools/KEY/cases/REF`. */
  readonly asksFor: string | undefined;
  readonly userId: string;
  /** True while somebody adds the tab to a channel. */
  readonly isSettings: boolean;
}

/** Says hello to Teams. Null outside Teams, or when it does not answer within `patienceMs`. */
export async function connectToTeams(patienceMs: number): Promise<TeamsPlace | null> {
  try {
    await Promise.race([app.initialize(), rejectAfter(patienceMs)]);
    const context = await app.getContext();
    app.notifyAppLoaded();
    return {
      theme: context.app.theme,
      asksFor: context.page.subPageId,
      userId: context.user?.id ?? 'unknown',
      isSettings: context.page.frameContext === FrameContexts.settings,
    };
  } catch {
    return null;
  }
}

async function rejectAfter(milliseconds: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('Teams did not answer.')), milliseconds);
  });
}

/** Tells Teams that the page can be used, so that it takes its own loading screen away. */
export function sayReady(): void {
  void app.notifySuccess();
}

export function onThemeChange(heard: (theme: string) => void): void {
  app.registerOnThemeChangeHandler(heard);
}

/** Has Teams open an address beside the tab, as it would open one of its own. False outside Teams, where a link is followed as any other. */
export function openInTeams(address: string): boolean {
  if (!app.isInitialized()) return false;
  app.openLink(address).catch(() => window.open(address, '_blank', 'noopener'));
  return true;
}

/** A token for our own server, of the person who is signed in to Teams. May show Teams' question for consent. */
export async function askForToken(): Promise<string> {
  return authentication.getAuthToken({ silent: false });
}

/** Lets a channel's owner save the tab: there is nothing to choose, the Team says which school it is. */
export function offerChannelTab(tabAddress: string, name: string): void {
  pages.config.registerOnSaveHandler((saving) => {
    pages.config
      .setConfig({
        contentUrl: tabAddress,
        websiteUrl: tabAddress,
        entityId: 'part-time-timetables',
        suggestedDisplayName: name,
      })
      .then(
        () => saving.notifySuccess(),
        (reason: unknown) => saving.notifyFailure(String(reason)),
      );
  });
  pages.config.setValidityState(true);
}
