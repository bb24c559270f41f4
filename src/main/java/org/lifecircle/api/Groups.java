package org.lifecircle.api;

import org.lifecircle.model.Group;
import org.lifecircle.model.Text;

/** The parameter {@code group}. */
final class Groups {

  private Groups() {}

  static Parameter<Group> parameter(OpenArea area) {
    Parameter<String> id =
        Parameters.oneOf(
            "group",
            new Text("人群", "group of people, which sets the pace"),
            area.rules().groups().stream().map(Group::id).toList());
    id.schema().put("default", Group.PLANNING);
    return new Parameter<>(
        id.name(),
        id.about(),
        id.schema(),
        area.rules().group(Group.PLANNING),
        false,
        text -> area.rules().group(id.reader().read(text)));
  }
}
