package org.lifecircle.io.osm;

/**
 * What a relation holds.
 *
 * @param ref id of the node, way or relation
 * @param role for example {@code outer}; may be empty
 */
record Member(Type type, long ref, String role) {

  /** In the order in which the binary format numbers them. */
  enum Type {
    NODE,
    WAY,
    RELATION
  }
}
