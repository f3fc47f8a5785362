import { pickedPerson } from './session.ts';
import type {
  ExecuteAnswer,
  ExecuteRequest,
  FailRequest,
  MailAnswer,
  MessagesAnswer,
  PersonView,
  ProblemAnswer,
  SentAnswer,
  SubmitRequest,
  TokenAnswer,
  WeatherName,
  WeatherView,
  WorkplaceView,
} from './wire.ts';

/** A refusal by the local tenant; its message is a sentence for the person. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { 'x-local-person': pickedPerson() ?? '' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`/_local/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as ProblemAnswer | null;
    throw new Refused(answer.status, problem?.problem ?? `The local tenant answered ${answer.status}.`);
  }
  return (await answer.json()) as T;
}

const conversationPath = (id: string): string => `conversations/${encodeURIComponent(id)}`;

export async function loadPeople(): Promise<readonly PersonView[]> {
  return (await call<{ people: readonly PersonView[] }>('GET', 'people')).people;
}

export async function loadWorkplace(): Promise<WorkplaceView> {
  return await call('GET', 'workplace');
}

export async function loadMessages(conversationId: string): Promise<MessagesAnswer> {
  return await call('GET', `${conversationPath(conversationId)}/messages`);
}

/** @param rootId the thread replied to, or null to begin one */
export async function sendMessage(conversationId: string, text: string, rootId: string | null): Promise<SentAnswer> {
  return await call('POST', `${conversationPath(conversationId)}/messages`, { text, rootId });
}

export async function execute(conversationId: string, request: ExecuteRequest): Promise<ExecuteAnswer> {
  return await call('POST', `${conversationPath(conversationId)}/execute`, request);
}

export async function submit(conversationId: string, request: SubmitRequest): Promise<{ heard: boolean }> {
  return await call('POST', `${conversationPath(conversationId)}/submit`, request);
}

export async function loadMail(): Promise<MailAnswer> {
  return await call('GET', 'mail');
}

export async function loadToken(appId: string): Promise<TokenAnswer> {
  return await call('POST', 'token', { appId });
}

export async function loadWeather(): Promise<WeatherView> {
  return await call('GET', 'weather');
}

export async function chooseWeather(name: WeatherName): Promise<WeatherView> {
  return await call('POST', 'weather', { name });
}

export async function failNextCalls(request: FailRequest): Promise<WeatherView> {
  return await call('POST', 'weather/rules', request);
}

export async function clearFailures(): Promise<WeatherView> {
  return await call('DELETE', 'weather/rules');
}
