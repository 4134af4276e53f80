import {
  casePackageSchema,
  type CaseAssociation,
  type CaseItem,
  type CasePackage,
} from '../../schemas/case.ts';
import {
  CONCEPT_MATCH,
  MOVE_BASIS,
  REQUIREMENT_VALUE,
  type ConceptMatch,
} from '../../schemas/vocabulary.ts';
import { buildLadders } from '../ladder.ts';
import type { Catalog, City, Requirement } from '../model.ts';
import type { FrameworkAddresses } from './addresses.ts';

/** A framework of one city or of ours, and the name of its file. */
export interface CaseFile {
  name: string;
  content: CasePackage;
}

/** What every package is written with. */
export interface CaseOptions {
  addresses: FrameworkAddresses;
  /** Day of the edition, ISO: the only change that the content knows. */
  edition: string;
}

/** Only `same` says that two words are one; the other matches are looser than any mapping of CASE. */
const ASSOCIATION: Record<ConceptMatch, CaseAssociation['associationType']> = {
  same: 'exactMatchOf',
  close: 'isRelatedTo',
  part: 'isRelatedTo',
};

interface Node {
  path: string;
  title: string;
}

const CONCEPTS: Node = { path: '/abilities/', title: '共通の能力' };
const conceptNode = ({ id, name }: { id: string; name: string }): Node => ({
  path: `/abilities/${id}/`,
  title: name,
});

/**
 * The competency frameworks as CASE 1.1 packages: one per city in its own words (ability groups, abilities, the
 * sentences asked of each grade, grades of each job family), one of our shared concepts. What a source lost or does
 * not list makes no item: an item says that something is asked.
 */
export function toCase(catalog: Catalog, options: CaseOptions): CaseFile[] {
  return [
    { name: 'concepts', content: conceptPackage(catalog, options) },
    ...catalog.cities.map((city) => ({
      name: city.id,
      content: cityPackage(city, catalog, options),
    })),
  ];
}

/** Collects items and associations of one document, each with its identifier, address and date. */
function packageWriter(document: Node, { addresses, edition }: CaseOptions) {
  const { identifier, uri } = addresses;
  // Midnight in Japan: the edition is a day, not a moment.
  const lastChangeDateTime = `${edition}T00:00:00+09:00`;
  const items: CaseItem[] = [];
  const associations: CaseAssociation[] = [];
  const nodeOf = ({ path, title }: Node) => ({
    title,
    identifier: identifier(path),
    uri: uri(path),
    targetType: 'CASE' as const,
  });
  const relate = (
    associationType: CaseAssociation['associationType'],
    origin: Node,
    destination: Node,
    more: Pick<CaseAssociation, 'sequenceNumber' | 'notes'> = {},
  ) => {
    const path = `${origin.path}#${associationType}:${destination.path}`;
    associations.push({
      identifier: identifier(path),
      associationType,
      uri: `urn:uuid:${identifier(path)}`,
      originNodeURI: nodeOf(origin),
      destinationNodeURI: nodeOf(destination),
      lastChangeDateTime,
      ...more,
    });
  };
  let sequenceNumber = 0;
  return {
    relate,
    /** Adds an item below its parent, after those that stand there already. */
    add: (
      node: Node,
      parent: Node,
      item: Omit<CaseItem, 'identifier' | 'uri' | 'lastChangeDateTime' | 'language'>,
    ): Node => {
      items.push({
        identifier: identifier(node.path),
        ...item,
        uri: uri(node.path),
        language: 'ja',
        lastChangeDateTime,
      });
      relate('isChildOf', node, parent, { sequenceNumber: (sequenceNumber += 1) });
      return node;
    },
    /** The finished package; throws where it breaks the standard. */
    finish: (about: { creator: string; title: string; description: string }): CasePackage =>
      casePackageSchema.parse({
        CFDocument: {
          identifier: identifier(document.path),
          uri: uri(document.path),
          frameworkType: 'Competency',
          caseVersion: '1.1',
          ...about,
          lastChangeDateTime,
          language: 'ja',
          version: edition,
        },
        CFItems: items,
        CFAssociations: associations,
      }),
  };
}

