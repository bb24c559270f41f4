package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What the network found wrong with the data while it was built. */
final class Issues {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<DataIssue> issues = new ArrayList<>();

  void lostGate(String id, Coordinate at, double tolerance) {
    add(
        Layer.GATES,
        id,
        "gate_off_wall",
        IssueAction.NOTED,
        "出入口 %s 附近 %.1f 米内没有围墙或道路,未起作用".formatted(id, tolerance),
        "gate %s has no wall and no path within %.1f m, it opens nothing".formatted(id, tolerance),
        at);
  }

  void crossing(String path, String walls, boolean open, Coordinate at) {
    add(
        Layer.PATHS,
        path,
        "unmarked_crossing",
        IssueAction.NOTED,
        "道路 %s 穿过围墙 %s 处没有出入口,按%s处理".formatted(path, walls, open ? "可通行" : "不可通行"),
        "path %s crosses wall %s without a gate, taken as %s"
            .formatted(path, walls, open ? "open" : "shut"),
        at);
  }

  void throughSolid(String path, String solids, boolean open, Coordinate at) {
    add(
        Layer.PATHS,
        path,
        "path_through_building",
        IssueAction.NOTED,
        "道路 %s 穿过建筑或障碍 %s,按%s处理".formatted(path, solids, open ? "可通行" : "不可通行"),
        "path %s runs through %s, taken as %s".formatted(path, solids, open ? "open" : "shut"),
        at);
  }

  void seesNoGround(Layer layer, String id, double reach, Coordinate at) {
    add(
        layer,
        id,
        "sees_no_ground",
        IssueAction.NOTED,
        "%s %s 在 %.0f 米内看不到可步行的地面,按不可达处理".formatted(layer.title().zh(), id, reach),
        "%s %s sees no ground within %.0f m, it is unreachable".formatted(layer.code(), id, reach),
        at);
  }

  void nobodysGate(Layer layer, String id, @Nullable Coordinate at) {
    add(
        layer,
        id,
        "residents_of_no_compound",
        IssueAction.NOTED,
        "%s %s 仅限居民通行,但附近没有小区,无人可通行".formatted(layer.title().zh(), id),
        "%s %s is for residents, but no compound is near: nobody passes"
            .formatted(layer.code(), id),
        at);
  }

  private void add(
      Layer layer,
      String id,
      String code,
      IssueAction action,
      String zh,
      String en,
      @Nullable Coordinate at) {
    Geometry place = at == null ? null : FACTORY.createPoint(at);
    issues.add(new DataIssue(layer.code(), id, code, action, new Text(zh, en), place));
  }

  List<DataIssue> all() {
    return List.copyOf(issues);
  }
}
