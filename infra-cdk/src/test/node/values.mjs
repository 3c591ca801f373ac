import { branches, functionOf, isNoValue, resultOf } from './intrinsics.mjs';
import { checkPolicy, policyKind } from './policies.mjs';

/**
 * Holds the properties of a resource, or of a part of one, against what is known of them.
 *
 * @param context {database, specifications, type, report}: of the resource its type; report takes a
 *     path and a problem
 */
export function checkProperties(context, known, properties, path) {
  for (const [name, value] of Object.entries(properties)) {
    const property = known[name];
    if (property === undefined) {
      context.report(join(path, name), `is not known${meant(name, Object.keys(known))}`);
    } else if (!isNoValue(value)) {
      checkProperty(context, property, value, join(path, name));
    }
  }
  for (const [name, property] of Object.entries(known)) {
    if (property.required && (!(name in properties) || isNoValue(properties[name]))) {
      context.report(join(path, name), 'is missing');
    }
  }
}

/** A property that once was of another type still takes that type. */
function checkProperty(context, property, value, path) {
  const problems = tried(context, property.type, value, path);
  for (const earlier of problems.length === 0 ? [] : (property.previousTypes ?? [])) {
    if (tried(context, earlier, value, path).length === 0) {
      return;
    }
  }
  problems.forEach(([where, problem]) => context.report(where, problem));
}

/** The problems that a value of this type would have. */
function tried(context, type, value, path) {
  const problems = [];
  const report = (where, problem) => problems.push([where, problem]);
  checkValue({ ...context, report }, type, value, path);
  return problems;
}

function checkValue(context, type, value, path) {
  if (value === null || value === undefined) {
    context.report(path, 'is null');
    return;
  }
  if (functionOf(value) !== undefined) {
    checkFunction(context, type, value, path);
    return;
  }
  switch (type.type) {
    case 'string':
      checkScalar(context, type, value, path, typeof value === 'string', 'text');
      return;
    case 'date-time':
      checkScalar(context, type, value, path, typeof value === 'string', 'a time');
      return;
    case 'integer':
      checkScalar(context, type, value, path, Number.isInteger(value), 'a whole number');
      return;
    case 'number':
      checkScalar(context, type, value, path, typeof value === 'number', 'a number');
      return;
    case 'boolean':
      checkScalar(context, type, value, path, typeof value === 'boolean', 'true or false');
      return;
    case 'json':
      checkJson(context, value, path);
      return;
    case 'array':
      checkArray(context, type, value, path);
      return;
    case 'map':
      checkMap(context, type, value, path);
      return;
    case 'tag':
      checkTag(context, value, path);
      return;
    case 'ref':
      checkObject(context, type, value, path);
      return;
    case 'union':
      checkUnion(context, type, value, path);
      return;
    default:
      context.report(path, `has a type this check does not know: ${type.type}`);
  }
}

/** Of a function only the kind of its result is known. */
function checkFunction(context, type, value, path) {
  const alternatives = branches(value);
  if (alternatives !== undefined) {
    alternatives
      .filter((branch) => !isNoValue(branch))
      .forEach((branch) => checkValue(context, type, branch, path));
    return;
  }
  const result = resultOf(value, context.specifications);
  const expected = shapes(type);
  if (result !== 'any' && !expected.has(result) && !expected.has('any')) {
    context.report(path, `must be ${[...expected].join(' or ')} but ${functionOf(value)} gives ${result}`);
  }
}

/** What kinds of results of functions suit a type. */
function shapes(type) {
  switch (type.type) {
    case 'array':
      return new Set(['list']);
    case 'map':
    case 'ref':
    case 'tag':
      return new Set(['object']);
    case 'json':
      return new Set(['any']);
    case 'union':
      return new Set(type.types.flatMap((one) => [...shapes(one)]));
    default:
      return new Set(['text']);
  }
}

function checkScalar(context, type, value, path, suits, expected) {
  if (!suits) {
    context.report(path, `must be ${expected} but is ${shown(value)}`);
  } else if (type.allowedValues !== undefined && !type.allowedValues.includes(value)) {
    context.report(path, `"${value}" is none of ${type.allowedValues.join(', ')}`);
  }
}

function checkJson(context, value, path) {
  if (typeof value !== 'object' && typeof value !== 'string') {
    context.report(path, `must be JSON but is ${shown(value)}`);
    return;
  }
  const kind = policyKind(context.type, path);
  if (kind !== undefined && isObject(value)) {
    checkPolicy(kind, value, path, context.report);
  }
}

function checkArray(context, type, value, path) {
  if (!Array.isArray(value)) {
    context.report(path, `must be a list but is ${shown(value)}`);
    return;
  }
  value.forEach((element, index) => {
    if (!isNoValue(element)) {
      checkValue(context, type.element, element, `${path}[${index}]`);
    }
  });
}

function checkMap(context, type, value, path) {
  if (!isObject(value)) {
    context.report(path, `must be an object but is ${shown(value)}`);
    return;
  }
  Object.entries(value)
    .filter(([, element]) => !isNoValue(element))
    .forEach(([name, element]) => checkValue(context, type.element, element, join(path, name)));
}

function checkTag(context, value, path) {
  const text = { type: { type: 'string' }, required: true };
  if (isObject(value)) {
    checkProperties(context, { Key: text, Value: text }, value, path);
  } else {
    context.report(path, `must be a tag but is ${shown(value)}`);
  }
}

function checkObject(context, type, value, path) {
  if (isObject(value)) {
    const definition = context.database.get('typeDefinition', type.reference.$ref);
    checkProperties(context, definition.properties, value, path);
  } else {
    context.report(path, `must be an object but is ${shown(value)}`);
  }
}

/** The type whose shape it has tells what is wrong; any JSON is a last resort. */
function checkUnion(context, type, value, path) {
  const attempts = type.types.map((one) => ({ one, problems: tried(context, one, value, path) }));
  const weight = ({ one, problems }) => [
    problems.some(([where]) => where === path) ? 1 : 0,
    one.type === 'json' ? 1 : 0,
    problems.length,
  ];
  attempts.sort((left, right) => compare(weight(left), weight(right)));
  attempts[0].problems.forEach(([where, problem]) => context.report(where, problem));
}

function compare(left, right) {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value) {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value)}`;
}

function meant(name, known) {
  const plain = (text) => text.toLowerCase().replace(/s$/, '');
  const near = known.find((other) => plain(other) === plain(name) || distance(other, name) <= 2);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** How many letters must be put in, taken out or changed. */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (unused, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, change));
    }
    row = next;
  }
  return row[other.length];
}

function join(path, name) {
  return path === '' ? name : `${path}.${name}`;
}
