import { z } from 'zod';
import { engineVersion } from '../../pipeline/engine-version.ts';
import { type Answer, apiRoot, type Described } from './operation.ts';
import { problemSchema } from './problem.ts';

/** The description of the interface (OpenAPI 3.1), made from the operations' own schemas. */
export function describeApi(operations: readonly Described[]): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const described of operations) {
    const path = described.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [described.method.toLowerCase()]: describeOperation(described) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'fuhe 复核',
      version: engineVersion,
      description:
        '绩效自评表复核：文件、结果、疑点、复核意见与导出。 Documents, results, findings, decisions and exports.',
    },
    servers: [{ url: apiRoot }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}

function describeOperation({ id, access, summary, path, query, body, answers }: Described) {
  return {
    operationId: id,
    summary: `${summary.zh} · ${summary.en}`,
    'x-role': access,
    ...(access === 'anyone' ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
      default: {
        description: '未能处理 · why it was not answered',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined) {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    explode: true,
    schema,
  }));
}

function contentOf(body: z.ZodType | 'file') {
  if (body === 'file') return { 'application/octet-stream': {} };
  return { 'application/json': { schema: jsonSchema(body, 'input') } };
}

function response({ description, schema, mediaTypes = ['application/json'] }: Answer) {
  if (schema === undefined && mediaTypes[0] === 'application/json') return { description };
  const content = schema === undefined ? {} : { schema: jsonSchema(schema, 'output') };
  return { description, content: Object.fromEntries(mediaTypes.map((type) => [type, content])) };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io });
  return described;
}
