package org.lifecircle.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** The blob a geometry is in a GeoPackage: a header with its envelope, then plain WKB. */
final class GeoPackageBinary {

  private static final int PLAIN_HEADER_BYTES = 8;
  private static final int ENVELOPE_BYTES = 32;
  private static final int LITTLE_ENDIAN = 1;
  private static final int ENVELOPE_XY = 1 << 1;
  private static final int EMPTY = 1 << 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoPackageBinary() {}

  static byte[] write(Geometry geometry, int srsId) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    boolean empty = geometry.isEmpty();
    int envelopeBytes = empty ? 0 : ENVELOPE_BYTES;
    ByteBuffer blob =
        ByteBuffer.allocate(PLAIN_HEADER_BYTES + envelopeBytes + wkb.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (LITTLE_ENDIAN | (empty ? EMPTY : ENVELOPE_XY))).putInt(srsId);
    if (!empty) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }

  /**
   * The geometry of a blob.
   *
   * @throws IllegalArgumentException if it is not one that {@link #write} makes
   */
  static Geometry read(byte[] blob) {
    if (blob.length < PLAIN_HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("a geometry is not in GeoPackage's form");
    }
    int start = PLAIN_HEADER_BYTES + ((blob[3] & ENVELOPE_XY) == 0 ? 0 : ENVELOPE_BYTES);
    byte[] wkb = new byte[Math.max(0, blob.length - start)];
    System.arraycopy(blob, blob.length - wkb.length, wkb, 0, wkb.length);
    try {
      return new WKBReader(FACTORY).read(wkb);
    } catch (ParseException e) {
      throw new IllegalArgumentException("a geometry is damaged", e);
    }
  }
}
