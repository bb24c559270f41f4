package org.lifecircle.io.pmtiles;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an archive of vector tiles. Tiles come in the order of their numbers; equal ones are kept
 * once. The same tiles give the same bytes.
 */
public final class PmTilesWriter implements AutoCloseable {

  private static final int HEADER_BYTES = 127;

  /** Header and root directory are to be read at one go. */
  private static final int FIRST_BYTES = 16_384;

  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;

  /** Where a tile, or several in a row that are equal, is among the data. */
  private record Entry(long id, long offset, int length, int run) {}

  /**
   * What the archive shows.
   *
   * @param west degrees
   * @param metadata a JSON object: name, vector_layers and so on
   */
  public record Contents(
      int minZoom,
      int maxZoom,
      double west,
      double south,
      double east,
      double north,
      String metadata) {}

  private final Path file;
  private final Path data; // written aside: the directories come before it
  private final OutputStream out;
  private final Map<String, Entry> known = new HashMap<>(); // by digest
  private final List<Entry> entries = new ArrayList<>();
  private long offset;
  private long last = -1;
  private long addressed;

  /** An archive without tiles yet. */
  public PmTilesWriter(Path file) throws IOException {
    this.file = file;
    data = Files.createTempFile("lifecircle-tiles", ".data");
    out = new BufferedOutputStream(Files.newOutputStream(data));
  }

  /**
   * Adds a tile; one without bytes is left out.
   *
   * @param id higher than all before
   */
  public void add(long id, byte[] tile) throws IOException {
    if (id <= last) {
      throw new IllegalArgumentException(id + " after " + last);
    }
    last = id;
    if (tile.length == 0) {
      return;
    }
    addressed++;
    String digest = digest(tile);
    Entry same = known.get(digest);
    if (same == null) {
      byte[] packed = packed(tile);
      out.write(packed);
      same = new Entry(id, offset, packed.length, 1);
      known.put(digest, same);
      offset += packed.length;
    }
    int end = entries.size() - 1;
    Entry before = end < 0 ? null : entries.get(end);
    if (before != null && before.offset() == same.offset() && before.id() + before.run() == id) {
      entries.set(end, new Entry(before.id(), same.offset(), same.length(), before.run() + 1));
    } else {
      entries.add(new Entry(id, same.offset(), same.length(), 1));
    }
  }

  /** Writes the archive. */
  public void finish(Contents contents) throws IOException {
    out.close();
    byte[] metadata = packed(contents.metadata().getBytes(StandardCharsets.UTF_8));
    byte[] root = packed(directory(entries));
    byte[] leaves = new byte[0];
    for (int size = 4096; root.length > FIRST_BYTES - HEADER_BYTES; size *= 2) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      List<Entry> pointers = new ArrayList<>();
      for (int from = 0; from < entries.size(); from += size) {
        List<Entry> part = entries.subList(from, Math.min(entries.size(), from + size));
        byte[] leaf = packed(directory(part));
        pointers.add(new Entry(part.get(0).id(), all.size(), leaf.length, 0)); // no run: a leaf
        all.write(leaf);
      }
      leaves = all.toByteArray();
      root = packed(directory(pointers));
    }
    try (OutputStream archive = new BufferedOutputStream(Files.newOutputStream(file))) {
      archive.write(header(contents, root.length, metadata.length, leaves.length));
      archive.write(root);
      archive.write(metadata);
      archive.write(leaves);
      Files.copy(data, archive);
    }
  }

  private byte[] header(Contents contents, int root, int metadata, int leaves) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    long at = HEADER_BYTES;
    for (long length : new long[] {root, metadata, leaves, offset}) {
      header.putLong(at).putLong(length);
      at += length;
    }
    header.putLong(addressed).putLong(entries.size()).putLong(known.size());
    header.put((byte) 1).put(GZIP).put(GZIP).put(VECTOR_TILES); // 1: in the order of their numbers
    header.put((byte) contents.minZoom()).put((byte) contents.maxZoom());
    header.putInt(degrees(contents.west())).putInt(degrees(contents.south()));
    header.putInt(degrees(contents.east())).putInt(degrees(contents.north()));
    header.put((byte) Math.min(contents.maxZoom(), Math.max(contents.minZoom(), 14)));
    header.putInt(degrees((contents.west() + contents.east()) / 2));
    header.putInt(degrees((contents.south() + contents.north()) / 2));
    return header.array();
  }

  private static int degrees(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }

  private static byte[] directory(List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    number(bytes, entries.size());
    long before = 0;
    for (Entry entry : entries) {
      number(bytes, entry.id() - before);
      before = entry.id();
    }
    entries.forEach(entry -> number(bytes, entry.run()));
    entries.forEach(entry -> number(bytes, entry.length()));
    long next = -1;
    for (Entry entry : entries) {
      number(bytes, entry.offset() == next ? 0 : entry.offset() + 1);
      next = entry.offset() + entry.length();
    }
    return bytes.toByteArray();
  }

  private static void number(ByteArrayOutputStream bytes, long number) {
    long rest = number;
    while (rest > 0x7f) {
      bytes.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 32);
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static String digest(byte[] tile) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(tile);
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes away what was written aside. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
