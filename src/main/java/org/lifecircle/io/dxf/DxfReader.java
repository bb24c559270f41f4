package org.lifecircle.io.dxf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.model.BadValueException;

/** Reads an ASCII DXF drawing: its header for the encoding, its entities for the rest. */
public final class DxfReader {

  private static final Pattern UNICODE = Pattern.compile("\\\\U\\+([0-9A-Fa-f]{4})");

  /** From AutoCAD 2007 on, all text is UTF-8. */
  private static final String FIRST_UTF_8 = "AC1021";

  private final Limits limits;
  private @Nullable Charset charset;

  public DxfReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a drawing.
   *
   * @param shown how people know it
   * @param encoding of its names; null as the drawing says
   * @throws BadValueException if it is damaged, holds nothing, or is over a limit
   */
  public List<RawTable> read(Path path, String shown, @Nullable Charset encoding)
      throws IOException {
    limits.requireSize(Files.size(path));
    charset = encoding;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      Groups groups = new Groups(in, limits);
      DxfTables tables = new DxfTables(shown, limits, this::text);
      while (groups.next()) {
        if (groups.is(0, "SECTION") && groups.next()) {
          if (groups.is(2, "HEADER")) {
            readHeader(groups, encoding == null);
          } else if (groups.is(2, "ENTITIES")) {
            readEntities(groups, tables);
          }
        }
        if (groups.is(0, "EOF")) {
          break;
        }
      }
      return tables.finished();
    }
  }

  private void readHeader(Groups groups, boolean takeEncoding) throws IOException {
    String variable = "";
    String version = "";
    String page = "";
    while (groups.next() && !groups.is(0, "ENDSEC")) {
      if (groups.code() == 9) {
        variable = groups.text();
      } else if (variable.equals("$ACADVER") && groups.code() == 1) {
        version = groups.text();
      } else if (variable.equals("$DWGCODEPAGE")) {
        page = groups.text().toUpperCase(Locale.ROOT).replace("ANSI_", "");
      }
    }
    if (takeEncoding && version.compareTo(FIRST_UTF_8) >= 0) {
      charset = StandardCharsets.UTF_8;
    } else if (takeEncoding && !page.isEmpty()) {
      Optional<Charset> named = TextEncoding.find(page);
      charset = named.orElse(null);
    }
  }

  private void readEntities(Groups groups, DxfTables tables) throws IOException {
    @Nullable Entity entity = null;
    List<Entity> vertices = new ArrayList<>();
    @Nullable Entity polyline = null;
    while (groups.next()) {
      if (groups.code() != 0) {
        if (entity != null) {
          entity.add(groups.code(), groups.bytes(), limits);
        }
        continue;
      }
      if (entity != null && entity.type().equals("POLYLINE")) {
        polyline = entity;
        vertices.clear();
      } else if (entity != null && entity.type().equals("VERTEX")) {
        vertices.add(entity);
        limits.requireVertices(vertices.size());
      } else if (entity != null && entity.type().equals("SEQEND") && polyline != null) {
        tables.addPolyline(polyline, vertices);
        polyline = null;
      } else if (entity != null) {
        tables.add(entity);
      }
      if (groups.is(0, "ENDSEC")) {
        return;
      }
      entity = new Entity(groups.text(), groups.line0());
    }
    throw new BadValueException("DXF 不完整：实体段没有结束", "the DXF is cut off: its entities do not end");
  }

  /** A name in the drawing's encoding, with AutoCAD's own way of writing other characters. */
  private String text(byte[] bytes) {
    Charset used = charset;
    if (used == null || !TextEncoding.fits(bytes, used)) {
      used =
          TextEncoding.fits(bytes, StandardCharsets.UTF_8)
              ? StandardCharsets.UTF_8
              : TextEncoding.GB18030;
    }
    Matcher escaped = UNICODE.matcher(new String(bytes, used).strip());
    return escaped.replaceAll(
        m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
