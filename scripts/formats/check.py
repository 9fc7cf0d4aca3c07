"""Reads every format that undersigned exports with programs of other people and compares with the JSON export.

Usage: check.py UNDERSIGNED STORE...     (the program, and stores to export)
Each format is written in both modes; networkx, igraph, openpyxl and pyarrow say what they read. Ends with "N passed, N failed".
"""
import collections, csv, io, json, re, struct, subprocess, sys, warnings, xml.etree.ElementTree as xml, zlib
from math import isclose

import igraph, networkx, openpyxl, pyarrow.parquet
from openpyxl.utils.escape import unescape

program, stores = sys.argv[1], sys.argv[2:]
warnings.simplefilter("error")


def export(store, name, two, *more):
    """Returns the bytes of an export."""
    mode = ["--two-mode"] if two else []
    done = subprocess.run([program, "export", "--store", store, "-f", name, "-o", "-", *mode, *more], capture_output=True)
    if done.returncode:
        raise AssertionError(done.stderr.decode())
    return done.stdout


def same(what, got, want):
    if got != want:
        extra = f"; only read: {sorted(map(str, set(got) - set(want)))[:3]}, only written: {sorted(map(str, set(want) - set(got)))[:3]}" if isinstance(want, (set, frozenset)) else f": {str(got)[:200]}, want {str(want)[:200]}"
        raise AssertionError(f"{what} differ{extra}")


class Truth:
    """What the JSON export says, which has no escapes of its own."""

    def __init__(self, store, two):
        d = self.json = json.loads(export(store, "json", two))
        self.two = two
        self.labels = {n["id"]: n["label"] for n in d["nodes"]}
        self.edges = {frozenset((e["source"], e["target"])): 1.0 if two else e["newman"] for e in d["edges"]}
        self.organizations = [n["id"] for n in d["nodes"] if n["mode"] == "organization"]
        self.clusters = {n["id"]: n.get("cluster", 0) for n in d["nodes"]}
        self.year = {l["id"]: int(l["date"][:4]) for l in d["letters"] if l["date"]}

    def graph(self, labels, edges):
        """Compares a network that a program read."""
        same("nodes", set(labels), set(self.labels))
        same("labels", labels, self.labels)
        same("ties", set(edges), set(self.edges))
        for pair, weight in edges.items():
            if not isclose(weight, self.edges[pair], rel_tol=1e-12):
                raise AssertionError(f"the tie {set(pair)} weighs {weight}, want {self.edges[pair]}")


def of_networkx(g, weight="weight"):
    if g.is_directed() or g.is_multigraph():
        raise AssertionError("networkx reads a directed graph, or one with parallel ties")
    return {n: d.get("label", "") for n, d in g.nodes(data=True)}, {frozenset(e[:2]): float(e[2][weight]) for e in g.edges(data=True)}


def of_igraph(g):
    if g.is_directed():
        raise AssertionError("igraph reads a directed graph")
    ids = g.vs["id"]
    return dict(zip(ids, g.vs["label"])), {frozenset((ids[e.source], ids[e.target])): e["weight"] for e in g.es}


def read_igraph(reader, data):
    import os, tempfile
    with tempfile.NamedTemporaryFile(delete=False) as f:
        f.write(data)
    try:
        return reader(f.name)
    finally:
        os.unlink(f.name)


def gexf(truth, store, two):
    data = export(store, "gexf", two)
    try:
        g = networkx.read_gexf(io.BytesIO(data), node_type=str, version="1.3")
    except networkx.NetworkXError:  # before 3.7 it knows 1.2draft, which differs in nothing that is in our files but its address
        data = data.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')
        g = networkx.read_gexf(io.BytesIO(data), node_type=str)
    truth.graph(*of_networkx(g))
    for letter, year in truth.year.items():
        if two and (g.nodes[letter]["start"], g.nodes[letter]["end"]) != (year, year):
            raise AssertionError(f"the letter {letter} is there in {g.nodes[letter]}, want {year}")
    for o in truth.organizations:
        if "color" not in g.nodes[o]["viz"] or "position" not in g.nodes[o]["viz"]:
            raise AssertionError(f"{o} has no colour or no place: {g.nodes[o]}")


