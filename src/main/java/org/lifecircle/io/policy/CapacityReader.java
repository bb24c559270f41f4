package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Provenance;

/** Reads the root of {@code capacity.yaml}. */
final class CapacityReader {

  private static final String OTHERS = "others";

  private final Provenances provenances = new Provenances(Optional.empty());

  CapacityRules read(PolicyNode root) {
    PolicyNode decay = root.child("decay");
    List<Double> weights = new ArrayList<>();
    for (PolicyNode zone : decay.children("zones")) {
      weights.add(zone.number("weight", 0, 1));
      zone.done();
    }
    Provenance provenance = provenances.read(decay);
    decay.done();
    List<PlaceUsers> users = new ArrayList<>();
    for (PolicyNode node : root.children("users")) {
      node.make(n -> users(n, n.text("kind"))).ifPresent(users::add);
    }
    PolicyNode rest = root.child(OTHERS);
    PlaceUsers others = users(rest, OTHERS);
    rest.done();
    return new CapacityRules(weights, provenance, users, others);
  }

  private PlaceUsers users(PolicyNode node, String kind) {
    AgeBand from = node.code("from", AgeBand.class);
    double share = node.findNumber("share", 0, 1).orElse(1.0);
    boolean everybody = from == AgeBand.RESIDENTS;
    return new PlaceUsers(
        kind,
        from,
        share,
        everybody ? share : node.number("share_of_residents", 0, 1),
        node.findNumber("places_per_person", 0, 10).orElse(null),
        provenances.read(node));
  }
}
