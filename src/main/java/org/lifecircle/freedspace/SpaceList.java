package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Site;

/** The pieces under their names, and the sites they lie on. */
record SpaceList(List<FreedSpace> spaces, List<Site> sites) {

  static SpaceList of(
      List<Draft> pieces, List<Draft> slivers, FreedSpaceRules rules, Sites grounds) {
    Map<String, Draft> named = named(pieces);
    Map<String, Double> sliversBeside = sliversBeside(named, slivers);
    Map<Integer, String> siteIds = new HashMap<>();
    List<FreedSpace> spaces = new ArrayList<>();
    Map<String, Draft> large = new TreeMap<>(named);
    large.values().removeIf(piece -> piece.areaSquareMetres() < rules.minAreaSquareMetres());
    grounds.workUnder(large.values());
    large.forEach(
        (id, piece) -> {
          String siteId = siteIds.computeIfAbsent(grounds.under(piece), g -> "site-" + id);
          double beside = sliversBeside.getOrDefault(id, 0.0);
          spaces.add(space(id, siteId, piece, beside, rules.minWidthMetres()));
        });
    List<Site> sites =
        new ArrayList<>(
            Dealt.out(
                List.copyOf(siteIds.entrySet()), of -> grounds.site(of.getValue(), of.getKey())));
    sites.sort(Comparator.comparing(Site::id));
    return new SpaceList(spaces, sites);
  }

  /** Named after the first thing each is due to; sorted by name. */
  private static Map<String, Draft> named(List<Draft> pieces) {
    Map<String, Draft> named = new TreeMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (Draft piece : pieces.stream().sorted(Draft.ORDER).toList()) {
      String name = "freed-" + piece.firstThing();
      int number = count.merge(name, 1, Integer::sum);
      named.put(number == 1 ? name : name + "~" + number, piece);
    }
    return named;
  }

  /** For each piece the slivers that share a cause with it, each sliver once. */
  private static Map<String, Double> sliversBeside(Map<String, Draft> named, List<Draft> slivers) {
    Map<Thing, String> firstDueTo = new TreeMap<>();
    named.forEach((id, piece) -> piece.dueTo().forEach(thing -> firstDueTo.putIfAbsent(thing, id)));
    Map<String, Double> beside = new HashMap<>();
    for (Draft sliver : slivers) {
      sliver.dueTo().stream()
          .filter(firstDueTo::containsKey)
          .map(firstDueTo::get)
          .min(Comparator.naturalOrder())
          .ifPresent(id -> beside.merge(id, sliver.areaSquareMetres(), Double::sum));
    }
    return beside;
  }

  private static FreedSpace space(
      String id, String siteId, Draft piece, double sliversBeside, double minWidthMetres) {
    return new FreedSpace(
        id,
        siteId,
        piece.geometry(),
        piece.areaSquareMetres(),
        piece.footprintSquareMetres(),
        sliversBeside,
        minWidthMetres,
        piece.ids(Layer.WALLS),
        piece.ids(Layer.ILLEGAL_STRUCTURES),
        piece.owners(),
        List.copyOf(piece.compounds()));
  }
}