def graphml(truth, store, two):
    data = export(store, "graphml", two)
    truth.graph(*of_networkx(networkx.read_graphml(io.BytesIO(data))))
    g = read_igraph(igraph.Graph.Read_GraphML, data)
    truth.graph(*of_igraph(g))
    if not all(0 <= g.vs[i][c] <= 255 for c in "rgb" for i in range(g.vcount())):
        raise AssertionError("a colour is none")
    if not two:
        return
    same("igraph's types", [g.vs[i]["type"] for i in range(g.vcount())], [i not in set(truth.organizations) for i in g.vs["id"]])
    projected, _ = g.bipartite_projection()
    pairs = {frozenset((a, b)) for l in truth.json["letters"] for a in l["signers"] for b in l["signers"] if a < b}
    names = projected.vs["id"]
    same("ties of igraph's projection", {frozenset((names[e.source], names[e.target])) for e in projected.es}, pairs)


def pajek_label(s):
    for a, b in (('"', "'"), ("\\", "/"), ("\r\n", " "), ("\n", " "), ("\r", " "), ("\t", " ")):
        s = s.replace(a, b)
    return s.strip()


def pajek(truth, store, two):
    data = export(store, "pajek", two)
    g = read_igraph(igraph.Graph.Read_Pajek, data)
    ids = list(truth.labels)
    key = next(k for k in ("name", "id") if k in g.vs.attributes())
    plain = [pajek_label(l) for l in truth.labels.values()]
    want = [l if plain.count(l) == 1 and l else f"{l} [{ids[i]}]".strip() for i, l in enumerate(plain)]
    same("labels", [v[key] for v in g.vs], want)
    same("ties", {frozenset((ids[e.source], ids[e.target])): e["weight"] for e in g.es}, truth.edges)
    if two:
        if g.vs["type"].count(False) != len(truth.organizations):
            raise AssertionError("igraph sees another number of organizations")
    else:
        n = networkx.Graph(networkx.parse_pajek(data.decode("utf-8-sig")))
        same("networkx's nodes", set(n), set(want))
        if n.number_of_edges() != len(truth.edges):
            raise AssertionError(f"networkx reads {n.number_of_edges()} ties, want {len(truth.edges)}")


def clu(truth, store, two):
    lines = export(store, "pajek.clu", two).decode().split("\r\n")
    same("clusters", lines[1:-1], [f"*Vertices {len(truth.labels)}"] + [str(c) for c in truth.clusters.values()])


def vosviewer(truth, store, two):
    d = json.loads(export(store, "vosviewer", two))["network"]
    truth.graph({i["id"]: i["label"] for i in d["items"]}, {frozenset((l["source_id"], l["target_id"])): l["strength"] for l in d["links"]})
    for i in d["items"]:  # what VOSviewer Online refuses
        if not all(isinstance(w, (int, float)) and w >= 0 for w in i["weights"].values()) or not 1 <= i.get("cluster", 1) <= 1000:
            raise AssertionError(f"VOSviewer refuses {i}")


def unguard(cell):
    return cell[1:] if re.match("^'+[=+@\t\r\uff1d\uff0b\uff20\uff0d-]", cell) else cell


def table(store, name, two):
    """Returns the rows of a CSV file, each as a dict with the guard against formulas undone. With a byte order mark it is the same."""
    plain, marked = export(store, name, two), export(store, name, two, "--bom")
    if marked != b"\xef\xbb\xbf" + plain:
        raise AssertionError(f"{name} with a byte order mark is another file")
    rows = list(csv.DictReader(io.StringIO(marked.decode("utf-8-sig"), newline=""), strict=True))
    return [{k: unguard(v) for k, v in r.items()} for r in rows]


def nodes_csv(truth, store, two):
    rows = table(store, "nodes.csv", two)
    same("labels", {r["id"]: r["label"] for r in rows}, truth.labels)


