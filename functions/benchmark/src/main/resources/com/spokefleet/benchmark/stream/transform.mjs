// The transformation as a careful Node.js programmer would write it: JSON.parse, plain objects, JSON.stringify.
// Arguments: request file, reply file, rounds. Writes "seconds" and "processor" of each round, and at last the reply.
import { readFileSync, writeFileSync } from 'node:fs';

const ORG = JSON.parse(process.argv[5]);
const ENVELOPE = {
  id: 'event_id', 'detail-type': 'topic', source: 'event_source', account: 'aws_account', region: 'aws_region',
  time: 'bus_time', version: 'event_version',
};
const DETAIL = { topicName: 'topic_name', version: 'topic_version', timestamp: 'published_at' };
const AUDIT = {
  id: 'audit_id', action: 'vendor_action', 'username.name': 'user_name', 'userDisplay': 'user_display',
  'clientId.id': 'client_id',
};
const BODY = { id: 'body_id' };
const CUSTOMER = new Set(['ani', 'dnis', 'wrapup_notes', 'external_contact_id', 'external_organization_id',
  'conversation_external_contact_ids', 'conversation_external_organization_ids', 'session_dnis', 'participant_name',
  'remote', 'address_from', 'address_to', 'callback_numbers', 'callback_user_name', 'subject']);
const CIM_ACTIONS = {
  Create: 'created', Add: 'created', Upload: 'created', VersionCreate: 'created', Copy: 'created', Remove: 'deleted',
  View: 'read', Read: 'read', ReadAll: 'read', Download: 'read', Export: 'read', Search: 'read', AddPairingRole: 'acl_modified',
  RemovePairingRole: 'acl_modified', Enable: 'started',
  Activate: 'started', Start: 'started', Disable: 'stopped', Deactivate: 'stopped', Stop: 'stopped', Cycle: 'restarted',
  Recycle: 'restarted', Restart: 'restarted', Unlock: 'unlocked', Lock: 'lockout', Logout: 'logoff', Clear: 'cleared',
};
const snakes = new Map();

function snake(name) {
  let known = snakes.get(name);
  if (known === undefined) {
    known = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
      .replace(/[^\p{L}\p{N}]+/gu, '_').toLowerCase();
    snakes.set(name, known);
  }
  return known;
}

function put(flat, redacted, name, value) {
  if (CUSTOMER.has(name)) {
    redacted.push(name);
  } else {
    flat[name] = value;
  }
}

function column(columns, prefix, element, index) {
  for (const [key, value] of Object.entries(element)) {
    const name = prefix + '_' + snake(key);
    if (value === null) continue;
    if (Array.isArray(value)) {
      (columns[name] ??= [])[index] = value.join('|');
    } else if (typeof value === 'object') {
      column(columns, name, value, index);
    } else {
      (columns[name] ??= [])[index] = value;
    }
  }
}

function array(flat, redacted, name, values) {
  if (values.length === 0) return;
  if (typeof values[0] !== 'object') {
    put(flat, redacted, name, values.filter((value) => value !== null));
    return;
  }
  const columns = {};
  values.forEach((element, index) => column(columns, name, element, index));
  for (const [key, entries] of Object.entries(columns)) {
    put(flat, redacted, key, Array.from({ length: values.length }, (_, index) => entries[index] ?? null));
  }
}

function changes(flat, list) {
  flat.changed_properties = list.map((change) => change.property);
  flat.changes = list.map((change) =>
    `${change.property}: ${(change.oldValues ?? []).join('|')} -> ${(change.newValues ?? []).join('|')}`);
  const old = list.flatMap((change) => (change.oldValues ?? []).map((value) => `${change.property}=${value}`));
  const fresh = list.flatMap((change) => (change.newValues ?? []).map((value) => `${change.property}=${value}`));
  if (old.length) flat.old_values = old;
  if (fresh.length) flat.new_values = fresh;
}

function isPublic(address) {
  if (address.includes(':')) return !/^(:|f[cde])/i.test(address);
  const [first, second] = address.split('.').map(Number);
  if (first === 100) return second < 64 || second > 127;
  if (first === 169) return second !== 254;
  if (first === 172) return second < 16 || second > 31;
  if (first === 192) return second !== 168;
  return ![0, 10, 127].includes(first) && first < 224;
}

function flatten(flat, redacted, prefix, path, object, names) {
  for (const [key, value] of Object.entries(object)) {
    const here = path === '' ? key : path + '.' + key;
    const name = names[here] ?? (prefix === '' ? snake(key) : prefix + '_' + snake(key));
    if (value === null) continue;
    if (Array.isArray(value)) {
      if (here === 'propertyChanges') {
        if (value.length) changes(flat, value);
      } else {
        array(flat, redacted, name, value);
        if (here === 'remoteIp') {
          const address = value.find(isPublic);
          if (address !== undefined) flat.src_ip = address;
        }
      }
    } else if (typeof value === 'object') {
      flatten(flat, redacted, name, here, value, names);
    } else if (here === 'eventTime') {
      flat.event_time = value;
    } else {
      put(flat, redacted, name, value);
    }
  }
}

function percent(part, total) {
  return Math.round((1000 * part) / total) / 10;
}

function space(flat, name, total, free) {
  const megabyte = 1048576;
  flat[name] = Math.floor(total / megabyte);
  flat[name + '_free'] = Math.floor(free / megabyte);
  flat[name + '_used'] = Math.floor((total - free) / megabyte);
  flat[name + '_free_percent'] = percent(free, total);
  flat[name + '_used_percent'] = percent(total - free, total);
}

