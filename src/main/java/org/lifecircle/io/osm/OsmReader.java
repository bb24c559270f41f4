package org.lifecircle.io.osm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;

/**
 * Reads an OpenStreetMap extract: XML ({@code .osm}), the same in gzip, or PBF. Which it is, its
 * content says, not its name.
 *
 * <p>Ids are those of OpenStreetMap: {@code n123}, {@code w123}, {@code r123}. The second stretch
 * of a way that leaves the extract and comes back is {@code w123/2}.
 *
 * <p>Invariants: the order of elements in the file changes nothing, and a node has the same
 * coordinate, bit for bit, in everything that goes through it.
 */
public final class OsmReader {

  private final OsmMapping mapping;
  private final OsmInput input;

  /** A reader that makes of tags what this mapping says. */
  public OsmReader(OsmMapping mapping) {
    this.mapping = mapping;
    Set<String> keys = new HashSet<>(mapping.tags());
    keys.addAll(RelationFeatures.FEATURE_KEYS);
    this.input = new OsmInput(keys::contains, OsmLimits.USUAL);
  }

  /**
   * Reads a file.
   *
   * @param profile of the area; its evidence becomes {@link Evidence#OSM}
   * @throws BadInputException if it is not an OpenStreetMap extract, or is damaged, or is larger
   *     than any city: with the line or byte, and what to do
   */
  public RawArea read(Path path, RawProfile profile) {
    String file = String.valueOf(path.getFileName());
    try (InputStream in = Files.newInputStream(path)) {
      return read(file, in, profile);
    } catch (NoSuchFileException e) {
      throw bad(file, new Text("找不到文件", "there is no such file"));
    } catch (IOException e) {
      throw bad(
          file, new Text("无法读取文件：" + e.getMessage(), "the file cannot be read: " + e.getMessage()));
    }
  }

  /**
   * Reads a stream to its end, without closing it.
   *
   * @param file what to call it in messages
   * @throws BadInputException as for {@link #read(Path, RawProfile)}
   * @throws IOException if the bytes cannot be had
   */
  public RawArea read(String file, InputStream in, RawProfile profile) throws IOException {
    OsmData data = input.read(file, in);
    Matching matching = new Matching(mapping);
    FeatureSink sink = new FeatureSink();
    NodeUses uses = new NodeUses(data.nodes());
    RelationFeatures relations = new RelationFeatures(data, matching, uses, sink);
    relations.make();
    new WayFeatures(data, matching, relations, uses, sink).make();
    new NodeFeatures(data.nodes(), matching, uses, sink).make();
    FacilityTwins.remove(sink);
    List<RawLayer> layers = new ArrayList<>(sink.layers(file));
    layers.add(Extent.of(data, sink, file));
    List<RawIssue> issues = new ArrayList<>(sink.issues());
    issues.addAll(duplicates(data));
    return new RawArea(osm(profile), layers, issues);
  }

  private static RawProfile osm(RawProfile p) {
    return new RawProfile(p.id(), p.name(), p.crs(), Evidence.OSM, p.standard());
  }

  private static List<RawIssue> duplicates(OsmData data) {
    int count =
        data.nodes().duplicates() + data.ways().duplicates() + data.relations().duplicates();
    if (count == 0) {
      return List.of();
    }
    Text message =
        new Text(
            "有 " + count + " 个元素重复出现，各保留标签最多的一个",
            count + " elements come more than once; of each the one with most tags was kept");
    return List.of(new RawIssue("", "", "duplicate_element", IssueAction.REPAIRED, message, null));
  }

  private static BadInputException bad(String file, Text reason) {
    return new BadInputException(List.of(new Fault(file, null, null, "", reason)));
  }
}
