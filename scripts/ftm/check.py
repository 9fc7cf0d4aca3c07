"""Reads the FollowTheMoney entities that undersigned exports with the followthemoney package, and compares with the JSON export.

Usage: check.py UNDERSIGNED STORE...     (the program, and stores to export)
Every value has to be one that the package takes as it stands: none is dropped, none is changed. Prints figures, and what is wrong.
"""
import collections, json, os, subprocess, sys
from importlib.metadata import version

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry

program, stores = sys.argv[1], sys.argv[2:]


def export(store, name):
    return subprocess.run([program, "export", "--store", store, "-f", name, "-o", "-"], capture_output=True, check=True).stdout


def faults_of(entity, all):
    """Says what is wrong with an entity; all are those of the file by their ids."""
    schema = model.get(entity["schema"])
    if schema is None or schema.abstract:
        return [f"there is no schema {entity['schema']} to make entities of"]
    faults = []
    if registry.entity.clean(entity["id"]) != entity["id"]:
        faults.append("the id is none")
    for name in schema.required:
        if not entity["properties"].get(name):
            faults.append(f"{name} is required and missing")
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            faults.append(f"{entity['schema']} has no property {name}")
            continue
        for value in values:
            if (cleaned := prop.type.clean(value, format=prop.format)) != value:
                faults.append(f"{name}: {value!r} is {'dropped' if cleaned is None else f'changed to {cleaned!r}'}")
            if len(value) > prop.type.max_length:
                faults.append(f"{name}: {value[:40]!r}... is longer than {prop.type.max_length}")
            if prop.type == registry.entity and (value not in all or not model.get(all[value]["schema"]).is_a(prop.range)):
                faults.append(f"{name}: {value} is no {prop.range.name} of this file")
    try:
        proxy = model.get_proxy(entity, cleaned=False)
        schema.validate(proxy.to_dict())
    except InvalidData as e:
        return faults + [f"{e}: {e.errors}"]
    read = {name: sorted(proxy.get(name)) for name in entity["properties"]}
    if read != {name: sorted(values) for name, values in entity["properties"].items()}:
        faults.append("the package reads other values")
    if proxy.to_dict().get("data_version") != entity["data_version"]:
        faults.append("the data version is lost")
    return faults


def check(store):
    lines = export(store, "ftm")
    truth = json.loads(export(store, "json"))
    entities = [json.loads(line) for line in lines.splitlines()]
    all = {e["id"]: e for e in entities}
    faults = [f"{e['id']}: {f}" for e in entities for f in faults_of(e, all)]
    got = collections.Counter(e["schema"] for e in entities)
    want = {"Organization": len([n for n in truth["nodes"] if n["mode"] == "organization"]), "Document": len(truth["letters"]),
            "Documentation": sum(len(l["signers"]) for l in truth["letters"])}
    if members := got.get("Membership"):
        want["Membership"] = members  # the JSON export does not have them; references and required properties are checked above
    if got != want or len(all) != len(entities):
        faults.append(f"{dict(got)} with {len(all)} ids, and the JSON export has {want}")
    pairs = {(l["title"], len(l["signers"])) for l in truth["letters"]}
    signed = collections.Counter(e["properties"]["document"][0] for e in entities if e["schema"] == "Documentation")
    if {(all[d]["properties"].get("title", [""])[0], n) for d, n in signed.items()} != {p for p in pairs if p[1]}:
        faults.append("letters have other numbers of signatures than the JSON export says")
    again = subprocess.run([os.path.join(os.path.dirname(sys.executable), "ftm"), "validate"], input=lines, capture_output=True)
    kept = again.stdout.count(b"\n")
    if again.returncode or kept != len(entities):
        faults.append(f"ftm validate keeps {kept} of {len(entities)} entities: {again.stderr.decode()[-300:]}")
    values = collections.Counter()
    for e in entities:
        for name, list_ in e["properties"].items():
            values[f"{e['schema']}.{name}"] += len(list_)
    print(f"{store.rsplit('/', 1)[-1]}: {len(entities)} entities ({', '.join(f'{n} {s}' for s, n in got.items())}), {sum(values.values())} values, {len(faults)} faults")
    print("  " + ", ".join(f"{name} {n}" for name, n in sorted(values.items())))
    for f in faults[:20]:
        print("  " + f)
    return len(faults)


print(f"followthemoney {version('followthemoney')}, Python {sys.version.split()[0]}")
sys.exit(min(sum([check(s) for s in stores]), 1))
