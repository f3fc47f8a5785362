// The shapes that the store speaks. Times are ISO UTC text; ids that Microsoft 365 makes GUIDs of are GUIDs.

/** Who does a thing. A person in SharePoint is only `userId`, the app alone is only `appId`, the app on a person's behalf is both. */
export interface Actor {
  readonly userId?: string;
  readonly appId?: string;
}

export type Role = 'read' | 'write' | 'owner';

/** A refusal as Graph words it; the routes turn it into Graph's error body. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly innerCode?: string;
  /** A code inside that one: throttling has two. */
  readonly innermostCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site {
  /** `host,siteCollectionGuid,webGuid`, as Graph writes it. */
  readonly id: string;
  /** Server-relative, e.g. /sites/larkfield. */
  readonly path: string;
  readonly displayName: string;
  readonly webUrl: string;
  readonly createdAt: string;
  /** The team whose site this is. */
  readonly teamId: string | null;
}

export type ListTemplate = 'genericList' | 'documentLibrary';

export interface List {
  readonly id: string;
  readonly siteId: string;
  readonly sitePath: string;
  /** Last part of the address, fixed when the list is made. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: ListTemplate;
  readonly webUrl: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface HyperlinkValue {
  readonly Url: string;
  readonly Description: string;
}

export type FieldValue = string | number | boolean | HyperlinkValue | null;

/** Values by internal column name. A column without a value is absent. */
export type Fields = Readonly<Record<string, FieldValue>>;

export type ColumnKind =
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'note'; readonly linesForEditing: number }
  | {
      readonly type: 'choice';
      readonly choices: readonly string[];
      readonly allowTextEntry: boolean;
      readonly displayAs: string;
    }
  | {
      readonly type: 'number';
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly decimalPlaces: string;
    }
  | { readonly type: 'dateTime'; readonly format: 'dateOnly' | 'dateTime' }
  | { readonly type: 'boolean' }
  | { readonly type: 'hyperlink'; readonly isPicture: boolean };

export type DateDisplay = 'default' | 'standard' | 'friendly';

export type ColumnType = ColumnKind['type'];

export interface Column {
  readonly id: string;
  /** Internal name: the key in `fields`. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  /** SharePoint's forms insist on a value; Graph, like SharePoint's own API, does not. */
  readonly required: boolean;
  readonly hidden: boolean;
  readonly defaultValue: string | null;
  readonly kind: ColumnKind;
  /** How a date column is to show its dates: kept and answered, while the pages here show all of them alike. */
  readonly dateDisplay?: DateDisplay;
}

export type NewColumn = Omit<Column, 'id'>;

export interface Item {
  readonly listId: string;
  readonly id: number;
  /** With its quotation marks: `"guid,version"`. */
  readonly etag: string;
  readonly version: number;
  /** Date columns hold ISO UTC; a date-only column holds London's midnight of that day, as SharePoint answers it. */
  readonly fields: Fields;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly modifiedAt: string;
  readonly modifiedBy: Actor;
}

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
/** A date that is written without quotation marks is told apart from a text. */
export type Literal = string | number | boolean | Moment | null;
export interface Moment {
  readonly moment: string;
}

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'compare'; readonly column: string; readonly operator: Comparison; readonly value: Literal }
  | { readonly kind: 'startsWith'; readonly column: string; readonly value: string };

export interface OrderBy {
  readonly column: string;
  readonly descending: boolean;
}

/** The place where a page ended: the id of its last item, and that item's values in the order that was asked for. */
export interface PageMark {
  readonly id: number;
  readonly values: readonly (string | number | null)[];
}

export interface ItemQuery {
  readonly filter?: Filter;
  /** By rising id unless given. */
  readonly orderBy?: readonly OrderBy[];
  /** Only what comes after: how pages are turned. */
  readonly after?: PageMark;
  readonly top: number;
  /** The caller sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly allowNonIndexed?: boolean;
}

export interface ItemPage {
  readonly items: readonly Item[];
  /** Where the next page begins; null when there is none. */
  readonly next: PageMark | null;
}

/** One changed item since a sequence number: its latest state, or that it is gone. */
export type ItemChange =
  | { readonly kind: 'present'; readonly sequence: number; readonly item: Item }
  | { readonly kind: 'deleted'; readonly sequence: number; readonly id: number };

export interface WriteOptions {
  readonly actor: Actor;
  /** An etag with its quotation marks, or `*`. A stale one is refused with 412 resourceModified. */
  readonly ifMatch?: string;
}

export interface DriveItem {
  readonly id: string;
  /** The drive's id is the document library's list id. */
  readonly driveId: string;
  readonly siteId: string;
  readonly sitePath: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** From the library's root, without a leading slash: `Notices/2026/a.docx`. Empty for the root itself. */
  readonly path: string;
  readonly mimeType: string;
  readonly size: number;
  readonly version: number;
  readonly etag: string;
  readonly webUrl: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly modifiedAt: string;
  readonly modifiedBy: Actor;
}

export interface SharingLink {
  readonly type: 'view' | 'edit';
  readonly scope: 'organization' | 'users';
  readonly webUrl: string;
}

/** What was granted on one file or folder beside the site's own permissions. */
export interface FilePermission {
  readonly id: string;
  readonly driveItemId: string;
  readonly role: 'read' | 'write';
  /** User ids; empty for a link that works for the whole organisation. */
  readonly userIds: readonly string[];
  readonly link: SharingLink | null;
  readonly createdAt: string;
}

export interface MailMessage {
  readonly id: string;
  readonly sentAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

/** Any Bot Framework activity: the store keeps it whole and looks into none of it. */
export type ActivityBody = Readonly<Record<string, unknown>>;

export interface StoredActivity {
  /** Rises with every add, update and delete in the whole tenant: ask for what came after it. */
  readonly sequence: number;
  /** Milliseconds as text, unique, as Teams makes them. */
  readonly id: string;
  readonly conversationId: string;
  readonly sentAt: string;
  readonly changedAt: string;
  readonly deleted: boolean;
  readonly activity: ActivityBody;
}

export interface ItemEvent {
  readonly sitePath: string;
  readonly listName: string;
  readonly item: Item;
}

export interface TenantEvents {
  itemCreated: [ItemEvent];
  itemUpdated: [ItemEvent];
  itemDeleted: [ItemEvent];
  fileSaved: [DriveItem];
  mailSent: [MailMessage];
  activityChanged: [StoredActivity];
}
