import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from './problems.ts';

/** A section's body as written: Markdown and the components that show records, not yet joined with them. */
export type SyntaxBlock =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; items: SyntaxItem[] }
  | { type: 'table'; head: string[]; rows: string[][] }
  | {
      type: 'component';
      name: ComponentName;
      props: Record<string, string>;
      children: SyntaxBlock[];
      line: number;
    };

export interface SyntaxItem {
  text: string;
  blocks: SyntaxBlock[];
}

/**
 * The closed vocabulary of section bodies. Bodies are parsed, not executed: content holds no code,
 * and what a page shows can be known without rendering it.
 */
export const COMPONENTS = {
  Visions: { required: [], optional: ['ids'], children: false },
  Abilities: { required: ['of'], optional: ['groups'], children: false },
  Roles: { required: ['of'], optional: ['ids'], children: false },
  Training: { required: ['of'], optional: ['ids'], children: false },
  Initiatives: { required: ['of'], optional: ['ids'], children: false },
  Indicators: { required: ['of'], optional: ['ids'], children: false },
  Survey: { required: ['of'], optional: [], children: false },
  Terms: { required: ['of'], optional: ['ids'], children: false },
  Forms: { required: ['of'], optional: ['ids'], children: false },
  Requirements: { required: ['of'], optional: [], children: false },
  Matrix: { required: [], optional: [], children: false },
  CareerPath: { required: [], optional: [], children: false },
  Omission: { required: ['id'], optional: [], children: false },
  Figure: { required: [], optional: ['caption', 'omission'], children: true },
  Likely: { required: ['reason'], optional: [], children: true },
  Small: { required: [], optional: [], children: true },
  Editorial: { required: [], optional: [], children: true },
} as const;

export type ComponentName = keyof typeof COMPONENTS;

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMdx);

/** What the MDX parser says of a component that nothing closes, with the line on which it opens. */
const UNCLOSED = /closing tag for `<(\w+)>` \((\d+):/;

/** Reads the body of a section file. `file` and `firstLine` only place the problems. */
export function parseSectionBody(
  body: string,
  { file, firstLine = 1 }: { file: string; firstLine?: number },
): { blocks: SyntaxBlock[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number | undefined, problem: Omit<Problem, 'file' | 'path'>) => {
    problems.push({ file, path: `${firstLine + (line ?? 1) - 1}行目`, ...problem });
  };
  let children: RootContent[];
  try {
    ({ children } = parser.parse(body));
  } catch (error) {
    const { line, reason = '' } = error as { line?: number; reason?: string };
    const [, name, openedAt] = UNCLOSED.exec(reason) ?? [];
    if (name === undefined) {
      report(line, { kind: 'syntax', hint: '{ } < > や部品の書き方を直してください' });
    } else {
      const hint = `閉じられていません。</${name}> と閉じるか、中身がなければ <${name} … /> と書いてください`;
      report(Number(openedAt), { kind: 'component', value: name, hint });
    }
    return { blocks: [], problems };
  }

  const asWritten = ({ position }: Nodes): string => {
    const written = body.slice(position?.start.offset, position?.end.offset).split('\n')[0] ?? '';
    return written.length > 20 ? `${written.slice(0, 20)}…` : written;
  };

  const textOf = (node: Nodes): string => {
    if (node.type === 'text') return node.value.replace(/\n/g, '');
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      return node.children.map(textOf).join('');
    }
    const line = node.position?.start.line;
    if (node.type === 'mdxJsxTextElement') {
      report(line, {
        kind: 'component',
        value: node.name ?? '',
        hint: '部品は前後を空行にして、1行に1つだけ書いてください',
      });
    } else {
      report(line, {
        kind: 'syntax',
        value: asWritten(node),
        hint: '文字だけを書いてください。記号は \\ を前に付けると文字になります',
      });
    }
    return '';
  };

  const component = (node: MdxJsxFlowElement | MdxJsxTextElement): SyntaxBlock[] => {
    const line = node.position?.start.line;
    const names = Object.keys(COMPONENTS);
    if (node.name === null || !names.includes(node.name)) {
      report(line, {
        kind: 'component',
        value: node.name ?? '<>',
        known: names,
        hint: '知らない部品です',
      });
      return [];
    }
    const name = node.name as ComponentName;
    const rule: { required: readonly string[]; optional: readonly string[]; children: boolean } =
      COMPONENTS[name];
    const props: Record<string, string> = {};
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
        props[attribute.name] = attribute.value;
      else
        report(line, {
          kind: 'component',
          value: name,
          hint: '値は "…" で囲んだ文字だけを書いてください',
        });
    }
    const known = [...rule.required, ...rule.optional];
    for (const key of Object.keys(props)) {
      if (!known.includes(key))
        report(line, {
          kind: 'component',
          value: `${name} ${key}`,
          known,
          hint: '知らない項目です',
        });
    }
    for (const key of rule.required) {
      if (!(key in props))
        report(line, { kind: 'component', value: name, hint: `${key}="…" を書いてください` });
    }
    const children = blocksOf(node.children);
    if (!rule.children && children.length > 0) {
      report(line, {
        kind: 'component',
        value: name,
        hint: `中身は書けません。<${name} … /> と閉じてください`,
      });
    }
    return [{ type: 'component', name, props, children, line: firstLine + (line ?? 1) - 1 }];
  };

  /** A component alone in a line parses as inline; it stands for itself all the same. */
  const onlyComponent = (node: Paragraph): MdxJsxTextElement | undefined => {
    const [only, ...others] = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    );
    return only?.type === 'mdxJsxTextElement' && others.length === 0 ? only : undefined;
  };

  function blocksOf(nodes: RootContent[]): SyntaxBlock[] {
    return nodes.flatMap((node): SyntaxBlock[] => {
      switch (node.type) {
        case 'heading':
          return [{ type: 'heading', level: node.depth, text: textOf(node) }];
        case 'paragraph': {
          const alone = onlyComponent(node);
          return alone ? component(alone) : [{ type: 'paragraph', text: textOf(node) }];
        }
        case 'list':
          return [
            {
              type: 'list',
              items: node.children.map((item) => {
                const [first, ...rest] = item.children;
                return first?.type === 'paragraph'
                  ? { text: textOf(first), blocks: blocksOf(rest) }
                  : { text: '', blocks: blocksOf(item.children) };
              }),
            },
          ];
        case 'table': {
          const [head = [], ...rows] = node.children.map((row) => row.children.map(textOf));
          return [{ type: 'table', head: head.every((cell) => cell === '') ? [] : head, rows }];
        }
        case 'mdxJsxFlowElement':
          return component(node);
        case 'text':
          return node.value.trim() === '' ? [] : [{ type: 'paragraph', text: node.value.trim() }];
        default:
          report(node.position?.start.line, {
            kind: 'syntax',
            value: asWritten(node),
            hint: '見出し・段落・箇条書き・表・部品のどれかで書いてください',
          });
          return [];
      }
    });
  }

  return { blocks: blocksOf(children), problems };
}
