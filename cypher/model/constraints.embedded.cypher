// What the store promises and how it finds things, on the embedded engine. Each statement can be repeated without harm.
// A uniqueness constraint has no index behind it here, so every constraint has its index beside it; full text is made by a call.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE;
CREATE INDEX entity_id_index IF NOT EXISTS FOR (node:Entity) ON (node.id);
CREATE CONSTRAINT key_value IF NOT EXISTS FOR (key:Key) REQUIRE key.value IS UNIQUE;
CREATE INDEX key_value_index IF NOT EXISTS FOR (key:Key) ON (key.value);
CREATE INDEX entity_folded_name IF NOT EXISTS FOR (node:Entity) ON (node.foldedName);
CREATE INDEX group_compared_name IF NOT EXISTS FOR (node:Group) ON (node.comparedName);
CREATE INDEX place_pcode IF NOT EXISTS FOR (node:Place) ON (node.pcode);
CREATE INDEX report_publisher IF NOT EXISTS FOR (node:Report) ON (node.publisherId);
CREATE INDEX claim_claimant IF NOT EXISTS FOR (node:Claim) ON (node.claimantId);
CREATE INDEX claim_publisher IF NOT EXISTS FOR (node:Claim) ON (node.publisherId);
CREATE INDEX claim_event IF NOT EXISTS FOR (node:Claim) ON (node.eventId);
CREATE INDEX claim_report IF NOT EXISTS FOR (node:Claim) ON (node.reportId);
CREATE INDEX event_dyad IF NOT EXISTS FOR (node:Event) ON (node.dyadId);
CREATE INDEX dyad_conflict IF NOT EXISTS FOR (node:Dyad) ON (node.conflictId);
CREATE INDEX record_dataset IF NOT EXISTS FOR (node:SourceRecord) ON (node.dataset);
CREATE INDEX record_block IF NOT EXISTS FOR (node:SourceRecord) ON (node.block);
CREATE CONSTRAINT request_key IF NOT EXISTS FOR (request:Request) REQUIRE request.key IS UNIQUE;
CREATE INDEX request_key_index IF NOT EXISTS FOR (request:Request) ON (request.key);
CREATE INDEX touch_entity IF NOT EXISTS FOR (touch:Touch) ON (touch.entityId);