function conceptPackage({ concepts }: Catalog, options: CaseOptions): CasePackage {
  const { add, finish } = packageWriter(CONCEPTS, options);
  for (const concept of concepts) {
    add(conceptNode(concept), CONCEPTS, {
      fullStatement: concept.description,
      abbreviatedStatement: concept.name,
      CFItemType: '共通の能力',
      humanCodingScheme: concept.id,
    });
  }
  return finish({
    creator: 'はしご編集部',
    title: '共通の能力',
    description:
      '自治体の能力を並べて読むための、編集部の言葉です。どの自治体の方針でもありません。',
  });
}

function cityPackage(city: City, catalog: Catalog, options: CaseOptions): CasePackage {
  const document: Node = { path: `/${city.id}/matrix/`, title: `${city.name}の能力と職位` };
  const writer = packageWriter(document, options);
  const grades = addGrades(city, document, writer);
  for (const group of city.abilityGroups) {
    const groupNode: Node = {
      path: `/${city.id}/matrix/#g-${group.id}`,
      title: group.name ?? group.abilities.map(({ name }) => name).join('、'),
    };
    // A group without a printed name is no item: its abilities stand at the top.
    const parent =
      group.name === undefined
        ? document
        : writer.add(groupNode, document, {
            fullStatement: group.definition ?? group.name,
            abbreviatedStatement: group.name,
            CFItemType: '能力の区分',
          });
    for (const ability of group.abilities) {
      const node = writer.add(
        { path: `/${city.id}/matrix/#a-${ability.id}`, title: ability.name },
        parent,
        {
          fullStatement: ability.definitions.join('\n') || ability.name,
          abbreviatedStatement: ability.name,
          CFItemType: '能力',
          humanCodingScheme: ability.id,
        },
      );
      for (const { concept, match, reason } of ability.concepts) {
        const shared = catalog.concepts.find(({ id }) => id === concept);
        if (!shared) throw new Error(`unknown concept: ${concept}`);
        writer.relate(ASSOCIATION[match], node, conceptNode(shared), {
          notes: `${CONCEPT_MATCH[match]}（編集部による）：${reason}`,
        });
      }
      const cells = city.requirements.filter((cell) => cell.ability === ability.id);
      for (const cell of cells) addRequirement(cell, node, grades.get(cell.grade), writer);
    }
  }
  return writer.finish({
    creator: city.name,
    title: document.title,
    description: `${city.documents.map(({ title }) => `『${title}』`).join('')}による、${city.name}の能力と職位。`,
  });
}

type Writer = ReturnType<typeof packageWriter>;

/** Grades below their job families, and the moves between them. */
function addGrades(city: City, document: Node, { add, relate }: Writer): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const ladder of buildLadders(city)) {
    const { jobFamily } = ladder;
    const family = add(
      { path: `/${city.id}/grades/#${jobFamily.id}`, title: jobFamily.name },
      document,
      { fullStatement: jobFamily.name, CFItemType: '職種' },
    );
    for (const grade of ladder.steps.flatMap((step) => step.grades)) {
      const node = add({ path: `/${city.id}/grades/${grade.id}/`, title: grade.name }, family, {
        fullStatement: grade.name,
        CFItemType: '職位',
        humanCodingScheme: grade.id,
      });
      nodes.set(grade.id, node);
    }
    // Two tracks may share a move; it precedes only once.
    const moves = new Map(ladder.moves.map((move) => [`${move.from} ${move.to}`, move]));
    for (const { from, to, basis } of moves.values()) {
      const [origin, destination] = [nodes.get(from), nodes.get(to)];
      if (origin && destination)
        relate('precedes', origin, destination, { notes: MOVE_BASIS[basis] });
    }
  }
  return nodes;
}

/** A required cell: its sentence as an item of its own, or, where the source prints none, the bare relation. */
function addRequirement(
  { id, city, value, statement, gradeName, abilityName }: Requirement,
  ability: Node,
  grade: Node | undefined,
  { add, relate }: Writer,
): void {
  if (value !== 'required') return;
  if (statement === undefined) {
    if (grade) relate('isRelatedTo', ability, grade, { notes: REQUIREMENT_VALUE[value] });
    return;
  }
  const node = add(
    { path: `/${city}/matrix/#r-${id}`, title: `${gradeName}、${abilityName}` },
    ability,
    { fullStatement: statement, CFItemType: '求められる能力', educationLevel: [gradeName] },
  );
  if (grade) relate('isRelatedTo', node, grade);
}
