package org.lifecircle.io.osm;

/**
 * How much an OpenStreetMap file may hold. Las Palmas has 383 161 nodes and 53 760 ways.
 *
 * @param fileBytes as it lies on disk
 * @param unpackedBytes of all it unpacks to
 * @param ratio of unpacked to packed bytes; honest files stay below 30
 * @param nodes in one file, some 50 bytes of memory each
 * @param references from ways to nodes and from relations to members, all together
 * @param tagChars of one key or value; OpenStreetMap itself stops at 255
 * @param allTagChars of all distinct keys and values that are kept
 * @param xmlDepth of nested elements; honest files need 3
 * @param xmlAttributes of one element
 * @param xmlStepBytes between two tags, texts or comments: the most the parser may buffer
 */
record OsmLimits(
    long fileBytes,
    long unpackedBytes,
    int ratio,
    int nodes,
    int ways,
    int relations,
    int references,
    int tagChars,
    int allTagChars,
    int xmlDepth,
    int xmlAttributes,
    int xmlStepBytes) {

  /** Generous for a city, small for a machine. */
  static final OsmLimits USUAL =
      new OsmLimits(
          512L << 20,
          2L << 30,
          100,
          10_000_000,
          2_000_000,
          500_000,
          30_000_000,
          64 << 10,
          200_000_000,
          16,
          64,
          1 << 20);

  /** Slack before the ratio counts: small files may be mostly zeros. */
  static final int RATIO_SLACK_BYTES = 1 << 20;
}
