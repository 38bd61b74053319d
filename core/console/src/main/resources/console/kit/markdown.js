import { html, nothing } from 'lit';

/**
 * Markdown as templates, so that whatever stands in it is text and never markup of the page. It knows what our pages of help use:
 * headings, paragraphs, lists, tables, code, quotes, links, and bold, slanted and code words.
 * @param text
 * @param link (href of the page) => href here; null leaves the words alone
 */
export function markdown(text, link = (href) => href) {
  return blocks(text.replaceAll('\r', '').split('\n'), link);
}

/** The first heading. */
export function markdownTitle(text) {
  return /^#\s+(.+)$/m.exec(text)?.[1].trim() ?? '';
}

/** The name by which a heading is linked to. */
export function slug(words) {
  return words
    .toLowerCase()
    .replaceAll(/[`*]/g, '')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function blocks(lines, link) {
  const made = [];
  let i = 0;
  const take = (fits) => {
    const taken = [];
    while (i < lines.length && fits(lines[i], lines[i + 1])) {
      taken.push(lines[i++]);
    }
    return taken;
  };
  while (i < lines.length) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.+)$/.exec(line);
    // Pictures of screens are for who reads the pages elsewhere.
    if (!line.trim() || /^<!--.*-->$/.test(line.trim()) || /^!\[[^\]]*\]\([^)]*\)$/.test(line.trim())) {
      i++;
    } else if (heading) {
      i++;
      made.push(title(heading[1].length, heading[2], link));
    } else if (/^(```|~~~)/.test(line)) {
      i++;
      const code = take((l) => !/^(```|~~~)/.test(l));
      i++;
      made.push(html`<pre class="kp-code" tabindex="0"><code>${code.join('\n')}</code></pre>`);
    } else if (line.startsWith('>')) {
      made.push(html`<blockquote>${blocks(take((l) => l.startsWith('>')).map((l) => l.replace(/^>\s?/, '')), link)}</blockquote>`);
    } else if (line.startsWith('|')) {
      made.push(grid(take((l) => l.startsWith('|')), link));
    } else if (item(line)) {
      made.push(list(take(inList), link));
    } else {
      made.push(html`<p>${inline(take((l) => l.trim() && !/^(#{1,6}\s|```|~~~|>|\|)/.test(l) && !item(l)).join(' '), link)}</p>`);
    }
  }
  return made;
}

function title(level, words, link) {
  const id = slug(words);
  const inside = inline(words, link);
  if (level === 1) {
    return nothing;
  }
  return level === 2 ? html`<h2 id=${id}>${inside}</h2>` : html`<h3 id=${id}>${inside}</h3>`;
}

function item(line) {
  return /^\s{0,3}([-*+]|\d+[.)])\s+\S/.test(line);
}

/** Blank lines between its items, or before what is indented below one, don't end a list. */
function inList(line, next = '') {
  return item(line) || /^\s{2,}\S/.test(line) || (!line.trim() && (item(next) || /^\s{2,}\S/.test(next)));
}

function list(lines, link) {
  const items = [];
  let indent = 0;
  for (const line of lines) {
    const mark = /^([-*+]|\d+[.)])\s+/.exec(line);
    if (mark) {
      indent = mark[0].length;
      items.push([line.slice(indent)]);
    } else {
      items.at(-1)?.push(line.replace(new RegExp(`^\\s{1,${indent}}`), ''));
    }
  }
  const inside = items.map(([first, ...more]) => {
    const end = more.findIndex((l) => !l.trim() || item(l) || /^(```|~~~|>|\|)/.test(l));
    const own = end < 0 ? more : more.slice(0, end);
    return html`<li>${inline([first, ...own].join(' '), link)}${end < 0 ? nothing : blocks(more.slice(end), link)}</li>`;
  });
  return /^\d/.test(lines[0]) ? html`<ol>${inside}</ol>` : html`<ul>${inside}</ul>`;
}

function grid(lines, link) {
  const rows = lines
    .filter((l) => !/^\|[\s:|-]+\|?$/.test(l))
    .map((l) =>
      l
        .replace(/^\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map((c) => c.trim().replaceAll('\\|', '|')),
    );
  const [heads, ...body] = rows;
  const named = heads.some((h) => h);
  return html`<table class="kp-table kp-table--prose" role="table">
    ${named
      ? html`<thead role="rowgroup">
          <tr role="row">
            ${heads.map((h) => (h ? html`<th role="columnheader" scope="col">${inline(h, link)}</th>` : html`<td role="cell"></td>`))}
          </tr>
        </thead>`
      : nothing}
    <tbody role="rowgroup">
      ${body.map(
        (row) => html`<tr role="row">
          ${row.map((c, i) => html`<td role="cell" data-label=${named ? (heads[i] ?? '').replaceAll(/[`*]/g, '') : ''}><div>${inline(c, link)}</div></td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

const INLINE = /(`+)(.+?)\1|\*\*(.+?)\*\*|\*([^*\s][^*]*?)\*|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:[^>]+)>/g;

function inline(text, link) {
  const made = [];
  let at = 0;
  for (const m of text.matchAll(INLINE)) {
    made.push(text.slice(at, m.index));
    at = m.index + m[0].length;
    if (m[2] !== undefined) {
      made.push(html`<code>${m[2]}</code>`);
    } else if (m[3] !== undefined) {
      made.push(html`<strong>${inline(m[3], link)}</strong>`);
    } else if (m[4] !== undefined) {
      made.push(html`<em>${inline(m[4], link)}</em>`);
    } else if (m[5] !== undefined) {
      made.push(anchor(inline(m[5], link), m[6], link));
    } else {
      made.push(anchor(m[7], m[7], link));
    }
  }
  made.push(text.slice(at));
  return made;
}

function anchor(words, href, link) {
  const there = link(href);
  return there && /^(https?:|\/|#|\?)/.test(there) ? html`<a href=${there}>${words}</a>` : words;
}
