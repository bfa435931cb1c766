"""Reads an export with a parser that is not ours, and says as JSON what it found: foreign.py FORMAT FILE."""
import json
import sys

form, path = sys.argv[1:]

if form in ("graphml", "gexf"):
    import networkx

    graph = networkx.read_graphml(path) if form == "graphml" else networkx.read_gexf(path)
    edges = list(graph.edges(data=True))
    found = {
        "nodes": graph.number_of_nodes(),
        "links": len(edges),
        "roles": sorted({e["role"] for _, _, e in edges if e.get("role")}),
        "alleged": sorted({str(e["alleged"]) for _, _, e in edges if "alleged" in e}),
        "best": sorted({n["best"] for _, n in graph.nodes(data=True) if "best" in n}),
    }
elif form == "ftm":
    from followthemoney import model

    entities = [model.get_proxy(json.loads(line), cleaned=False) for line in open(path, encoding="utf-8")]
    for entity in entities:
        entity.schema.validate(entity.to_dict())
    links = [e for e in entities if e.schema.name == "UnknownLink"]
    found = {
        "nodes": len(entities) - len(links),
        "links": len(links),
        "roles": sorted({r.split(" ")[1] for e in links for r in e.get("role") if " " in r}),
        "ends": all(e.get("subject") and e.get("object") for e in links),
    }
elif form == "stix":
    import stix2

    bundle = stix2.parse(open(path, encoding="utf-8").read(), allow_custom=True)
    objects = bundle["objects"]
    links = [o for o in objects if o["type"] == "relationship"]
    ids = {o["id"] for o in objects}
    found = {
        "nodes": len(objects) - len(links),
        "links": len(links),
        "roles": sorted({o["x_attested_role"] for o in links if "x_attested_role" in o}),
        "ends": all(o["source_ref"] in ids and o["target_ref"] in ids for o in links),
    }
elif form == "jsonld":
    import rdflib

    graph = rdflib.Graph().parse(path, format="json-ld")
    own = rdflib.Namespace("https://attested.invalid/vocabulary#")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    links = set(graph.subjects(rdflib.RDF.type, own.Link))
    found = {
        "nodes": len(set(graph.subjects(own.recordedAt, None)) - links),
        "links": len(links),
        "roles": sorted({str(role) for link in links for role in graph.objects(link, own.role)}),
        "revisions": len(list(graph.triples((None, prov.wasRevisionOf, None)))),
        "attributed": len(list(graph.triples((None, prov.wasAttributedTo, None)))) > 0,
    }
print(json.dumps(found))