function figures(flat, body) {
  const total = body.processors?.find((processor) => processor.cpuId === 'total');
  if (total) flat.cpu_load_percent = Math.trunc(total.activeTimePct);
  const physical = body.memory?.find((memory) => memory.type === 'physical');
  if (physical) space(flat, 'mem', physical.totalBytes, physical.availableBytes);
  if (body.disks?.length) {
    space(flat, 'storage', body.disks.reduce((sum, disk) => sum + disk.totalBytes, 0),
      body.disks.reduce((sum, disk) => sum + disk.availableBytes, 0));
  }
  if (body.networks?.length) {
    flat.thruput = body.networks.reduce((sum, net) =>
      sum + Math.trunc(net.sentBytesPerSec) + Math.trunc(net.receivedBytesPerSec), 0);
  }
}

function whoActed(flat) {
  const id = flat.user_id || flat.client_id;
  if (id) flat.actor_id = id;
  if (flat.user_id || flat.user_name || flat.user_display) flat.actor_type = 'user';
  else if (flat.client_id) flat.actor_type = 'client';
  else if (flat.level === 'SYSTEM') flat.actor_type = 'system';
  const home = flat.user_home_org_id;
  if (home && home.toLowerCase() !== ORG.id.toLowerCase()) flat.foreign_actor = true;
  if (flat.user_id && flat.user_id === flat.entity_id) flat.self_change = true;
}

function cimAction(action, type) {
  if (action.includes('Delete') || action.includes('Purge')) return 'deleted';
  if (/^(Role|RoleSettings|AuthUser|AuthOrganization|AccessToken|OAuthClient.*|Organization.*Trust)$/.test(type)
    && /^(Member.*|Assign|Unassign|Reassign|Authorize|Deauthorize|Revoke)$/.test(action)) return 'acl_modified';
  return CIM_ACTIONS[action] ?? 'modified';
}

function wrap(data) {
  const event = JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
  const { detail, ...around } = event;
  const { eventBody, ...rest } = detail;
  const topic = event['detail-type'];
  const audit = topic.startsWith('v2.audits.');
  const edge = topic.startsWith('v2.telephony.providers.edges.');
  const flat = { vendor_product: 'Genesys Cloud' };
  const redacted = [];
  flatten(flat, redacted, '', '', around, ENVELOPE);
  const { metadata, ...plain } = rest;
  flatten(flat, redacted, '', '', plain, DETAIL);
  for (const [key, value] of Object.entries(metadata ?? {})) {
    flat[key === 'CorrelationId' ? 'correlation_id' : 'detail_metadata_' + snake(key)] = value;
  }
  flatten(flat, redacted, '', '', eventBody, audit ? AUDIT : BODY);
  flat.org_id = ORG.id;
  flat.org_name = ORG.name;
  flat.business_region = ORG.region;
  if (edge) figures(flat, eventBody);
  const time = typeof flat.event_time === 'number' ? flat.event_time : Date.parse(flat.event_time);
  flat.event_time = new Date(time).toISOString();
  if (redacted.length) flat.redacted = redacted;
  const topicParts = topic.split('{id}.');
  let sourcetype = 'genesyscloud:eventbridge:';
  if (audit) {
    sourcetype += 'audit';
    whoActed(flat);
    flat.action = cimAction(flat.vendor_action, flat.entity_type);
    flat.change_type = flat.service_name === 'PeoplePermissions' ? 'AAA' : flat.service_name;
    flat.command = `${flat.service_name}.${flat.entity_type}.${flat.vendor_action}`;
    flat.dest = ORG.id;
    flat.dvc = ORG.id;
    flat.object = flat.entity_name || flat.entity_id || 'unknown';
    flat.object_attrs = flat.changed_properties ?? 'none';
    flat.object_category = flat.entity_type;
    flat.object_id = flat.entity_id || 'unknown';
    flat.src = flat.src_ip ?? 'unknown';
    flat.status = 'success';
    flat.status_source = 'default';
    const actor = flat.user_name || flat.user_display || flat.user_id || flat.client_id;
    flat.user = actor || (flat.level === 'SYSTEM' ? 'system' : 'unknown');
    flat.vendor_account = ORG.id;
  } else if (edge) {
    sourcetype += 'edge:metrics';
    flat.dest = flat.edge_name || flat.edge_id || 'unknown';
  } else if (topic.startsWith('v2.operations.events.')) {
    sourcetype += 'operations';
  } else {
    sourcetype += 'conversation:' + topicParts[topicParts.length - 1].replaceAll('.', '_');
  }
  const record = {
    event: flat,
    time: time / 1000,
    host: ORG.id,
    source: flat.event_source,
    sourcetype,
    index: 'genesys',
    fields: { genesys_org_id: ORG.id, genesys_topic: topic, genesys_event_id: flat.event_id },
  };
  return Buffer.from(JSON.stringify(record) + '\n', 'utf8').toString('base64');
}

const request = readFileSync(process.argv[2]);
let reply = '';
for (let round = 0; round < Number(process.argv[4]); round++) {
  const wall = process.hrtime.bigint();
  const processor = process.cpuUsage();
  const records = JSON.parse(request.toString('utf8')).records.map((record) => {
    try {
      return { recordId: record.recordId, result: 'Ok', data: wrap(record.data) };
    } catch {
      return { recordId: record.recordId, result: 'ProcessingFailed' };
    }
  });
  reply = Buffer.from(JSON.stringify({ records }), 'utf8');
  const used = process.cpuUsage(processor);
  console.log('seconds ' + Number(process.hrtime.bigint() - wall) / 1e9);
  console.log('processor ' + (used.user + used.system) / 1e6);
}
writeFileSync(process.argv[3], reply);