def ties_csv(truth, store, two):
    rows = table(store, "ties.csv", two)
    if any(r["Type"] != "Undirected" for r in rows):
        raise AssertionError("a tie is not undirected")
    g = networkx.Graph()
    g.add_nodes_from((i, {"label": l}) for i, l in truth.labels.items())
    for r in rows:
        g.add_edge(r["Source"], r["Target"], weight=float(r["Weight"]))
        same("labels", (r["source_label"], r["target_label"]), (truth.labels[r["Source"]], truth.labels.get(r["Target"])))
    truth.graph(*of_networkx(g))


SIGNATURE = ("organization", "letter", "printed_name", "printed_line", "document", "status")


def signatures_csv(truth, store, two):
    got = [tuple(r[k] for k in SIGNATURE) for r in table(store, "signatures.csv", two)]
    same("signatures", got, [tuple(s[k] for k in SIGNATURE) for s in truth.json["signatures"]])


def printed(truth):
    """The names of each organization as its signatures print them."""
    names = {i: set() for i in truth.organizations}
    for s in truth.json["signatures"]:
        names[s["organization"]].add(s["printed_name"])
    return names


def aliases_csv(truth, store, two):
    owners = collections.Counter(n for names in printed(truth).values() for n in names)
    want = {frozenset(n for n in names if owners[n] == 1) for names in printed(truth).values()}
    got = {}
    for r in table(store, "aliases.csv", two):
        got.setdefault(r["name"], {r["name"]}).add(r["alias"])
    same("names of organizations", {frozenset(g) for g in got.values()}, {w for w in want if len(w) > 1})


def judgements_csv(truth, store, two):
    """The table says what the command about judgements lists; both modes are one."""
    listed = json.loads(subprocess.run([program, "judgements", "--store", store, "--json"], capture_output=True, check=True).stdout)["judgements"]
    rows = table(store, "judgements.csv", two)
    pair = lambda j: (j["id"], j["verdict"], j["by"], j["a"].get("name", ""), j["b"].get("name", ""))
    same("judgements", [tuple(r[c] for c in ("id", "verdict", "by", "name_a", "name_b")) for r in rows], [pair(j) for j in listed])


def ftm(truth, store, two):
    """Entities are read by their own package with make test-ftm; this asks that they are lines of JSON that say what the JSON export says."""
    entities = [json.loads(l) for l in export(store, "ftm", two).splitlines()]
    ids = lambda schema: {e["id"].removeprefix("undersigned-"): e["properties"] for e in entities if e["schema"] == schema}
    same("organizations", {i: p["name"][0] for i, p in ids("Organization").items()}, {i: truth.labels[i].strip() or i for i in truth.organizations})
    same("letters", set(ids("Document")), {l["id"] for l in truth.json["letters"]})
    want = {o + "." + l["id"] for l in truth.json["letters"] for o in l["signers"]}
    same("signatures", set(ids("Documentation")), want)


def xlsx(truth, store, two):
    book = openpyxl.load_workbook(io.BytesIO(export(store, "xlsx", two)))
    same("sheets", book.sheetnames, ["organizations", "letters", "signatures", "ties"])
    rows = {}
    for sheet in book:
        if any(c.data_type == "f" for row in sheet.iter_rows() for c in row):
            raise AssertionError(f"the sheet {sheet.title} has a formula")
        head, *body = sheet.iter_rows(values_only=True)
        rows[sheet.title] = [{k: "" if v is None else unescape(v) if isinstance(v, str) else v for k, v in zip(head, r)} for r in body]
    same("organizations", {r["id"]: r["label"] for r in rows["organizations"]}, {i: truth.labels[i] for i in truth.organizations})
    same("letters", {r["id"]: r["label"] for r in rows["letters"]}, {l["id"]: l["title"] for l in truth.json["letters"]})
    same("signatures", [tuple(r[k] for k in SIGNATURE) for r in rows["signatures"]], [tuple(s[k] for k in SIGNATURE) for s in truth.json["signatures"]])
    same("ties", {frozenset((r["Source"], r["Target"])): float(r["Weight"]) for r in rows["ties"]}, truth.edges)
    if truth.json["graph"]["data_version"] not in book.properties.description:
        raise AssertionError("the workbook does not say its data version")


