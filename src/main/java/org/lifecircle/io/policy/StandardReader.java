package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lifecircle.model.AreaRange;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Plot;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Rate;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;
import org.lifecircle.model.TierLimit;

/** Reads the root of a standard's file. */
final class StandardReader {

  private static final double MAX_SQUARE_METRES = 10_000_000;
  private static final int MAX_METRES = 20_000;
  private static final Pattern STANDARD_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final String fileId;
  private final Function<String, List<FacilityKind>> kindsOf;
  private Provenances provenances = new Provenances(Optional.empty());

  /**
   * A reader of one file.
   *
   * @param fileId the file's name without its ending, which is the standard's id
   * @param kindsOf the kinds of another standard, for {@code kinds_from}
   */
  StandardReader(String fileId, Function<String, List<FacilityKind>> kindsOf) {
    this.fileId = fileId;
    this.kindsOf = kindsOf;
  }

  Standard read(PolicyNode root) {
    String id = root.text("id");
    if (!id.equals(fileId)) {
      root.fault(
          "id",
          "编号“" + id + "”应与文件名“" + fileId + "”一致",
          "id '" + id + "' must be the name of the file, '" + fileId + "'");
    }
    Provenance own = new Provenances(Optional.empty()).read(root);
    provenances = new Provenances(Optional.of(own.source()));
    int before = root.faultCount();
    List<TierLimit> tiers = unique(root, "tiers", "tier", this::tierLimit, t -> t.tier().code());
    Map<String, FacilityKind> kinds = kinds(root);
    RequirementReader requirements =
        new RequirementReader(provenances, tiers, kinds, root.faultCount() == before);
    return new Standard(
        id,
        root.words("name"),
        tiers,
        List.copyOf(kinds.values()),
        unique(root, "requirements", "id", requirements::read, r -> r.id()),
        own);
  }

  private Map<String, FacilityKind> kinds(PolicyNode root) {
    Map<String, FacilityKind> kinds = new LinkedHashMap<>();
    root.findText("kinds_from")
        .filter(other -> isFileName(root, other))
        .ifPresent(other -> kindsOf.apply(other).forEach(kind -> kinds.put(kind.id(), kind)));
    unique(root, "kinds", "id", this::kind, FacilityKind::id)
        .forEach(kind -> kinds.put(kind.id(), kind)); // its own sizes win, in the old place
    return kinds;
  }

  /** It becomes part of a path: nothing may leave the folder by it. */
  private static boolean isFileName(PolicyNode root, String other) {
    boolean is = STANDARD_ID.matcher(other).matches();
    if (!is) {
      root.fault(
          "kinds_from",
          "应为同一文件夹中另一标准的名称",
          "the name of another standard in the same folder is needed");
    }
    return is;
  }

  private TierLimit tierLimit(PolicyNode node) {
    return new TierLimit(
        node.code("tier", Tier.class),
        node.wholeNumber("limit_m", 1, MAX_METRES),
        node.wholeNumber("limit_minutes", 1, 600),
        provenances.read(node));
  }

  private FacilityKind kind(PolicyNode node) {
    return new FacilityKind(
        node.id(),
        node.words("name"),
        node.truth("walked_to", true),
        node.code("plot", Plot.class),
        area(node, "floor_area_m2"),
        area(node, "land_area_m2"),
        node.findNumber("min_width_m", 0, 1000).orElse(null),
        node.findChild("one_per").flatMap(n -> n.make(StandardReader::rate)).orElse(null),
        provenances.read(node));
  }

  private static AreaRange area(PolicyNode node, String name) {
    return new AreaRange(
        node.findNumber("min_" + name, 0, MAX_SQUARE_METRES).orElse(null),
        node.findNumber("max_" + name, 0, MAX_SQUARE_METRES).orElse(null));
  }

  private static Rate rate(PolicyNode node) {
    return new Rate(
        node.code("of", Rate.Per.class),
        node.wholeNumber("from", 0, 10_000_000),
        node.wholeNumber("to", 1, 10_000_000));
  }

  private static <T> List<T> unique(
      PolicyNode root,
      String list,
      String key,
      Function<PolicyNode, T> reader,
      Function<T, String> idOf) {
    List<T> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PolicyNode node : root.children(list)) {
      Optional<T> one = node.make(reader);
      if (one.isPresent() && !seen.add(idOf.apply(one.get()))) {
        String id = idOf.apply(one.get());
        node.fault(key, "“" + id + "”重复", "'" + id + "' is there twice");
      }
      one.ifPresent(all::add);
    }
    return all;
  }
}
