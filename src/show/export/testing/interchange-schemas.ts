/**
 * What the specifications demand of the documents we write, as JSON Schema of our own: STIX 2.1 (OASIS, 2021), MISP core
 * format, and the shapes of CASE 1.x. They are narrower than the formats: only what we write is let through.
 */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const TIME = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$',
};
const TEXT = { type: 'string', minLength: 1 };
const id = (type: string) => ({ type: 'string', pattern: `^${type}--${UUID}$` });
const refs = (type: string) => ({ type: 'array', minItems: 1, uniqueItems: true, items: id(type) });

function object(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const common = (type: string) => ({ type: { const: type }, spec_version: { const: '2.1' }, id: id(type) });
const domain = (type: string) => ({ ...common(type), created: TIME, modified: TIME });
const MAKER = { created_by_ref: id('identity') };
const REFERENCES = {
  type: 'array',
  minItems: 1,
  items: object({ source_name: TEXT, external_id: TEXT, url: TEXT }),
};

export const STIX_SCHEMA = object({
  type: { const: 'bundle' },
  id: id('bundle'),
  objects: {
    type: 'array',
    items: {
      oneOf: [
        object({ ...domain('identity'), name: TEXT }, { identity_class: { const: 'system' } }),
        object({ ...domain('campaign'), name: TEXT, description: TEXT }, MAKER),
        object({ ...domain('threat-actor'), name: TEXT }, MAKER),
        object({ ...domain('intrusion-set'), name: TEXT, external_references: REFERENCES }, MAKER),
        object(
          {
            ...domain('relationship'),
            relationship_type: { const: 'attributed-to' },
            description: TEXT,
            source_ref: id('campaign'),
            target_ref: id('(?:intrusion-set|threat-actor)'),
            confidence: { enum: [15, 50, 85] },
          },
          MAKER,
        ),
        object(
          {
            ...domain('opinion'),
            opinion: { enum: ['agree', 'strongly-agree'] },
            explanation: TEXT,
            object_refs: refs('relationship'),
          },
          MAKER,
        ),
        object({
          ...domain('report'),
          ...MAKER,
          name: TEXT,
          report_types: { const: ['threat-report'] },
          published: TIME,
          object_refs: refs('[a-z-]+'),
        }),
        object({ ...domain('note'), abstract: TEXT, content: TEXT, object_refs: refs('[a-z-]+') }, MAKER),
        object({
          ...domain('attack-pattern'),
          name: TEXT,
          external_references: REFERENCES,
        }),
        object({ ...common('email-addr'), value: TEXT }, { display_name: TEXT }),
        object(
          { ...common('email-message'), is_multipart: { type: 'boolean' } },
          {
            date: TIME,
            from_ref: id('email-addr'),
            to_refs: refs('email-addr'),
            cc_refs: refs('email-addr'),
            bcc_refs: refs('email-addr'),
            message_id: TEXT,
            subject: TEXT,
          },
        ),
        object(
          {
            ...common('file'),
            hashes: object({ 'SHA-256': { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
            size: { type: 'integer', minimum: 0 },
            mime_type: TEXT,
          },
          { name: TEXT },
        ),
        object({ ...common('domain-name'), value: TEXT }),
      ],
    },
  },
});

const MISP_UUID = { type: 'string', pattern: `^${UUID}$` };
const SECONDS = { type: 'string', pattern: '^[0-9]+$' };
const TAGS = { type: 'array', minItems: 1, items: object({ name: TEXT }) };

/** Types that a category knows, by MISP's describeTypes.json: it refuses others. Only those we write. */
const MISP_TYPES = [
  ['External analysis', ['sha256', 'link', 'comment']],
  ['Network activity', ['domain']],
  ['Attribution', ['threat-actor', 'comment']],
] as const;

export const MISP_SCHEMA = object({
  Event: object({
    uuid: MISP_UUID,
    info: TEXT,
    date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    timestamp: SECONDS,
    threat_level_id: { enum: ['1', '2', '3', '4'] },
    analysis: { enum: ['0', '1', '2'] },
    distribution: { const: '0' },
    published: { const: false },
    Tag: TAGS,
    Attribute: {
      type: 'array',
      items: {
        oneOf: MISP_TYPES.map(([category, types]) =>
          object(
            {
              uuid: MISP_UUID,
              type: { enum: types },
              category: { const: category },
              value: TEXT,
              comment: TEXT,
              timestamp: SECONDS,
              to_ids: { const: false },
              distribution: { const: '0' },
              disable_correlation: { type: 'boolean' },
            },
            { Tag: TAGS },
          ),
        ),
      },
    },
  }),
});

const NODE = { type: 'string', pattern: `^kb:[a-z]+-${UUID}$` };
const typed = (type: string, pattern: string) =>
  object({ '@type': { const: type }, '@value': { type: 'string', pattern } });
const REF = object({ '@id': NODE });
const REFS = { type: 'array', minItems: 1, items: REF };
const DATE_TIME = typed('xsd:dateTime', '^[0-9]{4}-[0-9]{2}-[0-9]{2}T');

export const CASE_SCHEMA = object({
  '@context': { type: 'object', additionalProperties: { type: 'string', pattern: '^http' } },
  '@graph': {
    type: 'array',
    items: {
      oneOf: [
        object({ '@id': NODE, '@type': { const: 'uco-tool:Tool' }, 'uco-core:name': TEXT }),
        object({
          '@id': NODE,
          '@type': { const: 'case-investigation:InvestigativeAction' },
          'uco-core:name': TEXT,
          'uco-action:endTime': DATE_TIME,
          'uco-action:instrument': object({ '@id': NODE }),
          'uco-action:result': { type: 'array', items: object({ '@id': NODE }) },
        }),
        object({
          '@id': NODE,
          '@type': { const: 'uco-observable:EmailAddress' },
          'uco-core:hasFacet': {
            type: 'array',
            minItems: 1,
            items: object(
              {
                '@id': NODE,
                '@type': { const: 'uco-observable:EmailAddressFacet' },
                'uco-observable:addressValue': TEXT,
              },
              { 'uco-observable:displayName': TEXT },
            ),
          },
        }),
        object(
          {
            '@id': NODE,
            '@type': { enum: ['uco-observable:File', 'uco-observable:EmailMessage'] },
            'uco-core:name': TEXT,
            'uco-core:hasFacet': {
              type: 'array',
              minItems: 2,
              items: {
                oneOf: [
                  object({
                    '@id': NODE,
                    '@type': { const: 'uco-observable:ContentDataFacet' },
                    'uco-observable:mimeType': TEXT,
                    'uco-observable:sizeInBytes': typed('xsd:integer', '^[0-9]+$'),
                    'uco-observable:hash': {
                      type: 'array',
                      items: object({
                        '@id': NODE,
                        '@type': { const: 'uco-types:Hash' },
                        'uco-types:hashMethod': typed('uco-vocabulary:HashNameVocab', '^SHA256$'),
                        'uco-types:hashValue': typed('xsd:hexBinary', '^[0-9A-F]{64}$'),
                      }),
                    },
                  }),
                  object({
                    '@id': NODE,
                    '@type': { const: 'uco-observable:FileFacet' },
                    'uco-observable:fileName': { type: 'string' },
                    'uco-observable:filePath': TEXT,
                  }),
                  object(
                    {
                      '@id': NODE,
                      '@type': { const: 'uco-observable:EmailMessageFacet' },
                      'uco-observable:subject': { type: 'string' },
                    },
                    {
                      'uco-observable:sentTime': DATE_TIME,
                      'uco-observable:messageID': TEXT,
                      'uco-observable:from': REF,
                      'uco-observable:to': REFS,
                      'uco-observable:cc': REFS,
                      'uco-observable:bcc': REFS,
                    },
                  ),
                ],
              },
            },
          },
          { 'uco-core:description': TEXT },
        ),
      ],
    },
  },
});
