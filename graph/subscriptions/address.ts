/** Where Microsoft 365 posts what it has to tell: both that a list has changed and what happens to the subscriptions themselves. */
export const notificationPath = '/graph/notifications';

/** `publicAddress` is where the app is reached from outside, e.g. https://timetables.example. */
export const notificationAddress = (publicAddress: string): string => `${publicAddress}${notificationPath}`;
