import { z } from 'astro/zod';

/**
 * The parts of 1EdTech CASE 1.1 (Competencies and Academic Standards Exchange) that this site writes.
 * Names, required fields and closed shapes follow its Information Model: a package holds one document, its items as a
 * flat list, and the associations that make a tree of them.
 * @see https://www.imsglobal.org/spec/case/v1p1
 */

const identifier = z.uuid();
const uri = z.url();
const lastChangeDateTime = z.iso.datetime({ offset: true });

const node = z.strictObject({
  title: z.string().min(1),
  /** UUID of an item or document. */
  identifier: z.string(),
  uri,
  targetType: z.literal('CASE').optional(),
});

export const caseDocumentSchema = z.strictObject({
  identifier,
  uri,
  frameworkType: z.string().optional(),
  caseVersion: z.literal('1.1'),
  creator: z.string(),
  title: z.string(),
  lastChangeDateTime,
  publisher: z.string().optional(),
  description: z.string().optional(),
  language: z.string().optional(),
  version: z.string().optional(),
  notes: z.string().optional(),
});

export const caseItemSchema = z.strictObject({
  identifier,
  fullStatement: z.string().min(1),
  CFItemType: z.string().optional(),
  uri,
  humanCodingScheme: z.string().optional(),
  abbreviatedStatement: z.string().optional(),
  notes: z.string().optional(),
  language: z.string().optional(),
  educationLevel: z.array(z.string()).optional(),
  lastChangeDateTime,
});

export const caseAssociationSchema = z.strictObject({
  identifier,
  associationType: z.enum([
    'isChildOf',
    'isRelatedTo',
    'exactMatchOf',
    'precedes',
    'hasSkillLevel',
  ]),
  sequenceNumber: z.number().int().positive().optional(),
  uri,
  originNodeURI: node,
  destinationNodeURI: node,
  lastChangeDateTime,
  notes: z.string().optional(),
});

export const casePackageSchema = z.strictObject({
  CFDocument: caseDocumentSchema,
  CFItems: z.array(caseItemSchema),
  CFAssociations: z.array(caseAssociationSchema),
});

export type CaseItem = z.infer<typeof caseItemSchema>;
export type CaseAssociation = z.infer<typeof caseAssociationSchema>;
export type CasePackage = z.infer<typeof casePackageSchema>;
