"""The transformation as a careful Python programmer would write it: json, dicts, base64.

Arguments: request file, reply file, rounds, organisation. Writes "seconds" and "processor" of each round, and at last
the reply.
"""
import base64
import ipaddress
import json
import re
import sys
import time
from datetime import datetime, timezone

ORG = json.loads(sys.argv[4])
ENVELOPE = {
    "id": "event_id", "detail-type": "topic", "source": "event_source", "account": "aws_account",
    "region": "aws_region", "time": "bus_time", "version": "event_version",
}
DETAIL = {"topicName": "topic_name", "version": "topic_version", "timestamp": "published_at"}
AUDIT = {
    "id": "audit_id", "action": "vendor_action", "username.name": "user_name", "userDisplay": "user_display",
    "clientId.id": "client_id",
}
BODY = {"id": "body_id"}
CUSTOMER = frozenset((
    "ani", "dnis", "wrapup_notes", "external_contact_id", "external_organization_id",
    "conversation_external_contact_ids", "conversation_external_organization_ids", "session_dnis", "participant_name",
    "remote", "address_from", "address_to", "callback_numbers", "callback_user_name", "subject"))
CIM_ACTIONS = {
    "Create": "created", "Add": "created", "Upload": "created", "VersionCreate": "created", "Copy": "created",
    "Remove": "deleted", "View": "read", "Read": "read", "ReadAll": "read", "Download": "read", "Export": "read",
    "Search": "read", "AddPairingRole": "acl_modified", "RemovePairingRole": "acl_modified", "Enable": "started", "Activate": "started",
    "Start": "started", "Disable": "stopped", "Deactivate": "stopped", "Stop": "stopped", "Cycle": "restarted",
    "Recycle": "restarted", "Restart": "restarted", "Unlock": "unlocked", "Lock": "lockout", "Logout": "logoff",
    "Clear": "cleared",
}
MEGABYTE = 1048576
SNAKES = {}
ADDRESSES = {}


def snake(name):
    known = SNAKES.get(name)
    if known is None:
        known = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
        known = re.sub(r"([A-Z])([A-Z][a-z])", r"\1_\2", known)
        known = SNAKES[name] = re.sub(r"[\W_]+", "_", known).lower()
    return known


def put(flat, redacted, name, value):
    if name in CUSTOMER:
        redacted.append(name)
    else:
        flat[name] = value


def text(value):
    return value if isinstance(value, str) else json.dumps(value)


def column(columns, prefix, element, index, count):
    for key, value in element.items():
        name = prefix + "_" + snake(key)
        if value is None:
            continue
        if isinstance(value, dict):
            column(columns, name, value, index, count)
            continue
        values = columns.get(name)
        if values is None:
            values = columns[name] = [None] * count
        values[index] = "|".join(map(text, value)) if isinstance(value, list) else value


def array(flat, redacted, name, values):
    if not values:
        return
    if not isinstance(values[0], dict):
        put(flat, redacted, name, [value for value in values if value is not None])
        return
    columns = {}
    for index, element in enumerate(values):
        column(columns, name, element, index, len(values))
    for key, entries in columns.items():
        put(flat, redacted, key, entries)


def changes(flat, changed):
    flat["changed_properties"] = [change["property"] for change in changed]
    flat["changes"] = [
        "%s: %s -> %s" % (
            change["property"], "|".join(map(text, change.get("oldValues") or ())),
            "|".join(map(text, change.get("newValues") or ())))
        for change in changed]
    for name, kind in (("old_values", "oldValues"), ("new_values", "newValues")):
        values = [change["property"] + "=" + text(value) for change in changed for value in change.get(kind) or ()]
        if values:
            flat[name] = values


def is_public(address):
    known = ADDRESSES.get(address)
    if known is None:
        found = ipaddress.ip_address(address)
        first = int(address.split(".")[0]) if found.version == 4 else 0
        private = any(found in network for network in PRIVATE if network.version == found.version)
        known = ADDRESSES[address] = not private and first < 224
    return known


PRIVATE = [ipaddress.ip_network(network) for network in (
    "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
    "::/16", "fc00::/7", "fe00::/8")]


def flatten(flat, redacted, prefix, path, source, names):
    for key, value in source.items():
        here = key if not path else path + "." + key
        name = names.get(here)
        if name is None:
            name = snake(key) if not prefix else prefix + "_" + snake(key)
        if value is None:
            continue
        if isinstance(value, list):
            if here == "propertyChanges":
                if value:
                    changes(flat, value)
                continue
            array(flat, redacted, name, value)
            if here == "remoteIp":
                for address in value:
                    if is_public(address):
                        flat["src_ip"] = address
                        break
        elif isinstance(value, dict):
            flatten(flat, redacted, name, here, value, names)
        elif here == "eventTime":
            flat["event_time"] = value
        else:
            put(flat, redacted, name, value)


def percent(part, total):
    return int(1000 * part / total + 0.5) / 10


def space(flat, name, total, free):
    total, free = int(total), int(free)
    flat[name] = total // MEGABYTE
    flat[name + "_free"] = free // MEGABYTE
    flat[name + "_used"] = (total - free) // MEGABYTE
    flat[name + "_free_percent"] = percent(free, total)
    flat[name + "_used_percent"] = percent(total - free, total)


