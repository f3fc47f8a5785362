import mammoth from 'mammoth';
import { Html } from './html.ts';

/** What of mammoth's document tree is looked at here. */
interface DocumentNode {
  readonly type: string;
  readonly href?: string;
  readonly children?: readonly DocumentNode[];
}

/**
 * A Word document as HTML, or null when it cannot be read. mammoth writes only elements of its own choosing and escapes all text; what a
 * document could smuggle in are the addresses of links, so all but web, mail and inner ones are taken out of its tree before it is written.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<Html | null> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { transformDocument: withoutUnsafeLinks },
    );
    return new Html(value);
  } catch {
    return null;
  }
}

/** A link that leads anywhere else becomes the words it stood on. */
export function withoutUnsafeLinks(node: DocumentNode): DocumentNode {
  if (node.children === undefined) return node;
  const children = node.children
    .map(withoutUnsafeLinks)
    .flatMap((child) => (isUnsafeLink(child) ? (child.children ?? []) : [child]));
  return { ...node, children };
}

function isUnsafeLink({ type, href }: DocumentNode): boolean {
  return type === 'hyperlink' && href !== undefined && !/^(https?:|mailto:)/i.test(href);
}
