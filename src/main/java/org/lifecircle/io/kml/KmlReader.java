package org.lifecircle.io.kml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.BoundedXml;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;

/**
 * Reads KML 2.2 and what Google Earth adds. Each folder that holds placemarks of its own is a table
 * named after it.
 */
public final class KmlReader {

  private final Limits limits;

  public KmlReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param shown how people know it
   * @throws BadValueException if it is not KML, or over a limit
   */
  public List<RawTable> read(Path path, String shown) throws IOException {
    limits.requireSize(Files.size(path));
    try (InputStream in = Files.newInputStream(path);
        BoundedXml xml = BoundedXml.open(in, limits)) {
      return read(xml, shown);
    }
  }

  private List<RawTable> read(BoundedXml xml, String shown) throws IOException {
    Map<String, TableBuilder> tables = new LinkedHashMap<>();
    Deque<String> folders = new ArrayDeque<>();
    int links = 0;
    boolean root = true;
    while (xml.next()) {
      if (root && xml.isStart()) {
        requireKml(xml);
        root = false;
      }
      if (xml.starts("Folder") || xml.starts("Document")) {
        folders.push("");
      } else if (xml.ends("Folder") || xml.ends("Document")) {
        folders.pop();
      } else if (xml.starts("Placemark")) {
        String folder = folders.isEmpty() ? "" : folders.peek();
        TableBuilder table =
            tables.computeIfAbsent(
                folder, name -> new TableBuilder(shown, name.isEmpty() ? null : name, limits));
        limits.requireColumns(tables.size());
        new KmlPlacemark(xml, limits, table).read();
      } else if (xml.starts("name")) {
        String name = KmlPlacemark.text(xml, limits).strip();
        if (!folders.isEmpty() && folders.peek().isEmpty()) {
          folders.pop();
          folders.push(name);
        }
      } else if (xml.starts("NetworkLink")) {
        links++;
      }
    }
    return finished(tables, links);
  }

  private static List<RawTable> finished(Map<String, TableBuilder> tables, int links) {
    if (tables.isEmpty()) {
      throw new BadValueException(
          links > 0 ? "KML 只含网络链接，不会去下载；请保存实际内容" : "KML 中没有地标",
          links > 0
              ? "the KML only links to other files, which are not fetched; save what they hold"
              : "the KML holds no placemarks");
    }
    List<RawTable> finished = new ArrayList<>();
    for (TableBuilder table : tables.values()) {
      if (links > 0) {
        table.note(
            "links_not_followed",
            IssueAction.NOTED,
            links + " 个网络链接未下载",
            links + " links to other files were not followed");
      }
      finished.add(table.table(RawLayer.LON_LAT));
    }
    return finished;
  }

  private static void requireKml(BoundedXml xml) {
    if (!xml.starts("kml") && !xml.starts("Document") && !xml.starts("Placemark")) {
      throw new BadValueException(
          "这不是 KML（根元素为 " + xml.name() + "）", "this is not KML: its root is " + xml.name());
    }
  }
}
