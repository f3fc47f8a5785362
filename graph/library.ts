import { z } from 'zod';
import { GraphFailure } from './graph-failure.ts';
import type { Graph } from './http.ts';
import type { Trouble } from './trouble.ts';

/** The document library in which a school's notices are filed; SharePoint makes one with every site, and people delete it. */
export async function libraryOf(graph: Graph, siteId: string): Promise<{ readonly driveId: string } | Trouble> {
  try {
    const drive = z.object({ id: z.string() }).parse(await graph.get(`/sites/${siteId}/drive`));
    return { driveId: drive.id };
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.status !== 404) throw error;
    return {
      words: 'The site has no document library to file notices in.',
      who: 'SharePoint site owner',
      todo: 'Add a document library with the name “Documents”: the site’s contents, “New”, “Document library”.',
    };
  }
}