def figures(flat, body):
    for processor in body.get("processors") or ():
        if processor.get("cpuId") == "total":
            flat["cpu_load_percent"] = int(processor["activeTimePct"])
    for memory in body.get("memory") or ():
        if memory.get("type") == "physical":
            space(flat, "mem", memory["totalBytes"], memory["availableBytes"])
    disks = body.get("disks")
    if disks:
        space(flat, "storage", sum(disk["totalBytes"] for disk in disks), sum(disk["availableBytes"] for disk in disks))
    networks = body.get("networks")
    if networks:
        flat["thruput"] = sum(int(net["sentBytesPerSec"]) + int(net["receivedBytesPerSec"]) for net in networks)


ACCESS = re.compile(r"(Role|RoleSettings|AuthUser|AuthOrganization|AccessToken|OAuthClient.*|Organization.*Trust)")
RIGHTS = re.compile(r"(Member.*|Assign|Unassign|Reassign|Authorize|Deauthorize|Revoke)")


def cim_action(action, kind):
    if "Delete" in action or "Purge" in action:
        return "deleted"
    if ACCESS.fullmatch(kind) and RIGHTS.fullmatch(action):
        return "acl_modified"
    return CIM_ACTIONS.get(action, "modified")


def actor(flat):
    user, client = flat.get("user_id"), flat.get("client_id")
    if user or client:
        flat["actor_id"] = user or client
    if user or flat.get("user_name") or flat.get("user_display"):
        flat["actor_type"] = "user"
    elif client:
        flat["actor_type"] = "client"
    elif flat.get("level") == "SYSTEM":
        flat["actor_type"] = "system"
    home = flat.get("user_home_org_id")
    if home and home.lower() != ORG["id"].lower():
        flat["foreign_actor"] = True
    if user and user == flat.get("entity_id"):
        flat["self_change"] = True


def milliseconds(moment):
    if isinstance(moment, str):
        return round(datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp() * 1000)
    return moment


def iso(moment):
    stamp = datetime.fromtimestamp(moment // 1000, timezone.utc)
    return "%s.%03dZ" % (stamp.strftime("%Y-%m-%dT%H:%M:%S"), moment % 1000)


def wrap(data):
    event = json.loads(base64.b64decode(data))
    detail = event.pop("detail")
    body = detail.pop("eventBody")
    metadata = detail.pop("metadata", {})
    topic = event["detail-type"]
    audit = topic.startswith("v2.audits.")
    edge = topic.startswith("v2.telephony.providers.edges.")
    flat = {"vendor_product": "Genesys Cloud"}
    redacted = []
    flatten(flat, redacted, "", "", event, ENVELOPE)
    flatten(flat, redacted, "", "", detail, DETAIL)
    for key, value in metadata.items():
        flat["correlation_id" if key == "CorrelationId" else "detail_metadata_" + snake(key)] = value
    flatten(flat, redacted, "", "", body, AUDIT if audit else BODY)
    flat["org_id"] = ORG["id"]
    flat["org_name"] = ORG["name"]
    flat["business_region"] = ORG["region"]
    if edge:
        figures(flat, body)
    moment = milliseconds(flat["event_time"])
    flat["event_time"] = iso(moment)
    if redacted:
        flat["redacted"] = redacted
    if audit:
        kind = "audit"
        actor(flat)
        flat["action"] = cim_action(flat["vendor_action"], flat["entity_type"])
        flat["change_type"] = "AAA" if flat["service_name"] == "PeoplePermissions" else flat["service_name"]
        flat["command"] = "%s.%s.%s" % (flat["service_name"], flat["entity_type"], flat["vendor_action"])
        flat["dest"] = flat["dvc"] = flat["vendor_account"] = ORG["id"]
        flat["object"] = flat.get("entity_name") or flat.get("entity_id") or "unknown"
        flat["object_attrs"] = flat.get("changed_properties", "none")
        flat["object_category"] = flat["entity_type"]
        flat["object_id"] = flat.get("entity_id") or "unknown"
        flat["src"] = flat.get("src_ip", "unknown")
        flat["status"] = "success"
        flat["status_source"] = "default"
        flat["user"] = (
            flat.get("user_name") or flat.get("user_display") or flat.get("user_id") or flat.get("client_id")
            or ("system" if flat.get("level") == "SYSTEM" else "unknown"))
    elif edge:
        kind = "edge:metrics"
        flat["dest"] = flat.get("edge_name") or flat.get("edge_id") or "unknown"
    elif topic.startswith("v2.operations.events."):
        kind = "operations"
    else:
        kind = "conversation:" + topic.split("{id}.")[-1].replace(".", "_")
    record = {
        "event": flat,
        "time": moment / 1000,
        "host": ORG["id"],
        "source": flat["event_source"],
        "sourcetype": "genesyscloud:eventbridge:" + kind,
        "index": "genesys",
        "fields": {"genesys_org_id": ORG["id"], "genesys_topic": topic, "genesys_event_id": flat["event_id"]},
    }
    line = json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n"
    return base64.b64encode(line.encode()).decode("ascii")


def answer(record):
    try:
        return {"recordId": record["recordId"], "result": "Ok", "data": wrap(record["data"])}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"recordId": record["recordId"], "result": "ProcessingFailed"}


with open(sys.argv[1], "rb") as opened:
    request = opened.read()
reply = b""
for _ in range(int(sys.argv[3])):
    wall = time.perf_counter()
    processor = time.process_time()
    reply = json.dumps({"records": [answer(record) for record in json.loads(request)["records"]]},
                       separators=(",", ":")).encode()
    print("seconds", time.perf_counter() - wall)
    print("processor", time.process_time() - processor)
with open(sys.argv[2], "wb") as opened:
    opened.write(reply)
