/** Where Microsoft's bot service is, as values: production and the local tenant differ in these and in nothing else. */
export interface BotCloud {
  /** What a token for posting is asked for, without /.default. */
  readonly scope: string;
  /** Who signs the tokens that Teams sends with its activities. */
  readonly issuer: string;
  /** The document that names the issuer's keys. */
  readonly openIdMetadataUrl: string;
  /** The only origins our token is ever sent to: service addresses are kept in a list that people can edit. */
  readonly serviceOrigins: readonly string[];
}

export const publicCloud: BotCloud = {
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  serviceOrigins: ['https://smba.trafficmanager.net'],
};
