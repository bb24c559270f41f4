package org.lifecircle.bench;

import com.conveyal.r5.point_to_point.builder.TNBuilderConfig;
import com.conveyal.r5.profile.ProfileRequest;
import com.conveyal.r5.profile.StreetMode;
import com.conveyal.r5.streets.EdgeStore;
import com.conveyal.r5.streets.StreetLayer;
import com.conveyal.r5.streets.StreetRouter;
import org.lifecircle.walk.PlainGraph;

/** Conveyal R5's street router, on foot, told to minimise distance as the others do. */
final class R5Peer implements Peer {

  private final StreetLayer streets = new StreetLayer(TNBuilderConfig.defaultConfig());
  private final ProfileRequest request = new ProfileRequest();

  R5Peer(PlainGraph plain) {
    for (int node = 0; node < plain.nodeCount(); node++) {
      streets.vertexStore.addVertex(plain.y(node) / 1e8, plain.x(node) / 1e8);
    }
    for (int i = 0; i < plain.edgeCount(); i++) {
      if (plain.from(i) != plain.to(i)) {
        EdgeStore.Edge edge =
            streets.edgeStore.addStreetPair(plain.from(i), plain.to(i), plain.millimetres(i), i);
        edge.setFlag(EdgeStore.EdgeFlag.ALLOWS_PEDESTRIAN);
        edge.advance();
        edge.setFlag(EdgeStore.EdgeFlag.ALLOWS_PEDESTRIAN);
      }
    }
    streets.buildEdgeLists();
    request.walkSpeed = 1.25f;
  }

  @Override
  public String name() {
    return "R5";
  }

  private StreetRouter routed(int origin, int cutoffMillimetres) {
    StreetRouter router = new StreetRouter(streets);
    router.profileRequest = request;
    router.streetMode = StreetMode.WALK;
    router.quantityToMinimize = StreetRouter.State.RoutingVariable.DISTANCE_MILLIMETERS;
    router.distanceLimitMeters = cutoffMillimetres / 1000;
    router.setOrigin(origin);
    router.route();
    return router;
  }

  @Override
  public int reach(int origin, int cutoffMillimetres) {
    return routed(origin, cutoffMillimetres).getReachedVertices().size();
  }

  @Override
  public void lower(int origin, int cutoffMillimetres, int[] millimetres) {
    routed(origin, cutoffMillimetres)
        .getReachedVertices()
        .forEachEntry(
            (vertex, distance) -> {
              if (distance <= cutoffMillimetres) {
                millimetres[vertex] = Math.min(millimetres[vertex], distance);
              }
              return true;
            });
  }
}