def parquet(truth, store, two):
    """The tables are the same in both modes; their ties are those of organizations."""
    read = lambda name: pyarrow.parquet.read_table(io.BytesIO(export(store, name + ".parquet", two)))
    tables = {name: read(name) for name in ("organizations", "letters", "signatures", "ties")}
    for name, t in tables.items():
        same("the data version of " + name, t.schema.metadata[b"undersigned.data_version"].decode(), truth.json["graph"]["data_version"])
    rows = {name: t.to_pylist() for name, t in tables.items()}
    same("organizations", {r["id"]: r["name"] for r in rows["organizations"]}, {i: truth.labels[i] for i in truth.organizations})
    same("clusters", {r["id"]: r["cluster"] for r in rows["organizations"]}, {i: truth.clusters[i] for i in truth.organizations})
    letter = ("id", "title", "date", "targets", "signers_total")
    same("letters", [tuple(map(str, (r[k] for k in letter))) for r in rows["letters"]], [tuple(map(str, (l[k] for k in letter))) for l in truth.json["letters"]])
    signature = ("organization", "letter", "document", "status")
    same("signatures", [tuple(r[k] for k in signature) for r in rows["signatures"]], [tuple(s[k] for k in signature) for s in truth.json["signatures"]])
    edges = {frozenset((r["source"], r["target"])): r["newman"] for r in rows["ties"]}
    if two:
        pairs = {frozenset((a, b)) for l in truth.json["letters"] for a in l["signers"] for b in l["signers"] if a < b}
        same("ties", set(edges), pairs)
    else:
        truth.graph(truth.labels, edges)


def node_link(truth, store, two):
    g = networkx.node_link_graph(json.loads(export(store, "json", two)), edges="edges")
    for _, _, d in g.edges(data=True):
        d.setdefault("newman", 1.0)
    truth.graph(*of_networkx(g, "newman"))


def svg(truth, store, two):
    root = xml.fromstring(export(store, "svg", two))
    if root.tag != "{http://www.w3.org/2000/svg}svg" or not root.findall(".//{http://www.w3.org/2000/svg}circle"):
        raise AssertionError("no drawing with dots")


def png(truth, store, two):
    data = export(store, "png", two)
    at, body, kinds = 8, b"", []
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + size]
        if struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] != zlib.crc32(kind + chunk):
            raise AssertionError(f"the chunk {kind} is damaged")
        if kind == b"IDAT":
            body += chunk
        kinds.append(kind)
        at += 12 + size
    if data[:8] != b"\x89PNG\r\n\x1a\n" or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or len(zlib.decompress(body)) < 1600 * 900:
        raise AssertionError("no picture of a slide")


CHECKS = {"gexf": gexf, "graphml": graphml, "pajek": pajek, "pajek.clu": clu, "vosviewer": vosviewer, "nodes.csv": nodes_csv, "ties.csv": ties_csv,
          "signatures.csv": signatures_csv, "aliases.csv": aliases_csv, "judgements.csv": judgements_csv, "ftm": ftm, "xlsx": xlsx, "json": node_link, "ties.parquet": parquet, "svg": svg, "png": png}
TOGETHER = {f"{t}.parquet" for t in ("organizations", "letters", "signatures")}  # checked with another one


def main():
    text = subprocess.run([program, "export", "--help"], capture_output=True, text=True, check=True).stdout
    named = re.findall(r"^  ([a-z.]+)  +\S", text.split("Formats:\n")[1].split("\n\n")[0], re.M)
    passed, failed = 0, 0
    for name in named:
        if name not in CHECKS and name not in TOGETHER:
            print(f"{name}: no second program reads it here")
            failed += 1
    for store in stores:
        for two in (False, True):
            truth = Truth(store, two)
            for name, check in CHECKS.items():
                try:
                    check(truth, store, two)
                    passed += 1
                except Exception as e:  # a program's own complaint is what we are here for
                    failed += 1
                    print(f"{name}, {'two-mode' if two else 'one-mode'}, {store}: {type(e).__name__}: {e}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main())
