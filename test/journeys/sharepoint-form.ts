const decode = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
};

/** What a browser would send if one pressed Save on an item's form without touching it. */
export function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="item"[^]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === undefined || (tag.includes('type="checkbox"') && !tag.includes(' checked'))) continue;
    fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, opening = '', text = ''] of form.matchAll(/(<textarea[^>]*>)\n?([^]*?)<\/textarea>/g)) {
    fields[attribute(opening, 'name') ?? ''] = decode(text);
  }
  for (const [, opening = '', options = ''] of form.matchAll(/(<select[^>]*>)([^]*?)<\/select>/g)) {
    const selected = [...options.matchAll(/<option[^>]*>/g)]
      .map(([tag]) => tag)
      .find((tag) => tag.includes(' selected'));
    fields[attribute(opening, 'name') ?? ''] = selected === undefined ? '' : (attribute(selected, 'value') ?? '');
  }
  return fields;
}
